namespace Entente.Fleet;

/// <summary>How a worker is, for whoever watches it.</summary>
public sealed class WorkerHealth
{
    private volatile bool connected;
    private volatile bool ledgerIsWell = true;
    private volatile bool stuck;

    /// <summary>Whether it is connected to the broker.</summary>
    public bool IsConnected { get => connected; internal set => connected = value; }

    /// <summary>Whether the last write to the ledger worked.</summary>
    public bool LedgerIsWell { get => ledgerIsWell; internal set => ledgerIsWell = value; }

    /// <summary>Whether it reads one document for longer than it may: it ends.</summary>
    public bool IsStuck { get => stuck; internal set => stuck = value; }

    /// <summary>Whether documents that are submitted now will be read.</summary>
    public bool IsReady => IsConnected && LedgerIsWell && !IsStuck;
}
