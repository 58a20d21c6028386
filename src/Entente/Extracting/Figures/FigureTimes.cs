using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Figures;

/// <summary>Says which time a number covers, leaving out those that it is only compared with.</summary>
internal static class FigureTimes
{
    private const double Far = 9;

    /// <summary>The time of a number, or null.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="head">The number's token.</param>
    /// <param name="measure">The measure word's token, or -1.</param>
    /// <param name="others">Tokens of the sentence's other values.</param>
    /// <param name="isDay">Whether a single day will do.</param>
    public static ResolvedTime? Find(SentenceView view, int head, int measure, IReadOnlyList<int> others, bool isDay)
    {
        ResolvedTime? best = null;
        double least = Far;
        foreach (ResolvedTime time in view.Times)
        {
            TimeExpression words = time.Expression;
            if (!isDay && words.Function == TimeFunction.At && time.To.DayNumber - time.From.DayNumber <= 1) continue;
            double cost = Cost(view, words, head, others);
            if (measure >= 0) cost = Math.Min(cost, Cost(view, words, measure, others) + 0.5);
            if (IsBaseline(view, words, head, others)) cost += 6;
            if (cost < least) (best, least) = (time, cost);
        }
        return best;
    }

    private static double Cost(SentenceView view, TimeExpression words, int head, IReadOnlyList<int> others)
    {
        (int arcs, int borders) = view.Distance(words.Head, head);
        int low = Math.Min(words.Head, head), high = Math.Max(words.Head, head);
        // Values between number and time: "$27.8 billion in 2024 and $19.4 billion in 2025".
        int between = others.Count(o => o > low && o < high);
        // A time right behind another value is that value's: "27% above the $70 billion of 2022".
        if (others.Any(o => o < words.Tokens.Start && words.Tokens.Start - o <= 5 && o > head)) between++;
        return arcs + (2.0 * borders) + (3.0 * between) + (words.Head > head ? 0 : 0.5) + (0.05 * (high - low));
    }

    /// <summary>"Than in 2022", "compared to the same period of 2021", "over 2010": the time of another number or of none.</summary>
    private static bool IsBaseline(SentenceView view, TimeExpression words, int head, IReadOnlyList<int> others)
    {
        for (int i = words.Tokens.Start; i >= Math.Max(0, words.Tokens.Start - 6); i--)
        {
            string form = view[i].Form.ToLowerInvariant();
            if (i == head || others.Contains(i)) return false;
            if (form is "than" or "compared" or "against" or "versus" or "same" or "comparison" or "on-year" or "as") return i > head || form is not "as";
            if (form is "over" or "from" or "before" or "on" && i == words.Tokens.Start - 1 && i > 0 && view[i - 1].Upos is "NUM" or "NOUN" && (view[i - 1].Form is "%" || view[i - 1].Form.StartsWith("per", StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }
}
