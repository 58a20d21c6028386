using Entente.Claims;

namespace Entente.Storage;

/// <summary>What one walk through all claims of an actor or a pair tells.</summary>
/// <param name="Reports">How many reports they are from.</param>
/// <param name="Publishers">How many publishers these have.</param>
/// <param name="First">First day of publication, as written.</param>
/// <param name="Last">Last day of publication, as written.</param>
/// <param name="Months">Claims by month and kind.</param>
internal sealed record ScopeWalk(long Reports, long Publishers, string? First, string? Last, IReadOnlyList<MonthCount> Months)
{
    /// <summary>What it tells of the reports.</summary>
    public (long Reports, long Publishers, string? First, string? Last) Heads => (Reports, Publishers, First, Last);

    /// <summary>Walks.</summary>
    public static ScopeWalk Of(Database database, ReportHeads heads, string a, string b)
    {
        bool[] seen = new bool[heads.Count], told = new bool[heads.Publishers + 1];
        long reports = 0;
        int first = int.MaxValue, last = 0;
        Dictionary<long, long[]> months = [];
        // Claims lie by day: the month is mostly that of the claim before.
        long month = long.MinValue;
        long[] kinds = [];
        database.Each(
            "SELECT report, day / 100, kind FROM claim_scope WHERE a = @p0 AND b = @p1",
            row =>
            {
                long its = row.GetInt64(1);
                if (its != month && !months.TryGetValue(month = its, out kinds!)) months.Add(month, kinds = new long[ClaimNames.Kinds.Count]);
                kinds[row.GetInt64(2)]++;
                int place = heads.PlaceOf(row.GetInt64(0));
                if (place < 0 || seen[place]) return;
                seen[place] = true;
                reports++;
                told[heads.PublisherAt(place)] = true;
                int day = heads.DayAt(place);
                if (day > 0) first = Math.Min(first, day);
                last = Math.Max(last, day);
            },
            a, b);
        told[0] = false;
        return new ScopeWalk(
            reports, told.LongCount(t => t), last == 0 ? null : heads.Date(first), heads.Date(last),
            Counts(months.OrderBy(m => m.Key).SelectMany(m => m.Value.Select((count, kind) => (m.Key, (long)kind, count))).Where(r => r.count > 0)));
    }

    /// <summary>Counts by month (2024-03 is 202403) and number of the kind; without days that are none.</summary>
    public static IReadOnlyList<MonthCount> Counts(IEnumerable<(long Month, long Kind, long Count)> rows) =>
    [
        .. rows.Where(r => r.Month / 100 is > 0 and < 10000 && r.Month % 100 is >= 1 and <= 12)
            .Select(r => new MonthCount((int)(r.Month / 100), (int)(r.Month % 100), ClaimNames.Kinds[(int)r.Kind], r.Count)),
    ];
}
