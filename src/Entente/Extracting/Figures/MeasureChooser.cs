using Entente.Extracting.Propositions;
using Entente.Recognizing;

namespace Entente.Extracting.Figures;

/// <summary>
/// Says which measure word a number belongs to. Parses of number phrases are the least certain ones, so closeness in the tree is
/// weighed together with order and with what lies between, rather than asking for one construction.
/// </summary>
internal static class MeasureChooser
{
    /// <summary>What a measure word must reach; below it the number belongs to none of them.</summary>
    private const double Enough = 3.5;

    /// <summary>The measure word of a number, or null. Bare numbers count as money where <paramref name="asMoney"/>.</summary>
    public static MeasureMention? Choose(SentenceView view, QuantityMention quantity, IReadOnlyList<MeasureMention> measures, IReadOnlyList<QuantityMention> quantities, bool asMoney)
    {
        MeasureMention? best = null;
        double top = Enough;
        bool anyBefore = measures.Any(m => m.Measure is { Form: MeasureForm.Noun, IsForeign: false } && m.Tokens.End <= quantity.Tokens.Start && (m.Measure.Fits(quantity) || asMoney));
        foreach (MeasureMention mention in measures)
        {
            if (mention.Measure.Form is MeasureForm.Counted or MeasureForm.Standing) continue;
            if (!(mention.Measure.Fits(quantity) || (asMoney && mention.Measure.Takes.Contains("money")))) continue;
            double score = Score(view, quantity, mention, quantities, anyBefore);
            if (score > top) (best, top) = (mention, score);
        }
        return best;
    }

    private static double Score(SentenceView view, QuantityMention quantity, MeasureMention mention, IReadOnlyList<QuantityMention> quantities, bool anyBefore)
    {
        int number = quantity.Head, word = mention.Head;
        if (quantity.Tokens.Contains(word)) return 0;
        (int arcs, int borders) = view.Distance(number, word);
        // "In 2007, when an agreement was signed, the exchange stood at": the deal is not what it cost.
        if (mention.Measure.IsForeign && (arcs > 3 || borders > 0)) return 0;
        double score = 10 - arcs - (1.5 * borders);
        bool before = word < quantity.Tokens.Start;
        int low = before ? mention.Tokens.End : quantity.Tokens.End, high = before ? quantity.Tokens.Start : mention.Tokens.Start;
        score -= 0.08 * Math.Max(0, high - low);
        // A number of the same sort in between has the better right to the word.
        score -= 1.5 * quantities.Count(q => q != quantity && q.GetType() == quantity.GetType() && q.Head >= low && q.Head < high);
        if (before) score += 0.5;
        // "$6 billion, including exports of": behind the comma begins what another number measures.
        else if (anyBefore && Enumerable.Range(low, Math.Max(0, high - low)).Any(i => view[i].Form is "," or ";" or "including")) score -= 3;
        if (view[number].HeadIndex == word || view[word].HeadIndex == number) score += 2;
        if (view[word].Relation is "nsubj" && view.ClauseOf(number) == view[word].HeadIndex) score += 2;
        // "Trade rose to 14 billion and was put at 12 billion last year": the subject of both verbs.
        else if (view[view.ClauseOf(number)] is { Upos: "VERB", Relation: "conj" } && view.At(view.ClauseOf(number)).Arguments.Any(a => a.Inherited && a.Role is ArgumentRole.Subject or ArgumentRole.Object && a.Head == word)) score += 5;
        if (mention.Measure.Form is MeasureForm.Verb or MeasureForm.Flow)
        {
            // "What Danish firms have invested adds up to $700 million": the subject clause says what the number measures.
            if (mention.Measure.Form == MeasureForm.Verb && IsWhatOf(view, number, word)) return 7;
            // "Goods for $4 billion changed hands"
            if (mention.Measure.Form == MeasureForm.Verb && mention.Tokens.Length > 1 && mention.Tokens.Start >= quantity.Tokens.End && mention.Tokens.Start - quantity.Tokens.End < 4) return 7;
            // A verb takes the number as object or as the price of its object, not as something said later in the sentence.
            if (!view.Sentence.IsBelow(number, word) || IsSubjectOf(view, number, word)) return 0;
            if (mention.Measure.Form == MeasureForm.Flow && !IsPrice(view, number, word)) return 0;
            score += 0.5;
        }
        return score;
    }

    /// <summary>Whether a verb stands in a clause "what ... have invested", "the money they invested", and that clause is the subject of the number's.</summary>
    private static bool IsWhatOf(SentenceView view, int number, int verb)
    {
        int clause = view.ClauseOf(number);
        foreach (int subject in view.Sentence.Children(clause))
        {
            if (view[subject].Relation is not ("nsubj" or "csubj") || !view.Sentence.IsBelow(verb, subject)) continue;
            return view[subject].Form.Equals("what", StringComparison.OrdinalIgnoreCase) || view[subject].Relation == "csubj" || view.Lemma(subject) is "money" or "sum" or "amount" or "total" or "all";
        }
        return false;
    }

    /// <summary>"$75,700 will buy instruments": what the verb's own subject costs or is, the verb does not take.</summary>
    private static bool IsSubjectOf(SentenceView view, int number, int verb)
    {
        foreach (int at in view.Path(number))
        {
            if (view[at].HeadIndex == verb) return view[at].Deprel == "nsubj" && at == number && !view.At(verb).IsPassive;
        }
        return false;
    }

    /// <summary>Whether a number prices goods that a verb of motion moves: "goods for $61 billion went".</summary>
    private static bool IsPrice(SentenceView view, int number, int verb)
    {
        foreach (int at in view.Path(number))
        {
            if (at == verb) break;
            if (view.Lemma(at) is "good" or "goods" or "product" or "commodity" or "merchandise" or "service" or "export" or "import") return true;
        }
        // The parser may hang the price on the verb: "goods and services for $61 billion went".
        for (int i = number - 1; i >= Math.Max(0, number - 4); i--)
        {
            if (view.Lemma(i) is "good" or "goods" or "product" or "merchandise" or "service") return true;
        }
        return false;
    }
}
