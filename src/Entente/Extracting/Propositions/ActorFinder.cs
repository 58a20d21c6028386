using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Propositions;

/// <summary>Finds the actors behind a noun phrase: its head, what is coordinated with it, and, where the head names none, the words that belong to it.</summary>
internal static class ActorFinder
{
    private const int Deep = 6;

    /// <summary>The references of the phrase headed by a token, in the order of the text, each once.</summary>
    public static IReadOnlyList<ActorReference> Of(SentenceView view, int head)
    {
        List<ActorReference> found = [];
        Visit(view, head, found, [], 0, conjuncts: true);
        return [.. found.OrderBy(r => r.Tokens.Start)];
    }

    /// <summary>The same without what is coordinated with the head.</summary>
    public static IReadOnlyList<ActorReference> OfHeadAlone(SentenceView view, int head)
    {
        List<ActorReference> found = [];
        Visit(view, head, found, [], 0, conjuncts: false);
        return [.. found.OrderBy(r => r.Tokens.Start)];
    }

    private static void Visit(SentenceView view, int token, List<ActorReference> found, HashSet<int> seen, int depth, bool conjuncts)
    {
        if (token < 0 || depth > Deep || !seen.Add(token)) return;
        bool any = false;
        if (view.ActorAt(token) is { Actors.Count: > 0 } reference)
        {
            if (!found.Contains(reference)) found.Add(reference);
            any = true;
            // "Russian and Chinese warships": the noun took the nearest, the others act with it.
            foreach (int child in view.Sentence.Children(token))
            {
                // "US and EU officials" likewise.
                if (!(view.Is(child, "amod") || view.Is(child, "compound")) || reference.Tokens.Contains(child)) continue;
                foreach (int each in view.Sentence.Children(child).Where(c => view.Is(c, "conj")).Prepend(child))
                    if (view.ActorAt(each) is { Basis: ReferenceBasis.Adjective or ReferenceBasis.Name or ReferenceBasis.Organization } other && view.Sentence.Children(child).Any(c => view.Is(c, "conj")) && !other.Actors.All(reference.Actors.Contains) && !found.Contains(other)) found.Add(other);
            }
        }
        else if (view.IsRelative(token) && view.Antecedent(token) is >= 0 and int antecedent)
        {
            Visit(view, antecedent, found, seen, depth + 1, conjuncts: true);
            return;
        }
        if (!any)
        {
            foreach (int child in view.Sentence.Children(token))
            {
                if (view.Is(child, "amod") || view.Is(child, "compound") || view.Is(child, "nmod:poss") || view.Is(child, "flat") || view[child].Deprel == "nmod:desc" || view[child].Deprel == "nmod:unmarked" || (view.Is(child, "det") && view.ActorAt(child) is not null))
                    any |= Try(view, child, found, seen, depth);
            }
        }
        if (!any)
        {
            foreach (int child in view.Sentence.Children(token))
                if (view.Is(child, "nmod") && view.CaseOf(child) == "by") any |= Try(view, child, found, seen, depth);
        }
        if (!any)
        {
            foreach (int child in view.Sentence.Children(token))
                if (view.Is(child, "nmod") && !view.Is(child, "nmod:poss") && view.CaseOf(child) is "of" or "from" or "for" or "between" or "in" or "within") any |= Try(view, child, found, seen, depth);
        }
        if (!any)
        {
            foreach (int child in view.Sentence.Children(token))
                if (view.Is(child, "appos")) any |= Try(view, child, found, seen, depth);
        }
        if (!conjuncts) return;
        foreach (int child in view.Sentence.Children(token))
        {
            if (view.Is(child, "conj") && view[child].Upos is not ("VERB" or "AUX")) Visit(view, child, found, seen, depth + 1, conjuncts: true);
            // "Peru's minister Ana Paz and Chile's deputy Juan Mora": what is coordinated with a name behind an office is coordinated with the office.
            if (!(view.Is(child, "appos") || view.Is(child, "flat")) || view.MentionAt(child) is not PersonName) continue;
            foreach (int other in view.Sentence.Children(child))
                if (view.Is(other, "conj") && view[other].Upos is "PROPN" or "NOUN") Visit(view, other, found, seen, depth + 1, conjuncts: true);
        }
    }

    private static bool Try(SentenceView view, int child, List<ActorReference> found, HashSet<int> seen, int depth)
    {
        int before = found.Count;
        Visit(view, child, found, seen, depth + 1, conjuncts: true);
        return found.Count > before;
    }
}
