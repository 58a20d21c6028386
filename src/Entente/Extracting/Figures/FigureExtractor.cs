using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;

namespace Entente.Extracting.Figures;

/// <summary>Finds figures: numbers about the relation between two actors, and targets for them.</summary>
internal sealed class FigureExtractor : IClaimExtractor
{
    private readonly MeasureTable measures;
    private readonly ChangeReader changes;
    private readonly TargetTable targets;

    /// <summary>An extractor with these tables.</summary>
    public FigureExtractor(DataFiles data)
    {
        measures = new MeasureTable(data);
        changes = new ChangeReader(new ChangeTable(data));
        targets = new TargetTable(data);
    }

    /// <inheritdoc/>
    public IEnumerable<Claim> Extract(ExtractionContext context)
    {
        FigureReader reader = new(context, measures, changes, targets);
        List<Figure> figures = [];
        foreach (SentenceView view in context.Sentences) figures.AddRange(reader.Read(view));
        return Telling.Merge(figures, IsSame, Combine);
    }

    private static bool IsSame(Figure a, Figure b) =>
        a.Value == b.Value && a.Unit == b.Unit && IsTarget(a) == IsTarget(b) && (a.Measure == b.Measure || a.Measure == "other" || b.Measure == "other")
        && (a.Value is not null || a.ChangePct == b.ChangePct) && SameActors(a, b)
        && (a.Period is null || b.Period is null || a.Period == b.Period);

    private static bool SameActors(Figure a, Figure b)
    {
        HashSet<ActorCode> first = [.. a.From, .. a.To, .. a.Parties], second = [.. b.From, .. b.To, .. b.Parties];
        if (!first.Overlaps(second)) return false;
        // A tariff answered by the same tariff is another one.
        return a.Parties.Count == 0 || b.Parties.Count == 0 || a.Unit != "percent" || a.Parties[0] == b.Parties[0];
    }

    private static bool IsTarget(Figure figure) => figure.Status is ClaimStatus.Planned or ClaimStatus.Proposed;

    private static Figure Combine(Figure first, Figure second)
    {
        Figure fuller = Filled(second) > Filled(first) ? second : first, other = ReferenceEquals(fuller, first) ? second : first;
        return fuller with
        {
            Period = fuller.Period ?? other.Period,
            Due = fuller.Due ?? other.Due,
            ChangePct = fuller.ChangePct ?? other.ChangePct,
            Commodity = fuller.Commodity ?? other.Commodity,
            Speaker = fuller.Speaker ?? other.Speaker,
        };
    }

    private static int Filled(Figure figure) =>
        (figure.Period is null ? 0 : 1) + (figure.Due is null ? 0 : 1) + (figure.ChangePct is null ? 0 : 1) + (figure.Commodity is null ? 0 : 1)
        + Math.Min(2, figure.From.Count + figure.To.Count + figure.Parties.Count) + (figure.Measure == "other" ? 0 : 1);
}
