using Entente.Text;

namespace Entente.Tests.Reading;

public sealed class PlainTextTests
{
    private const string Body = "The foreign ministers of Laos and Mongolia met on Tuesday to talk about a rail link and signed a protocol on freight.";
    private const string More = "Officials of both countries said that the first trains would run in spring, once the bridge has been tested.";

    [Fact]
    public void Joins_lines_wrapped_by_hand_into_one_block()
    {
        Document d = Reports.One("The two ministers agreed on Monday that goods would cross\nthe border at three more places, among them the pass of\nAldan, which has been closed since the flood.\nThe prices were not named.\n");
        Assert.Equal("The two ministers agreed on Monday that goods would cross the border at three more places, among them the pass of Aldan, which has been closed since the flood.", Reports.Blocks(d)[0]);
    }

    [Fact]
    public void Keeps_carriage_returns_so_that_offsets_fit_the_text_as_read()
    {
        Document d = Reports.One("Rail link agreed\r\n\r\n" + Body + "\r\n\r\n" + More + "\r\n");
        Assert.Equal("Rail link agreed\r\n\r\n" + Body + "\r\n\r\n" + More + "\r\n", d.Text);
        Assert.Equal(["Rail link agreed", Body, More], Reports.Blocks(d));
        Assert.Equal([BlockKind.Title, BlockKind.Paragraph, BlockKind.Paragraph], d.Blocks.Select(b => b.Kind));
    }

    [Theory]
    [InlineData("Advertisement", "advertisement")]
    [InlineData("-- advertisment --", "advertisement")]
    [InlineData("Share   Tweet   Print", "menu")]
    [InlineData("18:06", "clock time")]
    [InlineData("[Photo: the bridge at night]", "caption")]
    [InlineData("Tags: rail, freight", "tags")]
    [InlineData("Read also: Storm closes the harbour", "teaser")]
    [InlineData("Sign up for our newsletter", "newsletter")]
    [InlineData("[1] The line that never was, Steppe Papers, 2011.", "footnote")]
    [InlineData("We use cookies to make this site better.", "cookie notice")]
    public void Cuts_furniture_between_paragraphs_and_says_why(string line, string reason)
    {
        Document d = Reports.One($"Rail link agreed by ministers\n\n{Body}\n\n{line}\n\n{More}\n");
        Assert.Equal(["Rail link agreed by ministers", Body, More], Reports.Blocks(d));
        Cut cut = Assert.Single(d.Cuts);
        Assert.Equal((line, reason), (cut.Span.In(d.Text), cut.Reason));
    }

    [Fact]
    public void Cuts_everything_after_a_teaser_mark_and_the_comments()
    {
        Document d = Reports.One($"{Body}\n{More}\nRead next\n06:00\nA summit in another place ended on Friday without a result, and its hosts were not pleased.\n11:20\nFarmers wait for rain in the south of the country, as they have since spring.\nLeave a comment\nWho wrote this? I did not read a word of it, honestly.\n");
        Assert.Equal([Body, More], Reports.Blocks(d));
    }

    [Fact]
    public void Reads_on_after_a_teaser_in_the_middle()
    {
        Document d = Reports.One($"Rail link agreed\n\n{Body}\n\nRelated news: none of this matters\n\nMore from this section\n\nBread is dearer again\n\n{More}\n");
        Assert.DoesNotContain("Bread is dearer again", Reports.Blocks(d));
    }

    [Fact]
    public void Cuts_a_paragraph_that_stands_there_twice()
    {
        Document d = Reports.One($"{Body}\n\n{More}\n\n{Body}\n");
        Assert.Equal([Body, More], Reports.Blocks(d));
        Assert.Contains(d.Cuts, c => c.Reason == "repeated paragraph");
    }

    [Fact]
    public void Keeps_list_items_without_their_bullets()
    {
        Document d = Reports.One($"{Body}\n\nThe protocol says:\n- two trains a week in summer\n- one train a week in winter\n\n{More}\n");
        Assert.Contains(d.Blocks, b => b.Kind == BlockKind.ListItem && b.Span.In(d.Text) == "two trains a week in summer");
    }

    [Theory]
    [InlineData("NOMAD TELEGRAPH | Home | World\n4 May 2021\n\n", "2021-05-04")]
    [InlineData("Nomad Telegraph\n04.05.2021 09:15   311 views\n\n", "2021-05-04")]
    [InlineData("Nomad Telegraph\n26 / 08 / 2022\n\n", "2022-08-26")]
    [InlineData("18:06, 23 August 2018, Politics\n\n", "2018-08-23")]
    [InlineData("Published at: 4 Jan 2024 18:40\n\n", "2024-01-04")]
    [InlineData("Wed, December 24, 2025 at 7:41 PM GMT+7 - 3 min read\n\n", "2025-12-24")]
    [InlineData("2018-06-01 09:12\n\n", "2018-06-01")]
    [InlineData("Updated: 3 June 2020 | Published: 1 June 2020\n\n", "2020-06-01")]
    [InlineData("Опубликовано 13 марта 2024 г.\n\n", "2024-03-13")]
    [InlineData("13 de marzo de 2024\n\n", "2024-03-13")]
    [InlineData("13. März 2024\n\n", "2024-03-13")]
    [InlineData("13 наурыз 2024\n\n", "2024-03-13")]
    [InlineData("2024年3月13日\n\n", "2024-03-13")]
    [InlineData("", null)]
    public void Finds_the_day_of_publication_above_the_text(string head, string? day)
    {
        Document d = Reports.One($"{head}Rail link agreed by two ministers\n\n{Body}\n\nThe talks had begun on 3 January 2019.\n\n{More}\n");
        Assert.Equal(day, d.Published?.ToString());
    }

