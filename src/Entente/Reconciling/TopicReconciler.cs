using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>
/// Joins the claims of one topic. The claims come in a fixed order (those that tell most first), each joins the cluster that it fits best or
/// founds one: the result is a function of the set. Clusters with days are looked up by month, so that a topic of thousands of events is no
/// quadratic matter.
/// </summary>
internal static class TopicReconciler
{
    private const int NarrowDays = 62;

    public static void Reconcile(List<Entry> entries, GivenJudgements given, List<Fact> facts, List<Judgement> judgements)
    {
        KindRules rules = KindRules.Of(entries[0].Claim);
        List<Cluster> clusters = Join(entries, rules, given, out Dictionary<string, Likeness> why);
        clusters.Sort((a, b) => string.CompareOrdinal(FactBuilder.IdOf(a), FactBuilder.IdOf(b)));
        foreach (Cluster cluster in clusters)
        {
            Fact fact = FactBuilder.Build(cluster, rules);
            facts.Add(fact);
            foreach (ReportedClaim other in fact.Claims.Skip(1))
            {
                // The founder's own likeness is to itself: the best claim of a fact need not be the one that founded it.
                Likeness likeness = why.TryGetValue(other.Id, out Likeness found) ? found : why.TryGetValue(fact.Best.Id, out Likeness best) ? best : new Likeness(1, "given");
                judgements.Add(new Judgement(fact.Best.Id, other.Id, Verdict.Same, Judgement.RulePrefix + rules.Name, likeness.Reason, likeness.Score));
            }
            if (fact.IsDisputed) judgements.Add(FactBuilder.Dispute(fact));
        }
        Contradictions.Find(clusters, rules, judgements);
    }

    private static List<Cluster> Join(List<Entry> entries, KindRules rules, GivenJudgements given, out Dictionary<string, Likeness> why)
    {
        entries.Sort(Entry.Order);
        why = new Dictionary<string, Likeness>(StringComparer.Ordinal);
        List<Cluster> all = [], wide = [];
        Dictionary<int, List<Cluster>> byMonth = [];
        Dictionary<string, Cluster> clusterOf = new(StringComparer.Ordinal);
        foreach (Entry entry in entries)
        {
            Cluster? home = Given(entry, given, clusterOf);
            if (home is null)
            {
                Likeness? best = null;
                foreach (Cluster candidate in rules.DaysDecide ? Candidates(entry, all, wide, byMonth) : all)
                {
                    if (candidate.IsGone || candidate.Fit(entry, rules, given) is not { } likeness) continue;
                    if (best is null || likeness.Score > best.Value.Score) (best, home) = (likeness, candidate);
                }
                if (best is not null) why[entry.Reported.Id] = best.Value;
            }
            if (home is null)
            {
                home = new Cluster();
                all.Add(home);
                if (entry.Days is { } days && IsNarrow(days)) AddTo(byMonth, Month(days.First), home);
                else wide.Add(home);
            }
            home.Add(entry);
            foreach (Entry member in home.Members) clusterOf[member.Reported.Id] = home;
        }
        all.RemoveAll(c => c.IsGone);
        return all;
    }

    // What a person called the same is joined before any rule is asked; that may bring clusters together.
    private static Cluster? Given(Entry entry, GivenJudgements given, Dictionary<string, Cluster> clusterOf)
    {
        Cluster? home = null;
        foreach (string other in given.SameAs(entry.Reported.Id).Order(StringComparer.Ordinal))
        {
            if (!clusterOf.TryGetValue(other, out Cluster? cluster) || cluster == home) continue;
            if (home is null) home = cluster;
            else
            {
                home.Take(cluster);
                foreach (Entry member in home.Members) clusterOf[member.Reported.Id] = home;
            }
        }
        return home;
    }

    private static IEnumerable<Cluster> Candidates(Entry entry, List<Cluster> all, List<Cluster> wide, Dictionary<int, List<Cluster>> byMonth)
    {
        if (entry.Days is not { } days || !IsNarrow(days)) return all;
        // A cluster lies under the month of its founder's first day; the founder's days, and those of the entry, reach two months at most.
        int first = Month(days.First) - 3, last = Month(days.Last) + 1;
        return Near(first, last, byMonth).Concat(wide);
    }

    private static IEnumerable<Cluster> Near(int first, int last, Dictionary<int, List<Cluster>> byMonth)
    {
        for (int month = first; month <= last; month++)
        {
            if (!byMonth.TryGetValue(month, out List<Cluster>? clusters)) continue;
            foreach (Cluster cluster in clusters) yield return cluster;
        }
    }

    private static void AddTo(Dictionary<int, List<Cluster>> byMonth, int month, Cluster cluster)
    {
        if (!byMonth.TryGetValue(month, out List<Cluster>? clusters)) byMonth.Add(month, clusters = []);
        clusters.Add(cluster);
    }

    private static bool IsNarrow(Days days) => days.Length <= NarrowDays;

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month;
}
