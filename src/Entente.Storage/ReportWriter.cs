using System.Globalization;
using Entente.Claims;
using Entente.Reconciling;

namespace Entente.Storage;

/// <summary>Adds reports with their claims. Runs in one transaction, so that a batch is there whole or not at all.</summary>
internal sealed class ReportWriter(Database database, ClaimLoader loader, CorrectionKeeper corrections, TimeProvider clock)
{
    private const int Batch = 400;

    // So few are sorted sooner than a thread has begun.
    private const int MostSortedAtOnce = 1000;

    private readonly ScopeWriter scope = new(database);

    /// <summary>Adds a batch; must run in a writing transaction.</summary>
    public LedgerChange Add(IReadOnlyList<ReadReport> batch)
    {
        scope.Clear();
        List<Said> all = Last(batch);
        Dictionary<string, long> known = Known([.. all.Select(s => s.Report.Id)]);
        string now = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        Keys reportKeys = database.Reserve(Table.Reports, all.Count - known.Count), claimKeys = database.Reserve(Table.Claims, all.Sum(s => s.Claims.Count)),
            evidenceKeys = database.Reserve(Table.Evidence, all.Sum(s => s.Claims.Values.Sum(c => c.Evidence.Count)));
        HashSet<long> topics = [];
        List<object?[]> reports = [], statistics = [];
        SumsKeeper sums = new(database, scope, clock);
        sums.Begin();
        int removed = 0;
        foreach (Said said in all)
        {
            (Report report, ReadReport read) = (said.Report, said.Read);
            bool isKnown = known.TryGetValue(report.Id, out long key);
            if (!read.IsStatistics) sums.Check(said.Sums, said.Claims, report, isKnown ? key : null);
            if (isKnown)
            {
                corrections.Apply(report.Id, said.Claims);
                removed += Replace(key, report, read, said.Claims, topics);
            }
            else
            {
                key = reportKeys.Next();
                reports.Add([key, report.Id, report.Source, report.InputId, report.Title, report.Publisher, read.Document.Author, report.Url, report.Published?.ToString(), report.Language, report.TextId, now, read.Document.Text]);
                if (report.IsStatistics) statistics.Add([key]);
            }
            said.TakeKeys(key, claimKeys, evidenceKeys);
        }
        sums.End();
        ClaimSet[] sets = new ClaimSet[all.Count];
        Parallel.For(0, sets.Length, i => sets[i] = new ClaimSet(all[i]));
        foreach (ClaimSet set in sets)
        {
            scope.Add(set.Scope);
            topics.UnionWith(set.Topics);
        }
        List<object?[]> claims = [.. sets.SelectMany(s => s.Claims)], evidence = [.. sets.SelectMany(s => s.Evidence)];
        // Nothing else touches the scope until it is sorted. On a thread of its own: those of the pool may all be waiting for this very transaction.
        Task sorting = claims.Count < MostSortedAtOnce ? Task.CompletedTask : Task.Factory.StartNew(scope.Sort, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            // In order of the ids: where two programs add the same ones, none waits for one that waits for it.
            database.Insert(Table.Reports, [.. reports.OrderBy(r => (string)r[1]!, StringComparer.Ordinal)]);
            database.IndexWords(Table.Reports, reports);
            database.Insert(Table.Claims, claims);
            database.Insert(Table.ClaimActors, [.. sets.SelectMany(s => s.Actors)]);
            database.Insert(Table.Evidence, evidence);
            database.IndexWords(Table.Evidence, evidence);
            database.Insert(Table.Mentions, [.. sets.SelectMany(s => s.Mentions)]);
            database.Insert(Table.Statistics, statistics);
            Stamp([.. all.Select(s => (s.Key, s.Read.Stamp))]);
        }
        finally
        {
            sorting.Wait();
        }
        scope.WriteRows();
        // As late as can be: who adds to one of these topics next waits for the end of this.
        Mark(topics);
        scope.WriteCounts();
        return new LedgerChange(reports.Count, claims.Count, removed);
    }

    // The reports of a batch with their ids, which are hashes of all that is said: made on all cores, before anything is written.
    private static List<Said> Last(IReadOnlyList<ReadReport> batch)
    {
        Said[] said = new Said[batch.Count];
        Parallel.For(0, said.Length, i => said[i] = new Said(batch[i]));
        // The same page twice in one batch: the last one read counts, as it would in two batches.
        Dictionary<string, int> last = new(StringComparer.Ordinal);
        for (int i = 0; i < said.Length; i++) last[said[i].Report.Id] = i;
        return [.. said.Where((s, i) => last[s.Report.Id] == i)];
    }

    /// <summary>Marks topics as having something new.</summary>
    /// <remarks>In order, as other writers do, so that none waits for one that waits for it.</remarks>
    public void Mark(IReadOnlyCollection<long> topics) => database.Merge(Table.Pending, [.. topics.Order()], static (row, topic) => row.Integer(topic), database.KeepMark);

    // What a report was read with; of one that came without, nothing is known any more.
    private void Stamp(List<(long Report, string? Stamp)> stamps)
    {
        foreach ((long Report, string? Stamp)[] chunk in stamps.Chunk(Batch))
        {
            database.Execute($"DELETE FROM readings WHERE report IN ({Database.In(chunk.Select(c => c.Report))})");
            foreach (IGrouping<string, (long Report, string? Stamp)> group in chunk.Where(c => c.Stamp is not null).GroupBy(c => c.Stamp!, StringComparer.Ordinal))
            {
                database.Execute($"INSERT INTO readings (report, stamp) VALUES {string.Join(',', group.Select(c => $"({c.Report.ToString(CultureInfo.InvariantCulture)}, @p0)"))}", group.Key);
            }
        }
    }

