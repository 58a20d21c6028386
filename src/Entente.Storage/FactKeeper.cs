using System.Collections.Concurrent;
using System.Globalization;
using Entente.Claims;

namespace Entente.Storage;

/// <summary>
/// Keeps facts and the judgements of rules in step with the claims: topic by topic, all claims of a topic are compared anew and only what came
/// out otherwise is written. While one round of topics is written, another thread reads and compares the next ones over a connection of its own:
/// topics have nothing to do with each other, and nobody else writes facts of those in hand.
/// </summary>
internal sealed class FactKeeper(Database database, ClaimLoader loader, Action<IReadOnlyCollection<long>> mark, TimeProvider clock)
{
    // A transaction ends after so many topics or claims: few enough that others get their turn, many enough that a page of an index is
    // written once for many rows.
    private const int TopicsAtOnce = 4000;
    private const int ClaimsAtOnce = 30_000;

    // What is compared in one go stays in memory that long: small enough that the collector finds it dead while it is young.
    private const int TopicsOfRound = 400;
    private const int ClaimsOfRound = 2000;
    private const int RoundsAhead = 2;
    private const int Batch = 500;

    private readonly ScopeWriter scope = new(database);
    private readonly List<object?[]> factRows = [], claimRows = [];
    private readonly List<(Judgement Judgement, long Topic, ActorCode[]? Actors, long Day)> judged = [];

    /// <summary>
    /// Works off some of the topics that have something new; must run in a writing transaction, which may be one beside others: whoever adds to a
    /// topic that is in hand here waits with its mark, and what it added is compared afterwards. Returns how many are left.
    /// </summary>
    public long Step()
    {
        // What was read of reports in an earlier step may have changed since; of a step that failed nothing may stay.
        loader.Forget();
        scope.Clear();
        factRows.Clear();
        claimRows.Clear();
        judged.Clear();
        List<long> topics = database.TakeMarked(TopicsAtOnce, wait: false);
        if (topics.Count == 0)
        {
            // All are in hand elsewhere: that may still come to nothing.
            if (Left() == 0) return 0;
            topics = database.TakeMarked(TopicsAtOnce, wait: true);
            if (topics.Count == 0) return Left();
        }
        topics.Sort();
        List<long[]> rounds = Rounds(topics);
        if (rounds.Count == 1) Write(new TopicComparer(database, loader).Compare(rounds[0]));
        else WriteAll(rounds);
        // In the order of their keys, as the tables lie.
        factRows.Sort(static (x, y) => ((long)x[0]!).CompareTo((long)y[0]!));
        claimRows.Sort(static (x, y) => ((long)x[0]!).CompareTo((long)y[0]!));
        database.Insert(Table.Facts, factRows);
        database.Insert(Table.FactClaims, claimRows);
        InsertJudgements();
        mark(topics[rounds.Sum(r => r.Length)..]);
        scope.Flush();
        return Left();
    }

    private long Left() => database.Number("SELECT count(*) FROM pending");

    // The topics of this transaction, in order, cut into rounds by how many claims they have.
    private List<long[]> Rounds(List<long> topics)
    {
        List<long[]> rounds = [];
        List<long> round = [];
        long inRound = 0, inAll = 0;
        void Cut()
        {
            if (round.Count > 0) rounds.Add([.. round]);
            round.Clear();
            inRound = 0;
        }
        foreach (long[] chunk in topics.Chunk(Batch))
        {
            Dictionary<long, long> sizes = database.Read($"SELECT topic, count(*) FROM claims WHERE topic IN ({Database.In(chunk)}) GROUP BY topic", row => (row.GetInt64(0), row.GetInt64(1))).ToDictionary(p => p.Item1, p => p.Item2);
            foreach (long topic in chunk)
            {
                round.Add(topic);
                inRound += sizes.GetValueOrDefault(topic);
                inAll += sizes.GetValueOrDefault(topic);
                if (round.Count >= TopicsOfRound || inRound >= ClaimsOfRound) Cut();
                if (inAll < ClaimsAtOnce) continue;
                Cut();
                return rounds;
            }
        }
        Cut();
        return rounds;
    }

