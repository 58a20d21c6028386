using System.Data.Common;
using System.Globalization;
using Entente.Claims;
using Entente.Text;

namespace Entente.Storage;

/// <summary>The ledger in a database of SQL.</summary>
internal sealed class SqlLedger : ILedger
{
    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly ClaimLoader loader;
    private readonly ReportWriter writer;
    private readonly FactKeeper keeper;
    private readonly ClaimFinder finder;

    public SqlLedger(Database database, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
        loader = new ClaimLoader(database);
        writer = new ReportWriter(database, loader, clock);
        keeper = new FactKeeper(database, loader, clock);
        finder = new ClaimFinder(database, loader);
    }

    public string Location => database.Location;

    public string Version => database.Mark;

    public LedgerChange Add(IReadOnlyList<ReadReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        // Another process may have changed a report since.
        loader.Forget();
        return reports.Count == 0 ? default : Guarded(() => database.Write(() => writer.Add(reports)));
    }

    public void Reconcile(Action<long>? progress = null)
    {
        if (database.Number("SELECT count(*) FROM pending") == 0) return;
        loader.Forget();
        for (long left = 1; left > 0;)
        {
            left = Guarded(() => database.Write(keeper.Step));
            progress?.Invoke(left);
        }
    }

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
        Dictionary<string, long> claims = new(StringComparer.Ordinal), facts = new(StringComparer.Ordinal);
        foreach ((long kind, long best, long count) in database.Read(
            "SELECT kind, best, count(*) FROM claim_scope WHERE a = @p0 AND b = @p1 GROUP BY kind, best ORDER BY kind, best", row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), a, b))
        {
            string name = ClaimNames.Kinds[(int)kind];
            claims[name] = claims.GetValueOrDefault(name) + count;
            if (best == 1) facts[name] = count;
        }
        string where = actors.Count == 0 ? "" : "WHERE report IN (SELECT DISTINCT report FROM claim_scope WHERE a = @p0 AND b = @p1)";
        (long reports, long publishers, string? first, string? last) = database.Read(
            $"SELECT count(*), count(DISTINCT publisher), min(published), max(published) FROM reports {where}",
            row => (row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)), a, b)[0];
        return new LedgerCounts(reports, publishers, PartialDate.TryParse(first), PartialDate.TryParse(last), claims, facts);
    }

    public IReadOnlyList<Contradiction> Contradictions(IReadOnlyList<ActorCode> actors, int limit = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(actors);
        List<object?> values = [(long)limit];
        string where = "";
        foreach (ActorCode actor in actors)
        {
            where += $" AND (' ' || actors || ' ') LIKE @p{values.Count.ToString(CultureInfo.InvariantCulture)}";
            values.Add($"% {actor} %");
        }
        var rows = database.Read(
            $"SELECT left_id, right_id, made_by, reason FROM judgements WHERE verdict = 'contradicts' AND withdrawn_at IS NULL{where} ORDER BY left_id, right_id, made_by LIMIT @p0",
            row => (Left: row.GetString(0), Right: row.GetString(1), By: row.GetString(2), Reason: row.GetString(3)), [.. values]);
        Dictionary<string, ReportedClaim> claims = finder.ByIds([.. rows.SelectMany(r => new[] { r.Left, r.Right }).Distinct()]).ToDictionary(c => c.Id, StringComparer.Ordinal);
        return
        [
            .. from row in rows
               where claims.ContainsKey(row.Left) && claims.ContainsKey(row.Right)
               let contradiction = new Contradiction(claims[row.Left], claims[row.Right], row.By, row.Reason)
               orderby Latest(contradiction) descending, row.Left, row.Right
               select contradiction,
        ];
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
        if (judgement.Left == judgement.Right) throw new ArgumentException("A judgement is about two claims.", nameof(judgement));
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
            if (judgement.Verdict == Verdict.Contradicts)
            {
                actors = string.Join(' ', finder.ByIds([judgement.Left, judgement.Right]).SelectMany(c => ClaimSlots.Distinct(c.Claim)).Distinct().Order());
            }
            long topic = topics.First(t => t.Id == judgement.Left).Topic;
            database.Insert(Table.Judgements, [[database.Number("SELECT max(judgement) FROM judgements") + 1, judgement.Left, judgement.Right, topic, Verdicts.Of(judgement.Verdict), judgement.By, judgement.Reason, actors, judgement.Score, Now(), null]]);
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

    private bool WithdrawNow(string left, string right, string by) => database.Execute(
        "UPDATE judgements SET withdrawn_at = @p3 WHERE made_by = @p2 AND withdrawn_at IS NULL AND ((left_id = @p0 AND right_id = @p1) OR (left_id = @p1 AND right_id = @p0))", left, right, by, Now()) > 0;

    private string Now() => clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static PartialDate Latest(Contradiction contradiction)
    {
        PartialDate left = contradiction.Left.Report.Published ?? default, right = contradiction.Right.Report.Published ?? default;
        return left.CompareTo(right) >= 0 ? left : right;
    }

    private T Guarded<T>(Func<T> body)
    {
        try
        {
            return body();
        }
        catch (DbException error)
        {
            throw new EntenteException($"{Location}: {error.Message}", error);
        }
    }
}
