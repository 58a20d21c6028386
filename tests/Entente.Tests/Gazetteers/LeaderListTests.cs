using Entente.Gazetteers;

namespace Entente.Tests.Gazetteers;

public sealed class LeaderListTests
{
    private readonly LeaderList leaders = new(DataFiles.BuiltIn);

    // Spellings as agencies of the region write them.
    [Theory]
    [InlineData("Kasim-Jomart Tokayev", "KAZ")]
    [InlineData("Kassymzhomart Tokayev", "KAZ")]
    [InlineData("Imomali Rakhmon", "TJK")]
    [InlineData("Gurbanguly Berdymuhammedov", "TKM")]
    [InlineData("Shavkat Mirziyaev", "UZB")]
    [InlineData("Sadyr Zhaparov", "KGZ")]
    [InlineData("Volodymyr Zelenskiy", "UKR")]
    [InlineData("Recep Tayyip Erdogan", "TUR")]
    [InlineData("Muammar Qadhafi", "LBY")]
    public void Joins_transliterations(string name, string state)
    {
        IReadOnlyList<Leader> found = leaders.Find(name);
        Assert.NotEmpty(found);
        Assert.All(found, leader => Assert.Equal(state, leader.State.ToString()));
    }

    [Theory]
    [InlineData("Herat")]
    [InlineData("Panay")]
    [InlineData("Bolat Karimov Seitov")]
    public void Knows_no_word_that_only_resembles_a_leader(string word) => Assert.False(leaders.Knows(word));

    [Fact]
    public void A_president_of_today_was_something_else_before()
    {
        Leader? then = leaders.Find("Kassym-Jomart Tokayev").FirstOrDefault(l => l.HeldOn(new DateOnly(2005, 6, 1)));
        Assert.Equal("foreign minister", then?.Office);
        Assert.DoesNotContain(leaders.Find("Kassym-Jomart Tokayev"), l => l.Rank == "HS" && l.HeldOn(new DateOnly(2018, 6, 1)));
    }

    [Fact]
    public void Every_tenure_ends_after_it_begins()
    {
        foreach (DataRow row in DataFiles.BuiltIn.Read("leaders"))
        {
            if (row["to"] is not { } to) continue;
            Assert.True(string.CompareOrdinal(row.Required("from")[..4], to[..4]) <= 0, $"line {row.Line}");
        }
    }
}
