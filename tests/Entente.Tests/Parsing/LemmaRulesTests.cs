using Entente.Parsing.Neural;

namespace Entente.Tests.Parsing;

public sealed class LemmaRulesTests
{
    private static readonly LemmaRules Rules = LemmaRules.Learn(
    [
        ("ministers", "minister", "NOUN/NNS"), ("parties", "party", "NOUN/NNS"), ("Deputies", "deputy", "NOUN/NNS"), ("men", "man", "NOUN/NNS"),
        ("talks", "talk", "NOUN/NNS"), ("states", "state", "NOUN/NNS"), ("dams", "dam", "NOUN/NNS"), ("leaders", "leader", "NOUN/NNS"),
        ("cities", "city", "NOUN/NNS"), ("BORDER", "Border", "PROPN/NNP"), ("Astana", "Astana", "PROPN/NNP"),
    ]);

    [Theory]
    [InlineData("Treaties", "NOUN/NNS", "treaty")]
    [InlineData("agreements", "NOUN/NNS", "agreement")]
    [InlineData("Men", "NOUN/NNS", "man")]
    [InlineData("Khujand", "PROPN/NNP", "Khujand")]
    [InlineData("anything", "X/FW", "anything")]
    [InlineData("", "NOUN/NNS", "")]
    public void Takes_the_longest_ending_that_fits(string form, string tags, string lemma) => Assert.Equal(lemma, Rules.Lemma(form, tags));

    [Fact]
    public void Reads_back_its_own_entries()
    {
        LemmaRules again = new(Rules.Entries);
        Assert.Equal(Rules.Entries, again.Entries);
        Assert.Equal("treaty", again.Lemma("treaties", "NOUN/NNS"));
    }
}
