using System.Text;
using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>
/// The stage that compares what reports say: claims about the same thing become one fact, and what cannot both hold is set side by side.
/// The result depends on the set of claims and of given judgements alone, never on an order.
/// </summary>
public static class Reconciler
{
    // Fewer are done sooner than other threads have begun.
    private const int FewTopics = 32;

    /// <summary>Joins claims to facts.</summary>
    /// <param name="claims">All claims of one or more topics, each once, in any order.</param>
    /// <param name="given">Standing judgements of persons, which the rules obey: same and different within a topic.</param>
    public static Reconciliation Reconcile(IEnumerable<ReportedClaim> claims, IEnumerable<Judgement> given)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ReportedClaim[] all = [.. claims];
        Reconciliation joined = Reconcile(all.Select(c => (Topic(c), c)), given);
        return joined with { Judgements = [.. joined.Judgements.Concat(Sums(all)).Order(Comparer<Judgement>.Create(Compare))] };
    }

    /// <summary>What does not come out inside single reports: growth, sums and shares. All claims of a report must be among those given.</summary>
    public static IReadOnlyList<Judgement> Sums(IEnumerable<ReportedClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        List<Judgement> judgements = [];
        foreach (IGrouping<string, ReportedClaim> report in claims.Where(c => c.Claim is Figure).GroupBy(c => c.Report.Id, StringComparer.Ordinal)) Arithmetic.Check(report, judgements);
        judgements.Sort(Compare);
        return judgements;
    }

    /// <summary>Joins claims to facts, without looking at <see cref="Sums"/>.</summary>
    /// <param name="claims">The same, each with its <see cref="Topic"/>, where that is known already.</param>
    /// <param name="given">Standing judgements of persons.</param>
    public static Reconciliation Reconcile(IEnumerable<(long Topic, ReportedClaim Claim)> claims, IEnumerable<Judgement> given)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(given);
        GivenJudgements fixedBefore = new(given);
        Dictionary<long, List<Entry>> topics = [];
        foreach ((long topic, ReportedClaim claim) in claims)
        {
            // A claim that a person called wrong belongs to no fact.
            if (fixedBefore.DifferentFrom(claim.Id).Contains(claim.Id)) continue;
            if (!topics.TryGetValue(topic, out List<Entry>? entries)) topics.Add(topic, entries = []);
            entries.Add(new Entry(claim, KindRules.Of(claim.Claim)));
        }
        List<Fact> facts = [];
        List<Judgement> judgements = [];
        if (topics.Count < FewTopics)
        {
            foreach (List<Entry> entries in topics.Values) TopicReconciler.Reconcile(entries, fixedBefore, facts, judgements);
        }
        else
        {
            // Topics have nothing to do with each other; what comes of them is put in order below.
            (List<Fact> Facts, List<Judgement> Judgements)[] done = new (List<Fact>, List<Judgement>)[topics.Count];
            List<Entry>[] all = [.. topics.Values];
            Parallel.For(0, all.Length, i =>
            {
                done[i] = ([], []);
                TopicReconciler.Reconcile(all[i], fixedBefore, done[i].Facts, done[i].Judgements);
            });
            foreach ((List<Fact> some, List<Judgement> judged) in done)
            {
                facts.AddRange(some);
                judgements.AddRange(judged);
            }
        }
        facts.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        judgements.Sort(Compare);
        return new Reconciliation(facts, judgements);
    }

    /// <summary>Whether comparing claims of a kind looks at their quotes and mentions; claims of other kinds may come without them.</summary>
    public static bool ReadsWords(string kind) => KindRules.All.FirstOrDefault(r => r.Name == kind) is not { } rules || rules.ReadsWords;

    /// <summary>The topic of a claim: claims of two topics never meet in a fact or a contradiction. A 64-bit hash; that two topics of one ledger share one is less likely than a broken disk.</summary>
    public static long Topic(ReportedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        // FNV-1a: stable across machines and versions, as it is kept in ledgers.
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes(KindRules.Of(claim.Claim).Topic(claim))) hash = unchecked((hash ^ b) * 1099511628211);
        return unchecked((long)hash);
    }

    private static int Compare(Judgement a, Judgement b)
    {
        int order = string.CompareOrdinal(a.Left, b.Left);
        if (order == 0) order = string.CompareOrdinal(a.Right, b.Right);
        return order != 0 ? order : a.Verdict.CompareTo(b.Verdict);
    }
}
