using System.Globalization;
using Entente.Claims;
using Entente.Reconciling;

namespace Entente.Storage;

/// <summary>Adds reports with their claims. Runs in one transaction, so that a batch is there whole or not at all.</summary>
internal sealed class ReportWriter(Database database, ClaimLoader loader, CorrectionKeeper corrections, TimeProvider clock)
{
    private const int Batch = 400;

    private readonly ScopeWriter scope = new(database);

    /// <summary>Adds a batch; must run in a writing transaction.</summary>
    public LedgerChange Add(IReadOnlyList<ReadReport> batch)
    {
        Dictionary<string, ReadReport> byId = new(StringComparer.Ordinal);
        List<(Report Report, ReadReport Read, Dictionary<string, Claim> Claims)> all = [];
        // Ids are hashes of all that is said: made on all cores, before anything is written.
        (Report Report, Dictionary<string, Claim> Claims)[] identified = new (Report, Dictionary<string, Claim>)[batch.Count];
        Parallel.For(0, batch.Count, i =>
        {
            Report report = Report.Of(batch[i].Document) with { IsStatistics = batch[i].IsStatistics };
            Dictionary<string, Claim> claims = new(StringComparer.Ordinal);
            foreach (Claim claim in batch[i].Claims) claims[ClaimId.Of(report.Id, claim)] = claim;
            identified[i] = (report, claims);
        });
        for (int i = 0; i < batch.Count; i++)
        {
            (Report report, Dictionary<string, Claim> said) = identified[i];
            // The same page twice in one batch: the last one read counts, as it would in two batches.
            if (byId.ContainsKey(report.Id)) all.RemoveAll(r => r.Report.Id == report.Id);
            byId[report.Id] = batch[i];
            all.Add((report, batch[i], said));
        }
        Dictionary<string, long> known = Known([.. byId.Keys]);
        string now = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        Keys reportKeys = database.Reserve(Table.Reports, all.Count - known.Count), claimKeys = database.Reserve(Table.Claims, all.Sum(r => r.Claims.Count)),
            evidenceKeys = database.Reserve(Table.Evidence, all.Sum(r => r.Claims.Values.Sum(c => c.Evidence.Count)));
        scope.Clear();
        Rows rows = new();
        HashSet<long> topics = [];
        List<(long Report, string? Stamp)> stamps = [];
        SumsKeeper sums = new(database, scope, clock);
        sums.Begin();
        int removed = 0, added = 0;
        foreach ((Report report, ReadReport read, Dictionary<string, Claim> claims) in all)
        {
            bool isKnown = known.TryGetValue(report.Id, out long key);
            if (!read.IsStatistics) sums.Check(claims, report, isKnown ? key : null);
            if (isKnown)
            {
                corrections.Apply(report.Id, claims);
                removed += Replace(key, report, read, claims, topics);
            }
            else
            {
                key = reportKeys.Next();
                added++;
                rows.Reports.Add([key, report.Id, report.Source, report.InputId, report.Title, report.Publisher, read.Document.Author, report.Url, report.Published?.ToString(), report.Language, report.TextId, now, read.Document.Text]);
                if (report.IsStatistics) rows.Statistics.Add([key]);
            }
            stamps.Add((key, read.Stamp));
            foreach ((string id, Claim claim) in claims)
            {
                ReportedClaim reported = new(id, report, claim);
                long topic = Reconciler.Topic(reported);
                topics.Add(topic);
                long claimKey = claimKeys.Next();
                rows.Add(claimKey, key, reported, topic, evidenceKeys);
                scope.Add(claimKey, key, reported);
            }
        }
        // In order of the ids: where two programs add the same ones, none waits for one that waits for it.
        database.Insert(Table.Reports, [.. rows.Reports.OrderBy(r => (string)r[1]!, StringComparer.Ordinal)]);
        database.IndexWords(Table.Reports, rows.Reports);
        database.Insert(Table.Claims, rows.Claims);
        database.Insert(Table.ClaimActors, rows.Actors);
        database.Insert(Table.Evidence, rows.Evidence);
        database.IndexWords(Table.Evidence, rows.Evidence);
        database.Insert(Table.Mentions, rows.Mentions);
        database.Insert(Table.Statistics, rows.Statistics);
        sums.End();
        Stamp(stamps);
        scope.WriteRows();
        // As late as can be: who adds to one of these topics next waits for the end of this.
        Mark(topics);
        scope.WriteCounts();
        return new LedgerChange(added, rows.Claims.Count, removed);
    }

    /// <summary>Marks topics as having something new.</summary>
    public void Mark(IReadOnlyCollection<long> topics)
    {
        // In order, as other writers do, so that none waits for one that waits for it.
        foreach (long[] chunk in topics.Order().Chunk(Batch))
        {
            database.Execute($"INSERT INTO pending (topic) VALUES {string.Join(',', chunk.Select(t => $"({t.ToString(CultureInfo.InvariantCulture)})"))} {database.KeepMark}");
        }
    }

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

    private sealed class Rows
    {
        public List<object?[]> Reports { get; } = [];

        public List<object?[]> Statistics { get; } = [];

        public List<object?[]> Claims { get; } = [];

        public List<object?[]> Actors { get; } = [];

        public List<object?[]> Evidence { get; } = [];

        public List<object?[]> Mentions { get; } = [];

        public void Add(long key, long report, ReportedClaim reported, long topic, Keys evidence)
        {
            Claim claim = reported.Claim;
            Claims.Add(ClaimRows.ToRow(key, report, reported, topic));
            long place = 0;
            foreach ((string role, ActorCode actor) in ClaimSlots.Actors(claim)) Actors.Add([key, place++, role, actor.ToString()]);
            foreach (Evidence words in claim.Evidence) Evidence.Add([evidence.Next(), key, (long)words.Span.Start, (long)words.Span.End, words.Quote]);
            place = 0;
            foreach (ActorMention mention in claim.Actors)
            {
                Mentions.Add([key, place++, mention.Actor.ToString(), mention.Name, mention.Office, mention.Role, (long)mention.Span.Start, (long)mention.Span.End]);
            }
        }
    }
}
