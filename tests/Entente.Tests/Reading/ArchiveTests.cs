using System.Globalization;
using System.IO.Compression;
using System.Text;
using Entente.Reading;

namespace Entente.Tests.Reading;

public sealed class ArchiveTests
{
    private const string Body = "<html><body><p>The envoys of Chad and Niger met in Zinder on Monday and agreed to open two more wells on the border.</p></body></html>";

    private static string Record(string type, string url, string content) =>
        $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(content).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{content}\r\n\r\n";

    private static string Answer(string body, string head = "Content-Type: text/html") => $"HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}";

    [Fact]
    public void Reads_the_pages_of_a_warc_and_passes_over_the_rest()
    {
        string warc = Record("request", "http://a/", "GET / HTTP/1.1\r\n\r\n") + Record("response", "http://a/1", Answer(Body)) + Record("response", "http://a/2", Answer("GIF89a", "Content-Type: image/gif"))
            + Record("response", "http://a/3", Answer($"{Body.Length:x}\r\n{Body}\r\n0\r\n\r\n", "Content-Type: text/html\r\nTransfer-Encoding: chunked"));
        Assert.Equal(["http://a/1", "http://a/3"], Reports.All(warc).Select(r => r.Document?.Url));
    }

    [Fact]
    public void Reads_what_is_packed_record_by_record()
    {
        using MemoryStream packed = new();
        for (int i = 0; i < 3; i++)
        {
            using GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(Encoding.UTF8.GetBytes(Record("response", $"http://a/{i}", Answer(Body))));
        }
        Assert.Equal(3, Reports.All(packed.ToArray()).Count(r => r.Document is not null));
    }

    [Fact]
    public void Names_the_record_that_breaks_off()
    {
        string warc = Record("response", "http://a/1", Answer(Body)) + Record("response", "http://a/2", Answer(Body))[..220];
        List<ReadResult> results = Reports.All(warc);
        Assert.NotNull(results[0].Document);
        Assert.Equal("test, record 2", results[1].Skipped!.Source);
    }

    [Fact]
    public void Tells_packed_data_that_breaks_off_and_gives_what_came_before()
    {
        using MemoryStream packed = new();
        for (int i = 0; i < 3; i++)
        {
            using GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(Encoding.UTF8.GetBytes(Record("response", $"http://a/{i}", Answer(Body))));
        }
        List<ReadResult> results = Reports.All(packed.ToArray()[..^60]);
        Assert.Equal(["http://a/0", "http://a/1", null], results.Select(r => r.Document?.Url));
        Assert.Contains("breaks off", results[2].Skipped!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_one_packed_text_that_breaks_off_or_was_changed()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"The envoys met {i} times. "))));
        byte[] whole = packed.ToArray(), changed = [.. whole[..^8], .. new byte[8]];
        Assert.Single(Reports.All(whole), r => r.Document is not null);
        Assert.Contains("breaks off", Reports.Refused(whole[..^40]).Reason, StringComparison.Ordinal);
        Assert.Contains("broken", Reports.Refused(changed).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_unpack_a_bomb()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] zeros = new byte[1 << 20];
            Array.Fill(zeros, (byte)'a');
            for (int i = 0; i < 64; i++) gzip.Write(zeros);
        }
        Assert.Single(Reports.All(packed.ToArray()), r => r.Skipped is not null);
    }

    [Fact]
    public void Reads_the_entries_of_a_zip()
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in (string[])["a.txt", "b.html"])
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(name.EndsWith("html", StringComparison.Ordinal) ? Body : "The envoys met in Oslo."));
            }
        }
        Assert.Equal(["test/a.txt", "test/b.html"], Reports.All(packed.ToArray()).Select(r => r.Document?.Source));
    }

    [Fact]
    public void Reads_csv_with_quoted_line_breaks()
    {
        List<ReadResult> results = Reports.All("id,published,text\n1,2024-05-01,\"The envoys met,\nand they left.\"\n2,,\"He said \"\"no\"\" to it.\"\n3,,\n");
        Assert.Equal(["The envoys met,\nand they left.", "He said \"no\" to it.", null], results.Select(r => r.Document?.Text));
        Assert.Equal("test, line 5", results[2].Skipped!.Source);
    }

    [Fact]
    public void Reads_rss_and_atom()
    {
        const string rss = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Nomad</title><item><title>Wells &amp; borders</title><link>http://a/1</link><pubDate>Tue, 04 May 2021 09:00:00 GMT</pubDate><description><![CDATA[<p>The envoys of Chad and Niger met in Zinder.</p>]]></description></item><item><title>Only a headline & no more</title></item></channel></rss>";
        List<ReadResult> items = Reports.All(rss);
        Assert.Equal(("Wells & borders", "Nomad", "http://a/1", "2021-05-04"), (items[0].Document!.Title, items[0].Document!.Publisher, items[0].Document!.Url, items[0].Document!.Published?.ToString()));
        Assert.Equal(["The envoys of Chad and Niger met in Zinder.", "Only a headline & no more"], items.Select(i => i.Document!.Text));
        const string atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Nomad</title><entry><title>Wells</title><link rel=\"alternate\" href=\"http://a/2\"/><published>2021-05-04T09:00:00Z</published><author><name>Oyuna Bat</name></author><content type=\"xhtml\"><div><p>The envoys of Chad and Niger met.</p></div></content></entry></feed>";
        ReadResult entry = Assert.Single(Reports.All(atom));
        Assert.Equal(("Wells", "Oyuna Bat", "http://a/2", "The envoys of Chad and Niger met."), (entry.Document!.Title, entry.Document.Author, entry.Document.Url, entry.Document.Text));
    }

    [Fact]
    public void An_entry_without_text_is_named_and_one_with_a_picture_says_its_headline()
    {
        const string feed = "<rss version=\"2.0\"><channel><item><category>x</category></item><item><title>Wells opened on the border</title><description>&lt;img src='a.jpg'/></description></item></channel></rss>";
        List<ReadResult> results = Reports.All(feed);
        Assert.Equal("test, entry 1: no text in it", results[0].Skipped!.ToString());
        Assert.Equal("Wells opened on the border", results[1].Document!.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_utf32_without_a_mark(bool bigEndian) =>
        Assert.Equal("The envoys met in Oslo, said señor Muñoz.", Reports.One(new UTF32Encoding(bigEndian, byteOrderMark: false).GetBytes("The envoys met in Oslo, said señor Muñoz.")).Text);

    [Fact]
    public void Gives_the_first_record_before_it_has_read_the_others()
    {
        using RepeatedStream stream = new(Encoding.UTF8.GetBytes(Record("response", "http://a/", Answer(Body))), 20_000);
        Assert.NotNull(Reports.Reader.Read(stream, "test").First().Document);
        Assert.InRange(stream.Given, 1, 1 << 19);
    }

    private sealed class RepeatedStream(byte[] piece, int times) : Stream
    {
        private int left = times;
        private int at;

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (left == 0) return 0;
            int n = Math.Min(count, piece.Length - at);
            piece.AsSpan(at, n).CopyTo(buffer.AsSpan(offset));
            at += n;
            Given += n;
            if (at == piece.Length)
            {
                at = 0;
                left--;
            }
            return n;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
