using System.Text.Json;
using Entente.Text;

namespace Entente.Claims;

/// <summary>Reads what <see cref="ClaimJson.Line"/> wrote with the text: a report and its claims.</summary>
public static class ReportJson
{
    /// <summary>The report and claims of one line of JSONL.</summary>
    /// <exception cref="FormatException">It is no such line; the message says what is missing or wrong.</exception>
    public static ReadReport Read(string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new FormatException("A report is a JSON object.");
            string text = String(root, "text") ?? throw new FormatException("The field 'text' is missing: write the lines with --with-text.");
            string? published = String(root, "published");
            Document document = new()
            {
                Source = String(root, "source") ?? "-",
                Id = String(root, "id"),
                Text = text,
                Blocks = text.Length == 0 ? [] : [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)],
                Title = String(root, "title"),
                Publisher = String(root, "publisher"),
                Url = String(root, "url"),
                Published = published is null ? null : PartialDate.TryParse(published) ?? throw new FormatException($"The field 'published' cannot be '{published}'."),
                Language = String(root, "language") ?? "en",
            };
            List<Claim> claims = [];
            if (root.TryGetProperty("claims", out JsonElement list) && list.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in list.EnumerateArray()) claims.Add(Checked(ClaimJson.Read(item), text));
            }
            return new ReadReport(document, claims);
        }
        catch (JsonException error)
        {
            throw new FormatException($"Not JSON: {error.Message}", error);
        }
    }

    // A quote that does not stand where it says would make the ledger lie.
    private static Claim Checked(Claim claim, string text)
    {
        if (claim.Evidence.Count == 0) throw new FormatException("A claim has no evidence.");
        foreach (Evidence evidence in claim.Evidence)
        {
            if (evidence.Span.End > text.Length || !text.AsSpan(evidence.Span.Start, evidence.Span.Length).SequenceEqual(evidence.Quote))
            {
                throw new FormatException($"The quote at {evidence.Span.Start} to {evidence.Span.End} is not in the text there; offsets count UTF-16 code units.");
            }
        }
        return claim;
    }

    private static string? String(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new FormatException($"The field '{name}' is not text."),
        };
    }
}
