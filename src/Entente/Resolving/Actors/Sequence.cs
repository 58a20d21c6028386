using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>The actors, titles and persons of one sentence in order, and the words between them.</summary>
internal sealed class Sequence
{
    private readonly Mention?[] at;

    /// <summary>The mentions of a sentence.</summary>
    public Sequence(RecognizedDocument document, int index)
    {
        Index = index;
        Sentence = document.Sentences[index];
        at = new Mention?[Sentence.Tokens.Count];
        List<Mention> kept = [];
        foreach (Mention mention in document.In(index))
        {
            if (mention is not (ActorName or OfficeTitle or PersonName or PlaceName)) continue;
            // A capital is both an actor's name and a place's: the actor's name stands for both here.
            if (mention is PlaceName && at[mention.Tokens.Start] is not null) continue;
            if (mention is ActorName or OfficeTitle or PersonName || at[mention.Tokens.Start] is null)
            {
                for (int i = mention.Tokens.Start; i < mention.Tokens.End; i++) at[i] = mention;
                kept.RemoveAll(k => k.Tokens.Overlaps(mention.Tokens));
                kept.Add(mention);
            }
        }
        Mentions = [.. kept.OrderBy(k => k.Tokens.Start)];
    }

    /// <summary>Index of the sentence.</summary>
    public int Index { get; }

    /// <summary>The sentence.</summary>
    public Sentence Sentence { get; }

    /// <summary>The mentions in order, without overlap.</summary>
    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>The mention that a token lies in, or null; also outside the sentence.</summary>
    public Mention? At(int token) => token < 0 || token >= at.Length ? null : at[token];

    /// <summary>The form of a token in lower case, or "" outside the sentence.</summary>
    public string Word(int token) => token < 0 || token >= at.Length ? "" : Sentence.Tokens[token].Form.ToLowerInvariant();

    /// <summary>Whether a word is a possessive ending.</summary>
    public static bool IsPossessive(string word) => word is "'s" or "’s" or "'" or "’";

    /// <summary>Whether a word is an article.</summary>
    public static bool IsArticle(string word) => word is "the" or "a" or "an";
}