    private void WriteAll(List<long[]> rounds)
    {
        using Database reader = database.OpenReader();
        using BlockingCollection<TopicComparer.Compared> ready = new(RoundsAhead);
        using CancellationTokenSource failed = new();
        // A thread of its own: those of the pool may all be waiting for this very transaction.
        Task reading = Task.Factory.StartNew(() => ReadAhead(reader, rounds, ready, failed.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        bool isWritten = false;
        try
        {
            foreach (TopicComparer.Compared compared in ready.GetConsumingEnumerable()) Write(compared);
            isWritten = true;
        }
        finally
        {
            failed.Cancel();
            if (!isWritten) Task.WaitAny(reading);
        }
        reading.GetAwaiter().GetResult();
    }

    private static void ReadAhead(Database reader, List<long[]> rounds, BlockingCollection<TopicComparer.Compared> ready, CancellationToken failed)
    {
        try
        {
            TopicComparer comparer = new(reader, new ClaimLoader(reader));
            foreach (long[] round in rounds) ready.Add(comparer.Compare(round), failed);
        }
        finally
        {
            ready.CompleteAdding();
        }
    }

    private void Write(TopicComparer.Compared compared)
    {
        WriteFacts(compared);
        WriteJudgements(compared);
    }

    private void WriteFacts(TopicComparer.Compared compared)
    {
        (Dictionary<string, TopicComparer.Kept> before, Dictionary<string, TopicComparer.Head> heads) = (compared.Facts, compared.Heads);
        List<TopicComparer.Kept> gone = [];
        foreach (Fact fact in compared.Now.Facts)
        {
            long digest = Digest(fact, heads);
            if (before.Remove(fact.Id, out TopicComparer.Kept old))
            {
                if (old.Digest == digest) continue;
                gone.Add(old);
            }
            TopicComparer.Head head = heads[fact.Id];
            long day = ClaimRows.Day(fact.When, fact.Best.Report);
            ActorCode[] actors = Actors(fact);
            factRows.Add([head.Key, fact.Id, head.Topic, fact.Kind, ClaimNames.Of(fact.Status), fact.When?.ToString(), day, (long)fact.Claims.Count, (long)fact.Reports, (long)fact.Independent, fact.IsDisputed ? 1L : 0, fact.WasPromised ? 1L : 0, digest, Joined(actors)]);
            for (int rank = 0; rank < fact.Claims.Count; rank++) claimRows.Add([heads[fact.Claims[rank].Id].Key, head.Key, (long)rank]);
            scope.Add(head.Key, actors, Scope.Kind(fact.Kind), day, fact.WasPromised);
        }
        gone.AddRange(before.Values);
        foreach (TopicComparer.Kept fact in gone) scope.Remove(fact.Key, Codes(fact.Actors), Scope.Kind(fact.Kind), fact.Day);
        foreach (long[] chunk in gone.Select(f => f.Key).Chunk(Batch))
        {
            string list = Database.In(chunk);
            database.Execute($"DELETE FROM fact_claims WHERE fact IN ({list})");
            database.Execute($"DELETE FROM facts WHERE fact IN ({list})");
        }
    }

    // A project is told with other parties by each report: it is found under all of them.
    internal static ActorCode[] Actors(Fact fact) =>
        fact.Claims.Count == 1 ? [.. ClaimSlots.Distinct(fact.Best.Claim)] : [.. fact.Claims.SelectMany(c => ClaimSlots.Distinct(c.Claim)).Distinct().Order()];

    private void WriteJudgements(TopicComparer.Compared compared)
    {
        Dictionary<(string, string, Verdict, string, string), TopicComparer.Standing> standing = compared.Judgements;
        foreach (Judgement j in compared.Now.Judgements)
        {
            ReportedClaim left = compared.Claims[j.Left], right = compared.Claims[j.Right];
            bool contradicts = j.Verdict == Verdict.Contradicts;
            long day = contradicts ? Latest(left, right) : 0;
            var words = (j.Left, j.Right, j.Verdict, j.By, j.Reason);
            // One whose report has got another day since is made anew.
            if (standing.TryGetValue(words, out TopicComparer.Standing before) && before.Day == day && standing.Remove(words)) continue;
            ActorCode[]? actors = contradicts ? [.. ClaimSlots.Distinct(left.Claim).Concat(ClaimSlots.Distinct(right.Claim)).Distinct().Order()] : null;
            judged.Add((j, compared.Heads[j.Left].Topic, actors, day));
        }
        foreach (TopicComparer.Standing gone in standing.Values)
        {
            if (gone.Actors is not null) scope.RemoveContradiction(gone.Key, Codes(gone.Actors), gone.Day);
        }
        foreach (long[] chunk in standing.Values.Select(s => s.Key).Order().Chunk(Batch)) database.Execute($"UPDATE judgements SET withdrawn_at = @p0 WHERE judgement IN ({Database.In(chunk)})", Now());
    }

    private void InsertJudgements()
    {
        if (judged.Count == 0) return;
        Keys keys = database.Reserve(Table.Judgements, judged.Count);
        string now = Now();
        List<object?[]> rows = new(judged.Count);
        foreach ((Judgement j, long topic, ActorCode[]? actors, long day) in judged)
        {
            long key = keys.Next();
            if (actors is not null) scope.AddContradiction(key, actors, day);
            rows.Add([key, j.Left, j.Right, topic, Verdicts.Of(j.Verdict), j.By, j.Reason, actors is null ? null : Joined(actors), j.Score, now, null, day]);
        }
        database.Insert(Table.Judgements, rows);
    }

    /// <summary>The day under which a contradiction is found: that of the later report; 20240312, 0 where none has one.</summary>
    internal static long Latest(ReportedClaim left, ReportedClaim right) => Math.Max(ClaimRows.Day(null, left.Report), ClaimRows.Day(null, right.Report));

    /// <summary>Codes of actors with spaces between, as columns have them.</summary>
    internal static string Joined(IEnumerable<ActorCode> actors) => string.Join(' ', actors);

    /// <summary>Reads what <see cref="Joined"/> writes.</summary>
    internal static ActorCode[] Codes(string actors) => [.. actors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => new ActorCode(a))];

    private string Now() => clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // All that is kept of a fact, and under which keys; FNV-1a, as it lies in files.
    private static long Digest(Fact fact, Dictionary<string, TopicComparer.Head> heads)
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
}
