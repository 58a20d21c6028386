using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Text;

namespace Entente.Claims;

/// <summary>
/// Reports and their claims as JSON: the contract of <c>entente read --jsonl</c>, told field by field in docs/claims.md. What the text does
/// not say is left out of a claim; of a report every field is there, null where it is not known.
/// </summary>
public static class ClaimJson
{
    /// <summary>How every JSON of Entente is written: one line, letters of all scripts as they are.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>One line of JSONL, without its line feed: the report, and its claims in order.</summary>
    /// <param name="document">The report.</param>
    /// <param name="claims">What it claims.</param>
    /// <param name="withText">Whether to print the text that the offsets count in.</param>
    /// <param name="offsets">What the offsets count.</param>
    public static string Line(Document document, IReadOnlyList<Claim> claims, bool withText = false, OffsetUnit offsets = OffsetUnit.Utf16)
    {
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter writer = new(buffer, WriterOptions)) WriteReport(writer, document, claims, withText, offsets);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the object of one report with its claims.</summary>
    public static void WriteReport(Utf8JsonWriter writer, Document document, IReadOnlyList<Claim> claims, bool withText = false, OffsetUnit offsets = OffsetUnit.Utf16)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(claims);
        OffsetMap map = OffsetMap.Of(document.Text, offsets);
        string reportId = ClaimId.OfReport(document);
        writer.WriteStartObject();
        writer.WriteString("source", document.Source);
        writer.WriteString("id", document.Id);
        writer.WriteString("title", document.Title);
        writer.WriteString("publisher", document.Publisher);
        writer.WriteString("url", document.Url);
        writer.WriteString("published", document.Published?.ToString());
        writer.WriteString("language", document.Language);
        if (withText) writer.WriteString("text", document.Text);
        writer.WriteStartArray("claims");
        foreach (Claim claim in claims) ClaimJsonWriter.Write(writer, claim, ClaimId.Of(reportId, claim), map);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes the object of one claim, with its id.</summary>
    public static void Write(Utf8JsonWriter writer, Claim claim, string? id)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(claim);
        ClaimJsonWriter.Write(writer, claim, id, OffsetMap.None);
    }

    /// <summary>The claim of an object that <see cref="Write"/> wrote or that follows the contract; its offsets count UTF-16 code units.</summary>
    /// <exception cref="FormatException">A required field is missing, or a value is not of its kind. The message names it.</exception>
    public static Claim Read(JsonElement json) => ClaimJsonReader.Read(json);
}
