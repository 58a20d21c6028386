using Entente.Claims;

namespace Entente.Extracting.Propositions;

/// <summary>Joins repeated tellings of the same thing.</summary>
internal static class Telling
{
    /// <summary>One claim for each distinct thing, in the order of the text, with the evidence and actors of all its tellings.</summary>
    /// <param name="claims">In the order of the text.</param>
    /// <param name="same">Whether two claims tell the same thing.</param>
    /// <param name="combine">The claim of two tellings, the first told first; its evidence and actors are joined afterwards.</param>
    public static IReadOnlyList<T> Merge<T>(IEnumerable<T> claims, Func<T, T, bool> same, Func<T, T, T> combine) where T : Claim
    {
        List<T> distinct = [];
        foreach (T claim in claims)
        {
            int at = distinct.FindIndex(known => same(known, claim));
            if (at < 0) distinct.Add(claim);
            else distinct[at] = (T)Join(combine(distinct[at], claim), distinct[at], claim);
        }
        return distinct;
    }

    private static Claim Join(Claim combined, Claim first, Claim second) => combined with
    {
        Evidence = [.. first.Evidence.Concat(second.Evidence).DistinctBy(e => e.Span).OrderBy(e => e.Span)],
        Actors = [.. first.Actors.Concat(second.Actors).DistinctBy(a => (a.Actor, a.Span)).OrderBy(a => a.Span).ThenBy(a => a.Actor)],
    };
}
