using System.Diagnostics;
using System.Text;
using Entente.Reading;
using Entente.Text;

namespace Entente.Tests.Reading;

public sealed class HtmlTests
{
    private const string One = "The transport ministers of Laos and Mongolia signed a protocol on freight in Vientiane on Tuesday, after two years of talks.";
    private const string Two = "Under the protocol, two trains a week are to run from spring on, and the number may be doubled if there is demand for it.";
    private const string Three = "Officials said that the fares had not been fixed, and that a commission of both countries would meet in June to do so.";

    private static string Page(string body, string head = "") =>
        $"<!DOCTYPE html><html lang=\"en\"><head><title>Ministers sign freight protocol | Nomad Telegraph</title>{head}</head><body>{body}</body></html>";

    private static string Article(string inside = "") => $"<h1>Ministers sign freight protocol</h1><p>{One}</p><p>{Two}</p>{inside}<p>{Three}</p>";

    [Fact]
    public void Keeps_the_paragraphs_and_leaves_the_page_around_them()
    {
        Document d = Reports.One(Page($"<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav><div class=story>{Article()}</div><aside><p>Bread is dearer again this week, say bakers all over the land.</p></aside><footer>© 2021 Nomad Telegraph</footer>"));
        Assert.Equal($"{One}\n\n{Two}\n\n{Three}", d.Text);
        Assert.Equal("Ministers sign freight protocol", d.Title);
        Assert.All(d.Blocks, b => Assert.Equal(BlockKind.Paragraph, b.Kind));
    }

    [Theory]
    [InlineData("<div class=\"related-posts\"><a href=/1>Bread is dearer again in all towns</a></div>")]
    [InlineData("<div class=share-bar>Share on every network there is</div>")]
    [InlineData("<figure><img src=a><figcaption>The two ministers at the bridge in May. Photo: agency</figcaption></figure>")]
    [InlineData("<p>Advertisement</p>")]
    [InlineData("<p><a href=/x>Read also: Storm closes the harbour for a week</a></p>")]
    [InlineData("<div style=\"display: none\"><p>Nobody sees these words, and they should not be read by anybody, ever.</p></div>")]
    [InlineData("<script>document.write('<p>not a paragraph</p>')</script>")]
    public void Cuts_furniture_inside_the_report(string furniture) =>
        Assert.Equal($"{One}\n\n{Two}\n\n{Three}", Reports.One(Page($"<article>{Article(furniture)}</article>")).Text);

    [Fact]
    public void Keeps_a_lead_that_stands_beside_the_rest()
    {
        Document d = Reports.One(Page($"<main><h1>Ministers sign freight protocol</h1><div class=lead><p>{One}</p></div><div class=text><p>{Two}</p><p>{Three}</p><p>{Two.Replace("two", "three", StringComparison.Ordinal)}</p></div></main>"));
        Assert.StartsWith(One, d.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_report_under_the_title_where_there_are_several()
    {
        string other = "<article class=item><h2>Bread is dearer again</h2><p>" + string.Join("</p><p>", Enumerable.Repeat("Bakers in the capital have raised what they ask for a loaf by a tenth, and they say that flour is to blame for it.", 4)) + "</p></article>";
        Document d = Reports.One(Page($"<div><article class=item>{Article($"<p>{One} {Two}</p>")}</article>{other}{other}</div>"));
        Assert.DoesNotContain("loaf", d.Text, StringComparison.Ordinal);
        Assert.Contains(Three, d.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_was_cut_if_asked()
    {
        Reader reader = new(new ReadOptions { KeepCuts = true });
        ReadResult result = Assert.Single(Reports.All(Encoding.UTF8.GetBytes(Page($"<article>{Article("<p>Advertisement</p>")}</article>")), reader));
        Assert.Contains(result.Document!.Cuts, c => c.Removed == "Advertisement" && c.Reason == "advertisement");
    }

    [Theory]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-05-04T09:00:00Z\"}</script>", "")]
    [InlineData("<meta property=\"article:published_time\" content=\"2021-05-04T09:00:00+05:00\">", "")]
    [InlineData("<link rel=canonical href=\"https://nomad.example/2021/05/04/freight\">", "")]
    [InlineData("", "<time datetime=\"2021-05-04\">yesterday</time>")]
    [InlineData("", "<span class=\"entry-date\">4 May 2021</span>")]
    [InlineData("", "<div class=date>04.05.2021, 09:15</div>")]
    [InlineData("", "<div class=meta>Veröffentlicht am 4. Mai 2021</div>")]
    public void Finds_the_day_wherever_pages_say_it(string head, string line) =>
        Assert.Equal("2021-05-04", Reports.One(Page($"<article><h1>Ministers sign freight protocol</h1>{line}<p>{One}</p><p>{Two}</p><p>{Three}</p></article>", head)).Published?.ToString());

    [Fact]
    public void Reads_publisher_author_address_and_language()
    {
        Document d = Reports.One(Page($"<article>{Article()}</article>", "<meta property=og:site_name content='Nomad Telegraph'><meta name=author content='Oyuna Bat'><link rel=canonical href='https://nomad.example/freight'>"));
        Assert.Equal(("Nomad Telegraph", "Oyuna Bat", "https://nomad.example/freight", "en"), (d.Publisher, d.Author, d.Url, d.Language));
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("</p>", 200_000)]
    [InlineData("<a href=\"", 50_000)]
    [InlineData("&amp;", 400_000)]
    [InlineData("<!--", 100_000)]
    [InlineData("<table><tr><td>", 30_000)]
    public void Hostile_pages_are_read_in_bounded_time(string piece, int times)
    {
        string page = Page($"<article>{Article()}</article>" + string.Concat(Enumerable.Repeat(piece, times)));
        long start = Stopwatch.GetTimestamp();
        Reports.All(page);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 20);
    }
}
