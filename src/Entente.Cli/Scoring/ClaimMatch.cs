using System.Text;
using System.Text.Json;

namespace Entente.Cli.Scoring;

/// <summary>When a claim that was found is the gold claim: the rules of the panel's own scorer, field by field as JSON.</summary>
internal static class ClaimMatch
{
    private static readonly HashSet<string> Empty = [.. "the a an of and in on for to with between its their at by from joint project new".Split(' ')];

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["ton"] = "t", ["tons"] = "t", ["tonne"] = "t", ["tonnes"] = "t", ["metric ton"] = "t", ["$"] = "USD", ["usd"] = "USD", ["%"] = "percent", ["percentage"] = "percent",
        ["percents"] = "percent", ["pct"] = "percent", ["kilometre"] = "km", ["kilometer"] = "km", ["documents"] = "count", ["people"] = "count", ["companies"] = "count",
        ["persons"] = "count", [""] = "count", ["number"] = "count", ["barrels"] = "bbl", ["barrel"] = "bbl", ["cubic meters"] = "m3", ["cubic metres"] = "m3", ["times"] = "times",
    };

    /// <summary>0 where the two are not the same claim, else how alike they are, up to 1.</summary>
    public static double Core(string kind, JsonElement gold, JsonElement found) => kind switch
    {
        "event" => Event(gold, found, Text(gold, "type").ToUpperInvariant()),
        "agreement" => Agreement(gold, found),
        "figure" => Figure(gold, found),
        "transfer" => Transfer(gold, found),
        "project" => Project(gold, found),
        "relation" => Text(gold, "type") != Text(found, "type") || !HalfShared(States(gold, "parties"), States(found, "parties")) ? 0 : 1,
        "office" => Office(gold, found),
        _ => 0,
    };

    /// <summary>Whether a slot of a claim that was found holds what gold's holds.</summary>
    public static bool Slot(string slot, JsonElement gold, JsonElement found) => slot switch
    {
        "source" or "target" or "parties" or "from" or "to" => States(gold, slot).SetEquals(States(found, slot)),
        "value" or "quantity" or "count" or "change_pct" => Near(Number(gold, slot), Number(found, slot), 0.01),
        "date" or "period" or "since" or "until" or "due" => Text(gold, slot).Replace(" ", "", StringComparison.Ordinal) == Text(found, slot).Replace(" ", "", StringComparison.Ordinal),
        "subject" or "commodity" or "place" or "via" or "speaker" or "office" or "sector" or "name" => Words(Text(gold, slot)).Overlaps(Words(Text(found, slot))),
        _ => Fold(Text(gold, slot)) == Fold(Text(found, slot)),
    };

    /// <summary>Whether a field of gold says anything.</summary>
    public static bool Has(JsonElement claim, string name) =>
        claim.TryGetProperty(name, out JsonElement value) && value.ValueKind switch { JsonValueKind.Null => false, JsonValueKind.String => value.GetString()!.Length > 0, JsonValueKind.Array => value.GetArrayLength() > 0, _ => true };

    /// <summary>A field as text; nothing where it is missing.</summary>
    public static string Text(JsonElement claim, string name) =>
        !claim.TryGetProperty(name, out JsonElement value) ? "" : value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Null => "", _ => value.GetRawText() };

    /// <summary>Words with content, plural s off.</summary>
    public static HashSet<string> Words(string text) =>
        [.. Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Empty.Contains(w)).Select(w => w.Length > 3 && w[^1] == 's' ? w[..^1] : w)];

    private static double Event(JsonElement gold, JsonElement found, string type)
    {
        string other = Text(found, "type").ToUpperInvariant();
        // A signing told as an agreement reached, or the reverse, pairs; the type is then a wrong slot.
        if (type != other) return (type is "AGREE" or "SUPPORT") && (other is "AGREE" or "SUPPORT") ? 0.4 * Event(gold, found, other) : 0;
        HashSet<string> source = States(gold, "source"), target = States(gold, "target"), s = States(found, "source"), t = States(found, "target");
        if (type is "CONSULT" or "AGREE" or "SUPPORT")
        {
            HashSet<string> all = [.. source, .. target], has = [.. s, .. t];
            if (all.Count == 0) return 0.6;
            double shared = Jaccard(all, has);
            return shared >= 0.5 ? shared : 0;
        }
        if ((source.Count > 0 && !source.Overlaps(s)) || (target.Count > 0 && !target.Overlaps(t))) return 0;
        return source.SetEquals(s) && target.SetEquals(t) ? 1 : 0.8;
    }

    private static double Agreement(JsonElement gold, JsonElement found)
    {
        if (!HalfShared(States(gold, "parties"), States(found, "parties"))) return 0;
        double? count = Number(gold, "count"), has = Number(found, "count");
        if (count is not null and not 1) return Near(count, has, 0) ? 1 : 0;
        if (has is not (null or 1) || Family(Text(gold, "type")) != Family(Text(found, "type"))) return 0;
        return 0.5 + (Text(gold, "type") == Text(found, "type") ? 0.25 : 0) + (Words(Text(gold, "subject")).Overlaps(Words(Text(found, "subject"))) ? 0.25 : 0);
    }

    private static double Figure(JsonElement gold, JsonElement found)
    {
        if (Number(gold, "value") is null)
        {
            if (Number(gold, "change_pct") is null || !Near(Number(gold, "change_pct"), Number(found, "change_pct"), 0.01)) return 0;
        }
        else if (!Near(Number(gold, "value"), Number(found, "value"), 0.01) || Unit(Text(gold, "unit")) != Unit(Text(found, "unit"))) return 0;
        if ((Text(gold, "status") is "planned" or "proposed") != (Text(found, "status") is "planned" or "proposed")) return 0;
        return 0.7 + (Text(gold, "measure") == Text(found, "measure") ? 0.3 : 0);
    }

    private static double Transfer(JsonElement gold, JsonElement found)
    {
        foreach (string side in (ReadOnlySpan<string>)["from", "to"])
        {
            HashSet<string> states = States(gold, side);
            if (states.Count > 0 && !states.Overlaps(States(found, side))) return 0;
        }
        if (Number(gold, "quantity") is { } quantity) return Near(quantity, Number(found, "quantity"), 0.01) ? 1 : 0;
        if (Number(gold, "value") is { } value && Near(value, Number(found, "value"), 0.01)) return 1;
        return Words(Text(gold, "commodity")).Overlaps(Words(Text(found, "commodity"))) ? 1 : 0;
    }

    private static double Project(JsonElement gold, JsonElement found)
    {
        HashSet<string> a = Words(Text(gold, "name")), b = Words(Text(found, "name"));
        if (a.Count == 0 || b.Count == 0) return 0;
        double shared = a.Count(b.Contains), least = shared / Math.Min(a.Count, b.Count);
        return least >= 0.5 && shared / Math.Max(a.Count, b.Count) >= 0.34 ? least : 0;
    }

    private static double Office(JsonElement gold, JsonElement found)
    {
        string[] a = Fold(Text(gold, "person")).Split(' ', StringSplitOptions.RemoveEmptyEntries), b = Fold(Text(found, "person")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (a.Length == 0 || b.Length == 0 || a[^1] != b[^1]) return 0;
        HashSet<string> states = States(gold, "state");
        return states.Count > 0 && !states.SetEquals(States(found, "state")) ? 0 : 1;
    }

    private static bool HalfShared(HashSet<string> gold, HashSet<string> found) => gold.Count == 0 || Jaccard(gold, found) >= 0.5;

    private static double Jaccard(HashSet<string> a, HashSet<string> b)
    {
        int shared = a.Count(b.Contains), all = a.Count + b.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    private static HashSet<string> States(JsonElement claim, string name)
    {
        if (!claim.TryGetProperty(name, out JsonElement value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Length == 0 ? [] : [value.GetString()!.ToUpperInvariant()],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!.ToUpperInvariant())],
            _ => [],
        };
    }

    private static double? Number(JsonElement claim, string name) =>
        claim.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static bool Near(double? a, double? b, double tolerance) =>
        a is { } x && b is { } y && Math.Abs(x - y) <= tolerance * Math.Max(Math.Max(Math.Abs(x), Math.Abs(y)), 1e-12);

    private static string Unit(string unit)
    {
        string low = unit.Trim().ToLowerInvariant();
        if (Units.TryGetValue(low, out string? known)) return known;
        return unit.Length == 3 && unit.All(char.IsLetter) && low is not ("kwh" or "mwh" or "gwh" or "twh" or "teu" or "bpd" or "bbl") ? unit.ToUpperInvariant() : low;
    }

    private static string Family(string type) => type switch
    {
        "treaty" or "agreement" or "contract" or "memorandum" or "protocol" => "treaty",
        "declaration" or "statement" => "statement",
        "plan" or "programme" or "program" or "roadmap" => "plan",
        _ => "other",
    };

    private static string Fold(string text)
    {
        StringBuilder folded = new();
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (char.IsAscii(c) && folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().Trim();
    }
}
