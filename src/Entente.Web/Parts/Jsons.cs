using System.Text.Json;
using Entente.Asking;
using Entente.Claims;

namespace Entente.Web.Parts;

/// <summary>What several pages write as JSON, in one shape.</summary>
internal static class Jsons
{
    /// <summary>The fields of counts, into an object that is open.</summary>
    public static void Counts(Utf8JsonWriter json, LedgerCounts counts)
    {
        json.WriteNumber("reports", counts.Reports);
        json.WriteNumber("publishers", counts.Publishers);
        json.WriteString("first", counts.First?.ToString());
        json.WriteString("last", counts.Last?.ToString());
        Numbers(json, "claims", counts.Claims);
        Numbers(json, "facts", counts.Facts);
    }

    /// <summary>A pair with its counts and the address of its page.</summary>
    public static void Pair(Utf8JsonWriter json, PairActivity pair, ActorNames names)
    {
        json.WriteStartObject();
        json.WriteStartArray("actors");
        json.WriteStringValue(pair.First.ToString());
        json.WriteStringValue(pair.Second.ToString());
        json.WriteEndArray();
        json.WriteStartArray("names");
        json.WriteStringValue(names.Of(pair.First));
        json.WriteStringValue(names.Of(pair.Second));
        json.WriteEndArray();
        json.WriteNumber("claims", pair.Claims);
        json.WriteString("last", pair.Last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("page", Links.Pair(pair.First, pair.Second));
        json.WriteEndObject();
    }

    /// <summary>The fields of a report, into an object that is open.</summary>
    public static void Report(Utf8JsonWriter json, Report report)
    {
        json.WriteString("id", report.Id);
        json.WriteString("title", report.Title);
        json.WriteString("publisher", report.Publisher);
        json.WriteString("url", report.Url);
        json.WriteString("source", report.Source);
        json.WriteString("published", report.Published?.ToString());
        json.WriteString("language", report.Language);
        json.WriteString("page", Links.Document(report.Id));
    }

    /// <summary>Both claims, and why they cannot both hold.</summary>
    public static void Contradiction(Utf8JsonWriter json, Contradiction contradiction)
    {
        json.WriteStartObject();
        json.WriteString("reason", contradiction.Reason);
        json.WriteString("by", contradiction.By);
        json.WritePropertyName("left");
        ReportedClaimJson.Write(json, contradiction.Left);
        json.WritePropertyName("right");
        ReportedClaimJson.Write(json, contradiction.Right);
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long> numbers)
    {
        json.WriteStartObject(name);
        foreach (string kind in ClaimNames.Kinds) json.WriteNumber(kind, numbers.GetValueOrDefault(kind));
        json.WriteEndObject();
    }
}
