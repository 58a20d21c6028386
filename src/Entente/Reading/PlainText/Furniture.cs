using System.Buffers;
using Entente.Gazetteers;

namespace Entente.Reading.PlainText;

/// <summary>What a line of furniture takes with it.</summary>
internal enum FurnitureEffect
{
    /// <summary>The line alone.</summary>
    Line,

    /// <summary>The line and the teasers after it, until prose begins again.</summary>
    Next,

    /// <summary>All that follows.</summary>
    Rest,
}

/// <summary>A line that says nothing, and why.</summary>
internal readonly record struct FurnitureHit(FurnitureEffect Effect, string Reason);

/// <summary>The phrases of data/reading/furniture.tsv, matched against lines; frozen once built.</summary>
internal sealed class Furniture
{
    // A phrase that stands anywhere in a line speaks for short lines only: a report may tell of a newsletter.
    private const int ShortWords = 18;
    private const int LongestWords = 60;

    private readonly record struct Rule(string Phrase, string Match, string Effect, string Reason);

    private readonly Dictionary<string, Rule> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Rule>> starts = new(StringComparer.Ordinal);
    private readonly List<Rule> ends = [];
    private readonly List<Rule> inside = [];
    private readonly SearchValues<string> insideAny;

    public Furniture(DataFiles data)
    {
        foreach (DataRow row in data.Read("reading/furniture"))
        {
            Rule rule = new(row.Required("phrase"), row.Required("match"), row.Required("effect"), row.Required("reason"));
            switch (rule.Match)
            {
                case "whole":
                    whole.TryAdd(rule.Phrase, rule);
                    break;
                case "ends-count":
                    ends.Add(rule);
                    break;
                case "has":
                    inside.Add(rule);
                    break;
                default:
                    // By the first word, so that a line is compared with few phrases.
                    string key = FirstWord(rule.Phrase);
                    if (!starts.TryGetValue(key, out List<Rule>? list)) starts.Add(key, list = []);
                    list.Add(rule);
                    break;
            }
        }
        insideAny = SearchValues.Create([.. inside.Select(r => r.Phrase)], StringComparison.Ordinal);
        foreach (List<Rule> list in starts.Values) list.Sort((a, b) => b.Phrase.Length.CompareTo(a.Phrase.Length));
    }

    /// <summary>What a line is, if the table knows it as furniture.</summary>
    public FurnitureHit? Match(string line)
    {
        string text = Fold(line);
        if (text.Length == 0) return null;
        if (whole.TryGetValue(text, out Rule known)) return new FurnitureHit(EffectOf(known, more: false), known.Reason);
        int words = CountWords(text);
        if (words > LongestWords) return null;
        if (starts.TryGetValue(FirstWord(text), out List<Rule>? candidates))
        {
            foreach (Rule rule in candidates)
            {
                if (StartsAs(rule, text, line, words)) return new FurnitureHit(EffectOf(rule, more: text.Length > rule.Phrase.Length + 2), rule.Reason);
            }
        }
        if (words > ShortWords) return null;
        foreach (Rule rule in ends)
        {
            // "3812 views", "3 Comments"
            if (words <= 4 && text.EndsWith(rule.Phrase, StringComparison.Ordinal) && text.Length > rule.Phrase.Length + 1 && HasDigit(text) && text[^(rule.Phrase.Length + 1)] == ' ')
                return new FurnitureHit(EffectOf(rule, more: false), rule.Reason);
        }
        if (text.AsSpan().IndexOfAny(insideAny) < 0) return null;
        foreach (Rule rule in inside)
        {
            if (text.Contains(rule.Phrase, StringComparison.Ordinal)) return new FurnitureHit(FurnitureEffect.Line, rule.Reason);
        }
        return null;
    }

    /// <summary>Whether a short stretch between the separators of a bar is known furniture or the kind of thing that stands in one.</summary>
    public bool KnowsSegment(string segment) => Match(segment) is not null;

    private static bool StartsAs(Rule rule, string text, string line, int words)
    {
        if (!text.StartsWith(rule.Phrase, StringComparison.Ordinal)) return false;
        int end = rule.Phrase.Length;
        char next = end < text.Length ? text[end] : '\0';
        if (char.IsLetterOrDigit(next) && char.IsLetter(rule.Phrase[^1])) return false;
        return rule.Match switch
        {
            "starts" => true,
            // Distinctive enough only where little follows.
            "starts-short" => words <= CountWords(rule.Phrase) + 6 && !ParagraphSplitter.EndsSentence(line, ParagraphSplitter.Trim(line, 0, line.Length)),
            "starts-colon" => next == ':' || (end + 1 < text.Length && next == ' ' && text[end + 1] == ':'),
            "starts-count" => FollowedByNumber(text, end) && words <= CountWords(rule.Phrase) + 6,
            "starts-year" => FollowedByNumber(text, end),
            _ => throw new EntenteException($"data/reading/furniture.tsv: '{rule.Match}' is no way to match."),
        };
    }

    private static bool FollowedByNumber(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '(' or ':' or '#' or '[') at++;
        return at < text.Length && char.IsDigit(text[at]);
    }

    private static FurnitureEffect EffectOf(Rule rule, bool more) => rule.Effect switch
    {
        "line" => FurnitureEffect.Line,
        "next" => FurnitureEffect.Next,
        "rest" => FurnitureEffect.Rest,
        "colon" => more ? FurnitureEffect.Line : FurnitureEffect.Next,
        _ => throw new EntenteException($"data/reading/furniture.tsv: '{rule.Effect}' is no effect."),
    };

    private static bool HasDigit(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    private static string FirstWord(string text)
    {
        int space = text.AsSpan().IndexOfAny(" :,.(");
        return space <= 0 ? text : text[..space];
    }

    private static int CountWords(string text)
    {
        int count = 0;
        bool inWord = false;
        foreach (char c in text)
        {
            bool blank = char.IsWhiteSpace(c);
            if (!blank && !inWord) count++;
            inWord = !blank;
        }
        return count;
    }

    /// <summary>Small letters, single blanks, straight quotes, nothing but letters and digits at the ends (© and ( are kept in front).</summary>
    internal static string Fold(string line)
    {
        Span<char> buffer = line.Length <= 512 ? stackalloc char[line.Length] : new char[line.Length];
        int n = 0;
        foreach (char c in line)
        {
            if (char.IsWhiteSpace(c))
            {
                if (n > 0 && buffer[n - 1] != ' ') buffer[n++] = ' ';
                continue;
            }
            if (n == 0 && !char.IsLetterOrDigit(c) && c is not ('©' or '(')) continue;
            buffer[n++] = c is '’' or '‘' or '`' ? '\'' : char.ToLowerInvariant(c);
        }
        while (n > 0 && !char.IsLetterOrDigit(buffer[n - 1]) && buffer[n - 1] is not (':' or '+' or '#')) n--;
        while (n > 0 && buffer[n - 1] is ':' or ' ') n--;
        int from = 0;
        // "(with agencies)": the bracket belongs to the line, "(c) 2024" to the sign.
        if (n > 1 && buffer[0] == '(' && !(n >= 3 && buffer[1] == 'c' && buffer[2] == ')')) from = 1;
        return new string(buffer[from..n]);
    }
}
