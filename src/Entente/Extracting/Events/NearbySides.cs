using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Resolving;

namespace Entente.Extracting.Events;

/// <summary>
/// Finds a side that stands deeper than a frame's paths go: inside the phrase that they lead to ("outrage at the execution of its citizen by
/// China"), in the name of what is protested against ("anti-French rallies"), or in the blame that the act is told under ("condemned Oman over the raid").
/// </summary>
internal static class NearbySides
{
    /// <summary>The first actor other than those known in the phrases of the frame's target; one that does something there before one that is only named.</summary>
    public static ActorReference? Within(EventFrame frame, Proposition proposition, IReadOnlyList<ActorCode> except)
    {
        SentenceView view = proposition.View;
        bool words = frame.Type is EventType.Accuse or EventType.Reject or EventType.Request or EventType.Threaten or EventType.Protest;
        if (proposition.Pos == 'A' || frame.Has("other")) return null;
        ActorReference? first = null;
        foreach (string path in frame.Target)
        {
            if (path.Contains('.', StringComparison.Ordinal) || path is "subj" or "poss" or "speaker" or "place" or "above" || path.StartsWith("comp", StringComparison.Ordinal)) continue;
            if (!words && path is not ("obj" or "of")) continue;
            foreach (int head in ArgumentPaths.Heads(proposition, path))
            {
                if (head == proposition.Head) continue;
                foreach (ActorReference reference in view.References)
                {
                    if (reference.Basis == ReferenceBasis.Group || reference.Actors.Any(except.Contains) || !view.Sentence.IsBelow(reference.Head, head) || IsAside(view, reference.Head, head, words)) continue;
                    if (IsDoer(view, reference.Head)) return reference;
                    if (!IsPatient(view, reference.Head, head)) first ??= reference;
                }
            }
            if (first is not null) return first;
        }
        return null;
    }

    /// <summary>"by China", "Chinese ships that", "China's": who does what the phrase is about.</summary>
    private static bool IsDoer(SentenceView view, int token) => view.CaseOf(token) == "by" || view.Is(token, "nmod:poss") || view.Is(token, "nsubj");

    /// <summary>"the attack on the Omani embassy", "the arrest of Ghanaians": who suffers the deed is not who is blamed for it.</summary>
    private static bool IsPatient(SentenceView view, int token, int top)
    {
        for (int at = token; at != top && at >= 0 && view[at].HeadIndex >= 0; at = view[at].HeadIndex)
        {
            string preposition = view.CaseOf(at);
            if (preposition is "on" or "against" or "in" or "into" or "at" or "to" or "for" or "upon" or "over") return true;
            if (preposition == "of" && view.Is(at, "nmod") && IsDeed(view.LemmaOf(view[at].HeadIndex))) return true;
        }
        return false;
    }

    /// <summary>"condemned the attack on the Omani embassy": Oman is not blamed.</summary>
    public static bool IsVictim(EventFrame frame, Proposition proposition, IReadOnlyList<ActorCode> actors)
    {
        SentenceView view = proposition.View;
        foreach (string path in frame.Target.Where(p => p is "obj" or "of" or "at" or "over" or "against"))
            foreach (int head in ArgumentPaths.Heads(proposition, path))
                if (view.References.Any(r => r.Actors.Any(actors.Contains) && view.Sentence.IsBelow(r.Head, head) && IsPatient(view, r.Head, head))) return true;
        // "condemned the attack on the embassy", where the parser hangs the embassy on the verb.
        return proposition.Object >= 0 && IsDeed(view.LemmaOf(proposition.Object)) && view.References.Any(r => r.Actors.Any(actors.Contains) && view[r.Head].HeadIndex == proposition.Head && view.CaseOf(r.Head) is "on" or "against");
    }

    // Nouns of acts whose "of" names who suffers them; "the decision of", "the remarks of" name who acts.
    private static bool IsDeed(string noun) =>
        noun.EndsWith("ing", StringComparison.Ordinal) || noun is "arrest" or "detention" or "execution" or "murder" or "assassination" or "massacre" or "seizure" or "expulsion" or "deportation" or "invasion" or "occupation" or "annexation" or "blockade" or "siege"
            or "abduction" or "imprisonment" or "torture" or "persecution" or "treatment" or "mistreatment" or "recognition" or "violation" or "breach" or "closure" or "destruction" or "desecration" or "harassment" or "exclusion" or "isolation" or "bombardment"
            or "capture" or "attack" or "raid" or "use" or "loss" or "slaughter" or "rape" or "release" or "genocide" or "overthrow" or "ouster" or "encirclement" or "conviction" or "prosecution" or "extradition" or "partition" or "killer";

