using System.Buffers;
using System.Text.Json;
using Entente.Claims;
using Entente.Text;

namespace Entente.Cli;

/// <summary>Shows how a report was read: what is known of it and from where, what speaks, what was cut and why.</summary>
internal static class ReadingPrinter
{
    private const int Widest = 160;

    /// <summary>For people.</summary>
    public static void Text(Document document, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(document);
        Origins from = document.Origins;
        to.WriteLine(Plain(document.Source));
        Line(to, "title", document.Title, from.Title);
        Line(to, "publisher", document.Publisher, from.Publisher);
        Line(to, "author", document.Author, from.Author);
        Line(to, "address", document.Url, from.Url);
        Line(to, "published", document.Published?.ToString(), from.Published);
        Line(to, "updated", document.Updated?.ToString(), from.Updated);
        Line(to, "language", document.Language, from.Language);
        to.WriteLine($"  {"kept",-10} {document.Blocks.Count} paragraphs, {document.Blocks.Sum(b => b.Span.Length)} characters");
        foreach (Cut cut in document.Cuts) to.WriteLine($"  {"cut",-10} {cut.Reason}: {Short(cut.Removed ?? cut.Span.In(document.Text))}");
        to.WriteLine();
    }

    /// <summary>For programs: one object. Offsets count UTF-16 code units of the text.</summary>
    public static string Json(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter writer = new(buffer, ClaimJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("source", document.Source);
            writer.WriteString("id", document.Id);
            writer.WriteString("title", document.Title);
            writer.WriteString("publisher", document.Publisher);
            writer.WriteString("author", document.Author);
            writer.WriteString("url", document.Url);
            writer.WriteString("published", document.Published?.ToString());
            writer.WriteString("updated", document.Updated?.ToString());
            writer.WriteString("language", document.Language);
            writer.WriteStartObject("found");
            foreach ((string name, string? where) in (ReadOnlySpan<(string, string?)>)
            [
                ("title", document.Origins.Title), ("publisher", document.Origins.Publisher), ("author", document.Origins.Author), ("url", document.Origins.Url),
                ("published", document.Origins.Published), ("updated", document.Origins.Updated), ("language", document.Origins.Language),
            ])
            {
                if (where is not null) writer.WriteString(name, where);
            }
            writer.WriteEndObject();
            writer.WriteString("text", document.Text);
            writer.WriteStartArray("kept");
            foreach (Block block in document.Blocks)
            {
                writer.WriteStartObject();
                writer.WriteNumber("start", block.Span.Start);
                writer.WriteNumber("end", block.Span.End);
                writer.WriteString("kind", block.Kind.ToString().ToLowerInvariant());
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("cut");
            foreach (Cut cut in document.Cuts)
            {
                writer.WriteStartObject();
                writer.WriteNumber("start", cut.Span.Start);
                writer.WriteNumber("end", cut.Span.End);
                writer.WriteString("reason", cut.Reason);
                writer.WriteString("text", cut.Removed ?? cut.Span.In(document.Text));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Line(TextWriter to, string name, string? value, string? where) =>
        to.WriteLine($"  {name,-10} {(value is null ? "-" : Plain(value) + (where is null ? "" : $"  ({where})"))}");

    private static string Short(string text) => Plain(text) is var plain && plain.Length > Widest ? string.Concat(plain.AsSpan(0, Widest), "...") : plain;

    // Others' words on a terminal: one line, and nothing that steers it.
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('\u001b', '?');
}
