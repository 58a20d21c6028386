using System.Collections.Concurrent;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Web.Hosting;

/// <summary>Open ledgers, one for each request that runs: a ledger serves one thread at a time.</summary>
internal sealed class LedgerPool(string location, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentBag<ILedger> idle = [];
    private int kept;

    /// <summary>An open ledger, given back when it is disposed.</summary>
    public Lease Rent()
    {
        if (idle.TryTake(out ILedger? ledger)) Interlocked.Decrement(ref kept);
        else ledger = Ledger.Open(location, clock);
        return new Lease(this, ledger);
    }

    /// <summary>Closes what is idle.</summary>
    public void Dispose()
    {
        while (idle.TryTake(out ILedger? ledger)) ledger.Dispose();
    }

    private void Return(ILedger ledger)
    {
        if (Interlocked.Increment(ref kept) <= Math.Max(4, Environment.ProcessorCount * 2))
        {
            idle.Add(ledger);
            return;
        }
        Interlocked.Decrement(ref kept);
        ledger.Dispose();
    }

    /// <summary>A ledger on loan.</summary>
    internal sealed class Lease(LedgerPool pool, ILedger ledger) : IDisposable
    {
        private LedgerPool? pool = pool;

        /// <summary>The ledger; not to be kept.</summary>
        public ILedger Ledger => ledger;

        /// <summary>Gives it back.</summary>
        public void Dispose() => Interlocked.Exchange(ref pool, null)?.Return(ledger);
    }
}
