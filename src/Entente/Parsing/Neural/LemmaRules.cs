using System.Globalization;

namespace Entente.Parsing.Neural;

/// <summary>
/// Lemmas by edit scripts. A script says how the form is cased (as it is, lower, first letter upper), how many characters fall off its
/// end and what is put there. For each pair of part of speech and Penn tag there are endings, from the empty one to whole words, each with
/// its script; the longest ending that fits a form decides. An ending is kept only where it decides otherwise than the next shorter one,
/// so exceptions and rules are one table.
/// </summary>
internal sealed class LemmaRules
{
    private const int MaxEnding = 7;
    private const char WholeWord = '^';
    private readonly Dictionary<string, Dictionary<string, string>> tables;

    /// <summary>Rules as <see cref="Entries"/> lists them.</summary>
    public LemmaRules(IEnumerable<(string Tags, string Ending, string Script)> entries)
    {
        tables = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach ((string tags, string ending, string script) in entries)
        {
            if (!tables.TryGetValue(tags, out Dictionary<string, string>? table)) tables[tags] = table = new(StringComparer.Ordinal);
            table[ending] = script;
        }
    }

    /// <summary>All rules, sorted.</summary>
    public IEnumerable<(string Tags, string Ending, string Script)> Entries =>
        tables.OrderBy(t => t.Key, StringComparer.Ordinal)
            .SelectMany(t => t.Value.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => (t.Key, e.Key, e.Value)));

    /// <summary>Learns rules from words with their lemmas.</summary>
    public static LemmaRules Learn(IEnumerable<(string Form, string Lemma, string Tags)> words)
    {
        var counts = new Dictionary<(string Tags, string Ending), Dictionary<string, int>>();
        foreach ((string form, string lemma, string tags) in words)
        {
            string script = Script(form, lemma), lower = form.ToLowerInvariant();
            for (int length = 0; length <= Math.Min(lower.Length, MaxEnding); length++) Count(lower[^length..]);
            Count(WholeWord + lower);

            void Count(string ending)
            {
                if (!counts.TryGetValue((tags, ending), out Dictionary<string, int>? scripts)) counts[(tags, ending)] = scripts = new(StringComparer.Ordinal);
                scripts[script] = scripts.GetValueOrDefault(script) + 1;
            }
        }
        var best = counts.ToDictionary(c => c.Key, c => c.Value.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key);
        List<(string, string, string)> kept = [];
        foreach (((string tags, string ending), string script) in best.OrderBy(b => b.Key.Tags, StringComparer.Ordinal).ThenBy(b => b.Key.Ending, StringComparer.Ordinal))
        {
            bool isWhole = ending.Length > 0 && ending[0] == WholeWord && ending.Length > 1;
            string shorter = isWhole ? ending[Math.Max(1, ending.Length - MaxEnding)..] : ending.Length > 0 ? ending[1..] : "";
            // One occurrence makes a word's own rule; an ending needs two to say something about other words.
            if (!isWhole && ending.Length > 1 && counts[(tags, ending)].Values.Sum() < 2) continue;
            if (ending.Length == 0 || Decide(shorter) != script) kept.Add((tags, ending, script));

            string Decide(string rest)
            {
                while (rest.Length > 1 && counts[(tags, rest)].Values.Sum() < 2) rest = rest[1..];
                return best[(tags, rest)];
            }
        }
        return new LemmaRules(kept);
    }

    /// <summary>The key of a pair of tags.</summary>
    public static string Key(string upos, string xpos) => $"{upos}/{xpos}";

    /// <summary>The lemma of a form; for tags without rules the form in lower case.</summary>
    public string Lemma(string form, string tags)
    {
        if (form.Length > 256 || !tables.TryGetValue(tags, out Dictionary<string, string>? table)) return form;
        string lower = form.ToLowerInvariant();
        string? script = null;
        var lookup = table.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!table.TryGetValue(WholeWord + lower, out script))
        {
            for (int length = Math.Min(lower.Length, MaxEnding); length >= 0 && script is null; length--)
                lookup.TryGetValue(lower.AsSpan(lower.Length - length), out script);
        }
        return script is null ? form : Apply(script, form, lower);
    }

    private static string Apply(string script, string form, string lower)
    {
        string cased = Case(script[0], form, lower);
        int drop = script[1] - '0';
        return drop > cased.Length || (drop == cased.Length && script.Length == 2) ? cased : string.Concat(cased.AsSpan(0, cased.Length - drop), script.AsSpan(2));
    }

    private static string Case(char how, string form, string lower) =>
        how switch
        {
            '=' => form,
            'T' => lower.Length == 0 ? lower : char.ToUpper(lower[0], CultureInfo.InvariantCulture) + lower[1..],
            _ => lower,
        };

    /// <summary>The casing that leaves most of the lemma, lower before others; then characters to drop (one digit, a lemma further away is given whole: 9 is "all").</summary>
    private static string Script(string form, string lemma)
    {
        string lower = form.ToLowerInvariant();
        (char how, int common) = ('L', -1);
        foreach (char candidate in "L=T")
        {
            string cased = Case(candidate, form, lower);
            int shared = cased.AsSpan().CommonPrefixLength(lemma);
            if (shared > common) (how, common) = (candidate, shared);
        }
        int drop = form.Length - common;
        return drop > 40 ? "L0" : $"{how}{(char)('0' + drop)}{lemma[common..]}";
    }
}
