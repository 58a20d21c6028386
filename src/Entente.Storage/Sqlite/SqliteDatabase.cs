using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Entente.Storage.Sqlite;

/// <summary>A ledger in one SQLite file, with a write-ahead log: readers do not wait, and a killed process leaves nothing half written.</summary>
internal sealed class SqliteDatabase : Database
{
    // "ENTE": what tells a ledger from any other SQLite file.
    private const long ApplicationId = 0x454E5445;
    private const int BusySeconds = 120;

    private readonly SqliteConnection connection;
    // Well under a millisecond of work between two looks at the clock.
    private const int InstructionsBetweenLooks = 10_000;

    private readonly string path;
    private long deadline = long.MaxValue;
    private delegate_progress? watch;

    // Nobody asks how much memory SQLite holds, and to count it takes a lock at every allocation (bench/results/ledger.md). Has no effect where
    // another part of the program opened a database before. The locks of connections stay: a statement that was not closed is closed by the collector.
    static SqliteDatabase()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private SqliteDatabase(SqliteConnection connection, string path)
    {
        this.connection = connection;
        this.path = path;
    }

    public override string Location => path;

    // The first number changes with what others commit, the second with what this connection writes.
    public override string Mark => string.Create(CultureInfo.InvariantCulture, $"{Number("PRAGMA data_version")}-{Number("SELECT total_changes()")}");

    // All statements together have the time. The delegate is kept, because SQLite keeps a pointer to it.
    public override void LimitTime(TimeSpan within)
    {
        deadline = Stopwatch.GetTimestamp() + (long)(within.TotalSeconds * Stopwatch.Frequency);
        if (watch is not null) return;
        watch = _ => Stopwatch.GetTimestamp() > deadline ? 1 : 0;
        raw.sqlite3_progress_handler(connection.Handle, InstructionsBetweenLooks, watch, null);
    }

    public override string ThroughHeads => " INDEXED BY reports_heads";

    protected override DbConnection Connection => connection;

    public override string ReportsWithWords =>
        // Of the 500 that were read last: to weigh all 100,000 reports with "the" takes 240 ms, to weigh these 10.
        """
        SELECT rowid, snippet(report_words, 1, '', '', ' ... ', 24) FROM report_words WHERE report_words MATCH @words
        AND rowid >= coalesce((SELECT min(l.rowid) FROM (SELECT rowid FROM report_words WHERE report_words MATCH @words ORDER BY rowid DESC LIMIT max(500, @limit)) l), 0) ORDER BY rank LIMIT @limit
        """;

