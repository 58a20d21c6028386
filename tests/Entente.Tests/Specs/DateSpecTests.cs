using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Recognizing;
using Entente.Recognizing.Numbers;
using Entente.Resolving;
using Entente.Resolving.Times;
using Entente.Text;

namespace Entente.Tests.Specs;

public sealed class DateSpecTests
{
    private static readonly QuantityFinder Finder = new(DataFiles.BuiltIn);
    private static readonly TimeResolver Resolver = new(DataFiles.BuiltIn);

    public static TheoryData<string, string, string> Rows()
    {
        TheoryData<string, string, string> rows = [];
        foreach ((string section, string sentence, string expected) in SpecTable.Read("dates.md")) rows.Add(section, sentence, expected);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_sentence_of_the_spec_gives_its_times(string section, string sentence, string expected)
    {
        PartialDate? published = section.EndsWith("never", StringComparison.Ordinal) ? null : new PartialDate(2024, 3, 12);
        Assert.Equal(expected, Describe(sentence, published));
    }

    [Fact]
    public void The_spec_has_enough_sentences() => Assert.True(Rows().Count >= 60);

    [Theory]
    [InlineData("They met last year.", "2023-01-01", "2024-01-01")]
    [InlineData("They met in early 2023.", "2023-01-01", "2023-05-01")]
    [InlineData("They met since 2006.", "2006-01-01", "2007-01-01")]
    public void The_interval_is_of_the_words_alone(string sentence, string from, string to)
    {
        ResolvedTime time = Assert.Single(Resolve(sentence, new PartialDate(2024, 3, 12)));
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to)), (time.From, time.To));
    }

    [Fact]
    public void A_history_keeps_the_year_told_before_though_its_publication_is_known()
    {
        string text = "The war began in March 1951 and the city fell in May 1951, was lost in June 1952 and retaken in July 1952, and on 3 August the army left.";
        Assert.Equal("1952-08-03", Resolve(text, new PartialDate(2020, 1, 5)).Last().Value.ToString());
    }

    private static string Describe(string sentence, PartialDate? published)
    {
        RecognizedDocument document = Recognize(sentence, published);
        Dictionary<TimeExpression, ResolvedTime> times = Resolver.Resolve(document).ToDictionary(t => t.Expression);
        IEnumerable<string> found = document.Mentions.OfType<TimeExpression>().OrderBy(m => m.Span)
            .Select(m => m.Span.In(sentence) + (times.TryGetValue(m, out ResolvedTime? time) ? " = " + time.Value : " (-)"));
        return string.Join("; ", found);
    }

    private static IEnumerable<ResolvedTime> Resolve(string sentence, PartialDate? published) => Resolver.Resolve(Recognize(sentence, published));

    private static RecognizedDocument Recognize(string sentence, PartialDate? published)
    {
        ParsedDocument parsed = PlainText.Parse(sentence, published);
        return new RecognizedDocument(parsed, Finder.Find(parsed));
    }
}
