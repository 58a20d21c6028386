using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Storage;

/// <summary>Keeps what persons corrected, and applies it to the claims of a report each time that it is read.</summary>
internal sealed class CorrectionKeeper(Database database, TimeProvider clock)
{
    private const string Columns = "correction, report_id, was, now, made_by, reason, made_at, withdrawn_at";

    /// <summary>Those of a report, or all; the latest last.</summary>
    public IReadOnlyList<Correction> Of(string? report) => report is null
        ? database.Read($"SELECT {Columns} FROM corrections ORDER BY correction", Row)
        : database.Read($"SELECT {Columns} FROM corrections WHERE report_id = @p0 ORDER BY correction", Row, report);

    /// <summary>Keeps one; must run in a writing transaction.</summary>
    public Correction Add(Correction correction)
    {
        Correction kept = correction with { Number = database.Number("SELECT max(correction) FROM corrections") + 1, MadeAt = clock.GetUtcNow() };
        database.Execute(
            "INSERT INTO corrections (correction, report_id, was_id, was, now, made_by, reason, made_at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
            kept.Number, kept.Report, ClaimId.Of(kept.Report, kept.Was), Json(kept.Was), kept.Now is { } now ? Json(now) : null, kept.By, kept.Reason, Text(kept.MadeAt.Value));
        return kept;
    }

    /// <summary>Withdraws one; must run in a writing transaction.</summary>
    public bool Withdraw(long number) =>
        database.Execute("UPDATE corrections SET withdrawn_at = @p1 WHERE correction = @p0 AND withdrawn_at IS NULL", number, Text(clock.GetUtcNow())) > 0;

    /// <summary>The claims of a report with what was corrected in place of what was read, by their ids.</summary>
    public void Apply(string report, Dictionary<string, Claim> claims)
    {
        foreach (Correction correction in Of(report).Where(c => c.WithdrawnAt is null))
        {
            claims.Remove(ClaimId.Of(report, correction.Was));
            // A claim that was mended is there however the report is read now.
            if (correction.Now is { } now) claims[ClaimId.Of(report, now)] = now;
        }
    }

    private static Correction Row(DbDataReader row) => new(row.GetString(1), Claim(row.GetString(2)), row.IsDBNull(3) ? null : Claim(row.GetString(3)), row.GetString(4), row.GetString(5))
    {
        Number = row.GetInt64(0),
        MadeAt = Time(row.GetString(6)),
        WithdrawnAt = row.IsDBNull(7) ? null : Time(row.GetString(7)),
    };

    private static string Json(Claim claim)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions)) ClaimJson.Write(writer, claim, null);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Claim Claim(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return ClaimJson.Read(document.RootElement);
    }

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
