using Entente.Storage;

namespace Entente.Tests.Storage;

public sealed class KeysTests
{
    [Fact]
    public void Keys_come_from_one_block_after_the_other_and_then_from_new_ones()
    {
        long fetched = 100;
        Keys keys = new([1, 7], 2, () => fetched += 10);
        Assert.Equal([1, 2, 7, 8, 110, 111, 120], Enumerable.Range(0, 7).Select(_ => keys.Next()));
    }

    [Fact]
    public void Without_blocks_they_go_on_for_ever()
    {
        Keys keys = new(41);
        Assert.Equal([41, 42, 43], Enumerable.Range(0, 3).Select(_ => keys.Next()));
    }
}
