using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>Sides of claims as sets. Asked millions of times while claims are compared, so without iterators.</summary>
internal static class Sides
{
    /// <summary>Whether the two hold the same actors.</summary>
    public static bool Same(IReadOnlyList<ActorCode> a, IReadOnlyList<ActorCode> b) => Holds(a, b) && Holds(b, a);

    /// <summary>The same, or one of them is not told.</summary>
    public static bool Fit(IReadOnlyList<ActorCode> a, IReadOnlyList<ActorCode> b) => a.Count == 0 || b.Count == 0 || Same(a, b);

    /// <summary>Whether an actor is on a side.</summary>
    public static bool Has(IReadOnlyList<ActorCode> side, ActorCode actor)
    {
        for (int i = 0; i < side.Count; i++)
        {
            if (side[i] == actor) return true;
        }
        return false;
    }

    private static bool Holds(IReadOnlyList<ActorCode> all, IReadOnlyList<ActorCode> some)
    {
        for (int i = 0; i < some.Count; i++)
        {
            if (!Has(all, some[i])) return false;
        }
        return true;
    }
}
