using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Cli.Scoring;

/// <summary>Counts of one run over a panel of reports with gold claims, and the table of them.</summary>
internal sealed class PanelScore
{
    private static readonly Dictionary<string, string[]> Slots = new(StringComparer.Ordinal)
    {
        ["event"] = ["type", "status", "date", "place", "format", "speaker"],
        ["agreement"] = ["status", "type", "subject", "count", "date", "until", "value", "speaker"],
        ["figure"] = ["status", "measure", "parties", "from", "to", "comparator", "period", "change_pct", "due", "commodity", "speaker"],
        ["transfer"] = ["status", "commodity", "quantity", "value", "period", "via", "terms", "speaker"],
        ["project"] = ["status", "parties", "sector", "speaker"],
        ["relation"] = ["status", "since"],
        ["office"] = ["office"],
    };

    private readonly Dictionary<string, (int Right, int Extra, int Missed, int Slots, int SlotsRight)> counts = new(StringComparer.Ordinal);
    private int onQuote;
    private int paired;
    private int published;
    private int publishedRight;

    /// <summary>Every claim that was found, in the order of the reports and of their claims: its confidence, and whether it was right.</summary>
    public List<(string Kind, double Confidence, bool Right)> Judged { get; } = [];

    /// <summary>How many claims gold holds.</summary>
    public int Gold => counts.Values.Sum(c => c.Right + c.Missed);

    /// <summary>What was not right, in the order of the reports.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Adds one report.</summary>
    public void Add(string name, JsonElement gold, JsonElement found, string text)
    {
        if (ClaimMatch.Text(gold, "published") is { Length: > 0 } day)
        {
            published++;
            if (ClaimMatch.Text(found, "published") == day) publishedRight++;
        }
        Dictionary<string, HashSet<int>> matched = new(StringComparer.Ordinal);
        foreach (string kind in ClaimNames.Kinds)
        {
            JsonElement[] g = Of(gold, kind), p = Of(found, kind);
            (int, int)[] pairs = Pair(kind, g, p);
            matched[kind] = [.. pairs.Select(x => x.Item2)];
            (int right, int extra, int missed, int slots, int slotsRight) = counts.GetValueOrDefault(kind);
            foreach ((int i, int j) in pairs)
            {
                paired++;
                if (OnQuote(ClaimMatch.Text(g[i], "quote"), p[j], text)) onQuote++;
                foreach (string slot in Slots[kind].Where(s => ClaimMatch.Has(g[i], s)))
                {
                    slots++;
                    if (ClaimMatch.Slot(slot, g[i], p[j])) slotsRight++;
                    else Errors.Add($"{name} slot {slot} of {kind}: {ClaimMatch.Text(g[i], slot)} | {ClaimMatch.Text(p[j], slot)}");
                }
            }
            foreach (int i in Enumerable.Range(0, g.Length).Except(pairs.Select(x => x.Item1))) Errors.Add($"{name} missed {g[i].GetRawText().ReplaceLineEndings(" ")}");
            foreach (int j in Enumerable.Range(0, p.Length).Except(pairs.Select(x => x.Item2))) Errors.Add($"{name} extra {p[j].GetRawText()}");
            counts[kind] = (right + pairs.Length, extra + p.Length - pairs.Length, missed + g.Length - pairs.Length, slots, slotsRight);
        }
        Judge(found, matched);
    }

    private void Judge(JsonElement found, Dictionary<string, HashSet<int>> matched)
    {
        if (!found.TryGetProperty("claims", out JsonElement claims)) return;
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        foreach (JsonElement claim in claims.EnumerateArray())
        {
            string kind = ClaimMatch.Text(claim, "kind");
            int index = seen[kind] = seen.GetValueOrDefault(kind, -1) + 1;
            Judged.Add((kind, claim.GetProperty("confidence").GetDouble(), matched.TryGetValue(kind, out HashSet<int>? right) && right.Contains(index)));
        }
    }

