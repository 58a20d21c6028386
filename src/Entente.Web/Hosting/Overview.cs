using Entente.Claims;

namespace Entente.Web.Hosting;

/// <summary>What the start tells of the whole ledger. Made anew where the ledger has grown, and looked at again after some seconds at most.</summary>
/// <param name="Counts">How much there is.</param>
/// <param name="Pairs">Pairs by activity, with their claims by month.</param>
/// <param name="Months">Claims of the whole ledger by month.</param>
internal sealed record Overview(LedgerCounts Counts, IReadOnlyList<(PairActivity Pair, IReadOnlyList<MonthCount> Months)> Pairs, IReadOnlyList<MonthCount> Months);

/// <summary>Keeps the overview.</summary>
internal sealed class OverviewKeeper(TimeProvider clock)
{
    private const int MostPairs = 24;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private Overview? kept;
    private (long, long) stamp;
    private long madeAt;

    /// <summary>The overview of a ledger.</summary>
    public Overview Of(ILedger ledger)
    {
        lock (gate)
        {
            if (kept is not null && clock.GetElapsedTime(madeAt) < Age) return kept;
            LedgerCounts counts = ledger.Count([]);
            (long, long) now = (counts.Reports, counts.Claims.Values.Sum());
            if (kept is null || now != stamp)
            {
                kept = new Overview(counts, [.. ledger.Pairs(null, MostPairs).Select(p => (p, ledger.Months([p.First, p.Second])))], ledger.Months([]));
                stamp = now;
            }
            madeAt = clock.GetTimestamp();
            return kept;
        }
    }
}
