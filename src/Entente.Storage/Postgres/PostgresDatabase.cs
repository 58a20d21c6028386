using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Entente.Storage.Postgres;

/// <summary>A ledger in a PostgreSQL database, in the schema that the connection finds first. Rows are written with COPY.</summary>
internal sealed class PostgresDatabase : Database
{
    // Any numbers, the same in every process: who holds the first writes, alone or with others that hold it shared; who holds the second counts.
    private const long WritersLock = 0x454E5445;
    private const long TurnLock = WritersLock + 1;

    // As the sequences of the schema step.
    private const int KeysOfBlock = 50;

    private readonly NpgsqlConnection connection;
    private readonly string connectionString;

    private PostgresDatabase(NpgsqlConnection connection, string connectionString)
    {
        this.connection = connection;
        this.connectionString = connectionString;
    }

    public override string Location => $"postgres://{connection.Host}:{connection.Port}/{connection.Database}";

    // Which transactions this one sees: another after each that ends.
    public override string Mark
    {
        get
        {
            using DbCommand command = Command("SELECT pg_current_snapshot()::text");
            return (string)command.ExecuteScalar()!;
        }
    }

    public override void LimitTime(TimeSpan within) =>
        Execute(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SET statement_timeout = {(long)within.TotalMilliseconds}"));

    protected override DbConnection Connection => connection;

    public override string ReportsWithWords =>
        """
        SELECT report, ts_headline('simple', left(text, 100000), to_tsquery('simple', @words), 'StartSel="",StopSel="",MaxWords=24,MinWords=12') FROM reports
        WHERE to_tsvector('simple', left(coalesce(title, '') || ' ' || text, 500000)) @@ to_tsquery('simple', @words)
        ORDER BY ts_rank(to_tsvector('simple', left(coalesce(title, '') || ' ' || text, 500000)), to_tsquery('simple', @words)) DESC, report LIMIT @limit
        """;

    public static PostgresDatabase Open(string address) => Open(address, forReading: false);

    /// <summary>Opens a ledger that is there over a connection that cannot write.</summary>
    public static PostgresDatabase OpenForReading(string address) => Open(address, forReading: true);

    private static PostgresDatabase Open(string address, bool forReading)
    {
        string connectionString = ConnectionString(address);
        NpgsqlConnection connection = new(connectionString);
        try
        {
            connection.Open();
            PostgresDatabase database = new(connection, connectionString);
            if (forReading)
            {
                database.CheckVersion();
                database.Execute("SET default_transaction_read_only = on");
            }
            else
            {
                database.Migrate("postgres", "string_agg(x.actor, ' ')");
            }
            return database;
        }
        catch (Exception error) when (error is NpgsqlException or EntenteException)
        {
            connection.Dispose();
            if (error is EntenteException) throw;
            throw new EntenteException($"postgres://{new NpgsqlConnectionStringBuilder(connectionString).Host}: {error.Message}", error);
        }
    }

    public override DbTransaction BeginWriting() => Begin("SELECT pg_advisory_xact_lock(@lock)");

    protected override DbTransaction BeginSharing() => Begin("SELECT pg_advisory_xact_lock_shared(@lock)");

    public override void TakeTurn() => Execute("SELECT pg_advisory_xact_lock(@p0)", TurnLock);

    public override Keys Reserve(Table table, int count)
    {
        List<long> blocks = count == 0 ? [] : Read($"SELECT nextval('{table.Name}_keys') FROM generate_series(1, @p0)", row => row.GetInt64(0), (long)(count + KeysOfBlock - 1) / KeysOfBlock);
        return new Keys(blocks, KeysOfBlock, () => Number($"SELECT nextval('{table.Name}_keys')"));
    }

    public override string KeepIds => "ORDER BY id FOR NO KEY UPDATE";

    public override string KeepMark => "ON CONFLICT (topic) DO UPDATE SET topic = excluded.topic";

    // An array, because a subquery may be run for each row.
    public override List<long> TakeMarked(int most, bool wait) => Read(
        $"DELETE FROM pending WHERE topic = ANY (ARRAY(SELECT topic FROM pending ORDER BY topic LIMIT @p0 FOR UPDATE {(wait ? "" : "SKIP LOCKED")})) RETURNING topic", row => row.GetInt64(0), (long)most);

    public override bool IsTwin(DbException error) => error.SqlState == PostgresErrorCodes.UniqueViolation;

    private NpgsqlTransaction Begin(string takeLock)
    {
        NpgsqlTransaction transaction = connection.BeginTransaction();
        using NpgsqlCommand command = new(takeLock, connection, transaction);
        command.Parameters.AddWithValue("lock", WritersLock);
        command.ExecuteNonQuery();
        return transaction;
    }

    public override void Insert<T>(Table table, IReadOnlyList<T> rows, Action<IRow, T> write)
    {
        if (rows.Count == 0) return;
        using NpgsqlBinaryImporter importer = connection.BeginBinaryImport($"COPY {table.Name} ({string.Join(", ", table.Columns)}) FROM STDIN (FORMAT BINARY)");
        Row row = new(importer);
        foreach (T item in rows)
        {
            importer.StartRow();
            write(row, item);
        }
        importer.Complete();
    }

    // COPY knows no conflicts: each column as an array, one round trip for any number of rows, which are taken in their order.
    public override void Merge<T>(Table table, IReadOnlyList<T> rows, Action<IRow, T> write, string conflict)
    {
        if (rows.Count == 0) return;
        ArrayRow columns = new(table, rows.Count);
        foreach (T item in rows)
        {
            columns.Begin();
            write(columns, item);
        }
        string names = string.Join(", ", table.Columns);
        using NpgsqlCommand command = (NpgsqlCommand)Command($"INSERT INTO {table.Name} ({names}) SELECT * FROM unnest({string.Join(", ", table.Columns.Select((_, i) => $"@c{i}"))}) {conflict}");
        columns.AddTo(command);
        command.ExecuteNonQuery();
    }

    /// <summary>Gathers the values of one row after another by column.</summary>
    private sealed class ArrayRow(Table table, int rows) : IRow
    {
        private readonly Array[] columns =
        [
            .. table.Types.Select(t => (Array)(t switch { ColumnType.Integer => new long?[rows], ColumnType.Real => new double?[rows], _ => new string?[rows] })),
        ];

        private int row = -1;
        private int column;

        public void Begin()
        {
            row++;
            column = 0;
        }

        public void Text(string? value) => ((string?[])columns[column++])[row] = value is null ? null : Clean(value);

        public void Integer(long value) => ((long?[])columns[column++])[row] = value;

        public void Real(double value) => ((double?[])columns[column++])[row] = value;

        public void Null() => column++;

        public void AddTo(NpgsqlCommand command)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                NpgsqlDbType type = table.Types[i] switch { ColumnType.Integer => NpgsqlDbType.Bigint, ColumnType.Real => NpgsqlDbType.Double, _ => NpgsqlDbType.Text };
                command.Parameters.Add(new NpgsqlParameter($"c{i}", NpgsqlDbType.Array | type) { Value = columns[i] });
            }
        }
    }

    /// <summary>Writes the values of one row after another to a COPY.</summary>
    private sealed class Row(NpgsqlBinaryImporter importer) : IRow
    {
        public void Text(string? value)
        {
            if (value is null) importer.WriteNull();
            else importer.Write(Clean(value), NpgsqlDbType.Text);
        }

        public void Integer(long value) => importer.Write(value, NpgsqlDbType.Bigint);

        public void Real(double value) => importer.Write(value, NpgsqlDbType.Double);

        public void Null() => importer.WriteNull();
    }

    public override (string From, string Where, string Order) EvidenceWith(string words) =>
        ("evidence e", "to_tsvector('simple', e.quote) @@ to_tsquery('simple', @words)", "e.evidence DESC");

    public override string WordsQuery(string words)
    {
        IEnumerable<string> terms = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Any(char.IsLetterOrDigit))
            .Select(w => "'" + w.TrimEnd('*').Replace("'", "''", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal) + "'" + (w.EndsWith('*') ? ":*" : ""));
        string query = string.Join(" & ", terms);
        return query;
    }

    public override DbConnection OpenReadOnly()
    {
        NpgsqlConnection only = new(connectionString);
        only.Open();
        using NpgsqlCommand command = new("SET default_transaction_read_only = on", only);
        command.ExecuteNonQuery();
        return only;
    }

    public override Database OpenReader()
    {
        NpgsqlConnection reader = (NpgsqlConnection)OpenReadOnly();
        return new PostgresDatabase(reader, connectionString);
    }

    protected override void AddParameter(DbCommand command, string name, object? value) =>
        ((NpgsqlCommand)command).Parameters.Add(value switch
        {
            null => new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = DBNull.Value },
            string text => new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = Clean(text) },
            _ => new NpgsqlParameter(name, value),
        });

    protected override long Version()
    {
        if (Number("SELECT count(*) FROM pg_tables WHERE tablename = 'entente_schema' AND schemaname = current_schema()") == 0) return 0;
        return Number("SELECT version FROM entente_schema");
    }

    protected override void SetVersion(long version)
    {
        Execute("CREATE TABLE IF NOT EXISTS entente_schema (version bigint NOT NULL)");
        Execute("DELETE FROM entente_schema");
        Execute("INSERT INTO entente_schema (version) VALUES (@p0)", version);
    }

    // PostgreSQL's text holds no NUL.
    private static string Clean(string text) => text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;

    private static string ConnectionString(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)) throw new EntenteException("The address of the ledger cannot be read. Write postgres://user:password@host:port/database.");
        string[] user = uri.UserInfo.Split(':', 2);
        NpgsqlConnectionStringBuilder builder = new()
        {
            Host = uri.Host.Length > 0 ? uri.Host : "localhost",
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Pooling = false,
            CommandTimeout = 600,
        };
        if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (string pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            if (parts.Length == 2 && parts[0] == "host") builder.Host = Uri.UnescapeDataString(parts[1]);
        }
        return builder.ToString();
    }
}