    /// <summary>The table, as the panel's scorer prints it.</summary>
    public string Table()
    {
        StringBuilder table = new();
        table.Append(CultureInfo.InvariantCulture, $"{"kind",-10} {"gold",5} {"found",6} {"right",6} {"P",6} {"R",6} {"F1",6} {"slots",6}\n");
        double macro = 0;
        int kinds = 0;
        foreach (var row in Rows())
        {
            table.Append(CultureInfo.InvariantCulture, $"{row.Kind,-10} {row.Gold,5} {row.Found,6} {row.Right,6} {row.P,6:0.000} {row.R,6:0.000} {row.F1,6:0.000} {row.Slots,6:0.000}\n");
            if (row.Kind == "all") continue;
            macro += row.F1;
            kinds++;
        }
        table.Append(CultureInfo.InvariantCulture, $"macro F1 {(kinds == 0 ? 0 : macro / kinds):0.000} · evidence on the quote {onQuote}/{paired} · publication date {publishedRight}/{published}\n");
        return table.ToString();
    }

    /// <summary>The same for programs.</summary>
    public string Json()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            foreach (var row in Rows())
            {
                writer.WriteStartObject(row.Kind);
                writer.WriteNumber("gold", row.Gold);
                writer.WriteNumber("found", row.Found);
                writer.WriteNumber("right", row.Right);
                writer.WriteNumber("p", row.P);
                writer.WriteNumber("r", row.R);
                writer.WriteNumber("f1", row.F1);
                writer.WriteNumber("slots", row.Slots);
                writer.WriteEndObject();
            }
            writer.WriteNumber("span", paired == 0 ? 0 : (double)onQuote / paired);
            writer.WriteNumber("published", published == 0 ? 0 : (double)publishedRight / published);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private IEnumerable<(string Kind, int Gold, int Found, int Right, double P, double R, double F1, double Slots)> Rows()
    {
        (int Right, int Extra, int Missed, int Slots, int SlotsRight) all = default;
        foreach (string kind in ClaimNames.Kinds)
        {
            var c = counts.GetValueOrDefault(kind);
            if (c.Right + c.Extra + c.Missed == 0) continue;
            all = (all.Right + c.Right, all.Extra + c.Extra, all.Missed + c.Missed, all.Slots + c.Slots, all.SlotsRight + c.SlotsRight);
            yield return Row(kind, c);
        }
        yield return Row("all", all);
    }

    private static (string, int, int, int, double, double, double, double) Row(string kind, (int Right, int Extra, int Missed, int Slots, int SlotsRight) c)
    {
        double p = c.Right + c.Extra == 0 ? 0 : (double)c.Right / (c.Right + c.Extra), r = c.Right + c.Missed == 0 ? 0 : (double)c.Right / (c.Right + c.Missed);
        return (kind, c.Right + c.Missed, c.Right + c.Extra, c.Right, p, r, p + r == 0 ? 0 : 2 * p * r / (p + r), c.Slots == 0 ? 0 : (double)c.SlotsRight / c.Slots);
    }

    // The most alike first, each once.
    private static (int, int)[] Pair(string kind, JsonElement[] gold, JsonElement[] found)
    {
        var candidates = from i in Enumerable.Range(0, gold.Length)
                         from j in Enumerable.Range(0, found.Length)
                         let score = ClaimMatch.Core(kind, gold[i], found[j])
                         where score > 0
                         orderby score descending, i, j
                         select (i, j);
        HashSet<int> usedGold = [], usedFound = [];
        return [.. candidates.Where(c => !usedGold.Contains(c.i) && !usedFound.Contains(c.j) && usedGold.Add(c.i) && usedFound.Add(c.j))];
    }

    private static bool OnQuote(string quote, JsonElement found, string text)
    {
        string want = Squashed(quote);
        HashSet<string> words = ClaimMatch.Words(want);
        if (want.Length == 0 || !found.TryGetProperty("evidence", out JsonElement evidence)) return false;
        foreach (JsonElement item in evidence.EnumerateArray())
        {
            string got = Squashed(ClaimMatch.Text(item, "quote"));
            if (got.Length == 0) continue;
            if (got.Contains(want, StringComparison.Ordinal) || want.Contains(got, StringComparison.Ordinal) || words.Count(ClaimMatch.Words(got).Contains) >= 0.6 * Math.Max(1, words.Count)) return text.Length > 0;
        }
        return false;
    }

    private static string Squashed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static JsonElement[] Of(JsonElement report, string kind) =>
        report.TryGetProperty("claims", out JsonElement claims) ? [.. claims.EnumerateArray().Where(c => ClaimMatch.Text(c, "kind") == kind)] : [];
}
