using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Propositions;

/// <summary>
/// Finds the time of a predicate: what hangs on it or on its light verb, else on the clause that it depends on, else what opens the
/// sentence. The time of a verb of saying is not the time of what is said, and the time of a noun ("the treaty of 1960") is that noun's.
/// </summary>
internal static class TimeFinder
{
    // "In June, ...", "On Monday, 31 March 2025, ...": where a time must begin to stand over the whole sentence.
    private const int OpeningTokens = 3;

    /// <summary>The time of a proposition, or null where none is told.</summary>
    /// <param name="proposition">The predicate.</param>
    /// <param name="latest">The last day that it can have begun, for what has happened; null for what may lie ahead.</param>
    public static ResolvedTime? Of(Proposition proposition, DateOnly? latest)
    {
        SentenceView view = proposition.View;
        if (view.Times.Count == 0) return null;
        if (OfAntecedent(view, proposition) is { } antecedent) return antecedent;
        int at = proposition.Head;
        bool open = true;
        for (int steps = 0; at >= 0 && steps < 12; steps++)
        {
            if (At(view, at, proposition.Head, latest) is { } time) return time;
            int governor = view[at].HeadIndex;
            if (governor < 0) break;
            if (OfCleft(view, at, governor, latest) is { } cleft) return cleft;
            if (view[at].Deprel == "acl:relcl" || view.Is(at, "ccomp") || view.Is(at, "parataxis"))
            {
                // "attended the fair in Kunming, where he met the minister": the clause goes on in time.
                open = view[at].Deprel == "acl:relcl" && view.Sentence.Children(at).Any(c => view[c].Form is "where");
                break;
            }
            if (view.Is(at, "conj") && view[at].Upos == "VERB" && view.Sentence.Child(at, "nsubj") >= 0) break;
            // The date of a deal is not that of what it provides for.
            if (view.Is(at, "acl") && view[at].Upos == "VERB" && view[at].Xpos is not "VBN" and not "VBG") return null;
            at = governor;
        }
        return open && view[proposition.Head].Upos == "VERB" && !IsPerfect(view, proposition.Head) ? Opening(view, latest) : null;
    }

    /// <summary>The time that hangs on a token without another predicate between; of several the nearest to a token.</summary>
    public static ResolvedTime? At(SentenceView view, int token, int near, DateOnly? latest = null)
    {
        ResolvedTime? best = null;
        int distance = int.MaxValue;
        foreach (ResolvedTime time in view.Times)
        {
            if (!HangsOn(view, time.Expression.Head, token) || !MayBe(view, time, latest)) continue;
            int away = Math.Abs(time.Expression.Head - near);
            if (away < distance) (best, distance) = (time, away);
        }
        return best;
    }

    // "Before August 2023, when Beijing imposed a ban": what "when" takes up.
    private static ResolvedTime? OfAntecedent(SentenceView view, Proposition proposition)
    {
        int verb = proposition.Carrier >= 0 ? proposition.Carrier : proposition.Head;
        if (view[verb].HeadIndex < 0 || !view.Is(verb, "acl") && !view.Is(verb, "advcl")) return null;
        int when = -1;
        foreach (int child in view.Sentence.Children(verb))
        {
            if (view[child].Form.Equals("when", StringComparison.OrdinalIgnoreCase)) when = child;
        }
        if (when < 2 || view[when - 1].Form != ",") return null;
        ResolvedTime? time = view.Times.FirstOrDefault(t => t.Expression.Tokens.End == when - 1);
        if (time is null) return null;
        // "before August 2023": the words with their preposition mean what lies before; the clause tells of August itself.
        return time.Expression.Function == TimeFunction.At ? time : time with { Value = new DateRange(time.Value.Start ?? time.Value.End!.Value) };
    }

