using System.Text.Json;
using Entente.Text;

namespace Entente.Cli;

/// <summary>Documents given one a line as JSON objects: id, text, published, title, publisher, url, language.</summary>
internal static class JsonDocuments
{
    /// <summary>Reads one line; each line of its text is a block.</summary>
    public static bool TryRead(string line, string source, out Document document)
    {
        document = null!;
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || String(root, "text") is not { } text) return false;
            string? published = String(root, "published");
            document = new Document
            {
                Source = source,
                Id = String(root, "id"),
                Text = text,
                Blocks = Blocks(text),
                Title = String(root, "title"),
                Publisher = String(root, "publisher"),
                Url = String(root, "url"),
                Published = published is null ? null : PartialDate.TryParse(published.AsSpan(0, Math.Min(10, published.Length))),
                Language = String(root, "language") ?? "en",
            };
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? String(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<Block> Blocks(string text)
    {
        List<Block> blocks = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) blocks.Add(new Block(new TextSpan(start, end), BlockKind.Paragraph));
            start = end + 1;
        }
        return blocks;
    }
}
