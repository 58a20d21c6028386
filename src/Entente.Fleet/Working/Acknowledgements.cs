namespace Entente.Fleet.Working;

/// <summary>Which deliveries of a channel are done. The broker is told of whole runs in one frame: "all up to this one".</summary>
internal sealed class Acknowledgements
{
    private readonly SortedSet<ulong> done = [];
    private ulong told;

    /// <summary>Deliveries that are done while one before them is not.</summary>
    public IReadOnlyCollection<ulong> Single => done;

    /// <summary>Notes what is done.</summary>
    /// <returns>The delivery up to which all are done, where that is further than before; else null.</returns>
    public ulong? Done(IEnumerable<ulong> tags)
    {
        done.UnionWith(tags);
        ulong before = told;
        while (done.Remove(told + 1)) told++;
        return told > before ? told : null;
    }
}
