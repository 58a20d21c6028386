using System.Text;
using Entente.Reading;

namespace Entente.Tests.Reading;

public sealed class BadInputTests
{
    [Fact]
    public void Refuses_an_empty_input() => Assert.Equal("test: nothing in it", Reports.Refused([]).ToString());

    [Fact]
    public void Refuses_bytes_that_are_no_text()
    {
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0];
        Assert.StartsWith("not text", Reports.Refused(picture).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_text_longer_than_allowed_without_holding_it()
    {
        Reader small = new(new ReadOptions { MaxDocumentBytes = 1 << 20 });
        Assert.StartsWith("longer than 1 MB", Reports.Refused(Enumerable.Repeat((byte)'a', 3 << 20).ToArray(), small).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_on_after_broken_lines_and_names_each()
    {
        string lines = "{\"id\":\"a\",\"text\":\"The envoys met.\",\"published\":\"2024-05-01T10:00:00Z\",\"title\":\"Met\"}\n{broken\n\n[1]\n{\"id\":\"b\"}\n{\"text\":5,\"id\":{}}\n{\"id\":7,\"text\":\"The envoys left.\"}\n";
        List<ReadResult> results = Reports.All(lines);
        Assert.Equal(["a", "7"], results.Where(r => r.Document is not null).Select(r => r.Document!.Id));
        Assert.Equal("2024-05-01", results[0].Document!.Published?.ToString());
        Assert.Equal(["test, line 2", "test, line 4", "test, line 5", "test, line 6"], results.Where(r => r.Skipped is not null).Select(r => r.Skipped!.Source));
        Assert.All(results.Where(r => r.Skipped is not null), r => Assert.DoesNotContain('\n', r.Skipped!.ToString()));
    }

    [Fact]
    public void Passes_over_a_line_longer_than_allowed_and_reads_the_next()
    {
        Reader small = new(new ReadOptions { MaxDocumentBytes = 1 << 20 });
        byte[] bytes = [.. "{\"text\":\"One.\"}\n{\"text\":\""u8, .. Enumerable.Repeat((byte)'x', 5 << 20), .. "\"}\n{\"text\":\"Two.\"}"u8];
        List<ReadResult> results = Reports.All(bytes, small);
        Assert.Equal(["One.", null, "Two."], results.Select(r => r.Document?.Text));
        Assert.Equal("test, line 2", results[1].Skipped!.Source);
    }

    [Theory]
    [InlineData(1251, "Президенты двух стран подписали договор о границе и открыли мост.")]
    [InlineData(1252, "Le président a signé à Genève un accord sur l’énergie, près de la frontière où passe la ligne.")]
    [InlineData(1254, "Türkiye ile Gürcistan arasında sınır kapısı açıldı, dedi bakan İsmail Şahin bugün.")]
    public void Guesses_a_single_byte_encoding(int page, string text)
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text);
        Assert.Equal(text, Reports.One(bytes).Text);
    }

    [Fact]
    public void Reads_utf16_and_strips_the_mark()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("The envoys met in Oslo.")];
        Assert.Equal("The envoys met in Oslo.", Reports.One(bytes).Text);
    }

    [Fact]
    public void Takes_a_stray_zero_byte_for_a_blank() =>
        Assert.Equal("The envoys met   in Oslo and left again.", Reports.One("The envoys met \0 in Oslo and left again.").Text);

    [Fact]
    public void Refuses_a_text_that_is_a_book()
    {
        Reader small = new(new ReadOptions { MaxTextLength = 1000 });
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The envoys met in Oslo. ", 60)));
        Assert.StartsWith("a text of more than 1,000 characters", Reports.Refused(bytes, small).Reason, StringComparison.Ordinal);
        Assert.StartsWith("a text of more than 1,000 characters", Reports.Refused([.. "<html><p>"u8, .. bytes], small).Reason, StringComparison.Ordinal);
    }

    // What was quadratic once: 400 KB took from 8 to 100 seconds.
    [Theory]
    [InlineData("<html><body>", "<!-- >")]
    [InlineData("<html><body>", "<![CDATA[ >")]
    [InlineData("<html><body>", "<time datetime=2020-01-01>x</time>")]
    [InlineData("<html><body>", "<i itemprop=datePublished content=2020-01-01>x</i>")]
    [InlineData("<html><body>", "<table><tr><td>")]
    [InlineData("<html><body>", "<div><p>a")]
    [InlineData("<html><body>", "&amp")]
    [InlineData("<rss><channel><item>", "<author>")]
    [InlineData("<rss><channel><item>", "<author><![CDATA[")]
    [InlineData("<rss><channel><item>", "<item><title><![CDATA[")]
    public void Time_is_linear_in_whatever_is_repeated(string start, string piece)
    {
        byte[] Page(int size) => Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(piece, size / piece.Length)) + "<p>The envoys of Chad and Niger met in Zinder on Monday.</p>");
        Reports.All(Page(4000));
        long before = System.Diagnostics.Stopwatch.GetTimestamp();
        Reports.All(Page(400_000));
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(before).TotalSeconds, 0, 6);
    }

    [Fact]
    public void Does_not_expand_entities_of_a_document_type()
    {
        string flood = string.Concat(Enumerable.Range(1, 12).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"));
        string feed = $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">{flood}]><rss><channel><title>&a12;</title><item><title>&a12;</title><description>The envoys met in Oslo.</description></item></channel></rss>";
        Assert.Equal("The envoys met in Oslo.", Reports.One(feed).Text);
    }
}