    // "It was in June 2023 that they signed": the time is what the clause hangs on.
    private static ResolvedTime? OfCleft(SentenceView view, int clause, int governor, DateOnly? latest)
    {
        if (view[governor].Head != 0 || clause < governor || view.Sentence.Child(governor, "cop") < 0) return null;
        int subject = view.Sentence.Child(governor, "nsubj");
        if (subject < 0) subject = view.Sentence.Child(governor, "expl");
        if (subject < 0 || !view[subject].Form.Equals("it", StringComparison.OrdinalIgnoreCase)) return null;
        return view.Times.FirstOrDefault(t => t.Expression.Tokens.Contains(governor) && MayBe(view, t, latest));
    }

    private static ResolvedTime? Opening(SentenceView view, DateOnly? latest) =>
        view.Times.FirstOrDefault(t => t.Expression.Function == TimeFunction.At && t.Expression.Tokens.Start <= OpeningTokens && MayBe(view, t, latest)
            && t.Expression.Tokens.End < view.Count
            && (view[t.Expression.Tokens.End].Form is "," or ":" or "—" or "–" ? t.Expression.Tokens.Start == 0 || view[0].Form is "In" or "On" or "During" or "Late" or "Early" or "At" : t.Expression.Tokens.Start == 1 && view[0].Form is "In" or "On"));

    private static bool IsPerfect(SentenceView view, int verb) =>
        view.Sentence.Children(verb).Any(c => view.Is(c, "aux") && view[c].Form.ToLowerInvariant() is "had" or "has" or "have" or "will");

    // What has happened did not begin after the report; "a programme for 2026-2027" is dated by neither of the years.
    private static bool MayBe(SentenceView view, ResolvedTime time, DateOnly? latest)
    {
        if (latest is not { } day) return true;
        if (time.Expression.Function == TimeFunction.At && time.From > day) return false;
        return time.Expression.Function is TimeFunction.At or TimeFunction.Since && !(view.CaseOf(time.Expression.Head) == "for" && time.To.DayNumber - time.From.DayNumber > 7);
    }

    private static bool HangsOn(SentenceView view, int from, int token)
    {
        for (int at = from, steps = 0; at >= 0 && steps < 6; at = view[at].HeadIndex, steps++)
        {
            if (at == token) return true;
            if (at != from && view[at].Upos is "VERB" or "AUX") return false;
            if (view.Is(at, "acl") || view.Is(at, "ccomp") || view.Is(at, "advcl") || view.Is(at, "parataxis")) return false;
            int governor = view[at].HeadIndex;
            // "on Saturday night", "in the early hours of 9 June", "for part of last week"
            if ((view.Is(at, "compound") || (view.Is(at, "nmod") && view.CaseOf(at) == "of")) && governor >= 0 && IsPartOfTime(view[governor].Form)) continue;
            // "In 2001 premiers X and Y signed": the parser took the year that opens the sentence for the premiers'.
            if (at == from && view.Is(at, "compound") && at == 1 && view[0].Form is "In" or "On") continue;
            // "At the summit of 23 November they agreed", "by decree of 5 May it banned": the day of the occasion is that of what was done there.
            if (at == from && view.Is(at, "nmod") && view.CaseOf(at) is "of" or "" && governor >= 0 && view.Is(governor, "obl") && view.CaseOf(governor) is "at" or "during" or "in" or "by" && IsDay(view, from)) continue;
            // "the 2019 treaty", "last year's talks", "the treaty of 1960": a date at a noun is that noun's.
            if (view.Is(at, "nmod:poss") || view.Is(at, "compound") || view.Is(at, "amod")) return governor == token;
            if (at == from && view.Is(at, "nmod") && view.CaseOf(at) == "of") return governor == token;
        }
        return false;
    }

    private static bool IsDay(SentenceView view, int token) => view.Times.Any(t => t.Expression.Head == token && t.Value is { IsSingle: true, Start.Day: not null });

    private static bool IsPartOfTime(string form) => form.ToLowerInvariant() is "morning" or "afternoon" or "evening" or "night" or "noon" or "midday" or "midnight" or "dawn" or "dusk" or "hours"
        or "part" or "parts" or "most" or "much" or "rest" or "bulk" or "course" or "remainder" or "eve" or "days" or "weeks" or "months";
}
