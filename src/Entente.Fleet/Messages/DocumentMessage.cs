using System.Buffers;
using System.Text.Json;
using Entente.Claims;
using Entente.Text;

namespace Entente.Fleet.Messages;

/// <summary>
/// A document as JSON in a message, with its blocks: a worker reads exactly what the submitter read. What was cut from a page is left behind,
/// as neither claims nor ledger depend on it.
/// </summary>
internal static class DocumentMessage
{
    /// <summary>What such a message is called in its property <c>type</c>.</summary>
    public const string Kind = "document.1";

    /// <summary>The message of a document.</summary>
    public static FleetMessage Of(Document document)
    {
        ArrayBufferWriter<byte> buffer = new(document.Text.Length + 1024);
        using (Utf8JsonWriter json = new(buffer, ClaimJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("source", document.Source);
            Optional(json, "id", document.Id);
            Optional(json, "title", document.Title);
            Optional(json, "publisher", document.Publisher);
            Optional(json, "author", document.Author);
            Optional(json, "url", document.Url);
            Optional(json, "published", document.Published?.ToString());
            Optional(json, "place", document.DatelinePlace);
            Optional(json, "datelineDay", document.DatelineDay?.ToString());
            json.WriteString("language", document.Language);
            json.WriteString("text", document.Text);
            // Start, length and kind of each block, one after the other.
            json.WriteStartArray("blocks");
            foreach (Block block in document.Blocks)
            {
                json.WriteNumberValue(block.Span.Start);
                json.WriteNumberValue(block.Span.Length);
                json.WriteNumberValue((int)block.Kind);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return new FleetMessage(Kind, ClaimId.OfReport(document), document.Source, buffer.WrittenSpan.ToArray());
    }

    /// <summary>The document of a message.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static Document Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            JsonElement root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new FormatException("a document is a JSON object");
            string text = Text(root, "text") ?? throw new FormatException("the field 'text' is missing");
            string? published = Text(root, "published");
            return new Document
            {
                Source = Text(root, "source") ?? throw new FormatException("the field 'source' is missing"),
                Id = Text(root, "id"),
                Title = Text(root, "title"),
                Publisher = Text(root, "publisher"),
                Author = Text(root, "author"),
                Url = Text(root, "url"),
                Published = published is null ? null : PartialDate.TryParse(published) ?? throw new FormatException("the field 'published' is no date"),
                DatelinePlace = Text(root, "place"),
                DatelineDay = PartialDate.TryParse(Text(root, "datelineDay")),
                Language = Text(root, "language") ?? "en",
                Text = text,
                Blocks = Blocks(root, text.Length),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string with half a character, or a value of another type.
            throw new FormatException($"not a document: {error.Message}", error);
        }
    }

    private static List<Block> Blocks(JsonElement root, int length)
    {
        if (!root.TryGetProperty("blocks", out JsonElement list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() % 3 != 0) throw new FormatException("the field 'blocks' is missing");
        List<Block> blocks = new(list.GetArrayLength() / 3);
        int last = 0;
        for (int i = 0; i < list.GetArrayLength(); i += 3)
        {
            if (!list[i].TryGetInt32(out int start) || !list[i + 1].TryGetInt32(out int count) || !list[i + 2].TryGetInt32(out int kind)
                || start < last || count < 0 || count > length - start || !Enum.IsDefined((BlockKind)kind))
            {
                throw new FormatException("a block does not lie in the text");
            }
            last = start + count;
            blocks.Add(new Block(new TextSpan(start, last), (BlockKind)kind));
        }
        return blocks;
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
}
