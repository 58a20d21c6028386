using System.Globalization;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Recognizing.Numbers;

namespace Entente.Tests.Specs;

public sealed class QuantitySpecTests
{
    private static readonly QuantityFinder Finder = new(DataFiles.BuiltIn);

    public static TheoryData<string, string> Rows()
    {
        TheoryData<string, string> rows = [];
        foreach ((string _, string sentence, string expected) in SpecTable.Read("quantities.md")) rows.Add(sentence, expected);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_sentence_of_the_spec_gives_its_quantities(string sentence, string expected)
    {
        IEnumerable<string> found = Finder.Find(PlainText.Parse(sentence, null)).OfType<QuantityMention>().OrderBy(q => q.Span).Select(Describe);
        Assert.Equal(expected, string.Join("; ", found));
    }

    [Fact]
    public void The_spec_has_enough_sentences() => Assert.True(Rows().Count >= 60);

    private static string Describe(QuantityMention mention)
    {
        string kind = mention switch
        {
            Money => "money",
            Percentage => "percent",
            Measurement => "measurement",
            Multiple => "multiple",
            Number { IsOrdinal: true } => "ordinal",
            _ => "number",
        };
        string value = Plain(mention.Amount.Value) + (mention.Amount.High is { } high ? ".." + Plain(high) : "");
        string?[] parts = [kind, value, (mention as Money)?.Currency, (mention as Measurement)?.Unit, mention.Amount.Comparator == "=" ? null : mention.Amount.Comparator, mention.Rate];
        return string.Join(' ', parts.Where(p => p is not null));
    }

    private static string Plain(decimal value) => Math.Round(value, 16).ToString("0.################", CultureInfo.InvariantCulture);
}
