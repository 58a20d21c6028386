using Entente.Claims;

namespace Entente.Extracting.Figures;

/// <summary>Takes out the figures whose number another claim of the same words carries: a transfer's quantity, an agreement's value, a project's cost.</summary>
internal static class CarriedElsewhere
{
    /// <summary>The claims without such figures.</summary>
    public static IEnumerable<Claim> Remove(IReadOnlyList<Claim> claims)
    {
        foreach (Claim claim in claims)
        {
            if (claim is Figure { Value: { } value } figure && claims.Any(other => Carries(other, figure, value))) continue;
            // "2 to 3 million tonnes": the transfer has the upper bound, the lower one goes with it.
            if (claim is Figure { Value: { } low, Comparator: ">" } lower && claims.Any(other => other is Transfer { Quantity: { } high } transfer && transfer.Unit == lower.Unit && high > low && Overlap(other, lower) && claims.Any(f => f is Figure { Comparator: "<" } upper && upper.Value == high && Overlap(f, lower)))) continue;
            yield return claim;
        }
    }

    private static bool Carries(Claim other, Figure figure, decimal value) => other switch
    {
        Transfer transfer => (transfer.Quantity == value && transfer.Unit == figure.Unit) || (transfer.Value == value && transfer.Currency == figure.Unit),
        Agreement agreement => (agreement.Value == value && agreement.Currency == figure.Unit) || (agreement.Count == value && figure.Unit == "count" && Overlap(other, figure)),
        _ => false,
    };

    private static bool Overlap(Claim a, Claim b) => a.Evidence.Any(x => b.Evidence.Any(y => x.Span.Overlaps(y.Span)));
}