    // A clause of another time or place, and of a deed all that is not the thing's own, tells of somebody else.
    private static bool IsAside(SentenceView view, int token, int top, bool words)
    {
        for (int at = token; at != top && at >= 0; at = view[at].HeadIndex)
        {
            if (view.Is(at, "parataxis") || view.Is(at, "advcl") || (view.Is(at, "nmod") && view.CaseOf(at) is "near" or "after" or "before" or "during" or "since" or "along")) return true;
            if (view.Is(at, "nmod") && view.CaseOf(at) == "with" && !(words && view.LemmaOf(view[at].HeadIndex) is "talk" or "talks" or "deal" or "agreement" or "negotiation" or "meeting" or "dialogue" or "cooperation" or "trade" or "treaty" or "pact" or "accord" or "summit")) return true;
            if (!words && !(view.Is(at, "acl") || view.Is(at, "nmod:poss") || view.Is(at, "amod") || (view.Is(at, "nmod") && view.CaseOf(at) == "of") || (view.Is(at, "obl") && view.CaseOf(at) is "to" or "by" or "from"))) return true;
        }
        return false;
    }

    // Anybody may condemn; who accuses, protests or summons an envoy has mostly suffered it.
    private static bool IsByVictim(ToldEvent told) =>
        told.Claim.Type == EventType.Accuse && (told.Frame.Cameo is "112" || told.Frame.Words[0] is "protest" or "complain" or "summon" or "call" or "convoke" or "lodge" or "file" or "register" or "hand" or "take" or "complaint" or "demarche" or "démarche" or "lambast" or "berate" or "lash");

    /// <summary>"anti-French demonstrations": the state that a word before the noun is turned against.</summary>
    public static ActorCode? Opposed(ExtractionContext context, Proposition proposition)
    {
        SentenceView view = proposition.View;
        foreach (Argument argument in proposition.Arguments)
        {
            if (argument.Role is not (ArgumentRole.Modifier or ArgumentRole.Subject)) continue;
            foreach (int token in view.Sentence.Children(argument.Head).Prepend(argument.Head))
            {
                string form = view[token].Form;
                if (form.StartsWith("anti-", StringComparison.OrdinalIgnoreCase) && context.Lexicon.StateOf(form["anti-".Length..]) is { } state) return state;
            }
        }
        return null;
    }

    /// <summary>Bodies that are complained to, not about.</summary>
    public static bool IsForum(ActorCode actor) => actor.ToString() is "IGO:UN" or "IGO:WTO" or "IGO:ICJ" or "IGO:ICC" or "IGO:ITLOS" or "IGO:PCA" or "IGO:OPCW" or "IGO:ICAO" or "IGO:IAEA" or "IGO:OSCE" or "IGO:AU";

    /// <summary>
    /// The sides of an act that stands under words of blame in the same sentence: who is blamed did it, to whom blames. "Ghana lambasted
    /// Togo over the detention": Togo detained. Null where no such words stand above or the sides known contradict them.
    /// </summary>
    public static (IReadOnlyList<ActorCode> Source, IReadOnlyList<ActorCode> Target)? UnderBlame(EventFrame frame, Proposition proposition, IReadOnlyList<ActorCode> source, IReadOnlyList<ActorCode> target, IReadOnlyList<ToldEvent> before)
    {
        if (frame.Type is not (EventType.Assault or EventType.Coerce or EventType.Mobilize or EventType.Sanction) || frame.IsBothWays) return null;
        SentenceView view = proposition.View;
        // "condemned the raid", told before: that raid has its sides already.
        if (proposition.Pos == 'N' && before.Any(b => b.Proposition.View.Index < view.Index && b.Claim.Type == frame.Type) && view.Sentence.Children(proposition.Head).Any(c => view.Is(c, "det") && view[c].Form.ToLowerInvariant() is "the" or "this" or "that" or "these")) return null;
        for (int i = before.Count - 1; i >= 0 && before[i].Proposition.View.Index == view.Index; i--)
        {
            ToldEvent told = before[i];
            // "sued Ecuador over the raid on its embassy": who was hit blames who did it.
            if (told.Claim.Type == EventType.Accuse && told.Claim.Source.Count > 0 && told.Claim.Target.Count > 0 && source.Count == 0 && target.Count > 0 && target.All(told.Claim.Source.Contains)
                && told.Proposition.Head != proposition.Head && view.Sentence.IsBelow(proposition.Head, told.Proposition.Head)) return (told.Claim.Target, target);
            if (!IsByVictim(told) || told.Claim.Source.Count == 0 || told.Claim.Target.Count == 0) continue;
            if (told.Proposition.Head == proposition.Head || !view.Sentence.IsBelow(proposition.Head, told.Proposition.Head)) continue;
            IReadOnlyList<ActorCode> blamer = told.Claim.Source, blamed = told.Claim.Target;
            if (source.Count == 0 && target.Count == 0) return (blamed, blamer);
            if (target.Count == 0) return source.All(blamed.Contains) ? (source, blamer) : null;
            if (source.Count == 0) return target.Any(blamed.Contains) ? null : (blamed, target);
        }
        return null;
    }
}
