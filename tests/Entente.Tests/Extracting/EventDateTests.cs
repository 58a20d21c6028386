using Entente.Claims;
using Entente.Text;

namespace Entente.Tests.Extracting;

public sealed class EventDateTests
{
    private static readonly Pipeline Pipeline = new();

    // The part of a day goes with its day; what lies ahead dates nothing that happened; a noun keeps the year that is its own.
    [Theory]
    [InlineData("Norway's prime minister telephoned his British counterpart on Saturday night.", "2025-08-31", "2025-08-30")]
    [InlineData("An agreement was signed on the supply of power from Turkmenistan to Afghanistan in 2026.", "2025-10-20", "2025-10-20")]
    [InlineData("India has suspended the water treaty of 1960 with Pakistan.", "2025-04-24", "2025-04-24")]
    [InlineData("Peru signed a trade agreement with Chile last week.", "2025-10-22", "2025-10")]
    public void An_event_has_the_date_that_its_words_give(string text, string published, string expected)
    {
        Document document = new() { Source = "-", Text = text, Blocks = [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)], Published = PartialDate.TryParse(published) };
        Assert.Contains(Pipeline.Read(document).OfType<Event>(), e => e.Date?.ToString() == expected);
    }
}
