using Entente.Gazetteers;

namespace Entente.Tests.Gazetteers;

public sealed class PlaceIndexTests
{
    private readonly PlaceIndex index = new(DataFiles.BuiltIn);

    [Fact]
    public void Rows_stand_in_the_order_of_their_keys_and_the_keys_are_folded_names()
    {
        string last = "";
        foreach ((string key, string name) in index.Keys())
        {
            Assert.True(string.CompareOrdinal(last, key) <= 0, $"'{key}' stands after '{last}'.");
            Assert.Equal(PlaceIndex.Key(name), key);
            last = key;
        }
    }

    [Theory]
    [InlineData("khujand", "TJK")]
    [InlineData("osh", "KGZ")]
    [InlineData("sao paulo", "BRA")]
    [InlineData("port of spain", "TTO")]
    public void Finds_a_city_by_its_key(string key, string state) => Assert.Equal(state, index.Find(key)[0].State.ToString());

    [Fact]
    public void Finds_all_namesakes_the_largest_first()
    {
        IReadOnlyList<ListedCity> cities = index.Find("alexandria");
        Assert.True(cities.Count > 2);
        Assert.Equal("EGY", cities[0].State.ToString());
    }

    [Fact]
    public void Finds_nothing_for_a_word_that_is_no_place() => Assert.Empty(index.Find("memorandum"));
}
