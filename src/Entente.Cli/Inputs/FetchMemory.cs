using Entente.Claims;

namespace Entente.Cli.Inputs;

/// <summary>
/// What servers said of addresses in earlier runs and in this one. What this run learns is kept only at its end, when all reports are in the
/// ledger: a run that breaks off fetches again.
/// </summary>
internal sealed class FetchMemory(ILedger ledger, string stamp)
{
    private readonly List<FetchMark> learnt = [];

    /// <summary>How many addresses had not changed.</summary>
    public int Unchanged { get; set; }

    /// <summary>What is known of an address.</summary>
    public FetchMark? Of(string address) => ledger.Fetched(address, stamp);

    /// <summary>An address was read to its end.</summary>
    public void Learn(FetchMark mark) => learnt.Add(mark);

    /// <summary>Writes what was learnt to the ledger.</summary>
    public void Keep() => ledger.KeepFetches(learnt, stamp);
}
