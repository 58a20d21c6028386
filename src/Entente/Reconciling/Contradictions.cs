using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>Finds facts of one topic that cannot both hold.</summary>
internal static class Contradictions
{
    public static void Find(List<Cluster> clusters, KindRules rules, List<Judgement> judgements)
    {
        if (clusters.Count < 2) return;
        switch (clusters[0].Members[0].Claim)
        {
            case Figure:
                Clashes(clusters, rules, e => e.Claim is Figure { Period: { } period } f ? $"{period}|{f.Unit}" : null, judgements);
                break;
            case Transfer:
                Clashes(clusters, rules, e => e.Claim is Transfer { Period: { } period } t ? $"{period}|{t.Unit}" : null, judgements);
                break;
            case Office office when OfficeRules.IsOfOne(office.Title):
                Holders(clusters, judgements);
                break;
            default:
                break;
        }
    }

    private static void Clashes(List<Cluster> clusters, KindRules rules, Func<Entry, string?> keyOf, List<Judgement> judgements)
    {
        Dictionary<string, List<Entry>> groups = new(StringComparer.Ordinal);
        Dictionary<Entry, int> weights = [];
        foreach (Cluster cluster in clusters)
        {
            // What statistics say stands for all that agree with it.
            Entry founder = cluster.Members.Find(m => m.Report.IsStatistics) ?? cluster.Members[0];
            if (keyOf(founder) is not { } key) continue;
            if (!groups.TryGetValue(key, out List<Entry>? group)) groups.Add(key, group = []);
            group.Add(founder);
            weights[founder] = Weight(cluster);
        }
        foreach (List<Entry> group in groups.Values)
        {
            // Of many values each is held against the one that most reports tell and that it cannot agree with: as many contradictions as there
            // are other values, not one for each pair of them.
            group.Sort((a, b) => weights[b] != weights[a] ? weights[b].CompareTo(weights[a]) : Entry.Order(a, b));
            for (int i = 1; i < group.Count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    // One report that gives two numbers quotes two who differ, or one of them was misread; only the first is worth showing.
                    if (group[i].Report.Id == group[j].Report.Id && group[i].Claim.Speaker == group[j].Claim.Speaker) continue;
                    // What one office counts as exports another counts as imports, with freight and other borders of goods: two statistics may differ.
                    if (group[i].Report.IsStatistics && group[j].Report.IsStatistics) continue;
                    if (rules.Clash(group[i], group[j]) is not { } reason) continue;
                    judgements.Add(Pair(group[i], group[j], "rule:" + rules.Name, reason, 0.8));
                    break;
                }
            }
        }
    }

    // How many tell it; official statistics before all.
    private static int Weight(Cluster cluster) => cluster.Members.Count + (cluster.Members.Exists(m => m.Report.IsStatistics) ? 1_000_000 : 0);

    // One after the other is a succession; one between two reports of the other, or both in one day, is not.
    private static void Holders(List<Cluster> clusters, List<Judgement> judgements)
    {
        List<Entry[]> holders = [];
        foreach (Cluster cluster in clusters)
        {
            Entry[] told = [.. cluster.Members.Where(m => m.Claim.Status == ClaimStatus.Ongoing && m.Report.Published is { Day: not null }).OrderBy(m => m.Report.Published!.Value).ThenBy(m => m.Reported.Id, StringComparer.Ordinal)];
            if (told.Length > 0) holders.Add(told);
        }
        for (int i = 1; i < holders.Count; i++)
        {
            // Each is held against the first of those before it, as with values.
            for (int j = 0; j < i; j++)
            {
                if (Between(holders[j], holders[i]) is not { } pair) continue;
                judgements.Add(Pair(pair.A, pair.B, Judgement.RulePrefix + "office", $"two holders of one office: {((Office)pair.A.Claim).Title}", 0.7));
                break;
            }
        }
    }

    private static (Entry A, Entry B)? Between(Entry[] a, Entry[] b)
    {
        DateOnly firstA = Day(a[0]), lastA = Day(a[^1]), firstB = Day(b[0]), lastB = Day(b[^1]);
        if (firstA > lastB || firstB > lastA) return null;
        if (lastA == firstB || lastB == firstA)
        {
            // The day of a handover.
            if (firstA != lastA || firstB != lastB) return null;
        }
        foreach (Entry x in a)
        {
            Entry? y = b.FirstOrDefault(e => e.Report.Id != x.Report.Id && Day(e) >= Day(x)) ?? b.LastOrDefault(e => e.Report.Id != x.Report.Id);
            if (y is not null) return (x, y);
        }
        return null;
    }

    private static DateOnly Day(Entry entry) => entry.Report.Published!.Value.FirstDay;

    internal static Judgement Pair(Entry a, Entry b, string by, string reason, double score)
    {
        (Entry left, Entry right) = string.CompareOrdinal(a.Reported.Id, b.Reported.Id) <= 0 ? (a, b) : (b, a);
        return new Judgement(left.Reported.Id, right.Reported.Id, Verdict.Contradicts, by, reason, score);
    }
}
