using Entente.Claims;

namespace Entente.Web.Hosting;

/// <summary>What the start tells of the whole ledger.</summary>
/// <param name="Counts">How much there is.</param>
/// <param name="Pairs">Pairs by activity, with their claims by month.</param>
/// <param name="Months">Claims of the whole ledger by month.</param>
internal sealed record Overview(LedgerCounts Counts, IReadOnlyList<(PairActivity Pair, IReadOnlyList<MonthCount> Months)> Pairs, IReadOnlyList<MonthCount> Months);

/// <summary>
/// Keeps the overview. Of a large ledger it takes a walk through all of it: while reports stream in and the ledger changes with each second, it may be
/// some seconds old, and then the page that shows it is not kept.
/// </summary>
internal sealed class OverviewKeeper(TimeProvider clock)
{
    private const int MostPairs = 24;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10), Long = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private Overview? kept;
    private string version = "";
    private long madeAt;
    private TimeSpan took;

    /// <summary>The overview for a request.</summary>
    public Overview Of(PageRequest request)
    {
        lock (gate)
        {
            if (kept is not null && version == request.Version) return kept;
            if (kept is not null && took > Long && clock.GetElapsedTime(madeAt) < Age)
            {
                request.DoNotKeep();
                return kept;
            }
            ILedger ledger = request.Ledger;
            long start = clock.GetTimestamp();
            kept = new Overview(ledger.Count([]), [.. ledger.Pairs(null, MostPairs).Select(p => (p, ledger.Months([p.First, p.Second])))], ledger.Months([]));
            version = request.Version;
            madeAt = clock.GetTimestamp();
            took = clock.GetElapsedTime(start, madeAt);
            return kept;
        }
    }
}
