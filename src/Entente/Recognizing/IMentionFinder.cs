using Entente.Parsing;

namespace Entente.Recognizing;

/// <summary>Finds mentions of one family in a document. Finders know nothing of each other; the recognizer lays their mentions together.</summary>
internal interface IMentionFinder
{
    /// <summary>The mentions, in any order.</summary>
    IEnumerable<Mention> Find(ParsedDocument document);
}
