using System.Buffers;
using Entente.Reading.Dates;
using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>Finds title, publisher and author among the lines above and around the head of a text.</summary>
internal sealed class HeaderReader(Furniture furniture, DateScanner dates)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create("|,•·(/");
    private const int TitleWords = 30;
    private static readonly string[] Bars = ["|", "»", "›", "▸", ">>", " > ", " / ", " · ", " • ", "   ", "  ", " - ", " – ", " — ", " // ", "∘", "☰"];
    private static readonly SearchValues<string> PublisherWords = SearchValues.Create(
        ["ministry", "embassy", "office of", "government", "presidency", "press", "news", "agency", "times", "post", "herald", "gazette", "courier", "observer", "review", "tribune", "service", "wire", "daily", "chronicle", "journal", "monitor", "portal", "ledger", "mail", "report", "bulletin"],
        StringComparison.OrdinalIgnoreCase);

    public Header Read(string text, Line[] lines, int bodyStart)
    {
        Header header = new() { BodyStart = bodyStart };
        FindTitle(text, lines, header);
        FindPublisher(text, lines, header);
        FindAuthor(lines, header);
        return header;
    }

    /// <summary>Whether a line names who wrote the report and nothing else.</summary>
    public static bool IsByline(string line)
    {
        if (line.Length > 110) return false;
        ReadOnlySpan<char> s = line.AsSpan().Trim();
        foreach (string start in (ReadOnlySpan<string>)["By ", "By: ", "BY ", "Commentary by ", "Analysis by ", "Opinion by ", "Written by ", "Author: ", "Reported by ", "Text: ", "Von ", "Par "])
        {
            if (s.StartsWith(start, StringComparison.Ordinal)) return !ParagraphSplitter.EndsSentence(line, new TextSpan(0, line.TrimEnd().Length)) || s.Length < 50;
        }
        return false;
    }

    private void FindTitle(string text, Line[] lines, Header header)
    {
        HashSet<string> body = BodyWords(lines, header.BodyStart);
        string? holder = CopyrightHolder(lines);
        double best = 0;
        for (int i = 0; i < header.BodyStart; i++)
        {
            Line line = lines[i];
            TextSpan span = WithoutLabel(text, line);
            string title = span.In(text);
            double score = TitleScore(title, line, body);
            // A headline stands by itself.
            if (score > 0 && line.AfterBlank && i + 1 < lines.Length && lines[i + 1].AfterBlank) score += 0.2;
            // The name of a publisher in capitals reads like a headline; where there is another, it is the other.
            if (i == 0 && score > 0 && LooksLikeName(title) && (line.Lower == 0 || title.AsSpan().ContainsAny(PublisherWords))) score -= 0.6;
            // Nor is who holds the copyright of it all its headline.
            if (holder is not null && Furniture.Fold(title) == Furniture.Fold(holder)) continue;
            if (score <= 0 || furniture.Match(title) is not null || IsByline(title) || IsBar(title) || IsDateLine(title)) continue;
            // Of several, the one whose words the text takes up; among equals the first, since a standfirst comes after.
            if (score <= best + 0.1) continue;
            best = score;
            header.TitleIndex = i;
            header.TitleSpan = span;
        }
        if (header.TitleIndex < 0 && header.BodyStart == 0 && lines.Length > 2 && IsSentenceTitle(lines))
        {
            header.TitleIndex = 0;
            header.TitleSpan = lines[0].Span;
        }
        if (header.TitleIndex >= 0) header.Title = OneLine(header.TitleSpan.In(text));
    }

    private static double TitleScore(string title, Line line, HashSet<string> body)
    {
        if (line.Words is < 2 or > TitleWords || line.Letters < 8) return 0;
        // Bullets are points of a summary, not titles.
        if (title.Length == 0 || title[0] is '-' or '–' or '•' or '*' or '[' or '©') return 0;
        int content = 0, shared = 0;
        foreach (string word in Words(title))
        {
            if (word.Length < 4) continue;
            content++;
            if (body.Contains(Stem(word))) shared++;
        }
        double overlap = content == 0 ? 0 : (double)shared / content;
        double shape = line.Words >= 5 ? 0.5 : line.Words >= 3 ? 0.3 : 0.1;
        return shape + overlap - (line.EndsSentence && !title.EndsWith('?') && !title.EndsWith('!') ? 0.25 : 0);
    }

    /// <summary>A first paragraph of one short sentence before longer ones is the title of an export that keeps no empty lines.</summary>
    private bool IsSentenceTitle(Line[] lines)
    {
        Line first = lines[0], second = lines[1];
        if (first.Words > TitleWords || first.Text.Length > 180 || second.Words < first.Words || !second.IsProse) return false;
        if (first.Text.TrimEnd('.', '!', '?').AsSpan().IndexOfAny(".!?;") >= 0 || first.Text[0] is '"' or '“' or '-' or '–') return false;
        HashSet<string> next = BodyWords(lines, 1);
        int content = 0, shared = 0;
        foreach (string word in Words(first.Text))
        {
            if (word.Length < 4) continue;
            content++;
            if (next.Contains(Stem(word))) shared++;
        }
        return content > 0 && shared * 5 >= content * 3 && dates.Scan(first.Text, 0, first.Text.Length).Count == 0;
    }

    private void FindPublisher(string text, Line[] lines, Header header)
    {
        int end = header.TitleIndex >= 0 ? header.TitleIndex : header.BodyStart;
        // "From: Ministry of Defence", "Source: ..." between title and text.
        for (int i = 0; i < Math.Min(lines.Length, header.BodyStart + 1); i++)
        {
            if (Labelled(lines[i].Text, "From:", "Source:", "Publisher:", "Publication:") is { } named && lines[i].Words <= 10)
            {
                header.Publisher = named;
                header.PublisherWhere = "a line that names the source";
                return;
            }
        }
        for (int i = 0; i < end; i++)
        {
            string line = lines[i].Text;
            if (lines[i].Words > 20 || lines[i].IsProse || IsByline(line)) continue;
            string? name = MastheadName(line);
            if (name is not null)
            {
                header.Publisher = name;
                return;
            }
            // Once something else than furniture was met, what follows is no masthead.
            if (i >= 3) break;
        }
        for (int i = end + 1; i < header.BodyStart && i < end + 5; i++)
        {
            string line = lines[i].Text;
            int bar = line.AsSpan().IndexOfAny('|', '·');
            string name = WithoutStaff(bar > 0 ? line[..bar].Trim() : line);
            if (name.Length is > 3 and < 50 && name.AsSpan().ContainsAny(PublisherWords) && LooksLikeName(name) && furniture.Match(name) is null && !IsByline(line))
            {
                header.Publisher = name;
                return;
            }
            if (bar > 0 && IsDateLine(line[bar..]) && LooksLikeName(name) && furniture.Match(name) is null && !IsByline(line) && name.Length is > 3 and < 40 && dates.Scan(name, 0, name.Length).Count == 0)
            {
                header.Publisher = name;
                return;
            }
        }
        if (header.Publisher is null && CopyrightHolder(lines) is { } holder)
        {
            header.Publisher = holder;
            header.PublisherWhere = "copyright line";
        }
    }

    /// <summary>The name at the head of a masthead line: "TIAN-SHAN WIRE" of "TIAN-SHAN WIRE | English".</summary>
    private string? MastheadName(string line)
    {
        string first = line;
        bool bar = false;
        foreach (string separator in Bars)
        {
            int at = first.IndexOf(separator, StringComparison.Ordinal);
            if (at == 0) return null;
            if (at > 0)
            {
                first = first[..at];
                bar = true;
            }
        }
        first = first.Trim(' ', ',', ':', '.');
        int bracket = first.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 3) first = first[..bracket].Trim();
        int comma = first.IndexOf(',', StringComparison.Ordinal);
        if (comma > 3) first = first[..comma].Trim();
        if (first.Length is < 3 or > 90 || !LooksLikeName(first) || furniture.Match(first) is not null || dates.Scan(first, 0, first.Length).Count > 0) return null;
        int words = first.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        // A single short word with a bar after it is as likely the first entry of a menu.
        if (words == 1 && bar && !HasInnerCapital(first) && !first.AsSpan().ContainsAny(PublisherWords) && first.Length < 6) return null;
        return words <= 10 ? first : null;
    }

    // "Steppe Herald live team"
    private static string WithoutStaff(string name)
    {
        foreach (string tail in (ReadOnlySpan<string>)[" live team", " team", " staff", " desk", " reporters", " correspondents", " correspondent", " newsroom", " editorial board"])
        {
            if (name.EndsWith(tail, StringComparison.OrdinalIgnoreCase)) return name[..^tail.Length];
        }
        return name;
    }

    private static bool HasInnerCapital(string word)
    {
        for (int i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]) || char.IsDigit(word[i])) return true;
        }
        return false;
    }

    /// <summary>Every longer word is capitalized, or nearly.</summary>
    private static bool LooksLikeName(string name)
    {
        int words = 0, capitals = 0;
        foreach (string word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!char.IsLetter(word[0])) continue;
            if (word.Length <= 3 && char.IsLower(word[0])) continue;
            words++;
            if (char.IsUpper(word[0])) capitals++;
        }
        return words > 0 && capitals * 2 >= words && (capitals == words || words - capitals <= 1);
    }

    private static string? CopyrightHolder(Line[] lines)
    {
        for (int i = lines.Length - 1; i >= Math.Max(0, lines.Length - 6); i--)
        {
            string line = lines[i].Text;
            int at = line.IndexOf('©', StringComparison.Ordinal);
            if (at < 0 || line.Length > 120) continue;
            string rest = line[(at + 1)..].TrimStart(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '–', ',');
            int stop = rest.AsSpan().IndexOfAny(".|,");
            if (stop > 0) rest = rest[..stop];
            rest = rest.Trim();
            if (rest.Length is > 2 and < 50 && LooksLikeName(rest) && !rest.StartsWith("All ", StringComparison.OrdinalIgnoreCase)) return rest;
        }
        return null;
    }

    private static void FindAuthor(Line[] lines, Header header)
    {
        for (int i = 0; i < Math.Min(lines.Length, header.BodyStart + 2); i++)
        {
            string line = lines[i].Text;
            if (!IsByline(line)) continue;
            int at = line.IndexOf("by", StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at > 14) at = line.IndexOf(' ', StringComparison.Ordinal) - 2;
            string name = line[Math.Min(line.Length, at + 2)..].TrimStart(':', ' ');
            int end = name.AsSpan().IndexOfAny(NameEnds);
            if (end > 0) name = name[..end];
            int gap = name.IndexOf("  ", StringComparison.Ordinal);
            if (gap > 0) name = name[..gap];
            name = name.Trim(' ', '.', '-', '–');
            if (name.Length is > 2 and < 60) header.Author = name;
            return;
        }
    }

    /// <summary>A bar of links: short pieces between separators.</summary>
    public static bool IsBar(string line)
    {
        int separators = 0, words = 0;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c is '|' or '»' or '›' or '▸' or '·' or '•' or '→' or '←' or '►' or '◄' or '☰' or '∘') separators++;
            else if (c == ' ' && i + 1 < line.Length && line[i + 1] == ' ' && (i == 0 || line[i - 1] != ' ')) separators++;
            else if (c is '>' or '/' && i > 0 && line[i - 1] == ' ' && i + 1 < line.Length && line[i + 1] == ' ') separators++;
            if (!char.IsWhiteSpace(c) && (i == 0 || char.IsWhiteSpace(line[i - 1]))) words++;
        }
        return separators > 0 && words <= (separators + 1) * 4;
    }

    /// <summary>Whether a line is there for its date: few words besides it.</summary>
    public bool IsDateLine(string line)
    {
        if (line.Length > 120 || !HasDigit(line)) return false;
        foreach (FoundDate date in dates.Scan(line, 0, line.Length))
        {
            int rest = 0;
            bool inside = false;
            for (int i = 0; i < line.Length; i++)
            {
                bool letter = char.IsLetter(line[i]) && !date.Span.Contains(i);
                if (letter && !inside) rest++;
                inside = letter;
            }
            if (rest <= 6 && (date.IsFull || rest <= 3)) return true;
        }
        return false;
    }

    private static bool HasDigit(string line)
    {
        foreach (char c in line)
        {
            if (char.IsDigit(c)) return true;
        }
        return false;
    }

    // "LIVE  Venezuela border standoff", "EXPLAINER | INDIA-PAKISTAN": the label says what it is, not what it is about.
    private TextSpan WithoutLabel(string text, Line line)
    {
        string s = line.Text;
        for (int i = 2; i < Math.Min(s.Length - 1, 24); i++)
        {
            bool gap = (s[i] == ' ' && s[i + 1] == ' ') || s[i] == '|';
            if (!gap) continue;
            if (furniture.Match(s[..i]) is null) return line.Span;
            int from = i;
            while (from < s.Length && (s[from] == ' ' || s[from] == '|')) from++;
            return from < s.Length ? ParagraphSplitter.Trim(text, line.Span.Start + from, line.Span.End) : line.Span;
        }
        return line.Span;
    }

    private static string? Labelled(string line, params ReadOnlySpan<string> labels)
    {
        foreach (string label in labels)
        {
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && line.Length > label.Length + 2) return line[label.Length..].Trim();
        }
        return null;
    }

    private static HashSet<string> BodyWords(Line[] lines, int from)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        for (int i = from; i < Math.Min(lines.Length, from + 40); i++)
        {
            if (!lines[i].IsProse) continue;
            foreach (string word in Words(lines[i].Text))
            {
                if (word.Length >= 4) words.Add(Stem(word));
            }
        }
        return words;
    }

    // Enough to see "ship" in "ships" and "pump" in "pumping".
    private static string Stem(string word) => word.Length > 5 ? word[..5] : word.TrimEnd('s');

    private static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (letter && start < 0) start = i;
            if (!letter && start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }

    private static string OneLine(string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\n', '\t') < 0) return text;
        return string.Join(' ', text.Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
    }
}
