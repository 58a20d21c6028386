using System.Data.Common;
using Entente.Claims;
using Entente.Fleet.Broker;
using Microsoft.Extensions.Logging;

namespace Entente.Fleet.Working;

/// <summary>
/// A ledger that is opened anew and written again where the server was away. That is safe because adding is idempotent: whether a commit whose
/// answer was lost took place does not matter.
/// </summary>
internal sealed class PatientLedger(Func<ILedger> open, ILogger log, FleetMetrics metrics, WorkerHealth health, TimeProvider clock) : IDisposable
{
    // Classes of SQLSTATE: connection, serialisation and deadlock, resources (disk, memory, connections), object in use, operator (shutdown), system.
    private static readonly string[] Passing = ["08", "40", "53", "55", "57", "58"];
    private readonly Backoff backoff = new(clock);
    private ILedger? ledger;

    /// <summary>Whether something was added that was not compared since.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Adds reports; tries until it works.</summary>
    /// <exception cref="DbException">The database refuses these reports, whenever they come.</exception>
    /// <exception cref="EntenteException">The same; or there is no such ledger.</exception>
    public async Task<LedgerChange> AddAsync(IReadOnlyList<ReadReport> reports, CancellationToken cancellation)
    {
        LedgerChange change = await TryAsync(l => l.Add(reports), cancellation);
        IsNew |= change.Claims > 0 || change.Removed > 0;
        return change;
    }

    /// <summary>Compares what is new.</summary>
    public async Task CompareAsync(CancellationToken cancellation)
    {
        await TryAsync(
            l =>
            {
                l.Reconcile();
                return 0;
            },
            cancellation);
        IsNew = false;
    }

    public void Dispose() => Close();

    /// <summary>Whether an error will pass by itself.</summary>
    public static bool IsPassing(Exception error)
    {
        for (Exception? at = error; at is not null; at = at.InnerException)
        {
            if (at is DbException database) return database.SqlState is not { } state || Array.Exists(Passing, p => state.StartsWith(p, StringComparison.Ordinal));
            if (at is IOException or System.Net.Sockets.SocketException or TimeoutException or ObjectDisposedException) return true;
        }
        return false;
    }

    /// <summary>Whether the database said no to what it was given.</summary>
    public static bool IsRefusal(Exception error) => !IsPassing(error) && (error is DbException || error.InnerException is DbException);

    private async Task<T> TryAsync<T>(Func<ILedger, T> work, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                ledger ??= open();
                T result = work(ledger);
                backoff.Reset();
                health.LedgerIsWell = true;
                return result;
            }
            catch (Exception error) when (IsPassing(error))
            {
                health.LedgerIsWell = false;
                metrics.LedgerFault();
                FleetLog.LedgerTrouble(log, error.Message);
                Close();
                await backoff.WaitAsync(cancellation);
            }
        }
    }

    private void Close()
    {
        try
        {
            ledger?.Dispose();
        }
        catch (Exception error) when (IsPassing(error))
        {
            FleetLog.CloseTrouble(log, error.Message);
        }
        ledger = null;
    }
}
