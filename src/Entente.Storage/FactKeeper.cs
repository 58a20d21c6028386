using System.Globalization;
using Entente.Claims;
using Entente.Reconciling;

namespace Entente.Storage;

/// <summary>
/// Keeps facts and the judgements of rules in step with the claims: topic by topic, all claims of a topic are compared anew and only what came
/// out otherwise is written.
/// </summary>
internal sealed class FactKeeper(Database database, ClaimLoader loader, Action<IReadOnlyCollection<long>> mark, TimeProvider clock)
{
    // A transaction ends after so many topics or claims: few enough that others get their turn, many enough that a page of an index is
    // written once for many rows.
    private const int TopicsAtOnce = 4000;
    private const int ClaimsAtOnce = 20_000;

    // What is compared in one go stays in memory that long: small enough that the collector finds it dead while it is young.
    private const int TopicsOfRound = 200;
    private const int Batch = 500;

    private readonly ScopeWriter scope = new(database);

    /// <summary>
    /// Works off some of the topics that have something new; must run in a writing transaction, which may be one beside others: whoever adds to a
    /// topic that is in hand here waits with its mark, and what it added is compared afterwards. Returns how many are left.
    /// </summary>
    public long Step()
    {
        // What was read of reports in an earlier step may have changed since; of a step that failed nothing may stay.
        loader.Forget();
        scope.Clear();
        List<long> topics = database.TakeMarked(TopicsAtOnce, wait: false);
        if (topics.Count == 0)
        {
            // All are in hand elsewhere: that may still come to nothing.
            if (Left() == 0) return 0;
            topics = database.TakeMarked(TopicsAtOnce, wait: true);
            if (topics.Count == 0) return Left();
        }
        topics.Sort();
        int compared = 0, done = 0;
        foreach (long[] round in topics.Chunk(TopicsOfRound))
        {
            compared += Round(round);
            done += round.Length;
            if (compared >= ClaimsAtOnce) break;
        }
        mark(topics[done..]);
        scope.Flush();
        return Left();
    }

    private long Left() => database.Number("SELECT count(*) FROM pending");

