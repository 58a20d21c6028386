using System.Data.Common;
using System.Globalization;
using Entente.Claims;
using Entente.Text;

namespace Entente.Storage;

/// <summary>The ledger in a database of SQL.</summary>
internal sealed partial class SqlLedger : ILedger
{
    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly ClaimLoader loader;
    private readonly ReportWriter writer;
    private readonly FactKeeper keeper;
    private readonly ClaimFinder finder;
    private readonly ScopeWriter scope;

    private readonly LedgerCache? cache;

    public SqlLedger(Database database, TimeProvider clock, LedgerCache? cache = null)
    {
        this.cache = cache;
        this.database = database;
        this.clock = clock;
        loader = new ClaimLoader(database, cache);
        corrections = new CorrectionKeeper(database, clock);
        writer = new ReportWriter(database, loader, corrections, clock);
        keeper = new FactKeeper(database, loader, writer.Mark, clock);
        finder = new ClaimFinder(database, loader);
        scope = new ScopeWriter(database);
    }

    public string Location => database.Location;

    public string Version => database.Mark;

    public void LimitTime(TimeSpan within) => database.LimitTime(within);

    public LedgerChange Add(IReadOnlyList<ReadReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return reports.Count == 0 ? default : Guarded(() => AddBesideOthers(reports));
    }

    private LedgerChange AddBesideOthers(IReadOnlyList<ReadReport> reports)
    {
        // Another process may have changed a report since.
        loader.Forget();
        try
        {
            return database.Share(() => writer.Add(reports));
        }
        catch (DbException error) when (database.IsTwin(error))
        {
            // Another program added one of these reports in the meantime: alone, so that it does not happen again with the next one.
            loader.Forget();
            return database.Write(() => writer.Add(reports));
        }
    }

