using Entente.Claims;
using Entente.Extracting;
using Entente.Parsing;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente;

/// <summary>The stages in order. Built once, then frozen; safe for several threads at a time.</summary>
public sealed class Pipeline
{
    private readonly Parser parser = new();
    private readonly Recognizer recognizer = new();
    private readonly Resolver resolver = new();
    private readonly Extractor extractor = new();

    /// <summary>What a report claims.</summary>
    public IReadOnlyList<Claim> Read(Document document)
    {
        ParsedDocument parsed = parser.Parse(document);
        RecognizedDocument recognized = recognizer.Recognize(parsed);
        ResolvedDocument resolved = resolver.Resolve(recognized);
        return extractor.Extract(resolved);
    }
}
