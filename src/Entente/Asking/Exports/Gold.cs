using System.Text;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Asking.Exports;

/// <summary>
/// Reports that a person corrected, as gold for <c>entente score</c>: the text, and the claims that stand. What was marked wrong is left out, what was mended
/// is there as it was mended; what was missed is added by hand. A report that nobody corrected is left out: that it is right, nobody said.
/// </summary>
public static class Gold
{
    // Marked wrong: told apart from itself (ILedger.Judge).
    private const string Wrong =
        "SELECT DISTINCT t.report_id, j.left_id FROM judgements j JOIN claim_texts t ON t.id = j.left_id WHERE j.left_id = j.right_id AND j.verdict = 'different' AND j.withdrawn_at IS NULL ORDER BY t.report_id, j.left_id";

    /// <summary>The reports in the order of their ids: the id, the text and the gold claims as JSON.</summary>
    public static IEnumerable<(string Report, string Text, string Json)> Of(ILedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ILookup<string, string> wrong = ledger.Query(Wrong).Rows.Select(r => (Report: (string)r[0]!, Claim: (string)r[1]!)).ToList().ToLookup(r => r.Report, r => r.Claim, StringComparer.Ordinal);
        string[] reports = [.. wrong.Select(w => w.Key).Concat(ledger.Corrections().Where(c => c.WithdrawnAt is null).Select(c => c.Report)).Distinct().Order(StringComparer.Ordinal)];
        foreach (string report in reports)
        {
            if (ledger.FindReport(report) is not { } head || ledger.TextOf(report) is not { } text) continue;
            HashSet<string> leave = [.. wrong[report]];
            ReportedClaim[] claims = [.. ledger.Claims(new ClaimQuery { Report = report, Limit = int.MaxValue }).Where(c => !leave.Contains(c.Id)).OrderBy(c => c.Claim.Evidence[0].Span.Start).ThenBy(c => c.Id, StringComparer.Ordinal)];
            yield return (report, Told(head, text), Json(head, claims));
        }
    }

    // With its headline and day where the text itself has lost them, so that dates are read as they were.
    private static string Told(Report head, string text)
    {
        StringBuilder told = new();
        if (head.Title is { } title && !text.StartsWith(title, StringComparison.Ordinal)) told.Append(title).Append("\n\n");
        if (head.Published is { } day && !text.Contains(day.ToString(), StringComparison.Ordinal)) told.Append(day).Append("\n\n");
        return told.Append(text).ToString();
    }

    private static string Json(Report head, IReadOnlyList<ReportedClaim> claims)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true, Encoder = ClaimJson.WriterOptions.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteString("url", head.Url);
            writer.WriteString("title", head.Title);
            writer.WriteString("publisher", head.Publisher);
            writer.WriteString("published", head.Published?.ToString());
            writer.WriteStartArray("claims");
            foreach (ReportedClaim claim in claims)
            {
                using MemoryStream one = new();
                using (Utf8JsonWriter inner = new(one, ClaimJson.WriterOptions)) ClaimJson.Write(inner, claim.Claim, null);
                using JsonDocument read = JsonDocument.Parse(one.ToArray());
                writer.WriteStartObject();
                foreach (JsonProperty slot in read.RootElement.EnumerateObject())
                {
                    if (slot.Name is not ("evidence" or "confidence" or "actors")) slot.WriteTo(writer);
                }
                writer.WriteString("quote", claim.Claim.Evidence[0].Quote);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
