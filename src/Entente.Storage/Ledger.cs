using Entente.Claims;
using Entente.Storage.Postgres;
using Entente.Storage.Sqlite;

namespace Entente.Storage;

/// <summary>Opens ledgers.</summary>
public static class Ledger
{
    /// <summary>
    /// Opens a ledger, makes it where there is none, and brings an older one forward.
    /// </summary>
    /// <param name="location">A SQLite file, or postgres://user:password@host:port/database.</param>
    /// <param name="clock">Dates what is read and judged; the system's if not given.</param>
    /// <param name="mustExist">Whether a file that is not there is an error instead of a new ledger.</param>
    /// <exception cref="EntenteException">It cannot be opened, is no ledger, or was made by a newer version.</exception>
    public static ILedger Open(string location, TimeProvider? clock = null, bool mustExist = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        Database database = IsPostgres(location) ? PostgresDatabase.Open(location) : SqliteDatabase.Open(location, mustExist);
        return new SqlLedger(database, clock ?? TimeProvider.System);
    }

    /// <summary>Opens a ledger that is there, over a connection that cannot write: what would add, judge or reconcile throws.</summary>
    /// <param name="location">A SQLite file, or postgres://user:password@host:port/database.</param>
    /// <param name="cache">What it shares with other readers of the same version, or null. It is then to be used for this version alone.</param>
    /// <exception cref="EntenteException">It cannot be opened, is no ledger, or is not of this program's version.</exception>
    public static ILedger OpenForReading(string location, LedgerCache? cache = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        Database database = IsPostgres(location) ? PostgresDatabase.OpenForReading(location) : SqliteDatabase.OpenForReading(location);
        return new SqlLedger(database, TimeProvider.System, cache);
    }

    private static bool IsPostgres(string location) => location.StartsWith("postgres://", StringComparison.Ordinal) || location.StartsWith("postgresql://", StringComparison.Ordinal);
}
