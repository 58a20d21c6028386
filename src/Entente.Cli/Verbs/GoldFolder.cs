using System.Text;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Cli.Verbs;

/// <summary>
/// Reports that a person corrected, as gold for <c>entente score</c>: NAME.txt and NAME.json with the claims that stand. What was marked wrong is left
/// out; what was missed is added to NAME.json by hand.
/// </summary>
internal static class GoldFolder
{
    // Marked wrong: told apart from itself (ILedger.Judge).
    private const string Corrected =
        "SELECT DISTINCT t.report_id, j.left_id FROM judgements j JOIN claim_texts t ON t.id = j.left_id WHERE j.left_id = j.right_id AND j.verdict = 'different' AND j.withdrawn_at IS NULL ORDER BY t.report_id, j.left_id";

    /// <summary>Writes them; returns how many.</summary>
    public static int Write(string folder, ILedger ledger)
    {
        Directory.CreateDirectory(folder);
        int count = 0;
        foreach (IGrouping<string, string> report in ledger.Query(Corrected).Rows.Select(r => (Report: (string)r[0]!, Claim: (string)r[1]!)).ToList().GroupBy(r => r.Report, r => r.Claim))
        {
            HashSet<string> wrong = [.. report];
            ReportedClaim[] claims = [.. ledger.Claims(new ClaimQuery { Report = report.Key, Limit = int.MaxValue }).OrderBy(c => c.Claim.Evidence[0].Span.Start).ThenBy(c => c.Id, StringComparer.Ordinal)];
            if (claims.Length == 0 || ledger.TextOf(report.Key) is not { } text) continue;
            Report head = claims[0].Report;
            File.WriteAllText(Path.Combine(folder, report.Key + ".txt"), Told(head, text));
            File.WriteAllText(Path.Combine(folder, report.Key + ".json"), Json(head, [.. claims.Where(c => !wrong.Contains(c.Id)).Select(c => c.Claim)]));
            count++;
        }
        return count;
    }

    // With its headline and day where the text itself has lost them, so that dates are read as they were.
    private static string Told(Report head, string text)
    {
        StringBuilder told = new();
        if (head.Title is { } title && !text.StartsWith(title, StringComparison.Ordinal)) told.Append(title).Append("\n\n");
        if (head.Published is { } day && !text.Contains(day.ToString(), StringComparison.Ordinal)) told.Append(day).Append("\n\n");
        return told.Append(text).ToString();
    }

    private static string Json(Report head, IReadOnlyList<Claim> claims)
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
            foreach (Claim claim in claims)
            {
                using MemoryStream one = new();
                using (Utf8JsonWriter inner = new(one, ClaimJson.WriterOptions)) ClaimJson.Write(inner, claim, null);
                using JsonDocument read = JsonDocument.Parse(one.ToArray());
                writer.WriteStartObject();
                foreach (JsonProperty slot in read.RootElement.EnumerateObject())
                {
                    if (slot.Name is not ("evidence" or "confidence" or "actors")) slot.WriteTo(writer);
                }
                writer.WriteString("quote", claim.Evidence[0].Quote);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
