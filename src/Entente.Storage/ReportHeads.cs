namespace Entente.Storage;

/// <summary>
/// Publisher and day of publication of all reports of one version, by key, 16 bytes each. To look up those of an actor's 20,000 reports one by one
/// takes as long as half of its page (bench/results/pages.md).
/// </summary>
internal sealed class ReportHeads
{
    // Ascending; beside each, the numbers of its publisher and day, 0 for none.
    private readonly List<long> reports = [];
    private readonly List<int> publishers = [], days = [];
    private readonly string?[] dates;

    /// <summary>Reads them.</summary>
    public ReportHeads(Database database)
    {
        Dictionary<string, int> names = new(StringComparer.Ordinal), written = new(StringComparer.Ordinal);
        // Through an index that holds just these columns: the reports themselves carry their texts.
        database.Each($"SELECT r.report, r.publisher, r.published FROM reports r{database.ThroughHeads} ORDER BY r.report", row =>
        {
            reports.Add(row.GetInt64(0));
            publishers.Add(row.IsDBNull(1) ? 0 : Number(names, row.GetString(1)));
            days.Add(row.IsDBNull(2) ? 0 : Number(written, row.GetString(2)));
        });
        Publishers = names.Count;
        // In the order of time.
        dates = [null, .. written.Keys.Order(StringComparer.Ordinal)];
        int[] places = new int[dates.Length];
        for (int i = 1; i < dates.Length; i++) places[written[dates[i]!]] = i;
        for (int i = 0; i < days.Count; i++) days[i] = places[days[i]];
    }

    /// <summary>How many reports there are.</summary>
    public int Count => reports.Count;

    /// <summary>How many publishers there are; they are numbered from 1.</summary>
    public int Publishers { get; }

    /// <summary>The place of a report among all; negative for one that was added since.</summary>
    public int PlaceOf(long report)
    {
        // Keys have few gaps.
        long near = reports.Count == 0 ? -1 : report - reports[0];
        return near >= 0 && near < reports.Count && reports[(int)near] == report ? (int)near : reports.BinarySearch(report);
    }

    /// <summary>The number of the publisher of the report at a place; 0 for none.</summary>
    public int PublisherAt(int place) => publishers[place];

    /// <summary>The number of the day of the report at a place, ascending with time; 0 for none.</summary>
    public int DayAt(int place) => days[place];

    /// <summary>The day of a number, as it was written; null of 0.</summary>
    public string? Date(int day) => dates[day];

    private static int Number(Dictionary<string, int> numbers, string name)
    {
        if (!numbers.TryGetValue(name, out int number)) numbers.Add(name, number = numbers.Count + 1);
        return number;
    }
}
