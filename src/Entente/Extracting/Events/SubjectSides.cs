using Entente.Extracting.Propositions;
using Entente.Resolving;

namespace Entente.Extracting.Events;

/// <summary>Finds for whom a subject acts that names no state itself: the state of its city, its patron, who passed the text that demands.</summary>
internal static class SubjectSides
{
    /// <summary>"a court in Moscow", "a Moscow court", "police in Istanbul": who acts in a city acts for its state.</summary>
    public static List<ActorReference> Seat(ExtractionContext context, Proposition proposition)
    {
        SentenceView view = proposition.View;
        if (proposition.Subject < 0 || view[proposition.Subject].Upos != "NOUN" || !IsAuthority(view.LemmaOf(proposition.Subject))) return [];
        // "Police raided a flat in Tirana": at home.
        if (view.Sentence.Child(proposition.Subject, "nmod") < 0 && SideFinder.Places(context, proposition) is { Count: > 0 } there) return there;
        foreach (int child in view.Sentence.Children(proposition.Subject))
            if (((view.Is(child, "nmod") && view.CaseOf(child) is "in" or "of") || view.Is(child, "compound")) && SideFinder.StateOf(view, child) is { } place) return [place];
        return [];
    }

    /// <summary>"M23 rebels backed by Rwanda", "the Rwanda-backed M23": rebels act for who backs them, where that is another than the state they live in; none otherwise.</summary>
    public static IReadOnlyList<ActorReference> PatronOfRebels(ExtractionContext context, Proposition proposition, IReadOnlyList<ActorReference> named)
    {
        if (named.Count == 0 || !named.All(r => r.Role == "REB") || proposition.Subject < 0) return [];
        if (Patron(context, proposition) is { Count: > 0 } patron) return patron;
        SentenceView view = proposition.View;
        foreach (int child in view.Sentence.Children(proposition.Subject))
        {
            if (!view.Is(child, "amod") || view[child].Form.ToLowerInvariant() is not ("backed" or "supported" or "armed" or "sponsored" or "aligned" or "allied" or "funded" or "led")) continue;
            foreach (int state in view.Sentence.Children(child))
                if (view.ActorAt(state) is { } backer) return [backer];
        }
        return [];
    }

    /// <summary>"hackers linked to China", "fighters backed by Rwanda": who acts acts for it.</summary>
    public static IReadOnlyList<ActorReference> Patron(ExtractionContext context, Proposition proposition)
    {
        SentenceView view = proposition.View;
        if (proposition.Subject < 0) return [];
        foreach (int child in view.Sentence.Children(proposition.Subject))
        {
            if (!view.Is(child, "acl") || view.LemmaOf(child) is not ("link" or "tie" or "ally" or "align" or "back" or "support" or "hire" or "sponsor" or "affiliate" or "connect" or "arm" or "pay" or "direct" or "believe" or "flag" or "register" or "sail")) continue;
            foreach (Argument argument in view.At(child).Arguments)
                if (argument.Head != proposition.Subject && argument.Role is ArgumentRole.Subject or ArgumentRole.Oblique && context.ReferencesOf(view, argument.Head) is { Count: > 0 } found) return found;
        }
        return [];
    }

    private static bool IsAuthority(string noun) => noun is "court" or "police" or "prosecutor" or "authority" or "government" or "junta" or "judge" or "tribunal" or "official" or "regulator" or "ministry" or "parliament" or "army" or "customs" or "regime" or "security" or "officer" or "lawmaker" or "leadership" or "ruler" or "diplomat" or "minister" or "military" or "prosecution";

    /// <summary>"passed a resolution demanding": who passed it demands.</summary>
    public static IReadOnlyList<ActorReference> Behind(ExtractionContext context, Proposition proposition)
    {
        SentenceView view = proposition.View;
        int subject = proposition.Subject;
        if (subject < 0 || !IsText(view.LemmaOf(subject)) || !view.Is(subject, "obj") || view[subject].HeadIndex == proposition.Head || view[view[subject].HeadIndex].Upos != "VERB") return [];
        return context.ReferencesOf(view, view.At(view[subject].HeadIndex).Subject);
    }

    private static bool IsText(string noun) => noun is "resolution" or "law" or "bill" or "statement" or "declaration" or "motion" or "decree" or "letter" or "note" or "order" or "decision" or "communique" or "communiqué" or "document" or "report" or "text" or "message" or "petition" or "measure" or "ultimatum" or "ruling" or "plan" or "appeal" or "policy" or "protest";
}