    public static SqliteDatabase Open(string path, bool mustExist)
    {
        if (Directory.Exists(path)) throw new EntenteException($"{path} is a folder; the ledger is a file.");
        if (mustExist && !File.Exists(path)) throw NoLedger(path);
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mustExist ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ToString());
        try
        {
            connection.Open();
            SqliteDatabase database = new(connection, path);
            database.CheckFile();
            database.Execute("PRAGMA journal_mode = WAL");
            // With a log, NORMAL keeps the file whole through a crash of the machine too; the last commits may be read again.
            // Half of the pages of an index are written by each of many commits: the log is copied into the file once for several of them.
            database.Execute("PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -98304; PRAGMA wal_autocheckpoint = 8000; PRAGMA foreign_keys = OFF");
            database.Migrate("sqlite", "group_concat(x.actor, ' ')");
            return database;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Broken(path, error);
        }
        catch (EntenteException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file that is there over a connection that cannot write.</summary>
    public static SqliteDatabase OpenForReading(string path)
    {
        if (!File.Exists(path)) throw NoLedger(path);
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = BusySeconds }.ToString());
        try
        {
            connection.Open();
            SqliteDatabase database = new(connection, path);
            database.CheckFile();
            database.CheckVersion();
            // Several of them are open at a time: a small cache each, and no map, which counts once for each of them (300 requests a second of
            // tables and feeds over a million claims: 336 MB without it, 1,587 MB with it, and no slower).
            database.Execute("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384; PRAGMA mmap_size = 0");
            return database;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Broken(path, error);
        }
        catch (EntenteException)
        {
            connection.Dispose();
            throw;
        }
    }

    public override DbTransaction BeginWriting() => connection.BeginTransaction(deferred: false);

    // Through SQLite's own functions: a row of 38 columns costs a third of what it costs through SqliteCommand, which looks every
    // parameter up by its name (bench/results/ledger.md).
    public override void Insert<T>(Table table, IReadOnlyList<T> rows, Action<IRow, T> write) => Insert(table, rows, write, "");

    public override void Merge<T>(Table table, IReadOnlyList<T> rows, Action<IRow, T> write, string conflict) => Insert(table, rows, write, " " + conflict);

    private void Insert<T>(Table table, IReadOnlyList<T> rows, Action<IRow, T> write, string after)
    {
        if (rows.Count == 0) return;
        sqlite3 handle = connection.Handle ?? throw new InvalidOperationException("The ledger is closed.");
        string sql = $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns)}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))}){after}";
        Check(raw.sqlite3_prepare_v2(handle, sql, out sqlite3_stmt statement));
        using (statement)
        {
            SqliteRow row = new(statement);
            foreach (T item in rows)
            {
                row.Begin();
                write(row, item);
                Check(row.Step());
            }
        }
    }

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE)) throw new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), code);
    }

    public override void IndexWords(Table table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0) return;
        bool evidence = table == Table.Evidence;
        string sql = evidence
            ? "INSERT INTO evidence_words (rowid, quote) SELECT evidence, quote FROM evidence WHERE evidence BETWEEN @p0 AND @p1"
            : "INSERT INTO report_words (rowid, title, text) SELECT report, title, text FROM reports WHERE report BETWEEN @p0 AND @p1";
        Execute(sql, rows[0][0], rows[^1][0]);
    }

    public override void UnindexEvidence(IReadOnlyCollection<long> claims) =>
        Execute($"INSERT INTO evidence_words (evidence_words, rowid, quote) SELECT 'delete', evidence, quote FROM evidence WHERE claim IN ({In(claims)})");

    public override (string From, string Where, string Order) EvidenceWith(string words) =>
        ("evidence_words w JOIN evidence e ON e.evidence = w.rowid", "evidence_words MATCH @words", "w.rowid DESC");

    public override string WordsQuery(string words)
    {
        // Each word in quotation marks, so that nothing in it is an operator.
        IEnumerable<string> terms = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Any(char.IsLetterOrDigit))
            .Select(w => "\"" + w.TrimEnd('*').Replace("\"", "", StringComparison.Ordinal) + "\"" + (w.EndsWith('*') ? "*" : ""));
        string query = string.Join(' ', terms);
        return query.Length == 0 ? "\"\"" : query;
    }

    public override DbConnection OpenReadOnly()
    {
        SqliteConnection only = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        only.Open();
        using SqliteCommand command = only.CreateCommand();
        command.CommandText = "PRAGMA query_only = ON";
        command.ExecuteNonQuery();
        return only;
    }

    public override Database OpenReader() => OpenForReading(path);

    protected override void AddParameter(DbCommand command, string name, object? value) =>
        ((SqliteCommand)command).Parameters.AddWithValue("@" + name, value ?? DBNull.Value);

    protected override long Version() => Number("PRAGMA user_version");

    protected override void SetVersion(long version) =>
        Execute($"PRAGMA user_version = {version.ToString(CultureInfo.InvariantCulture)}; PRAGMA application_id = {ApplicationId.ToString(CultureInfo.InvariantCulture)}");

    // Another program's file is left alone: it is a ledger if it says so, or if nothing is in it.
    private void CheckFile()
    {
        if (Number("PRAGMA application_id") == ApplicationId) return;
        if (Number("SELECT count(*) FROM sqlite_master") > 0) throw new EntenteException($"{path} is a SQLite file of another program. Name another file with --ledger.");
    }

    private static EntenteException NoLedger(string path) => new($"{path}: there is no ledger. Make one with 'entente read INPUT --ledger {path}'.");

    public override EntenteException Explain(DbException error) => error is SqliteException sqlite ? Broken(path, sqlite) : base.Explain(error);

    private static EntenteException Broken(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => new EntenteException($"{path} is locked by another program, which has not let go of it for {BusySeconds} s. Nothing was written; read the same again later.", error),
        8 => new EntenteException($"{path} is read-only. May you write to the file and its folder?", error),
        10 or 13 => new EntenteException($"{path}: the disk is full or fails ({error.Message}). What was kept before is whole; make room and read the same again.", error),
        11 => new EntenteException($"{path} is damaged ({error.Message}). Put a copy back, or read the reports into a new ledger.", error),
        26 => new EntenteException($"{path} is no SQLite file. Name another file with --ledger.", error),
        14 => new EntenteException($"{path} cannot be opened. Is the folder there, and may you write to it?", error),
        _ => new EntenteException($"{path}: {error.Message}", error),
    };
}
