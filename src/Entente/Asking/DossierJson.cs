using System.Text;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Asking;

/// <summary>A dossier for programs: about, counts, and the sections with their lines and claims.</summary>
public static class DossierJson
{
    /// <summary>One JSON object.</summary>
    public static string Render(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("about");
            foreach (ActorCode actor in dossier.About) writer.WriteStringValue(actor.ToString());
            writer.WriteEndArray();
            writer.WriteString("title", dossier.Title);
            writer.WriteNumber("reports", dossier.Counts.Reports);
            writer.WriteNumber("publishers", dossier.Counts.Publishers);
            writer.WriteString("first", dossier.Counts.First?.ToString());
            writer.WriteString("last", dossier.Counts.Last?.ToString());
            Numbers(writer, "claims", dossier.Counts.Claims);
            Numbers(writer, "facts", dossier.Counts.Facts);
            writer.WriteStartArray("series");
            foreach (Series series in dossier.Series)
            {
                writer.WriteStartObject();
                writer.WriteString("title", series.Title);
                writer.WriteString("measure", series.Measure);
                writer.WriteString("unit", series.Unit);
                writer.WriteStartArray("points");
                foreach (SeriesPoint point in series.Points)
                {
                    writer.WriteStartObject();
                    writer.WriteString("label", point.Label);
                    writer.WriteNumber("value", point.Value);
                    writer.WriteBoolean("target", point.IsTarget);
                    writer.WriteString("official", point.Official);
                    writer.WriteString("fact", point.Fact.Id);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("sections");
            foreach (DossierSection section in dossier.Sections) Write(writer, section);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes one section.</summary>
    public static void Write(Utf8JsonWriter writer, DossierSection section)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(section);
        writer.WriteStartObject();
        writer.WriteString("title", section.Title);
        writer.WriteNumber("more", section.More);
        writer.WriteStartArray("lines");
        foreach (DossierLine line in section.Lines)
        {
            writer.WriteStartObject();
            if (line.Fact is not null) writer.WriteString("fact", line.Fact);
            writer.WriteString("when", line.When);
            writer.WriteString("tag", line.Tag);
            writer.WriteString("text", line.Text);
            writer.WriteNumber("reports", line.Reports);
            writer.WriteNumber("independent", line.Independent);
            writer.WriteStartArray("claims");
            foreach (ReportedClaim claim in line.Claims) ReportedClaimJson.Write(writer, claim);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, long> numbers)
    {
        writer.WriteStartObject(name);
        foreach (string kind in ClaimNames.Kinds) writer.WriteNumber(kind, numbers.GetValueOrDefault(kind));
        writer.WriteEndObject();
    }
}
