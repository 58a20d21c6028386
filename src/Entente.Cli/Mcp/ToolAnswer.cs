using System.Buffers;
using System.Text;
using System.Text.Json;
using Entente.Claims;
using ModelContextProtocol.Protocol;

namespace Entente.Cli.Mcp;

/// <summary>The JSON object that a tool answers with, kept short enough for the context of a language model.</summary>
internal static class ToolAnswer
{
    /// <summary>Characters after which a list ends and says how to go on: some 12,000 tokens, about half of what common clients let one result have.</summary>
    public const int MaxLength = 48_000;

    /// <summary>The answer with the properties that <paramref name="body"/> writes.</summary>
    public static CallToolResult Of(Action<Utf8JsonWriter> body)
    {
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter writer = new(buffer, ClaimJson.WriterOptions))
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
        }
        Utf8JsonReader reader = new(buffer.WrittenSpan);
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = Encoding.UTF8.GetString(buffer.WrittenSpan) }],
            StructuredContent = JsonElement.ParseValue(ref reader),
        };
    }

    /// <summary>An answer that says what was wrong and how to ask otherwise.</summary>
    public static CallToolResult Error(string message) => new() { IsError = true, Content = [new TextContentBlock { Text = message }] };

    /// <summary>
    /// Writes a list, and "next" where there is more: either the page was full or the answer grew too long. The first item is always written.
    /// </summary>
    /// <param name="writer">Inside the object of the answer.</param>
    /// <param name="name">Name of the list.</param>
    /// <param name="items">At most one more than the page has, which shows that there is more.</param>
    /// <param name="limit">Items to a page.</param>
    /// <param name="write">Writes one.</param>
    /// <param name="next">What a caller gives to go on behind an item, told the item and how many were written.</param>
    public static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, int limit, Action<Utf8JsonWriter, T> write, Func<T, int, string> next)
    {
        writer.WriteStartArray(name);
        int written = 0;
        while (written < Math.Min(limit, items.Count) && (written == 0 || writer.BytesCommitted + writer.BytesPending < MaxLength)) write(writer, items[written++]);
        writer.WriteEndArray();
        if (written > 0 && written < items.Count) writer.WriteString("next", next(items[written - 1], written));
    }
}
