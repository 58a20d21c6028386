namespace Entente.Reconciling;

/// <summary>Claims that were found to be about one thing.</summary>
/// <param name="order">Its place among those of its topic, in the order in which they were founded.</param>
internal sealed class Cluster(int order)
{
    // A claim must fit the founder and the first that joined it: so a chain of small steps cannot lead from one thing to another.
    private const int Faces = 6;
    private const int Few = 8;

    private HashSet<string>? reports;

    /// <summary>Its place in the order in which clusters were founded.</summary>
    public int Order { get; } = order;

    /// <summary>The claims, in the order in which they joined.</summary>
    public List<Entry> Members { get; } = new(1);

    /// <summary>Whether it was merged into another and is empty.</summary>
    public bool IsGone { get; private set; }

    public void Add(Entry entry)
    {
        Members.Add(entry);
        if (Members.Count > Few) (reports ??= [.. Members.Select(m => m.Report.Id)]).Add(entry.Report.Id);
    }

    public void Take(Cluster other)
    {
        foreach (Entry entry in other.Members) Add(entry);
        other.Members.Clear();
        other.IsGone = true;
    }

    /// <summary>How well a claim fits: the least of how it fits the first members; null if it does not fit one of them, or its report is in already.</summary>
    /// <param name="entry">The claim.</param>
    /// <param name="rules">The rules of its kind.</param>
    /// <param name="different">Ids of claims that a person called different from it.</param>
    public Likeness? Fit(Entry entry, KindRules rules, IReadOnlyList<string> different)
    {
        // The rules first: they turn most candidates away.
        Likeness? least = rules.Compare(Members[0], entry);
        if (least is null || Holds(entry.Report.Id)) return null;
        foreach (string other in different)
        {
            if (Members.Exists(m => m.Reported.Id == other)) return null;
        }
        for (int i = 1; i < Members.Count && i < Faces; i++)
        {
            Likeness? likeness = rules.Compare(Members[i], entry);
            if (likeness is null) return null;
            if (likeness.Value.Score < least.Value.Score) least = likeness;
        }
        return least;
    }

    private bool Holds(string report)
    {
        if (reports is not null) return reports.Contains(report);
        foreach (Entry member in Members)
        {
            if (member.Report.Id == report) return true;
        }
        return false;
    }
}
