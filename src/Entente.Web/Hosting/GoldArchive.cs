using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Web.Hosting;

/// <summary>
/// The reports that somebody corrected, with the claims that stand, as a gold panel for <c>entente score</c>: NAME.txt and NAME.json of each in a zip. A
/// report that nobody corrected is left out: that it is right, nobody said.
/// </summary>
internal static class GoldArchive
{
    /// <summary>The zip; the same bytes for the same ledger.</summary>
    public static byte[] Make(ILedger ledger)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string id in ledger.Corrections().Where(c => c.WithdrawnAt is null).Select(c => c.Report).Distinct().Order(StringComparer.Ordinal))
            {
                if (ledger.FindReport(id) is not { } report || ledger.TextOf(id) is not { } text) continue;
                Add(zip, id + ".txt", Encoding.UTF8.GetBytes(text));
                Add(zip, id + ".json", Json(report, [.. ledger.Claims(new ClaimQuery { Report = id }).OrderBy(c => c.Claim.Evidence[0].Span.Start).ThenBy(c => c.Id, StringComparer.Ordinal)]));
            }
        }
        return stream.ToArray();
    }

    private static byte[] Json(Report report, ReportedClaim[] claims)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("url", report.Url);
            writer.WriteString("title", report.Title);
            writer.WriteString("publisher", report.Publisher);
            writer.WriteString("published", report.Published?.ToString());
            writer.WriteStartArray("claims");
            foreach (ReportedClaim claim in claims)
            {
                // What the scorer looks for is the quote: it is put beside the spans.
                using MemoryStream one = new();
                using (Utf8JsonWriter inner = new(one, ClaimJson.WriterOptions)) ClaimJson.Write(inner, claim.Claim, null);
                using JsonDocument json = JsonDocument.Parse(one.ToArray());
                writer.WriteStartObject();
                foreach (JsonProperty property in json.RootElement.EnumerateObject()) property.WriteTo(writer);
                writer.WriteString("quote", claim.Claim.Evidence[0].Quote);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using Stream stream = entry.Open();
        stream.Write(bytes);
    }
}
