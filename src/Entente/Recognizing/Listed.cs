using Entente.Text;

namespace Entente.Recognizing;

/// <summary>Small helps that finders share.</summary>
internal static class Listed
{
    /// <summary>The token of a range whose head lies outside it: the range's head; the last token where the parse gives none.</summary>
    public static int HeadOf(Sentence sentence, TokenRange range)
    {
        for (int i = range.End - 1; i >= range.Start; i--)
        {
            if (!range.Contains(sentence.Tokens[i].HeadIndex) && sentence.Tokens[i].Upos != "PUNCT") return i;
        }
        return range.End - 1;
    }

    /// <summary>The plural of an English noun phrase in lower or mixed case: of its first noun before "of", "to" or "in", else of its last word.</summary>
    public static string PluralOf(string phrase)
    {
        foreach (string link in (string[])[" of ", " to ", " in ", " for ", " d'"])
        {
            int at = phrase.IndexOf(link, StringComparison.Ordinal);
            if (at > 0) return PluralOf(phrase[..at]) + phrase[at..];
        }
        if (phrase.EndsWith("man", StringComparison.Ordinal) && !phrase.EndsWith("human", StringComparison.Ordinal)) return phrase[..^2] + "en";
        if (phrase.EndsWith('y') && phrase.Length > 1 && !"aeiou".Contains(phrase[^2], StringComparison.Ordinal)) return phrase[..^1] + "ies";
        if (phrase.EndsWith('s') || phrase.EndsWith("ch", StringComparison.Ordinal) || phrase.EndsWith('x')) return phrase + "es";
        return phrase + "s";
    }
}
