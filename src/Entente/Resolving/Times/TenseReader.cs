using Entente.Text;

namespace Entente.Resolving.Times;

/// <summary>Which way the words around a time look.</summary>
internal enum TimeDirection
{
    Unknown,
    Past,
    Future,
}

/// <summary>Says by the nearest verb form whether a time lies behind or ahead: "will open in May", "opened in May".</summary>
internal static class TenseReader
{
    private const int Furthest = 14, Addressed = 7;

    private static readonly HashSet<string> Future = new(StringComparer.OrdinalIgnoreCase)
        { "will", "'ll", "shall", "due", "expected", "scheduled", "planned", "plans", "plan", "upcoming", "slated", "aims", "intends", "going", "hopes", "set", "would", "forthcoming" };

    private static readonly HashSet<string> Past = new(StringComparer.OrdinalIgnoreCase)
        { "was", "were", "had", "did", "took", "came", "went", "made", "held", "met", "rose", "fell", "grew", "began", "won", "left", "gave", "saw", "became", "sent", "brought", "lost", "spent", "sold", "built", "broke", "paid", "hit", "led", "got", "bought", "drew", "ran", "put", "chose", "fled", "flew", "spoke", "stood", "sat", "wrote", "found", "kept", "fought", "struck", "threw", "drove", "withdrew", "overtook", "undertook", "shook", "bore", "swore", "sought", "felt", "since", "has", "have" };

    // Reporting verbs tell when it was said, not when it happens.
    private static readonly HashSet<string> Reporting = new(StringComparer.OrdinalIgnoreCase) { "said", "added", "noted", "announced", "reported", "stressed", "stated", "emphasized", "need", "indeed", "united" };

    /// <summary>The direction of the words around some tokens of a sentence.</summary>
    public static TimeDirection Around(Sentence sentence, TokenRange tokens)
    {
        // "said Friday it will open": the day of saying.
        for (int i = tokens.Start - 1; i >= Math.Max(0, tokens.Start - 2); i--)
        {
            if (Reporting.Contains(sentence.Tokens[i].Form) || sentence.Tokens[i].Form is "told") return TimeDirection.Past;
        }
        // "told reporters on Friday that it will open", "said in a statement on Friday": the verb of saying governs, whatever is said.
        for (int i = tokens.Start - 3; i >= Math.Max(0, tokens.Start - Addressed); i--)
        {
            string form = sentence.Tokens[i].Form;
            if (form is "told" || (Reporting.Contains(form) && sentence.Tokens[i + 1].Form is "in" or "at" or "after" or "during" or "by")) return TimeDirection.Past;
            if (Of(sentence, i) is not TimeDirection.Unknown || form is "that" or ",") break;
        }
        for (int i = tokens.Start - 1; i >= Math.Max(0, tokens.Start - Furthest); i--)
        {
            if (Of(sentence, i) is var before and not TimeDirection.Unknown) return before;
        }
        for (int i = tokens.End; i < Math.Min(sentence.Tokens.Count, tokens.End + Furthest); i++)
        {
            if (Of(sentence, i) is var after and not TimeDirection.Unknown) return after;
        }
        return TimeDirection.Unknown;
    }

    private static TimeDirection Of(Sentence sentence, int index)
    {
        string form = sentence.Tokens[index].Form;
        if (Future.Contains(form)) return TimeDirection.Future;
        if (form == "to" && index + 1 < sentence.Tokens.Count && sentence.Tokens[index + 1].Form is "be" or "hold" or "visit" or "open" or "launch" or "begin" or "start" or "take") return TimeDirection.Future;
        bool isPast = Past.Contains(form) || (form.Length > 4 && form.EndsWith("ed", StringComparison.Ordinal) && !Reporting.Contains(form));
        if (!isPast) return TimeDirection.Unknown;
        // "will be held", "will have opened", "is to be signed": the participle of what is to come; "is signed" says nothing.
        bool isPassive = false;
        for (int i = index - 1; i >= Math.Max(0, index - 4); i--)
        {
            string before = sentence.Tokens[i].Form;
            if (before is "will" or "would" or "shall" or "can" or "must" or "should" or "to" or "'ll") return TimeDirection.Future;
            isPassive |= before is "be" or "is" or "are";
        }
        return isPassive ? TimeDirection.Unknown : TimeDirection.Past;
    }
}
