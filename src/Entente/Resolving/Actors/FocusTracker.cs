using Entente.Claims;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>Says for each sentence which states the report is about there: those it names, joined by the pair that the report as a whole is about.</summary>
internal static class FocusTracker
{
    /// <summary>Weighs the actors of the document: the headline and the first sentences count more.</summary>
    public static void Weigh(ActorDraft draft)
    {
        draft.Weight.Clear();
        for (int s = 0; s < draft.Document.Sentences.Count; s++)
        {
            double weight = Kind(draft, s) is BlockKind.Title ? 3 : s < 3 ? 2 : 1;
            HashSet<ActorCode> seen = [];
            foreach (ActorReference reference in draft.In(s))
            {
                foreach (ActorCode actor in reference.Actors)
                {
                    if (seen.Add(actor)) draft.Weight[actor] = draft.Weight.GetValueOrDefault(actor) + (actor.IsState ? weight : weight * 0.6);
                }
            }
        }
    }

    /// <summary>The focus of each sentence; empty where it is not clear.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="places">Whether states count that only say where.</param>
    public static IReadOnlyList<ActorCode>[] Track(ActorDraft draft, bool places = true)
    {
        int count = draft.Document.Sentences.Count;
        IReadOnlyList<ActorCode> main = MainPair(draft);
        IReadOnlyList<ActorCode>[] focus = new IReadOnlyList<ActorCode>[count];
        IReadOnlyList<ActorCode> before = main;
        for (int s = 0; s < count; s++)
        {
            List<ActorCode> named = draft.StatesBefore(s, int.MaxValue, organizations: true, places: places);
            List<ActorCode> states = [.. named.Where(n => n.IsState)];
            // "The president flew to Beijing, where agreements were signed": the city stands for the other side, if the report tells of that state elsewhere.
            if (states.Count == 1 && Visited(draft, s, states[0]) is { } host)
            {
                states.Add(host);
                named.Add(host);
            }
            focus[s] = Choose(draft, main, before, named, states);
            if (focus[s].Count is 2 or 3) before = focus[s];
        }
        return focus;
    }

    private static IReadOnlyList<ActorCode> Choose(ActorDraft draft, IReadOnlyList<ActorCode> main, IReadOnlyList<ActorCode> before, List<ActorCode> named, List<ActorCode> states)
    {
        if (states.Count == 2) return states;
        if (states.Count > 2) return main.Count == 2 && main.All(states.Contains) ? main : states.Count == 3 ? states : [];
        // A region or organisation named beside one of the pair does not change whom the report is about.
        if (states.Count == 1 && main.Count == 2 && main.Contains(states[0]) && !named.Exists(n => n.IsOrganization && main.Contains(n))) return main;
        // An organisation counts as a side where the report is about it.
        named = [.. named.Where(n => n.IsState || main.Contains(n))];
        if (named.Count == 2) return named;
        if (named.Count == 0) return before;
        ActorCode one = states.Count == 1 ? states[0] : named[0];
        if (before.Count == 2 && before.Contains(one)) return before;
        if (main.Count == 2 && main.Contains(one)) return main;
        if (draft.Home is { } home && home != one && draft.Weight.ContainsKey(home)) return [home, one];
        ActorCode heaviest = draft.Weight.Where(w => w.Key != one && w.Key.IsState).OrderByDescending(w => w.Value).ThenBy(w => w.Key).Select(w => w.Key).FirstOrDefault();
        return heaviest == default || draft.Weight[heaviest] < 3 ? [one] : [heaviest, one];
    }

    /// <summary>The two actors that the report is about, the one named first first; empty where a third is as heavy.</summary>
    internal static IReadOnlyList<ActorCode> MainPair(ActorDraft draft)
    {
        List<KeyValuePair<ActorCode, double>> order = [.. draft.Weight.OrderByDescending(w => w.Value).ThenBy(w => w.Key)];
        if (order.Count < 2) return [];
        double third = order.Count > 2 ? order[2].Value : 0;
        if (order[1].Value < third * 1.15 || order[1].Value < order[0].Value * 0.2) return [];
        ActorCode a = order[0].Key, b = order[1].Key;
        foreach (ActorReference reference in draft.All)
        {
            if (reference.Actors.Contains(a)) return [a, b];
            if (reference.Actors.Contains(b)) return [b, a];
        }
        return [a, b];
    }

    // The state of the one foreign capital that a sentence names as a place.
    private static ActorCode? Visited(ActorDraft draft, int s, ActorCode one)
    {
        ActorCode[] hosts = [.. draft.Document.In(s).OfType<PlaceName>().Where(p => p.Kind == "capital" && p.State is { } state && state != one && draft.Weight.GetValueOrDefault(state) >= 2).Select(p => p.State!.Value).Distinct()];
        return hosts.Length == 1 ? hosts[0] : null;
    }

    private static BlockKind Kind(ActorDraft draft, int s)
    {
        int block = draft.Document.Sentences[s].Block;
        IReadOnlyList<Block> blocks = draft.Document.Document.Blocks;
        return block < blocks.Count ? blocks[block].Kind : BlockKind.Paragraph;
    }
}
