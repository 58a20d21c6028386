using Entente.Claims;
using Entente.Extracting.Agreements;
using Entente.Extracting.Calibrating;
using Entente.Extracting.Events;
using Entente.Extracting.Figures;
using Entente.Extracting.Offices;
using Entente.Extracting.Projects;
using Entente.Extracting.Propositions;
using Entente.Extracting.Relations;
using Entente.Extracting.Transfers;
using Entente.Gazetteers;
using Entente.Resolving;

namespace Entente.Extracting;

/// <summary>The stage that finds what a report claims: one claim for each distinct thing, however often it is told.</summary>
public sealed class Extractor
{
    private readonly Lexicon lexicon;
    private readonly IClaimExtractor[] kinds;
    private readonly ConfidenceTable? confidences;

    /// <summary>An extractor with the built-in tables.</summary>
    public Extractor() : this(DataFiles.BuiltIn)
    {
    }

    /// <summary>An extractor with these tables.</summary>
    /// <param name="data">The tables.</param>
    /// <param name="isCalibrated">Whether confidences are those of data/confidence.tsv; else each extractor's own, which the table is learnt from.</param>
    public Extractor(DataFiles data, bool isCalibrated = true)
    {
        ArgumentNullException.ThrowIfNull(data);
        confidences = isCalibrated ? new ConfidenceTable(data) : null;
        lexicon = new Lexicon(data);
        kinds =
        [
            new AgreementExtractor(data),
            new EventExtractor(data),
            new FigureExtractor(data),
            new OfficeExtractor(),
            new ProjectExtractor(data),
            new RelationExtractor(data),
            new TransferExtractor(data),
        ];
    }

    /// <summary>The claims of a document, in the order of the text.</summary>
    public IReadOnlyList<Claim> Extract(ResolvedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Extract(new ExtractionContext(document, lexicon));
    }

    /// <summary>Which frames fired in a document and what came nearest, in the order of the text: what <c>entente explain</c> shows.</summary>
    public IReadOnlyList<ExtractionNote> Explain(ResolvedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ExtractionContext context = new(document, lexicon) { Notes = [] };
        Extract(context);
        return [.. context.Notes.OrderBy(n => n.Sentence).ThenBy(n => n.Token)];
    }

    private List<Claim> Extract(ExtractionContext context)
    {
        List<Claim> claims = [];
        foreach (IClaimExtractor kind in kinds) claims.AddRange(kind.Extract(context));
        return [.. Occasions.Date([.. CarriedElsewhere.Remove([.. Gifts.Complete(claims)])]).Select(c => confidences?.Weigh(c) ?? c).OrderBy(c => c.Evidence[0].Span)];
    }
}
