using System.Data.Common;
using System.Globalization;

namespace Entente.Storage;

/// <summary>
/// One open connection to a database, and what differs between the two that are supported. All else is SQL that both understand; parameters are
/// written @p0, @p1.
/// </summary>
internal abstract class Database : IDisposable
{
    /// <summary>The version of the schema that this program writes.</summary>
    public const int SchemaVersion = 5;

    /// <summary>Where it is, for messages; without a password.</summary>
    public abstract string Location { get; }

    /// <summary>Differs after each change that anybody commits; compared with earlier ones of this connection only.</summary>
    public abstract string Mark { get; }

    /// <summary>Ends statements when this much time is over.</summary>
    public abstract void LimitTime(TimeSpan within);

    /// <summary>What makes a query that needs only the heads of reports go through their index, where the planner has to be told.</summary>
    public virtual string ThroughHeads => "";

    protected abstract DbConnection Connection { get; }

    /// <summary>The transaction that statements run in, if one is open.</summary>
    protected DbTransaction? Transaction { get; private set; }

    /// <summary>What went wrong in the words of a user, and the way out.</summary>
    public virtual EntenteException Explain(DbException error) => new($"{Location}: {error.Message}", error);

    /// <summary>Begins a transaction in which no other process writes.</summary>
    public abstract DbTransaction BeginWriting();

    /// <summary>Begins a transaction beside others of this kind, where the database can: of what is added, compared and counted each touches rows of its own, but for <see cref="TakeTurn"/>.</summary>
    protected virtual DbTransaction BeginSharing() => BeginWriting();

    /// <summary>
    /// Waits until no other transaction changes the rows that all change, the counts; for the last statements before the commit. Whoever has the turn
    /// waits for nothing else, so that nobody waits in a circle.
    /// </summary>
    public virtual void TakeTurn()
    {
    }

    /// <summary>Keys for new rows of a table.</summary>
    /// <param name="table">Its first column is the key.</param>
    /// <param name="count">How many are likely to be needed.</param>
    public virtual Keys Reserve(Table table, int count) => new(Number($"SELECT max({table.Columns[0]}) FROM {table.Name}") + 1);

    /// <summary>What keeps rows that were just selected as they are until the end of the transaction; they are selected in order of their ids.</summary>
    public virtual string KeepIds => "";

    /// <summary>What is done about a topic that is marked already: it must not be taken while this transaction lasts.</summary>
    public virtual string KeepMark => "ON CONFLICT DO NOTHING";

    /// <summary>Takes marked topics that no other transaction has in hand, the first ones; gives them back if it is rolled back.</summary>
    /// <param name="most">How many.</param>
    /// <param name="wait">Whether those in hand are waited for.</param>
    public virtual List<long> TakeMarked(int most, bool wait) => Read("DELETE FROM pending WHERE topic IN (SELECT topic FROM pending ORDER BY topic LIMIT @p0) RETURNING topic", row => row.GetInt64(0), (long)most);

    /// <summary>Whether an error says that another transaction has just added a row with the same id.</summary>
    public virtual bool IsTwin(DbException error) => false;

    /// <summary>Writes rows to a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">What the rows are made of.</param>
    /// <param name="write">Gives the values of one, in the order of the columns.</param>
    public abstract void Insert<T>(Table table, IReadOnlyList<T> rows, Action<IRow, T> write);

    /// <summary>Writes rows to a table.</summary>
    public void Insert(Table table, IReadOnlyList<object?[]> rows) => Insert(table, rows, static (row, values) =>
    {
        foreach (object? value in values)
        {
            switch (value)
            {
                case null: row.Null(); break;
                case string text: row.Text(text); break;
                case long number: row.Integer(number); break;
                case double number: row.Real(number); break;
                default: throw new InvalidOperationException($"No column can hold a {value.GetType().Name}.");
            }
        }
    });

    /// <summary>Writes rows to a table that may hold some of their keys already.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">What the rows are made of; no two have one key.</param>
    /// <param name="write">Gives the values of one, in the order of the columns.</param>
    /// <param name="conflict">The clause for these: ON CONFLICT and what is done.</param>
    public abstract void Merge<T>(Table table, IReadOnlyList<T> rows, Action<IRow, T> write, string conflict);

    /// <summary>Makes quotes and reports findable by their words; called with rows of the tables just written. Where an index does it, nothing.</summary>
    public virtual void IndexWords(Table table, IReadOnlyList<object?[]> rows)
    {
    }

    /// <summary>Takes the quotes of claims out of the index of words, before they are deleted.</summary>
    public virtual void UnindexEvidence(IReadOnlyCollection<long> claims)
    {
    }

    /// <summary>FROM and WHERE of the evidence e with the words in parameter @words, and an order that gives the last written first.</summary>
    public abstract (string From, string Where, string Order) EvidenceWith(string words);

    /// <summary>The query for reports with the words in @words: report key and passage, the best first, at most @limit.</summary>
    public abstract string ReportsWithWords { get; }

