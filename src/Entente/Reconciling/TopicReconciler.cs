using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>
/// Joins the claims of one topic. The claims come in a fixed order (those that tell most first), each joins the cluster that it fits best or
/// founds one: the result is a function of the set.
/// </summary>
internal static class TopicReconciler
{
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
        List<Cluster> all = [];
        Shelves shelves = rules.NewShelves();
        Dictionary<string, Cluster> clusterOf = new(StringComparer.Ordinal);
        foreach (Entry entry in entries)
        {
            Cluster? home = Given(entry, given, clusterOf);
            if (home is null)
            {
                Likeness? best = null;
                IReadOnlyList<string> different = given.DifferentFrom(entry.Reported.Id);
                foreach (Cluster candidate in shelves.Near(entry))
                {
                    if (candidate.IsGone || candidate.Fit(entry, rules, different) is not { } likeness) continue;
                    // Of two that fit alike the one founded first, wherever they stand.
                    if (best is null || likeness.Score > best.Value.Score || (likeness.Score == best.Value.Score && candidate.Order < home!.Order)) (best, home) = (likeness, candidate);
                }
                if (best is not null) why[entry.Reported.Id] = best.Value;
            }
            if (home is null)
            {
                home = new Cluster(all.Count);
                all.Add(home);
                shelves.Add(home, entry);
            }
            home.Add(entry);
            if (!given.IsEmpty) clusterOf[entry.Reported.Id] = home;
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
}
