using Entente.Parsing;
using Entente.Text;

namespace Entente.Recognizing;

/// <summary>A parsed document with what its words may name.</summary>
public sealed class RecognizedDocument
{
    private readonly Mention[][] bySentence;

    /// <summary>A document with its mentions.</summary>
    /// <param name="parsed">The sentences.</param>
    /// <param name="mentions">In any order.</param>
    public RecognizedDocument(ParsedDocument parsed, IEnumerable<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        Parsed = parsed;
        Mentions = [.. mentions.OrderBy(m => m.Sentence).ThenBy(m => m.Tokens.Start).ThenByDescending(m => m.Tokens.End)];
        bySentence = new Mention[parsed.Sentences.Count][];
        ILookup<int, Mention> lookup = Mentions.ToLookup(m => m.Sentence);
        for (int i = 0; i < bySentence.Length; i++) bySentence[i] = [.. lookup[i]];
    }

    /// <summary>The sentences.</summary>
    public ParsedDocument Parsed { get; }

    /// <summary>What was read.</summary>
    public Document Document => Parsed.Document;

    /// <summary>The sentences, in order.</summary>
    public IReadOnlyList<Sentence> Sentences => Parsed.Sentences;

    /// <summary>All mentions, by sentence, then by their first token, the longer first.</summary>
    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>The mentions of a sentence, in order.</summary>
    public IReadOnlyList<Mention> In(int sentence) => bySentence[sentence];
}
