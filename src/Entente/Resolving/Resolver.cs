using Entente.Recognizing;

namespace Entente.Resolving;

/// <summary>The stage that says who, where and when: actors, what "both countries" and "he" stand for, and dates on the calendar.</summary>
public sealed class Resolver
{
    /// <summary>Resolves the mentions of a document.</summary>
    public ResolvedDocument Resolve(RecognizedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new ResolvedDocument(document, [], [], [], [.. document.Sentences.Select(_ => (IReadOnlyList<Claims.ActorCode>)[])]);
    }
}
