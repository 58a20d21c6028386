using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Entente.Tests.Faults.Fuzzing;

/// <summary>What mutations begin with: the examples, sentences of specs/, and what carries reports, made of them.</summary>
internal static class Seeds
{
    /// <summary>The kind of what is packed after it was damaged.</summary>
    public const string ToPack = "gzip of warc";

    /// <summary>Short texts, pages, JSONL, feeds, WARC files and gzip of some, each with its kind.</summary>
    public static IReadOnlyList<(string Kind, byte[] Bytes)> All()
    {
        List<(string, byte[])> seeds = [];
        string[] sentences = [.. Sentences()];
        foreach (string[] three in sentences.Chunk(3)) seeds.Add(("text", Utf8(string.Join(' ', three))));
        foreach (string file in Directory.EnumerateFiles(Repository.Path("examples")).Order(StringComparer.Ordinal))
        {
            byte[] bytes = File.ReadAllBytes(file);
            seeds.Add((Path.GetExtension(file) switch { ".html" => "page", ".jsonl" => "jsonl", _ => "text" }, bytes.Length > 6000 ? bytes[..6000] : bytes));
        }
        for (int i = 0; i + 4 < sentences.Length; i += 7)
        {
            string[] four = sentences[i..(i + 4)];
            string page = Page(four);
            seeds.Add(("page", Utf8(page)));
            seeds.Add(("jsonl", Utf8(string.Join('\n', four.Select((s, n) => JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = $"{n}", ["published"] = "2024-03-12", ["text"] = s, ["publisher"] = "Example Wire" }))))));
            seeds.Add(("feed", Utf8(Feed(four))));
            seeds.Add(("warc", Warc(page)));
            if (i % 3 == 0) seeds.Add(("gzip", Packed(Warc(page))));
            if (i % 3 == 1) seeds.Add((ToPack, Warc(page)));
        }
        return seeds;
    }

    /// <summary>Sentences of specs/ and of the varied reports.</summary>
    public static IEnumerable<string> Sentences()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.Path("specs"), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (string line in File.ReadLines(file))
            {
                // The first cell of a row of their tables.
                if (line.StartsWith("| ", StringComparison.Ordinal) && line.IndexOf(" |", 2, StringComparison.Ordinal) is > 40 and var end) yield return line[2..end];
            }
        }
        foreach (string line in VariedReports.Lines(40)) yield return line;
    }

    private static string Page(string[] paragraphs) =>
        $"<!doctype html><html lang=en><head><meta charset=utf-8><title>{paragraphs[0]}</title><meta property=\"article:published_time\" content=\"2024-03-12T10:00:00Z\"></head>"
        + $"<body><nav><ul><li><a href=/>Home</a></ul></nav><article><h1>{paragraphs[0]}</h1>{string.Concat(paragraphs.Select(p => $"<p>{p}</p>"))}</article><footer>&copy; Example</footer></body></html>";

    private static string Feed(string[] items) =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Example Wire</title>"
        + string.Concat(items.Select((s, i) => $"<item><title>Item {i}</title><link>https://example.org/{i}</link><pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate><description><![CDATA[<p>{s}</p>]]></description></item>"))
        + "</channel></rss>";

    private static byte[] Warc(string page)
    {
        byte[] http = Utf8($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
        byte[] head = Utf8($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {http.Length}\r\n\r\n");
        return [.. head, .. http, .. "\r\n\r\n"u8, .. head, .. http, .. "\r\n\r\n"u8];
    }

    /// <summary>Gzip of bytes.</summary>
    public static byte[] Packed(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest)) gzip.Write(bytes);
        return stream.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
