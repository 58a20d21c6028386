using Entente.Claims;
using Entente.Extracting;
using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente;

/// <summary>The stages in order. Built once, then frozen; safe for several threads at a time.</summary>
public sealed class Pipeline
{
    private readonly Parser parser;
    private readonly Recognizer recognizer;
    private readonly Resolver resolver;
    private readonly Extractor extractor;

    /// <summary>The stages with the built-in tables.</summary>
    public Pipeline() : this(DataFiles.BuiltIn)
    {
    }

    /// <summary>The stages with tables of one's own on top of the built-in ones.</summary>
    /// <param name="data">The tables.</param>
    /// <param name="isCalibrated">Whether confidences are calibrated; else each extractor's own.</param>
    public Pipeline(DataFiles data, bool isCalibrated = true)
    {
        ArgumentNullException.ThrowIfNull(data);
        // The model takes as long to load as all tables: side by side, a first claim comes some 70 ms sooner.
        Task<Parser> loading = Task.Run(static () => new Parser());
        recognizer = new Recognizer(data);
        resolver = new Resolver(data);
        extractor = new Extractor(data, isCalibrated);
        parser = loading.GetAwaiter().GetResult();
    }

    /// <summary>What a report claims, in the order of the text; nothing of a report in a language that is not parsed.</summary>
    public IReadOnlyList<Claim> Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!document.IsParsed) return [];
        ParsedDocument parsed = parser.Parse(document);
        RecognizedDocument recognized = recognizer.Recognize(parsed);
        ResolvedDocument resolved = resolver.Resolve(recognized);
        return extractor.Extract(resolved);
    }
}
