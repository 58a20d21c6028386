using System.Text;
using Entente.Claims;
using Entente.Reading;
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

    // Times that hang elsewhere in the sentence; weeks name a month at most; the evening and the night go with their day.
    [Theory]
    [InlineData("It was in May 2023 that Rosatom and Egypt's electricity ministry signed a contract on the turbines.", "2024-06-15", "2023-05")]
    [InlineData("Under the agreement that Peru and Chile signed in March 2022, volumes should climb.", "2024-06-15", "2022-03")]
    [InlineData("On the night of 9 June, Ethiopian troops shelled a Sudanese village.", "2024-06-15", "2024-06-09")]
    [InlineData("The Dutch trade minister spent part of last week in Ghana, where President Nana Akufo-Addo received her.", "2024-06-15", "2024-06")]
    [InlineData("Denmark, in the last week of January, signed a memorandum with Kenya on wind power.", "2024-02-15", "2024-01")]
    [InlineData("Two weeks ago Fiji signed a treaty on fishing with Samoa.", "2024-06-19", "2024-06")]
    [InlineData("Angola has told Zambia to halt imports of maize, a source in Luanda said on Wednesday.", "2024-06-14", "2024-06-12")]
    [InlineData("Manila said on Wednesday it had lodged a protest with Beijing.", "2025-09-18", "2025-09-17")]
    [InlineData("On 18 May President Nana Akufo-Addo told the rulers of Togo to open the border.", "2024-05-28", "2024-05-18")]
    [InlineData("At the mini-summit of 23 November in Luanda, Zambia's president and Angola's foreign minister agreed on a ceasefire.", "2023-01-18", "2022-11-23")]
    [InlineData("In 2010 premiers of Peru and Chile signed a treaty on fish.", "2024-05-28", "2010")]
    [InlineData("Bolivia had closed its embassy in Lima in 2008, and Peru broke off relations with Bolivia in May of that year.", "2024-05-28", "2008-05")]
    public void A_time_is_found_wherever_the_sentence_has_it(string text, string published, string expected) => Assert.Contains(Events(published, text), e => e.Date?.ToString() == expected);

    // A timeline's dates stand over its paragraphs; a live report's entries with a clock time alone are of the day before them.
    [Fact]
    public void A_date_at_the_head_of_a_paragraph_holds_for_it()
    {
        List<Event> events = Events("2025-05-12", "April 22: Ecuador recalls its ambassador from Peru.", "May 7: Peru fires missiles at two posts in Ecuador.", "The treaty stays suspended.");
        Assert.Contains(events, e => e.Type == EventType.Sanction && e.Date?.ToString() == "2025-04-22");
        Assert.Contains(events, e => e.Type == EventType.Assault && e.Date?.ToString() == "2025-05-07");
        events = Events("2019-02-24", "Sun 24 Feb, 21:32\nTwo lorries waited at the bridge.", "Sat 23 Feb, 19:20\nBolivia's president has just announced that Bolivia severs diplomatic relations with Chile.", "19:24\nBolivia accused Chile of meddling in its internal affairs.");
        Assert.All(events, e => Assert.Equal("2019-02-23", e.Date?.ToString()));
        Assert.Equal(3, events.Count);
    }

    // An entry of a timeline is a history of its own: what has no year there is of the year at its head.
    [Fact]
    public void A_day_without_a_year_is_of_the_entry_that_it_stands_in()
    {
        List<Event> events = Events("2023-05-20", "How it came to this:", "March 2006. Peru bans wine from Chile.", "August 2008. Five days of war. Peru breaks off diplomatic relations with Chile on 2 September.", "Fiji recalled its ambassador from Samoa on 3 May.");
        Assert.Equal(["2006-03", "2008-09-02", "2023-05-03"], events.Where(e => e.Type == EventType.Sanction).Select(e => e.Date?.ToString()));
    }

    [Theory]
    [InlineData("Two days afterwards Ghana sent for the Togolese ambassador.", "2022-05-05")]
    [InlineData("The following day Ghana sent for the Togolese ambassador.", "2022-05-04")]
    public void Days_are_counted_from_what_was_told_before(string text, string expected)
    {
        List<Event> events = Events("2022-11-15", "Togo banned fish from Ghana on 3 May 2022. " + text);
        Assert.Contains(events, e => e.Type == EventType.Accuse && e.Date?.ToString() == expected);
    }

    // What a spokesman adds, he adds on the day on which he began to speak.
    [Fact]
    public void The_day_of_a_sentence_goes_on_through_its_paragraph()
    {
        List<Event> events = Events("2020-05-30", "A post in Abyei came under fire.", "Nobody was hurt.", "The border is long.", "Herds cross it.", "Trade is small.", "On Friday the army spokesman of Chad said that an officer had died. Chad accused Niger of breaking the border agreement.");
        Assert.Contains(events, e => e.Type == EventType.Accuse && e.Date?.ToString() == "2020-05-29");
    }

    // A later paragraph tells again what was signed, without the month.
    [Fact]
    public void A_signing_told_again_has_the_date_of_its_instrument()
    {
        List<Event> events = Events("", "Allied relations between Togo and Benin were formalized in a treaty in August 2024.", "The two nations signed a treaty on allied relations.");
        Assert.Contains(events, e => e.Type == EventType.Support && e.Date?.ToString() == "2024-08");
    }

    // A report that came out the day after its dateline tells of the day of the dateline.
    [Fact]
    public void Today_is_the_day_of_the_dateline()
    {
        string text = "Lima Courier\n2018-06-01 09:12\n\nQuito answers Lima\n\nQUITO, May 31 (LC) -- Ecuador's president today accused Peru of breaking the fishing accord, and recalled the Ecuadorean ambassador in Lima.\n";
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        Document document = Assert.Single(new Reader().Read(stream, "report.txt")).Document!;
        Assert.Equal("2018-05-31", document.DatelineDay?.ToString());
        Assert.All(Pipeline.Read(document).OfType<Event>(), e => Assert.Equal("2018-05-31", e.Date?.ToString()));
    }

    private static List<Event> Events(string published, params string[] paragraphs)
    {
        string text = string.Join("\n\n", paragraphs);
        List<Block> blocks = [];
        int start = 0;
        foreach (string paragraph in paragraphs)
        {
            blocks.Add(new Block(new TextSpan(start, start + paragraph.Length), BlockKind.Paragraph));
            start += paragraph.Length + 2;
        }
        return [.. Pipeline.Read(new Document { Source = "-", Text = text, Blocks = blocks, Published = PartialDate.TryParse(published) }).OfType<Event>()];
    }
}
