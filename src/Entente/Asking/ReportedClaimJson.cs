using System.Text;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Asking;

/// <summary>A claim with its report, as JSON: <c>{"report": {...}, "claim": {...}}</c>.</summary>
public static class ReportedClaimJson
{
    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter writer, ReportedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(claim);
        writer.WriteStartObject();
        writer.WriteStartObject("report");
        writer.WriteString("id", claim.Report.Id);
        writer.WriteString("source", claim.Report.Source);
        writer.WriteString("title", claim.Report.Title);
        writer.WriteString("publisher", claim.Report.Publisher);
        writer.WriteString("url", claim.Report.Url);
        writer.WriteString("published", claim.Report.Published?.ToString());
        writer.WriteString("language", claim.Report.Language);
        writer.WriteEndObject();
        writer.WritePropertyName("claim");
        ClaimJson.Write(writer, claim.Claim, claim.Id);
        writer.WriteEndObject();
    }

    /// <summary>The object on one line.</summary>
    public static string Line(ReportedClaim claim)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions)) Write(writer, claim);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
