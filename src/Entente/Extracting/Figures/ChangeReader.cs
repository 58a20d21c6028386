using Entente.Extracting.Propositions;
using Entente.Recognizing;

namespace Entente.Extracting.Figures;

/// <summary>A change in percent that words tell.</summary>
/// <param name="Percent">Signed: -5.2 for "shrank 5.2%"; 300 for "four-fold".</param>
/// <param name="Word">The token that tells the direction.</param>
/// <param name="Mention">The number's mention, or null where the verb itself tells it ("doubled").</param>
internal sealed record Change(decimal Percent, int Word, QuantityMention? Mention);

/// <summary>Tells the percentages and multiples that say how something changed from those that say how large a part is.</summary>
internal sealed class ChangeReader(ChangeTable table)
{
    /// <summary>The change that a number tells, or null.</summary>
    public Change? Read(SentenceView view, QuantityMention quantity)
    {
        bool part = quantity is Number { IsOrdinal: false, Amount.Value: > 0 and < 1 };
        if (quantity is not (Percentage or Multiple) && !part) return null;
        if (quantity is Multiple && table.Verb(view, quantity.Head) is { Percent: not null }) return null;
        ChangeWord? word = null;
        int at = -1;
        Before(view, quantity, ref word, ref at);
        bool behind = word is null;
        if (word is null) After(view, quantity, ref word, ref at);
        behind &= word is not null;
        if (word is null) Above(view, quantity, ref word, ref at);
        if (word is null && quantity is Multiple && IsComparedInTime(view, quantity))
        {
            word = new ChangeWord(1, null);
            at = quantity.Head;
        }
        if (word is null) return null;
        // "Fell by a third", but not "fell to a third" or "a third of".
        if (part && !(behind && table.Comparative(view, at) is not null) && (quantity.Tokens.Start == 0 || view[quantity.Tokens.Start - 1].Form is not ("by" or "a" or "one" or "almost" or "nearly") || (quantity.Tokens.End < view.Count && view[quantity.Tokens.End].Form is "of"))) return null;
        decimal value = part ? Math.Round(quantity.Amount.Value * 100) : quantity.Amount.High ?? quantity.Amount.Value;
        return quantity is Multiple
            ? value <= 1 || value > 1000 ? null : new Change((value - 1) * 100 * (word.Sign < 0 ? 0 : 1), at, quantity) is { Percent: > 0 } up ? up : new Change(Math.Round(-(1 - (1 / value)) * 100, 1), at, quantity)
            : new Change(word.Sign * value, at, quantity);
    }

    /// <summary>The changes that verbs and nouns of a sentence tell by themselves: "doubled", "halving".</summary>
    public IEnumerable<Change> ReadWords(SentenceView view)
    {
        for (int i = 0; i < view.Count; i++)
        {
            if ((table.Verb(view, i) ?? table.Noun(view, i)) is { Percent: { } percent }) yield return new Change(percent, i, null);
        }
    }

    private void Before(SentenceView view, QuantityMention quantity, ref ChangeWord? word, ref int at)
    {
        // "Up 8.5%", "down by 2.3 percent", "climbed by all of 45%", "a rise of 29 percent"; small words may stand between.
        for (int i = quantity.Tokens.Start - 1; i >= Math.Max(0, quantity.Tokens.Start - 4); i--)
        {
            bool of = i + 1 < view.Count && view[i + 1].Form.Equals("of", StringComparison.OrdinalIgnoreCase);
            if ((table.Verb(view, i) ?? (of ? table.Noun(view, i) : null)) is { Percent: null } told && (i == quantity.Tokens.Start - 1 || quantity is Percentage))
            {
                (word, at) = (told, i);
                return;
            }
            if (table.Adverb(view, i) is { } adverb && view[i].Deprel != "compound:prt" && !(i + 1 < view.Count && view[i + 1].Form.Equals("to", StringComparison.OrdinalIgnoreCase)))
            {
                (word, at) = (adverb, i);
                return;
            }
            if (view[i].Form.ToLowerInvariant() is not ("by" or "some" or "about" or "almost" or "nearly" or "around" or "over" or "a" or "all" or "of" or "only")) return;
        }
    }

    private void After(SentenceView view, QuantityMention quantity, ref ChangeWord? word, ref int at)
    {
        // "63% up", "3.8% less than", "27% above", "a 12% increase", "a 5.1-fold rise", "four times as many as last year".
        for (int i = quantity.Tokens.End; i < Math.Min(view.Count, quantity.Tokens.End + 3); i++)
        {
            ChangeWord? found = table.Adverb(view, i) ?? table.Comparative(view, i) ?? table.Noun(view, i);
            if (found is { Percent: null })
            {
                // "Five times more than Spain" compares places, not times.
                if (quantity is Multiple && table.Noun(view, i) is null && !IsComparedInTime(view, quantity)) return;
                (word, at) = (found, i);
                return;
            }
            if (view[i].Upos is not ("ADJ" or "ADV" or "PUNCT" or "SYM" or "NOUN") || view[i].Form is "," or ";" or ".") return;
        }
    }

    private void Above(SentenceView view, QuantityMention quantity, ref ChangeWord? word, ref int at)
    {
        int own = quantity.Head, governor = view[own].HeadIndex;
        // The number may hang on its sign or noun: "by 7.4 %" with "%" as head.
        if (governor >= 0 && quantity.Tokens.Contains(governor)) (own, governor) = (governor, view[governor].HeadIndex);
        if (governor < 0)
        {
            return;
        }
        string preposition = view.CaseOf(own);
        if (table.Verb(view, governor) is { Percent: null } verb && view[own].Relation is "obl" or "obj" or "advmod" or "dep" or "nummod" or "nmod" && preposition is "" or "by" or "with" or "some")
            (word, at) = (verb, governor);
        else if (table.Noun(view, governor) is { Percent: null } noun && preposition is "" or "of" or "by")
            (word, at) = (noun, governor);
        else if (table.Comparative(view, governor) is { } comparative && preposition is "" or "by" && (quantity is Percentage || IsComparedInTime(view, quantity)))
            (word, at) = (comparative, governor);
    }

    private static bool IsComparedInTime(SentenceView view, QuantityMention quantity)
    {
        int from = -1;
        for (int i = quantity.Tokens.End; i < Math.Min(view.Count, quantity.Tokens.End + 5); i++)
        {
            if (view[i].Form.ToLowerInvariant() is "as" or "than" or "over" or "against" or "compared") from = i;
        }
        return from >= 0 && view.Times.Any(t => t.Expression.Tokens.Start > from && t.Expression.Tokens.Start <= from + 6);
    }
}
