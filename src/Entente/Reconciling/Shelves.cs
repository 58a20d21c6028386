namespace Entente.Reconciling;

/// <summary>
/// Where clusters are looked for: an entry is compared only with those that stand near it, so that a topic of thousands of claims is no quadratic
/// matter. An implementer guarantees that no cluster that the rules would join is missed.
/// </summary>
internal abstract class Shelves
{
    /// <summary>Puts a cluster where the claim that founded it belongs.</summary>
    public abstract void Add(Cluster cluster, Entry founder);

    /// <summary>The clusters that an entry may belong to, and perhaps others.</summary>
    public abstract IEnumerable<Cluster> Near(Entry entry);
}

/// <summary>All clusters on one shelf.</summary>
internal sealed class OneShelf : Shelves
{
    private readonly List<Cluster> all = [];

    public override void Add(Cluster cluster, Entry founder) => all.Add(cluster);

    public override IEnumerable<Cluster> Near(Entry entry) => all;
}

/// <summary>Clusters by the month in which they begin, long ones by the year; those of unknown or very long time are near to everything.</summary>
/// <param name="days">The days of an entry that decide; null where they do not.</param>
/// <param name="margin">Claims whose days lie further apart than this are never the same.</param>
internal sealed class DayShelves(Func<Entry, Days?> days, int margin) : Shelves
{
    private const int LongestOfMonth = 62, LongestOfYear = 400;

    private readonly List<Cluster> all = [], wide = [];
    private readonly Dictionary<int, List<Cluster>> months = [], years = [];

    public override void Add(Cluster cluster, Entry founder)
    {
        all.Add(cluster);
        if (days(founder) is not { } when || when.Length > LongestOfYear) wide.Add(cluster);
        else if (when.Length <= LongestOfMonth) AddTo(months, Month(when.First), cluster);
        else AddTo(years, when.First.Year, cluster);
    }

    public override IEnumerable<Cluster> Near(Entry entry) => days(entry) is { Length: <= LongestOfYear } when ? Around(when) : all;

    private IEnumerable<Cluster> Around(Days when)
    {
        // A cluster stands where its founder's days begin, and those reach as far on as its shelf allows.
        for (int month = Month(Moved(when.First, -LongestOfMonth - margin)), last = Month(Moved(when.Last, margin)); month <= last; month++)
        {
            if (!months.TryGetValue(month, out List<Cluster>? clusters)) continue;
            foreach (Cluster cluster in clusters) yield return cluster;
        }
        for (int year = Moved(when.First, -LongestOfYear - margin).Year, last = Moved(when.Last, margin).Year; year <= last; year++)
        {
            if (!years.TryGetValue(year, out List<Cluster>? clusters)) continue;
            foreach (Cluster cluster in clusters) yield return cluster;
        }
        foreach (Cluster cluster in wide) yield return cluster;
    }

    private static void AddTo(Dictionary<int, List<Cluster>> shelves, int place, Cluster cluster)
    {
        if (!shelves.TryGetValue(place, out List<Cluster>? clusters)) shelves.Add(place, clusters = []);
        clusters.Add(cluster);
    }

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month;

    private static DateOnly Moved(DateOnly day, int by) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + by, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}

/// <summary>Clusters by the size of their number: those that may be roundings of each other differ by a tenth at most.</summary>
/// <param name="value">The unit and number of an entry.</param>
internal sealed class ValueShelves(Func<Entry, (string? Unit, decimal? Value)> value) : Shelves
{
    // Two numbers of which the smaller is nine tenths of the larger or more stand on one shelf or on neighbours: ln(10/9) is 0.1054.
    private const double Step = 0.106;
    private const int Zero = int.MinValue / 2, None = int.MaxValue / 2;

    private readonly Dictionary<(string?, bool, int), List<Cluster>> shelves = [];

    public override void Add(Cluster cluster, Entry founder)
    {
        var place = Place(founder);
        if (!shelves.TryGetValue(place, out List<Cluster>? clusters)) shelves.Add(place, clusters = []);
        clusters.Add(cluster);
    }

    public override IEnumerable<Cluster> Near(Entry entry)
    {
        (string? unit, bool below, int size) = Place(entry);
        for (int step = -1; step <= 1; step++)
        {
            if (!shelves.TryGetValue((unit, below, size + step), out List<Cluster>? clusters)) continue;
            foreach (Cluster cluster in clusters) yield return cluster;
        }
    }

    private (string?, bool, int) Place(Entry entry)
    {
        (string? unit, decimal? number) = value(entry);
        if (number is not { } v) return (null, false, None);
        return v == 0 ? (unit, false, Zero) : (unit, v < 0, (int)Math.Floor(Math.Log((double)Math.Abs(v)) / Step));
    }
}