    private Dictionary<string, long> Known(string[] ids)
    {
        Dictionary<string, long> known = new(StringComparer.Ordinal);
        foreach (string[] chunk in ids.Order(StringComparer.Ordinal).Chunk(Batch))
        {
            foreach ((string id, long key) in database.Read($"SELECT id, report FROM reports WHERE id IN ({Database.Names(0, chunk.Length)}) {database.KeepIds}", row => (row.GetString(0), row.GetInt64(1)), chunk))
            {
                known[id] = key;
            }
        }
        return known;
    }

    // Brings a report that is there already to what was read now: claims that are there are taken out of the ones to add, others go.
    private int Replace(long key, Report report, ReadReport read, Dictionary<string, Claim> claims, HashSet<long> topics)
    {
        Report before = loader.Reports([key])[key];
        bool sameHead = before.Title == report.Title && before.Publisher == report.Publisher && before.Published == report.Published && before.Url == report.Url && before.Language == report.Language && before.TextId == report.TextId;
        List<(long Key, string Id, long Topic)> there = database.Read("SELECT claim, id, topic FROM claims WHERE report = @p0", row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2)), key);
        List<(long Key, string Id, long Topic)> gone = [];
        foreach ((long Key, string Id, long Topic) claim in there)
        {
            // What stands in the head of a report (its day, its publisher) decides about its claims: they are compared anew.
            if (sameHead && claims.Remove(claim.Id)) continue;
            gone.Add(claim);
        }
        foreach ((long, string, long Topic) claim in gone) topics.Add(claim.Topic);
        Delete([.. gone.Select(g => g.Key)]);
        if (!sameHead)
        {
            database.Execute(
                "UPDATE reports SET title = @p1, publisher = @p2, url = @p3, published = @p4, language = @p5, author = @p6, text_id = @p7 WHERE report = @p0",
                key, report.Title, report.Publisher, report.Url, report.Published?.ToString(), report.Language, read.Document.Author, report.TextId);
            loader.Forget();
        }
        return gone.Count(g => !claims.ContainsKey(g.Id));
    }

    private void Delete(List<long> keys)
    {
        if (keys.Count == 0) return;
        foreach ((long key, ReportedClaim claim) in loader.Load(keys)) scope.Remove(key, claim);
        foreach (long[] chunk in keys.Chunk(Batch))
        {
            string list = Database.In(chunk);
            database.UnindexEvidence(chunk);
            foreach (string table in (ReadOnlySpan<string>)["evidence", "mentions", "claim_actors", "claims"]) database.Execute($"DELETE FROM {table} WHERE claim IN ({list})");
        }
    }

    /// <summary>A report of a batch with its claims by their ids, and where it stands once that is known.</summary>
    private sealed class Said
    {
        public Said(ReadReport read)
        {
            Read = read;
            Report = Report.Of(read.Document) with { IsStatistics = read.IsStatistics };
            Claims = new Dictionary<string, Claim>(read.Claims.Count, StringComparer.Ordinal);
            foreach (Claim claim in read.Claims) Claims[ClaimId.Of(Report.Id, claim)] = claim;
            Sums = read.IsStatistics ? [] : Reconciler.Sums(Claims.Select(c => new ReportedClaim(c.Key, Report, c.Value)));
        }

        public ReadReport Read { get; }

        public Report Report { get; }

        public Dictionary<string, Claim> Claims { get; }

        public IReadOnlyList<Judgement> Sums { get; }

        /// <summary>Its key.</summary>
        public long Key { get; private set; }

        /// <summary>The keys of its claims, in their order.</summary>
        public long[] ClaimKeys { get; private set; } = [];

        /// <summary>The keys of their quotes, one after the other.</summary>
        public long[] EvidenceKeys { get; private set; } = [];

        public void TakeKeys(long key, Keys claims, Keys evidence)
        {
            Key = key;
            ClaimKeys = [.. Claims.Select(_ => claims.Next())];
            EvidenceKeys = [.. Claims.Values.SelectMany(c => c.Evidence).Select(_ => evidence.Next())];
        }
    }

    /// <summary>The rows of the claims of a report. A pure function of it, so that several can be made at a time.</summary>
    private sealed class ClaimSet
    {
        public ClaimSet(Said said)
        {
            int claims = 0, quotes = 0;
            foreach ((string id, Claim claim) in said.Claims)
            {
                ReportedClaim reported = new(id, said.Report, claim);
                long key = said.ClaimKeys[claims++], topic = Reconciler.Topic(reported), place = 0;
                Topics.Add(topic);
                Claims.Add(ClaimRows.ToRow(key, said.Key, reported, topic));
                foreach ((string role, ActorCode actor) in ClaimSlots.Actors(claim)) Actors.Add([key, place++, role, actor.ToString()]);
                foreach (Evidence words in claim.Evidence) Evidence.Add([said.EvidenceKeys[quotes++], key, (long)words.Span.Start, (long)words.Span.End, words.Quote]);
                place = 0;
                foreach (ActorMention mention in claim.Actors)
                {
                    Mentions.Add([key, place++, mention.Actor.ToString(), mention.Name, mention.Office, mention.Role, (long)mention.Span.Start, (long)mention.Span.End]);
                }
                ScopeWriter.Rows(key, said.Key, reported, Scope);
            }
        }

        public List<long> Topics { get; } = [];

        public List<object?[]> Claims { get; } = [];

        public List<object?[]> Actors { get; } = [];

        public List<object?[]> Evidence { get; } = [];

        public List<object?[]> Mentions { get; } = [];

        public List<ScopeWriter.ClaimRow> Scope { get; } = [];
    }
}
