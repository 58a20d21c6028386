namespace Entente.Fleet.Working;

/// <summary>Which deliveries of a channel are done. The broker is told of whole runs in one frame: "all up to this one".</summary>
internal sealed class Acknowledgements
{
    private readonly SortedSet<ulong> done = [];
    private readonly HashSet<ulong> toldSingly = [];
    private ulong told;

    /// <summary>Notes what is done.</summary>
    /// <returns>The last delivery of a run that is done, all before it too, where the broker does not know that yet; else null.</returns>
    public ulong? Done(IEnumerable<ulong> tags)
    {
        done.UnionWith(tags);
        ulong? last = null;
        while (done.Remove(told + 1))
        {
            told++;
            // The broker takes a delivery that it was told of for a mistake.
            if (!toldSingly.Remove(told)) last = told;
        }
        return last;
    }

    /// <summary>Deliveries that are done while one before them is not, each once: to be told one by one.</summary>
    public IReadOnlyList<ulong> TakeSingle()
    {
        ulong[] single = [.. done.Where(toldSingly.Add)];
        return single;
    }
}
