using Entente.Gazetteers;
using Entente.Parsing.Tokenizing;

namespace Entente.Tests.Parsing.Tokenizing;

public sealed class BrokenNamesTests
{
    private static readonly Tokenizer Tokenizer = new(new TokenLexicon(DataFiles.BuiltIn));
    private static readonly BrokenNames Broken = new(DataFiles.BuiltIn);

    [Theory]
    [InlineData("Trade of Pakis tan with Uzbeki stan grew.", "Trade of Pakistan with Uzbekistan grew .")]
    [InlineData("The Kyr gyz and the Turk menistan delegation", "The Kyrgyz and the Turkmenistan delegation")]
    [InlineData("Exports of Kazakh-\nstan grew", "Exports of Kazakhstan grew")]
    [InlineData("Exports of Kazakh-\r\nstan grew", "Exports of Kazakhstan grew")]
    [InlineData("Kazakhstanand Tajikistan signed", "Kazakhstan and Tajikistan signed")]
    [InlineData("Georgia andKazakhstan signed", "Georgia and Kazakhstan signed")]
    public void Mends_a_name_that_can_be_nothing_else(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("In Mali an agreement was signed.")]
    [InlineData("The War saw no end in Green land parties.")]
    [InlineData("Roma nians and Oman is rich, Thai land rights")]
    [InlineData("the variareas and numereconomic talks")]
    [InlineData("Indiana and Chinatown")]
    public void Leaves_what_it_is_not_sure_of(string text)
    {
        List<TokenMark> marks = Marks(text);
        TokenMark[] before = [.. marks];
        Broken.Mend(text, marks);
        Assert.Equal(before, marks);
    }

    [Fact]
    public void The_span_still_lies_on_the_characters_of_the_text()
    {
        const string text = "Trade of Pakis tan grew.";
        List<TokenMark> marks = Marks(text);
        Broken.Mend(text, marks);
        Assert.Equal((9, 18, "Pakistan"), (marks[2].Start, marks[2].End, BrokenNames.Form(text, marks[2])));
    }

    private static string Words(string text)
    {
        List<TokenMark> marks = Marks(text);
        Broken.Mend(text, marks);
        return string.Join(' ', marks.Select(m => BrokenNames.Form(text, m)));
    }

    private static List<TokenMark> Marks(string text)
    {
        List<TokenMark> marks = [];
        Tokenizer.Tokenize(text, 0, text.Length, marks);
        return marks;
    }
}
