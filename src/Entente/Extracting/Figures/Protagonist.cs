using Entente.Claims;
using Entente.Resolving;

namespace Entente.Extracting.Figures;

/// <summary>The state that a report names most: in "Japan gave 30 generators" the receiver is the country that the report is about.</summary>
internal static class Protagonist
{
    /// <summary>Whether a report names it at least twice as often as any other.</summary>
    public static bool IsDominant(ResolvedDocument document, ActorCode protagonist)
    {
        Dictionary<ActorCode, int> counts = [];
        foreach (ActorCode actor in document.Actors.SelectMany(r => r.Actors)) counts[actor] = counts.GetValueOrDefault(actor) + 1;
        return counts.All(c => c.Key == protagonist || 2 * c.Value <= counts.GetValueOrDefault(protagonist));
    }

    /// <summary>The state or organisation named most often, the one named first on a tie; null where none is named twice.</summary>
    public static ActorCode? Of(ResolvedDocument document)
    {
        Dictionary<ActorCode, int> counts = [];
        List<ActorCode> order = [];
        foreach (ActorReference reference in document.Actors)
        {
            foreach (ActorCode actor in reference.Actors)
            {
                if (!counts.TryAdd(actor, 1)) counts[actor]++;
                else order.Add(actor);
            }
        }
        ActorCode? best = null;
        foreach (ActorCode actor in order)
            if (counts[actor] > (best is { } b ? counts[b] : 1)) best = actor;
        return best;
    }
}
