using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Claims;

namespace Entente.Web.Pages.Corrections;

/// <summary>The slots of claims as fields of a form: their names are those of the JSON, and a claim is made of them by the JSON's own reader.</summary>
internal static class SlotForm
{
    private static readonly Dictionary<string, string[]> Slots = new(StringComparer.Ordinal)
    {
        ["event"] = ["type", "status", "source", "target", "date", "place", "format"],
        ["agreement"] = ["type", "status", "subject", "parties", "count", "date", "until", "value", "currency"],
        ["figure"] = ["measure", "status", "parties", "from", "to", "value", "unit", "comparator", "period", "rate", "change_pct", "commodity", "due"],
        ["transfer"] = ["status", "from", "to", "commodity", "quantity", "unit", "value", "currency", "period", "rate", "via", "terms"],
        ["project"] = ["name", "status", "parties", "sector", "capacity", "cost"],
        ["relation"] = ["type", "status", "parties", "since"],
        ["office"] = ["person", "status", "office", "state"],
    };

    private static readonly string[] Numbers = ["count", "value", "quantity", "change_pct"];
    private static readonly string[] Lists = ["source", "target", "parties"];

    /// <summary>Whether a slot holds codes of states and organisations.</summary>
    public static bool IsActors(string name) => name is "source" or "target" or "parties" or "from" or "to" or "state";

    /// <summary>The slots of a claim with their values as they stand in a form; null for what is empty.</summary>
    public static IEnumerable<(string Name, string? Value)> Values(Claim claim)
    {
        JsonObject json = Json(claim);
        foreach (string slot in Slots[claim.Kind]) yield return (slot, Text(json[slot]));
    }

    /// <summary>The values that a slot can have, where they are few.</summary>
    public static IReadOnlyList<string> Choices(string kind, string slot) => (kind, slot) switch
    {
        (_, "status") => ClaimNames.AllStatuses,
        ("event", "type") => ClaimNames.EventTypes,
        ("agreement", "type") => ["treaty", "agreement", "declaration", "statement", "protocol", "memorandum", "contract", "plan", "programme", "roadmap", "other"],
        ("relation", "type") => ["diplomatic_relations", "strategic_partnership", "allied_relations", "sister_cities", "membership", "trading_partner_rank", "border", "free_trade", "visa_free", "observer", "other"],
        ("figure", "measure") => ["trade_turnover", "exports", "imports", "investment", "aid", "debt", "loan", "capacity", "volume", "price", "share", "rank", "companies", "agreements", "people", "other"],
        ("figure", "comparator") => ["=", "~", ">", "<"],
        _ => [],
    };

    /// <summary>A claim with other values in its slots; its words, its speaker and its actors' names stay.</summary>
    /// <exception cref="FormatException">A value does not fit its slot; the message says which.</exception>
    public static Claim With(Claim claim, Func<string, string?> value)
    {
        JsonObject json = Json(claim);
        foreach (string slot in Slots[claim.Kind])
        {
            string text = (value(slot) ?? Text(json[slot]) ?? "").Trim();
            json.Remove(slot);
            if (text.Length == 0)
            {
                if (Lists.Contains(slot)) json[slot] = new JsonArray();
                continue;
            }
            if (text.Length > 400) throw new FormatException($"{slot}: too long.");
            if (Numbers.Contains(slot))
            {
                json[slot] = decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : throw new FormatException($"{slot}: “{text}” is no number.");
            }
            else if (IsActors(slot))
            {
                string[] codes = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
                foreach (string code in codes)
                {
                    bool known = code.Length == 3 ? code.All(char.IsAsciiLetterUpper) : code.StartsWith("IGO:", StringComparison.Ordinal) && code.Length > 4;
                    if (!known) throw new FormatException($"{slot}: “{code}” is no code; write KAZ or IGO:EU, with spaces between.");
                }
                json[slot] = codes.Length == 1 && !Lists.Contains(slot) ? codes[0] : new JsonArray([.. codes.Select(c => (JsonNode)c)]);
            }
            else json[slot] = text;
        }
        json.Remove("id");
        using JsonDocument document = JsonDocument.Parse(json.ToJsonString());
        return ClaimJson.Read(document.RootElement);
    }

    private static JsonObject Json(Claim claim)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions)) ClaimJson.Write(writer, claim, null);
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonArray array => string.Join(' ', array.Select(a => a?.ToString())),
        _ => node.ToString(),
    };
}