    private int Round(long[] topics)
    {
        string list = Database.In(topics);
        Dictionary<string, Head> heads = new(StringComparer.Ordinal);
        foreach ((string id, Head head) in database.Read(
            $"SELECT id, claim, report, topic FROM claims WHERE topic IN ({list})", row => (row.GetString(0), new Head(row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)))))
        {
            heads[id] = head;
        }
        Dictionary<string, Kept> before = new(StringComparer.Ordinal);
        foreach ((string id, Kept kept) in database.Read(
            $"SELECT id, fact, digest, kind, day, actors FROM facts WHERE topic IN ({list})",
            row => (row.GetString(0), new Kept(row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetInt64(4), row.GetString(5)))))
        {
            before[id] = kept;
        }
        List<(long Key, ReportedClaim Claim)> claims = loader.Load([.. heads.Values.Select(h => h.Key).Order()]);
        Reconciliation now = Reconciler.Reconcile(claims.Select(c => (heads[c.Claim.Id].Topic, c.Claim)), Given(list));
        WriteFacts(now.Facts, before, heads);
        WriteJudgements(list, now.Judgements, claims.ToDictionary(c => c.Claim.Id, c => c.Claim, StringComparer.Ordinal), heads);
        return claims.Count;
    }

    private void WriteFacts(IReadOnlyList<Fact> facts, Dictionary<string, Kept> before, Dictionary<string, Head> heads)
    {
        List<object?[]> factRows = [], claimRows = [];
        List<Kept> gone = [];
        foreach (Fact fact in facts)
        {
            long digest = Digest(fact, heads);
            if (before.Remove(fact.Id, out Kept old))
            {
                if (old.Digest == digest) continue;
                gone.Add(old);
            }
            Head head = heads[fact.Id];
            long day = ClaimRows.Day(fact.When, fact.Best.Report);
            ActorCode[] actors = Actors(fact);
            factRows.Add([head.Key, fact.Id, head.Topic, fact.Kind, ClaimNames.Of(fact.Status), fact.When?.ToString(), day, (long)fact.Claims.Count, (long)fact.Reports, (long)fact.Independent, fact.IsDisputed ? 1L : 0, fact.WasPromised ? 1L : 0, digest, Joined(actors)]);
            for (int rank = 0; rank < fact.Claims.Count; rank++) claimRows.Add([heads[fact.Claims[rank].Id].Key, head.Key, (long)rank]);
            scope.Add(head.Key, actors, Scope.Kind(fact.Kind), day, fact.WasPromised);
        }
        gone.AddRange(before.Values);
        foreach (Kept fact in gone) scope.Remove(fact.Key, Codes(fact.Actors), Scope.Kind(fact.Kind), fact.Day);
        foreach (long[] chunk in gone.Select(f => f.Key).Chunk(Batch))
        {
            string list = Database.In(chunk);
            database.Execute($"DELETE FROM fact_claims WHERE fact IN ({list})");
            database.Execute($"DELETE FROM facts WHERE fact IN ({list})");
        }
        database.Insert(Table.Facts, factRows);
        database.Insert(Table.FactClaims, claimRows);
    }

    // A project is told with other parties by each report: it is found under all of them.
    internal static ActorCode[] Actors(Fact fact) =>
        fact.Claims.Count == 1 ? [.. ClaimSlots.Distinct(fact.Best.Claim)] : [.. fact.Claims.SelectMany(c => ClaimSlots.Distinct(c.Claim)).Distinct().Order()];

    private void WriteJudgements(string topics, IReadOnlyList<Judgement> judgements, Dictionary<string, ReportedClaim> claims, Dictionary<string, Head> heads)
    {
        Dictionary<(string, string, Verdict, string, string), (long Key, string? Actors, long Day)> standing = [];
        foreach ((long key, string left, string right, string verdict, string by, string reason, string? actors, long day) in database.Read(
            $"SELECT judgement, left_id, right_id, verdict, made_by, reason, actors, day FROM judgements WHERE topic IN ({topics}) AND withdrawn_at IS NULL AND made_by LIKE 'rule:%' AND made_by <> 'rule:arithmetic'",
            row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6), row.GetInt64(7))))
        {
            standing[(left, right, Verdicts.Of(verdict), by, reason)] = (key, actors, day);
        }
        string now = Now();
        Judgement[] fresh = [.. judgements.Where(j => !standing.Remove((j.Left, j.Right, j.Verdict, j.By, j.Reason)))];
        Keys keys = database.Reserve(Table.Judgements, fresh.Length);
        List<object?[]> rows = new(fresh.Length);
        foreach (Judgement j in fresh)
        {
            ReportedClaim left = claims[j.Left], right = claims[j.Right];
            string? actors = null;
            long day = 0, key = keys.Next();
            if (j.Verdict == Verdict.Contradicts)
            {
                ActorCode[] both = [.. ClaimSlots.Distinct(left.Claim).Concat(ClaimSlots.Distinct(right.Claim)).Distinct().Order()];
                actors = Joined(both);
                day = Latest(left, right);
                scope.AddContradiction(key, both, day);
            }
            rows.Add([key, j.Left, j.Right, heads[j.Left].Topic, Verdicts.Of(j.Verdict), j.By, j.Reason, actors, j.Score, now, null, day]);
        }
        foreach ((long key, string? actors, long day) in standing.Values)
        {
            if (actors is not null) scope.RemoveContradiction(key, Codes(actors), day);
        }
        foreach (long[] chunk in standing.Values.Select(s => s.Key).Order().Chunk(Batch)) database.Execute($"UPDATE judgements SET withdrawn_at = @p0 WHERE judgement IN ({Database.In(chunk)})", now);
        database.Insert(Table.Judgements, rows);
    }

    /// <summary>The day under which a contradiction is found: that of the later report; 20240312, 0 where none has one.</summary>
    internal static long Latest(ReportedClaim left, ReportedClaim right) => Math.Max(ClaimRows.Day(null, left.Report), ClaimRows.Day(null, right.Report));

    /// <summary>Codes of actors with spaces between, as columns have them.</summary>
    internal static string Joined(IEnumerable<ActorCode> actors) => string.Join(' ', actors);

    /// <summary>Reads what <see cref="Joined"/> writes.</summary>
    internal static ActorCode[] Codes(string actors) => [.. actors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => new ActorCode(a))];

    private List<Judgement> Given(string topics) => database.Read(
        $"SELECT left_id, right_id, verdict, made_by, reason, score FROM judgements WHERE topic IN ({topics}) AND withdrawn_at IS NULL AND made_by NOT LIKE 'rule:%'",
        row => new Judgement(row.GetString(0), row.GetString(1), Verdicts.Of(row.GetString(2)), row.GetString(3), row.GetString(4), row.GetDouble(5)));

    private string Now() => clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // All that is kept of a fact, and under which keys; FNV-1a, as it lies in files.
    private static long Digest(Fact fact, Dictionary<string, Head> heads)
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
        foreach (ReportedClaim claim in fact.Claims)
        {
            Add(claim.Id);
            hash = unchecked((hash ^ (ulong)heads[claim.Id].Key) * 1099511628211);
        }
        return unchecked((long)hash);
    }

    private readonly record struct Head(long Key, long Report, long Topic);

    private readonly record struct Kept(long Key, long Digest, string Kind, long Day, string Actors);
}