    [Theory]
    [InlineData("BISHKEK, March 13, 2025 (Meridian News) - ", "2025-03-13", "BISHKEK", "Meridian News")]
    [InlineData("Dushanbe, 17.10.2024 (Havo). – ", "2024-10-17", "Dushanbe", "Havo")]
    [InlineData(" date 2024-03-13 ASTANA — ", "2024-03-13", "ASTANA", null)]
    [InlineData("KARACHI, Dec 5, 2024: ", "2024-12-05", "KARACHI", null)]
    [InlineData("WASHINGTON, D.C., November 22, 2023 – ", "2023-11-22", "WASHINGTON", null)]
    [InlineData("VILNIUS, November 19, 2025. ", "2025-11-19", "VILNIUS", null)]
    [InlineData("KUALA LUMPUR - ", null, "KUALA LUMPUR", null)]
    [InlineData("TEHRAN: ", null, "TEHRAN", null)]
    public void Reads_the_dateline_and_cuts_it(string dateline, string? day, string place, string? agency)
    {
        Document d = Reports.One($"{dateline}{Body}\n\n{More}\n");
        Assert.Equal((day, place, agency), (d.Published?.ToString(), d.DatelinePlace, d.Publisher));
        Assert.Equal([Body, More], Reports.Blocks(d));
    }

    // 1 July was a Tuesday in 2025, and a Monday in 2024.
    [Theory]
    [InlineData("on Tuesday", "Trade reached 4 billion dollars in 2024", "2025-07-01")]
    [InlineData("on Tuesday", "Trade reached 4 billion dollars last year, up from 3 billion in 2023", "2025-07-01")]
    [InlineData("", "Trade reached 4 billion dollars in 2023", "2023-07-01")]
    public void Completes_the_year_of_a_dateline_by_the_weekday_told(string weekday, string trade, string published)
    {
        Document d = Reports.One($"ULAN BATOR, July 1. /STEPPE/. The ministry summoned the envoy {weekday} over the new fees.\n\n{trade}, the ministry said.\n");
        Assert.Equal(published, d.Published?.ToString());
    }

    [Fact]
    public void Takes_the_headline_and_not_the_masthead_for_the_title()
    {
        Document d = Reports.One($"MINISTRY OF TRANSPORT OF MONGOLIA\nPress release No. 12\n\nOn the rail link between Laos and Mongolia\n\n{Body}\n\n{More}\n");
        Assert.Equal("On the rail link between Laos and Mongolia", d.Title);
        Assert.Equal("MINISTRY OF TRANSPORT OF MONGOLIA", d.Publisher);
    }

    [Fact]
    public void Names_the_author_of_a_byline()
    {
        Document d = Reports.One($"Rail link agreed by ministers\n\nBy Oyuna Bat | 3 May 2021\n\n{Body}\n\n{More}\n");
        Assert.Equal(("Oyuna Bat", "2021-05-03"), (d.Author, d.Published?.ToString()));
    }

    [Fact]
    public void Every_block_and_cut_lies_in_the_text_and_none_overlap()
    {
        Document d = Reports.One($"NOMAD | Home\n4 May 2021\n\nRail link agreed\n\nULAN BATOR (AP) - {Body}\n\n* one\n* two\n\nShare\n{More}\nTags: a\n");
        TextSpan[] spans = [.. d.Blocks.Select(b => b.Span).Concat(d.Cuts.Select(c => c.Span)).Order()];
        Assert.All(spans, s => Assert.InRange(s.End, 1, d.Text.Length));
        Assert.All(spans.Zip(spans.Skip(1)), p => Assert.False(p.First.Overlaps(p.Second)));
    }

    [Fact]
    public void A_masthead_that_holds_the_copyright_is_no_title_and_a_clock_behind_a_date_no_text()
    {
        Document report = Reports.One("Skip to content\nThe Lusaka Courier\nSaturday, 9 March 2024\nHome  Politics  Business  Sport\n\nZambia and Angola to link power grids by 2027\n\nBy Mwila Chanda, Staff Reporter\n09.03.2024 - 14:32\n\n"
            + "Zambia and Angola have signed a $230 million agreement to build a 370 km power line, Energy Minister Peter Kapala said in Lusaka on Friday.\n\nAngola will export up to 600 MW through the line. The two sides also agreed to waive visas for lorry drivers.\n\n"
            + "Most read\n1. Kwacha falls again\n© 2024 The Lusaka Courier. All rights reserved.\nTerms of use | Privacy policy");
        Assert.Equal(("Zambia and Angola to link power grids by 2027", "The Lusaka Courier", "Mwila Chanda", "2024-03-09"), (report.Title, report.Publisher, report.Author, report.Published?.ToString()));
        Assert.DoesNotContain("14:32", Reports.Blocks(report));
    }

    [Fact]
    public void Cuts_consent_newsletter_forms_and_long_copyright_lines()
    {
        Document report = Reports.One("Accept all cookies   Manage preferences\nWe value your privacy. We and our partners store information on a device.\n\nPHNOM PENH -- Cambodia and Laos agreed Wednesday to open two border checkpoints by June, Cambodia's foreign ministry said.\n\n"
            + "Sign up for our newsletter\nYour email address\nSubmit\nBy clicking submit you agree to our terms.\n\nTrade between the two reached $185 million in 2023, up 12 percent.\n\nCopyright 2024 The Example Press. This material may not be published, broadcast, rewritten or redistributed without permission.");
        Assert.Null(report.Title);
        Assert.Equal(["Cambodia and Laos agreed Wednesday to open two border checkpoints by June, Cambodia's foreign ministry said.", "Trade between the two reached $185 million in 2023, up 12 percent."], Reports.Blocks(report));
    }
}
