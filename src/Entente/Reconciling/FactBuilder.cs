using Entente.Claims;
using Entente.Text;

namespace Entente.Reconciling;

/// <summary>Makes a fact of the claims that were joined.</summary>
internal static class FactBuilder
{
    /// <summary>The id of the fact of a cluster.</summary>
    public static string IdOf(Cluster cluster)
    {
        string least = cluster.Members[0].Reported.Id;
        foreach (Entry entry in cluster.Members)
        {
            if (string.CompareOrdinal(entry.Reported.Id, least) < 0) least = entry.Reported.Id;
        }
        return least;
    }

    public static Fact Build(Cluster cluster, KindRules rules)
    {
        List<Entry> members = cluster.Members;
        ClaimStatus status = members.Count == 1 ? members[0].Claim.Status : rules.StatusOf(members);
        Entry[] ordered = [.. members];
        Array.Sort(ordered, (a, b) => Better(a, b, status));
        bool denied = members.Exists(m => m.Claim.Status == ClaimStatus.Denied);
        return new Fact
        {
            Id = IdOf(cluster),
            Claims = [.. ordered.Select(e => e.Reported)],
            Status = status,
            Reports = members.Count == 1 ? 1 : members.Select(m => m.Report.Id).Distinct(StringComparer.Ordinal).Count(),
            Independent = members.Count == 1 ? 1 : Independent(members),
            When = When(ordered),
            IsDisputed = denied && members.Exists(m => m.Claim.Status is ClaimStatus.Happened or ClaimStatus.Ongoing),
            WasPromised = members.Exists(m => m.Claim.Status is ClaimStatus.Planned or ClaimStatus.Proposed),
        };
    }

    /// <summary>The judgement that one claim of a disputed fact denies what another affirms.</summary>
    public static Judgement Dispute(Fact fact)
    {
        ReportedClaim denied = fact.Claims.First(c => c.Claim.Status == ClaimStatus.Denied);
        ReportedClaim affirmed = fact.Claims.First(c => c.Claim.Status is ClaimStatus.Happened or ClaimStatus.Ongoing);
        return new Judgement(affirmed.Id, denied.Id, Verdict.Contradicts, Judgement.RulePrefix + "denial", $"{fact.Kind} affirmed and denied", 0.9);
    }

    // The claim that stands for the fact has its status, is official, tells most, and is the surest.
    private static int Better(Entry a, Entry b, ClaimStatus status)
    {
        int order = (b.Claim.Status == status).CompareTo(a.Claim.Status == status);
        if (order == 0) order = b.Report.IsStatistics.CompareTo(a.Report.IsStatistics);
        if (order == 0) order = b.Detail.CompareTo(a.Detail);
        if (order == 0) order = b.Claim.Confidence.CompareTo(a.Claim.Confidence);
        return order != 0 ? order : Entry.Order(a, b);
    }

    private static DateRange? When(Entry[] ordered)
    {
        foreach (Entry entry in ordered)
        {
            if (ClaimSlots.When(entry.Claim) is { } told) return told;
        }
        PartialDate? first = null;
        foreach (Entry entry in ordered)
        {
            if (entry.Report.Published is { } published && (first is null || published.CompareTo(first.Value) < 0)) first = published;
        }
        return first is { } day ? new DateRange(day) : null;
    }

    // So many texts of one fact are compared each with each; beyond, only equal ones are joined.
    private const int MostCompared = 300;

    // Reports that share a text, perhaps edited, or an origin speak with one voice; voices are counted by joining those.
    private static int Independent(List<Entry> members)
    {
        Dictionary<string, int> voiceOf = new(StringComparer.Ordinal);
        List<int> parent = [];
        int Root(int voice)
        {
            while (parent[voice] != voice) voice = parent[voice];
            return voice;
        }
        foreach (Entry entry in members)
        {
            string text = "t" + entry.Report.TextId, origin = "o" + entry.Report.Origin;
            bool knowsText = voiceOf.TryGetValue(text, out int a), knowsOrigin = voiceOf.TryGetValue(origin, out int b);
            if (knowsText && knowsOrigin) parent[Root(a)] = Root(b);
            else if (knowsText) voiceOf[origin] = a;
            else if (knowsOrigin) voiceOf[text] = b;
            else
            {
                parent.Add(parent.Count);
                voiceOf[text] = voiceOf[origin] = parent.Count - 1;
            }
        }
        // What one agency sent out and several publishers printed, each with edits of its own.
        string[] texts = [.. voiceOf.Keys.Where(k => k[0] == 't').Order(StringComparer.Ordinal).Take(MostCompared)];
        for (int i = 0; i < texts.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                int a = Root(voiceOf[texts[i]]), b = Root(voiceOf[texts[j]]);
                if (a != b && Fingerprint.AreCopies(texts[i][1..], texts[j][1..])) parent[a] = b;
            }
        }
        int voices = 0;
        for (int i = 0; i < parent.Count; i++) voices += parent[i] == i ? 1 : 0;
        return voices;
    }
}
