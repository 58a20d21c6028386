namespace Entente.Storage;

/// <summary>Keys for new rows, each larger than the one before: blocks that nobody else takes from.</summary>
internal sealed class Keys
{
    private readonly Queue<long> blocks;
    private readonly long size;
    private readonly Func<long> more;
    private long next;
    private long left;

    /// <summary>All numbers from one on.</summary>
    public Keys(long first)
        : this([first], long.MaxValue, () => throw new InvalidOperationException("There are no more numbers."))
    {
    }

    /// <summary>Blocks.</summary>
    /// <param name="firsts">The first key of each block, in order.</param>
    /// <param name="size">How many keys a block has.</param>
    /// <param name="more">Gives the first key of one more block.</param>
    public Keys(IEnumerable<long> firsts, long size, Func<long> more)
    {
        blocks = new Queue<long>(firsts);
        this.size = size;
        this.more = more;
    }

    /// <summary>The next key.</summary>
    public long Next()
    {
        if (left == 0)
        {
            next = blocks.TryDequeue(out long first) ? first : more();
            left = size;
        }
        left--;
        return next++;
    }
}
