namespace Entente.Reconciling;

/// <summary>Claims that were found to be about one thing.</summary>
internal sealed class Cluster
{
    // A claim must fit the founder and the first that joined it: so a chain of small steps cannot lead from one thing to another.
    private const int Faces = 6;

    private readonly HashSet<string> reports = new(StringComparer.Ordinal);

    /// <summary>The claims, in the order in which they joined.</summary>
    public List<Entry> Members { get; } = [];

    /// <summary>Whether it was merged into another and is empty.</summary>
    public bool IsGone { get; private set; }

    public void Add(Entry entry)
    {
        Members.Add(entry);
        reports.Add(entry.Report.Id);
    }

    public void Take(Cluster other)
    {
        foreach (Entry entry in other.Members) Add(entry);
        other.Members.Clear();
        other.IsGone = true;
    }

    /// <summary>How well a claim fits: the least of how it fits the first members; null if it does not fit one of them, or its report is in already.</summary>
    public Likeness? Fit(Entry entry, KindRules rules, GivenJudgements given)
    {
        if (reports.Contains(entry.Report.Id)) return null;
        foreach (string other in given.DifferentFrom(entry.Reported.Id))
        {
            if (Members.Exists(m => m.Reported.Id == other)) return null;
        }
        Likeness? least = null;
        for (int i = 0; i < Members.Count && i < Faces; i++)
        {
            Likeness? likeness = rules.Compare(Members[i], entry);
            if (likeness is null) return null;
            if (least is null || likeness.Value.Score < least.Value.Score) least = likeness;
        }
        return least;
    }
}
