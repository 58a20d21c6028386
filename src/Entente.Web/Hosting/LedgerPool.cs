using System.Collections.Concurrent;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Web.Hosting;

/// <summary>Open ledgers, one for each request that runs: a ledger serves one thread at a time. Pages get ledgers that cannot write.</summary>
internal sealed class LedgerPool(string location, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentBag<(ILedger Ledger, string Version)> readers = [];
    private readonly Lock gate = new();
    private (string Version, LedgerCache Cache) shared = ("", new LedgerCache());
    private int kept;

    /// <summary>An open ledger that may write, closed when it is disposed.</summary>
    public Lease Rent() => new(null, Ledger.Open(location, clock), "");

    /// <summary>An open ledger that only reads, given back when it is disposed.</summary>
    /// <param name="version">What <see cref="LedgerWatch"/> calls the present version: what was opened for an older one may remember what is gone.</param>
    public Lease RentReader(string version)
    {
        while (readers.TryTake(out (ILedger Ledger, string Version) idle))
        {
            Interlocked.Decrement(ref kept);
            if (idle.Version == version) return new Lease(this, idle.Ledger, version);
            idle.Ledger.Dispose();
        }
        return new Lease(this, Ledger.OpenForReading(location, Shared(version)), version);
    }

    /// <summary>Closes what is idle.</summary>
    public void Dispose()
    {
        while (readers.TryTake(out (ILedger Ledger, string Version) idle)) idle.Ledger.Dispose();
    }

    private LedgerCache Shared(string version)
    {
        lock (gate)
        {
            if (shared.Version != version) shared = (version, new LedgerCache());
            return shared.Cache;
        }
    }

    private void Return(ILedger ledger, string version)
    {
        if (Interlocked.Increment(ref kept) <= Math.Max(4, Environment.ProcessorCount * 2))
        {
            readers.Add((ledger, version));
            return;
        }
        Interlocked.Decrement(ref kept);
        ledger.Dispose();
    }

    /// <summary>A ledger on loan.</summary>
    internal sealed class Lease(LedgerPool? pool, ILedger ledger, string version) : IDisposable
    {
        private bool ended;

        /// <summary>The ledger; not to be kept.</summary>
        public ILedger Ledger => ledger;

        /// <summary>Gives it back.</summary>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, true)) return;
            if (pool is null) ledger.Dispose();
            else pool.Return(ledger, version);
        }
    }
}
