using Entente.Parsing;

namespace Entente.Recognizing;

/// <summary>The stage that finds what words may name: actors, offices, persons, places, quantities, times, instruments, commodities.</summary>
public sealed class Recognizer
{
    /// <summary>Finds the mentions of a parsed document.</summary>
    public RecognizedDocument Recognize(ParsedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new RecognizedDocument(document, []);
    }
}
