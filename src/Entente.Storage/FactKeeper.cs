using System.Globalization;
using Entente.Claims;
using Entente.Reconciling;

namespace Entente.Storage;

/// <summary>
/// Keeps facts and the judgements of rules in step with the claims: topic by topic, all claims of a topic are compared anew and only what came
/// out otherwise is written.
/// </summary>
internal sealed class FactKeeper(Database database, ClaimLoader loader, TimeProvider clock)
{
    // Topics of one transaction; most have one to five claims.
    private const int TopicsAtOnce = 4000;
    private const int Batch = 500;

    /// <summary>Works off some of the topics that have something new; must run in a writing transaction. Returns how many are left.</summary>
    public long Step()
    {
        List<long> topics = database.Read("SELECT topic FROM pending ORDER BY topic LIMIT @p0", row => row.GetInt64(0), (long)TopicsAtOnce);
        if (topics.Count == 0) return 0;
        List<(long Key, long Report, string Id)> heads = [];
        Dictionary<string, (long Fact, long Digest)> before = new(StringComparer.Ordinal);
        foreach (long[] chunk in topics.Chunk(Batch))
        {
            string list = Database.In(chunk);
            heads.AddRange(database.Read($"SELECT claim, report, id FROM claims WHERE topic IN ({list})", row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2))));
            foreach ((string id, long fact, long digest) in database.Read($"SELECT id, fact, digest FROM facts WHERE topic IN ({list})", row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2))))
            {
                before[id] = (fact, digest);
            }
        }
        Dictionary<string, (long Key, long Report)> keys = heads.ToDictionary(h => h.Id, h => (h.Key, h.Report), StringComparer.Ordinal);
        List<(long Key, ReportedClaim Claim)> claims = loader.Load([.. heads.Select(h => h.Key).Order()]);
        Reconciliation now = Reconciler.Reconcile(claims.Select(c => c.Claim), Given(topics));
        WriteFacts(now.Facts, before, keys);
        WriteJudgements(topics, now.Judgements, claims.ToDictionary(c => c.Claim.Id, c => c.Claim, StringComparer.Ordinal));
        foreach (long[] chunk in topics.Chunk(Batch)) database.Execute($"DELETE FROM pending WHERE topic IN ({Database.In(chunk)})");
        return database.Number("SELECT count(*) FROM pending");
    }

    /// <summary>Takes a claim that goes out of what is found by actor.</summary>
    public static void Unscope(Database database, long key, ReportedClaim claim)
    {
        long day = ClaimRows.Day(ClaimSlots.When(claim.Claim), claim.Report);
        foreach ((string a, string b) in Scope.Keys(claim.Claim))
        {
            database.Execute("DELETE FROM claim_scope WHERE a = @p0 AND b = @p1 AND day = @p2 AND claim = @p3", a, b, day, key);
        }
    }

    private void WriteFacts(IReadOnlyList<Fact> facts, Dictionary<string, (long Fact, long Digest)> before, Dictionary<string, (long Key, long Report)> keys)
    {
        List<object?[]> factRows = [], claimRows = [], scopeRows = [];
        List<long> gone = [];
        List<(Fact Fact, long Digest)> changed = [];
        foreach (Fact fact in facts)
        {
            long digest = Digest(fact);
            if (before.Remove(fact.Id, out (long Fact, long Digest) old))
            {
                if (old.Digest == digest) continue;
                gone.Add(old.Fact);
            }
            changed.Add((fact, digest));
        }
        gone.AddRange(before.Values.Select(v => v.Fact));
        HashSet<long> placed = [];
        foreach (long[] chunk in gone.Chunk(Batch))
        {
            string list = Database.In(chunk);
            placed.UnionWith(database.Read($"SELECT claim FROM fact_claims WHERE fact IN ({list})", row => row.GetInt64(0)));
            database.Execute($"DELETE FROM fact_claims WHERE fact IN ({list})");
            database.Execute($"DELETE FROM facts WHERE fact IN ({list})");
        }
        foreach ((Fact fact, long digest) in changed)
        {
            long key = keys[fact.Id].Key;
            long day = ClaimRows.Day(fact.When, fact.Best.Report);
            factRows.Add([key, fact.Id, Reconciler.Topic(fact.Best), fact.Kind, ClaimNames.Of(fact.Status), fact.When?.ToString(), day, (long)fact.Claims.Count, (long)fact.Reports, (long)fact.Independent, fact.IsDisputed ? 1L : 0, fact.WasPromised ? 1L : 0, digest]);
            for (int rank = 0; rank < fact.Claims.Count; rank++)
            {
                ReportedClaim claim = fact.Claims[rank];
                (long claimKey, long report) = keys[claim.Id];
                claimRows.Add([claimKey, key, (long)rank]);
                if (placed.Contains(claimKey)) Unscope(database, claimKey, claim);
                long claimDay = ClaimRows.Day(ClaimSlots.When(claim.Claim), claim.Report);
                foreach ((string a, string b) in Scope.Keys(claim.Claim))
                {
                    scopeRows.Add([a, b, claimDay, claimKey, Scope.Kind(claim.Claim.Kind), (long)claim.Claim.Status, rank == 0 ? 1L : 0, fact.WasPromised ? 1L : 0, report, ClaimSlots.Type(claim.Claim)?.ToLowerInvariant()]);
                }
            }
        }
        database.Insert(Table.Facts, factRows);
        database.Insert(Table.FactClaims, claimRows);
        // In the order of the key: most of a page is then written once.
        scopeRows.Sort((x, y) => (string.CompareOrdinal((string)x[0]!, (string)y[0]!), string.CompareOrdinal((string)x[1]!, (string)y[1]!), (long)x[2]!, (long)x[3]!)
            .CompareTo((0, 0, (long)y[2]!, (long)y[3]!)));
        database.Insert(Table.ClaimScope, scopeRows);
    }

    private void WriteJudgements(List<long> topics, IReadOnlyList<Judgement> judgements, Dictionary<string, ReportedClaim> claims)
    {
        Dictionary<(string, string, Verdict, string, string), long> standing = [];
        foreach (long[] chunk in topics.Chunk(Batch))
        {
            foreach ((long key, string left, string right, string verdict, string by, string reason) in database.Read(
                $"SELECT judgement, left_id, right_id, verdict, made_by, reason FROM judgements WHERE topic IN ({Database.In(chunk)}) AND withdrawn_at IS NULL AND made_by LIKE 'rule:%'",
                row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5))))
            {
                standing[(left, right, Verdicts.Of(verdict), by, reason)] = key;
            }
        }
        string now = Now();
        long next = database.Number("SELECT max(judgement) FROM judgements");
        List<object?[]> rows = [];
        foreach (Judgement j in judgements)
        {
            if (standing.Remove((j.Left, j.Right, j.Verdict, j.By, j.Reason))) continue;
            string? actors = j.Verdict != Verdict.Contradicts ? null : string.Join(' ', ClaimSlots.Distinct(claims[j.Left].Claim).Concat(ClaimSlots.Distinct(claims[j.Right].Claim)).Distinct().Order());
            rows.Add([++next, j.Left, j.Right, Reconciler.Topic(claims[j.Left]), Verdicts.Of(j.Verdict), j.By, j.Reason, actors, j.Score, now, null]);
        }
        foreach (long[] chunk in standing.Values.Order().Chunk(Batch)) database.Execute($"UPDATE judgements SET withdrawn_at = @p0 WHERE judgement IN ({Database.In(chunk)})", now);
        database.Insert(Table.Judgements, rows);
    }

    private List<Judgement> Given(List<long> topics)
    {
        List<Judgement> given = [];
        foreach (long[] chunk in topics.Chunk(Batch))
        {
            given.AddRange(database.Read(
                $"SELECT left_id, right_id, verdict, made_by, reason, score FROM judgements WHERE topic IN ({Database.In(chunk)}) AND withdrawn_at IS NULL AND made_by NOT LIKE 'rule:%'",
                row => new Judgement(row.GetString(0), row.GetString(1), Verdicts.Of(row.GetString(2)), row.GetString(3), row.GetString(4), row.GetDouble(5))));
        }
        return given;
    }

    private string Now() => clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // All that is kept of a fact; FNV-1a, as it lies in files.
    private static long Digest(Fact fact)
    {
        ulong hash = 14695981039346656037;
        void Add(string text)
        {
            foreach (char c in text) hash = unchecked((hash ^ c) * 1099511628211);
            hash = unchecked((hash ^ '|') * 1099511628211);
        }
        Add(ClaimNames.Of(fact.Status));
        Add(fact.When?.ToString() ?? "");
        Add(string.Create(CultureInfo.InvariantCulture, $"{fact.Reports} {fact.Independent} {fact.IsDisputed} {fact.WasPromised}"));
        foreach (ReportedClaim claim in fact.Claims) Add(claim.Id);
        return unchecked((long)hash);
    }
}