    /// <summary>What the user wrote as this database's full-text query: all words; a word with * stands for those that begin so.</summary>
    public abstract string WordsQuery(string words);

    /// <summary>A connection of its own that cannot write.</summary>
    public abstract DbConnection OpenReadOnly();

    /// <summary>The same over a connection of its own that cannot write, for another thread: it sees what is committed.</summary>
    public abstract Database OpenReader();

    /// <summary>Runs a body in a writing transaction, whole or not at all.</summary>
    public T Write<T>(Func<T> body) => Within(BeginWriting, body);

    /// <summary>The same beside others that add or compare.</summary>
    public T Share<T>(Func<T> body) => Within(BeginSharing, body);

    private T Within<T>(Func<DbTransaction> begin, Func<T> body)
    {
        using DbTransaction transaction = begin();
        Transaction = transaction;
        try
        {
            T result = body();
            transaction.Commit();
            return result;
        }
        finally
        {
            Transaction = null;
        }
    }

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using DbCommand command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement for each of many rows of values, of which none is null.</summary>
    public void ExecuteMany(string sql, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0) return;
        using DbCommand command = Command(sql, rows[0]);
        if (rows.Count > 1) command.Prepare();
        foreach (object?[] row in rows)
        {
            for (int i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i];
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The first column of the first row as a whole number; 0 where there is none.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values)
    {
        using DbCommand command = Command(sql, values);
        object? result = command.ExecuteScalar();
        return result is null or DBNull ? 0 : Convert.ToInt64(result, CultureInfo.InvariantCulture);
    }

    /// <summary>Reads rows.</summary>
    public List<T> Read<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using DbCommand command = Command(sql, values);
        using DbDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>Reads rows one after the other and keeps none.</summary>
    public void Each(string sql, Action<DbDataReader> row, params ReadOnlySpan<object?> values)
    {
        using DbCommand command = Command(sql, values);
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read()) row(reader);
    }

    /// <summary>Whole numbers as the inside of IN (...). Only numbers, so there is nothing to escape.</summary>
    public static string In(IEnumerable<long> numbers)
    {
        string list = string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        return list.Length == 0 ? "NULL" : list;
    }

    /// <summary>The names of parameters from <paramref name="first"/> on, as the inside of IN (...).</summary>
    public static string Names(int first, int count) =>
        count == 0 ? "NULL" : string.Join(',', Enumerable.Range(first, count).Select(i => "@p" + i.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A command in the open transaction.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        DbCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = Transaction;
        for (int i = 0; i < values.Length; i++) AddParameter(command, "p" + i.ToString(CultureInfo.InvariantCulture), values[i]);
        return command;
    }

    protected abstract void AddParameter(DbCommand command, string name, object? value);

    /// <summary>Brings the schema to this program's version.</summary>
    /// <exception cref="EntenteException">A newer program made it.</exception>
    protected void Migrate(string dialect, string aggregate)
    {
        if (Version() == SchemaVersion) return;
        Write(() =>
        {
            long version = Version();
            if (version > SchemaVersion)
            {
                throw new EntenteException($"{Location} is a ledger of version {version}, and this program knows versions up to {SchemaVersion}. Use a newer Entente.");
            }
            for (long next = version + 1; next <= SchemaVersion; next++)
            {
                Execute(Find($"{dialect}-{next}") ?? Script($"both-{next}"));
                if (next == 2) Migrations.To2(this);
            }
            Execute(Views(Script("views"), aggregate));
            SetVersion(SchemaVersion);
            return 0;
        });
    }

    /// <summary>That a connection that cannot write finds the schema that it knows.</summary>
    /// <exception cref="EntenteException">It does not.</exception>
    protected void CheckVersion()
    {
        long version = Version();
        if (version == SchemaVersion) return;
        throw new EntenteException(version > SchemaVersion
            ? $"{Location} is a ledger of version {version}, and this program knows versions up to {SchemaVersion}. Use a newer Entente."
            : $"{Location} is no ledger of version {SchemaVersion}. Bring it forward with 'entente check', which may write to it.");
    }

    /// <summary>The version of the schema; 0 where there is none.</summary>
    protected abstract long Version();

    protected abstract void SetVersion(long version);

    // AGGREGATE(role) in the script of the views: the actors of a claim with that role, in order, with spaces between.
    private static string Views(string script, string aggregate)
    {
        foreach (string role in (ReadOnlySpan<string>)["source", "target", "party", "from", "to", "state"])
        {
            script = script.Replace(
                $"AGGREGATE({role})",
                $"(SELECT {aggregate} FROM (SELECT a.actor FROM claim_actors a WHERE a.claim = c.claim AND a.role = '{role}' ORDER BY a.place) AS x)",
                StringComparison.Ordinal);
        }
        return script;
    }

    private static string Script(string name) => Find(name) ?? throw new EntenteException($"The script {name} is missing from the program.");

    private static string? Find(string name)
    {
        using Stream? stream = typeof(Database).Assembly.GetManifestResourceStream($"Schema/{name}.sql");
        if (stream is null) return null;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Connection.Dispose();
    }
}