    public bool Holds(Document document, string stamp)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<string?[]> there = database.Read(
            "SELECT r.title, r.publisher, r.url, r.published, r.language FROM reports r JOIN readings s ON s.report = r.report WHERE r.id = @p0 AND s.stamp = @p1",
            row => new[] { Text(row, 0), Text(row, 1), Text(row, 2), Text(row, 3), Text(row, 4) }, ClaimId.OfReport(document), stamp);
        // What stands in its head (its day, its publisher) decides about its claims.
        return there.Count == 1 && there[0].AsSpan().SequenceEqual([document.Title, document.Publisher, document.Url, document.Published?.ToString(), document.Language]);
    }

    public FetchMark? Fetched(string address, string stamp) => database.Read(
        "SELECT etag, modified FROM fetches WHERE address = @p0 AND stamp = @p1", row => new FetchMark(address, Text(row, 0), Text(row, 1)), address, stamp).FirstOrDefault();

    public void KeepFetches(IReadOnlyList<FetchMark> marks, string stamp)
    {
        ArgumentNullException.ThrowIfNull(marks);
        if (marks.Count == 0) return;
        Guarded(() => database.Write(() =>
        {
            foreach (FetchMark mark in marks)
            {
                database.Execute("DELETE FROM fetches WHERE address = @p0", mark.Address);
                database.Execute("INSERT INTO fetches (address, stamp, etag, modified) VALUES (@p0, @p1, @p2, @p3)", mark.Address, stamp, mark.ETag, mark.Modified);
            }
            return 0;
        }));
    }

    public void Reconcile(Action<long>? progress = null)
    {
        if (database.Number("SELECT count(*) FROM pending") == 0) return;
        for (long left = 1; left > 0;)
        {
            left = Guarded(() => database.Share(keeper.Step));
            progress?.Invoke(left);
        }
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public IEnumerable<ReportedClaim> Claims(ClaimQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return finder.Claims(query);
    }

    public IReadOnlyList<Fact> Facts(FactQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return finder.Facts(query);
    }

    public IEnumerable<Fact> AllFacts(string kind) => finder.AllFacts(kind);

    public LedgerCounts Count(IReadOnlyList<ActorCode> actors)
    {
        ArgumentNullException.ThrowIfNull(actors);
        (string a, string b) = Scope.Key(actors);
        return Once($"count {a} {b}", () => Count(a, b, actors.Count == 0));
    }

    private LedgerCounts Count(string a, string b, bool all)
    {
        Dictionary<string, long> claims = new(StringComparer.Ordinal), facts = new(StringComparer.Ordinal);
        long contradictions = 0;
        foreach ((long kind, long claimCount, long factCount) in database.Read(
            "SELECT kind, claims, facts FROM scope_counts WHERE a = @p0 AND b = @p1 ORDER BY kind", row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), a, b))
        {
            if (kind == ScopeWriter.Contradiction)
            {
                contradictions = claimCount;
                continue;
            }
            if (claimCount > 0) claims[ClaimNames.Kinds[(int)kind]] = claimCount;
            if (factCount > 0) facts[ClaimNames.Kinds[(int)kind]] = factCount;
        }
        (long reports, long publishers, string? first, string? last) = !all && IsLarge(claims.Values.Sum()) ? Walk(a, b).Heads : Heads(a, b, all);
        return new LedgerCounts(reports, publishers, PartialDate.TryParse(first), PartialDate.TryParse(last), claims, facts) { Contradictions = contradictions };
    }

    private (long Reports, long Publishers, string? First, string? Last) Heads(string a, string b, bool all)
    {
        // Through an index that holds just these columns: the reports themselves carry their texts.
        string some = all ? "" : " WHERE r.report IN (SELECT report FROM claim_scope WHERE a = @p0 AND b = @p1)";
        return database.Read(
            $"SELECT count(*), count(DISTINCT r.publisher), min(r.published), max(r.published) FROM reports r{database.ThroughHeads}{some}",
            row => (row.GetInt64(0), row.GetInt64(1), Text(row, 2), Text(row, 3)), a, b)[0];
    }

    private bool IsLarge(long claims) => claims > cache?.MostLookedUp;

    private ScopeWalk Walk(string a, string b) => Once($"walk {a} {b}", () => ScopeWalk.Of(database, Once("heads", () => new ReportHeads(database)), a, b));

    public IReadOnlyList<Contradiction> Contradictions(IReadOnlyList<ActorCode> actors, int limit = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(actors);
        (string a, string b) = Scope.Key(actors);
        var rows = database.Read(
            "SELECT j.left_id, j.right_id, j.made_by, j.reason FROM contradiction_scope s JOIN judgements j ON j.judgement = s.judgement WHERE s.a = @p0 AND s.b = @p1 ORDER BY s.day DESC, j.left_id, j.right_id, j.made_by LIMIT @p2",
            row => (Left: row.GetString(0), Right: row.GetString(1), By: row.GetString(2), Reason: row.GetString(3)), a, b, (long)limit);
        Dictionary<string, ReportedClaim> claims = finder.ByIds([.. rows.SelectMany(r => new[] { r.Left, r.Right }).Distinct()]).ToDictionary(c => c.Id, StringComparer.Ordinal);
        return [.. rows.Where(r => claims.ContainsKey(r.Left) && claims.ContainsKey(r.Right)).Select(r => new Contradiction(claims[r.Left], claims[r.Right], r.By, r.Reason))];
    }

    public IReadOnlyList<Judgement> Judgements(string claim) => database.Read(
        "SELECT left_id, right_id, verdict, made_by, reason, score, made_at, withdrawn_at FROM judgements WHERE left_id = @p0 OR right_id = @p0 ORDER BY judgement",
        row => new Judgement(row.GetString(0), row.GetString(1), Verdicts.Of(row.GetString(2)), row.GetString(3), row.GetString(4), row.GetDouble(5))
        {
            MadeAt = Time(row.GetString(6)),
            WithdrawnAt = row.IsDBNull(7) ? null : Time(row.GetString(7)),
        },
        claim);

    public void Judge(Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        if (judgement.IsByRule) throw new ArgumentException("Rules judge by themselves; give the name of a person.", nameof(judgement));
        if (judgement.Left == judgement.Right && judgement.Verdict != Verdict.Different) throw new ArgumentException("A judgement is about two claims.", nameof(judgement));
        (string Id, long Topic)[] topics = [.. database.Read("SELECT id, topic FROM claims WHERE id IN (@p0, @p1)", row => (row.GetString(0), row.GetInt64(1)), judgement.Left, judgement.Right)];
        foreach (string id in (ReadOnlySpan<string>)[judgement.Left, judgement.Right])
        {
            if (!Array.Exists(topics, t => t.Id == id)) throw new ArgumentException($"There is no claim {id} in {Location}.", nameof(judgement));
        }
        if (judgement.Verdict == Verdict.Same && topics[0].Topic != topics[1].Topic)
        {
            throw new ArgumentException("The two claims can never be one fact: their kind, type or actors differ.", nameof(judgement));
        }
        Guarded(() => database.Write(() =>
        {
            WithdrawNow(judgement.Left, judgement.Right, judgement.By);
            string? actors = null;
            long day = 0, key = database.Reserve(Table.Judgements, 1).Next();
            if (judgement.Verdict == Verdict.Contradicts && finder.ByIds([judgement.Left, judgement.Right]) is [var left, var right])
            {
                ActorCode[] both = [.. ClaimSlots.Distinct(left.Claim).Concat(ClaimSlots.Distinct(right.Claim)).Distinct().Order()];
                actors = FactKeeper.Joined(both);
                day = FactKeeper.Latest(left, right);
                scope.AddContradiction(key, both, day);
            }
            long topic = topics.First(t => t.Id == judgement.Left).Topic;
            database.Insert(Table.Judgements, [[key, judgement.Left, judgement.Right, topic, Verdicts.Of(judgement.Verdict), judgement.By, judgement.Reason, actors, judgement.Score, Now(), null, day]]);
            scope.Flush();
            writer.Mark([.. topics.Select(t => t.Topic).Distinct()]);
            return 0;
        }));
    }

    public bool Withdraw(string left, string right, string by) => Guarded(() => database.Write(() =>
    {
        bool found = WithdrawNow(left, right, by);
        if (found) writer.Mark([.. database.Read("SELECT DISTINCT topic FROM claims WHERE id IN (@p0, @p1)", row => row.GetInt64(0), left, right)]);
        return found;
    }));

    public string? TextOf(string report) => database.Read("SELECT text FROM reports WHERE id = @p0", row => row.GetString(0), report).FirstOrDefault();

    public IReadOnlyList<(Report Report, string Passage)> Search(string words, int limit)
    {
        using DbCommand command = database.Command(database.ReportsWithWords);
        ClaimFinder.Name(command, "words", database.WordsQuery(words));
        ClaimFinder.Name(command, "limit", (long)limit);
        List<(long Key, string Passage)> rows = [];
        using (DbDataReader reader = command.ExecuteReader())
        {
            while (reader.Read()) rows.Add((reader.GetInt64(0), reader.GetString(1)));
        }
        Dictionary<long, Report> reports = loader.Reports([.. rows.Select(r => r.Key)]);
        return [.. rows.Select(r => (reports[r.Key], r.Passage))];
    }

    public (IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows) Query(string sql)
    {
        DbConnection connection = database.OpenReadOnly();
        DbCommand command = connection.CreateCommand();
        try
        {
            // The user's own query, as it was written; the connection cannot write.
#pragma warning disable CA2100 // entente sql is there to run the user's SQL
            command.CommandText = sql;
#pragma warning restore CA2100
            DbDataReader reader = command.ExecuteReader();
            string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            return (columns, Rows(connection, command, reader));
        }
        catch (DbException error)
        {
            command.Dispose();
            connection.Dispose();
            throw new EntenteException($"The query cannot be run: {error.Message}", error);
        }
    }

    public void Dispose() => database.Dispose();

    private static IEnumerable<IReadOnlyList<object?>> Rows(DbConnection connection, DbCommand command, DbDataReader reader)
    {
        using (connection)
        using (command)
        using (reader)
        {
            object[] values = new object[reader.FieldCount];
            while (reader.Read())
            {
                reader.GetValues(values);
                yield return [.. values.Select(v => v is DBNull ? null : v)];
            }
        }
    }

    private bool WithdrawNow(string left, string right, string by)
    {
        List<(long Key, string? Actors, long Day)> standing = database.Read(
            "SELECT judgement, actors, day FROM judgements WHERE made_by = @p2 AND withdrawn_at IS NULL AND ((left_id = @p0 AND right_id = @p1) OR (left_id = @p1 AND right_id = @p0))",
            row => (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetInt64(2)), left, right, by);
        foreach ((long key, string? actors, long day) in standing)
        {
            database.Execute("UPDATE judgements SET withdrawn_at = @p1 WHERE judgement = @p0", key, Now());
            if (actors is not null) scope.RemoveContradiction(key, FactKeeper.Codes(actors), day);
        }
        scope.Flush();
        return standing.Count > 0;
    }

    private string Now() => clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    // Numbers that take a walk through all claims of an actor are worked out once for all readers of a version.
    private T Once<T>(string name, Func<T> make)
        where T : class => cache is null ? make() : cache.Of(name, make);

    private T Guarded<T>(Func<T> body)
    {
        try
        {
            return body();
        }
        catch (DbException error)
        {
            throw database.Explain(error);
        }
    }
}
