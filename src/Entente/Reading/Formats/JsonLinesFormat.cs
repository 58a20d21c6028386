using System.Text.Json;

namespace Entente.Reading.Formats;

/// <summary>JSONL: one object a line with <c>text</c> or <c>html</c>, and what is known of the report besides.</summary>
internal static class JsonLinesFormat
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowTrailingCommas = true };

    /// <summary>The report of one line, or the reason why there is none.</summary>
    public static (RawReport? Report, string? Reason) Parse(ReadOnlyMemory<byte> line, string source)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line, Options);
            return Read(json.RootElement, source);
        }
        catch (JsonException error)
        {
            return (null, ReadingMessages.BrokenJson(FirstSentence(error.Message)));
        }
        catch (InvalidOperationException error)
        {
            // A string with a lone surrogate.
            return (null, ReadingMessages.BrokenJson(FirstSentence(error.Message)));
        }
    }

    /// <summary>The reports of a file that is one JSON value: an array of objects, or one object.</summary>
    public static IEnumerable<(RawReport? Report, string? Reason)> ParseWhole(string text, string source)
    {
        List<(RawReport?, string?)> reports = [];
        try
        {
            using JsonDocument json = JsonDocument.Parse(text, Options);
            if (json.RootElement.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement element in json.RootElement.EnumerateArray()) reports.Add(Read(element, source));
            }
            else
            {
                reports.Add(Read(json.RootElement, source));
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            reports.Add((null, ReadingMessages.BrokenJson(FirstSentence(error.Message))));
        }
        return reports;
    }

    private static (RawReport? Report, string? Reason) Read(JsonElement o, string source)
    {
        if (o.ValueKind != JsonValueKind.Object) return (null, ReadingMessages.NotAnObject);
        string? wrong = null;
        string? Field(params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                if (!o.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) continue;
                if (value.ValueKind == JsonValueKind.String) return value.GetString();
                if (value.ValueKind == JsonValueKind.Number) return value.GetRawText();
                wrong ??= name;
            }
            return null;
        }
        RawReport report = new()
        {
            Source = source,
            Id = Field("id"),
            Text = Field("text"),
            Html = Field("html"),
            Title = Field("title"),
            Publisher = Field("publisher"),
            Author = Field("author"),
            Url = Field("url"),
            Published = Field("published", "date"),
            Language = Field("language"),
        };
        if (wrong is not null) return (null, ReadingMessages.NotAString(wrong));
        return report.Text is null && report.Html is null ? (null, ReadingMessages.NoTextField) : (report, null);
    }

    // Behind its first sentence the message repeats line and position, which count from the line's own start.
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message.TrimEnd('.');
    }
}
