using Entente.Claims;

namespace Entente.Storage;

/// <summary>The rows of claim_scope: under which actors and pairs a claim is found. A pure function of the claim.</summary>
internal static class Scope
{
    // A claim of thirty parties has 435 pairs; beyond that it is found under each party alone.
    private const int MostPaired = 30;

    /// <summary>The keys (a, b): everything, each actor, each pair in order of the codes.</summary>
    public static List<(string A, string B)> Keys(Claim claim) => Keys(ClaimSlots.Distinct(claim));

    /// <summary>The keys of actors, each given once and in order.</summary>
    public static List<(string A, string B)> Keys(IReadOnlyList<ActorCode> actors)
    {
        List<(string, string)> keys = new(4) { ("", "") };
        foreach (ActorCode actor in actors) keys.Add((actor.ToString(), ""));
        if (actors.Count > MostPaired) return keys;
        for (int i = 0; i < actors.Count; i++)
        {
            for (int j = i + 1; j < actors.Count; j++) keys.Add((actors[i].ToString(), actors[j].ToString()));
        }
        return keys;
    }

    /// <summary>The key of the actors of a query.</summary>
    public static (string A, string B) Key(IReadOnlyList<ActorCode> actors)
    {
        ActorCode[] distinct = [.. actors.Distinct().Order()];
        return distinct.Length switch
        {
            0 => ("", ""),
            1 => (distinct[0].ToString(), ""),
            2 => (distinct[0].ToString(), distinct[1].ToString()),
            _ => throw new ArgumentException("At most two actors can be asked for.", nameof(actors)),
        };
    }

    /// <summary>The number of a kind in claim_scope.</summary>
    public static long Kind(string kind)
    {
        for (int i = 0; i < ClaimNames.Kinds.Count; i++)
        {
            if (ClaimNames.Kinds[i] == kind) return i;
        }
        throw new ArgumentException($"There is no kind '{kind}'. Kinds: {string.Join(", ", ClaimNames.Kinds)}.", nameof(kind));
    }
}
