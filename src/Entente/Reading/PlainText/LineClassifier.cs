using Entente.Reading.Dates;
using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>Says of every line of a text what it is: title, heading, paragraph, list item, or furniture and of which kind.</summary>
internal sealed class LineClassifier(Furniture furniture, DateScanner dates)
{
    /// <summary>The first line of running text; the number of lines where there is none.</summary>
    public static int BodyStart(Line[] lines)
    {
        // The first paragraph of two sentences' length, or else the first sentence after which prose goes on.
        int first = Array.FindIndex(lines, l => l.IsProse);
        if (first < 0) return lines.Length;
        for (int i = first; i < Math.Min(lines.Length, first + 8); i++)
        {
            if (lines[i].IsProse && (lines[i].Words >= 22 || i + 1 < lines.Length && lines[i + 1].IsProse && lines[i].Words >= 14)) return i;
        }
        return first;
    }

    public void Classify(string text, Line[] lines, Header header)
    {
        FurnitureEffect running = FurnitureEffect.Line;
        string runningReason = "";
        for (int i = 0; i < lines.Length; i++)
        {
            Line line = lines[i];
            line.SpeaksFrom = line.Span.Start;
            if (i == header.TitleIndex)
            {
                line.Kind = BlockKind.Title;
                line.SpeaksFrom = header.TitleSpan.Start;
                running = FurnitureEffect.Line;
                continue;
            }
            if (running == FurnitureEffect.Rest)
            {
                line.Cut = runningReason;
                continue;
            }
            FurnitureHit? hit = furniture.Match(line.Text);
            if (running == FurnitureEffect.Next && hit is null)
            {
                // Teasers are headlines, clock times and one-paragraph summaries under them. The report goes on where two paragraphs of prose
                // follow each other with nothing of that kind before them.
                bool goesOn = line.IsProse && line.Words >= 15 && !IsTeaserMark(lines, i - 1) && !HasTeasersAhead(lines, i);
                if (!goesOn)
                {
                    line.Cut = runningReason;
                    continue;
                }
                running = FurnitureEffect.Line;
            }
            if (hit is { } known && i != header.DatelineIndex)
            {
                line.Cut = known.Reason;
                // Above the title such words are a menu; only after the text has begun do they end it.
                bool begun = i > header.BodyStart || (i > header.TitleIndex && header.TitleIndex >= 0);
                if (known.Effect != FurnitureEffect.Line && begun && i > header.BodyStart)
                {
                    running = known.Effect;
                    runningReason = known.Reason;
                }
                continue;
            }
            bool above = header.TitleIndex >= 0 ? i < header.TitleIndex : i < header.BodyStart;
            line.Cut = Judge(lines, i, above, i < header.BodyStart, i == header.DatelineIndex);
            if (line.Cut is not null) continue;
            line.Kind = KindOf(text, line);
        }
    }

    private string? Judge(Line[] lines, int i, bool above, bool beforeBody, bool isDateline)
    {
        Line line = lines[i];
        string s = line.Text;
        if (IsClock(s)) return "clock time";
        if (isDateline) return null;
        if (HeaderReader.IsByline(s)) return "byline";
        if (above)
        {
            if (IsDateLineOf(s)) return "date line";
            return HeaderReader.IsBar(s) ? "menu" : i == 0 || !line.IsProse ? "masthead" : "teaser";
        }
        if (line.Letters == 0) return "sign";
        if (IsFootnote(s)) return "footnote";
        if (IsBracketed(s)) return "caption";
        if (beforeBody && IsDateLineOf(s)) return "date line";
        if (!line.IsProse && IsDateLineOf(s) && line.Words <= 8 && !LooksLikeHeading(s)) return "date line";
        if (!line.IsProse && IsSegmented(s)) return "menu";
        if (IsCaption(s)) return "caption";
        if (IsSignature(s)) return "agency tail";
        return null;
    }

    private static BlockKind KindOf(string text, Line line)
    {
        string s = line.Text;
        int bullet = BulletLength(s);
        if (bullet > 0)
        {
            line.SpeaksFrom = ParagraphSplitter.Trim(text, line.Span.Start + bullet, line.Span.End).Start;
            return BlockKind.ListItem;
        }
        return line.IsProse || line.EndsSentence || s.EndsWith(':') ? BlockKind.Paragraph : BlockKind.Heading;
    }

    /// <summary>The characters of a bullet or a number in front of a list item; 0 if there is none.</summary>
    private static int BulletLength(string s)
    {
        if (s.Length > 2 && s[0] is '•' or '*' or '-' or '–' or '·' or '▪' or '●' or '■' or '►' or '‣' or '◦' or '—' && s[1] is ' ' or '\t' or '\u00A0') return 2;
        int digits = 0;
        while (digits < 2 && digits < s.Length && char.IsAsciiDigit(s[digits])) digits++;
        return digits > 0 && s.Length > digits + 2 && s[digits] is '.' or ')' && s[digits + 1] == ' ' && char.IsLetter(s[digits + 2]) ? digits + 2 : 0;
    }

    /// <summary>"18:06", "06.30", "14:22 GMT": a time of day by itself.</summary>
    internal static bool IsClock(string s)
    {
        int i = 0;
        while (i < s.Length && char.IsAsciiDigit(s[i])) i++;
        if (i is < 1 or > 2 || i + 2 >= s.Length || s[i] is not (':' or '.') || !char.IsAsciiDigit(s[i + 1]) || !char.IsAsciiDigit(s[i + 2])) return false;
        int rest = i + 3;
        if (rest + 2 < s.Length && s[rest] == ':' && char.IsAsciiDigit(s[rest + 1])) rest += 3;
        ReadOnlySpan<char> tail = s.AsSpan(Math.Min(rest, s.Length)).Trim();
        return tail.Length == 0 || (tail.Length <= 12 && tail.IndexOfAnyExceptInRange('A', 'z') < 0 && tail[0] is not ('%' or '°'));
    }

    // "[1] The gates of ...", "1) http://..."
    private static bool IsFootnote(string s)
    {
        if (s.Length < 4 || s[0] != '[' || !char.IsAsciiDigit(s[1])) return false;
        int close = s.IndexOf(']', StringComparison.Ordinal);
        return close is > 0 and <= 4;
    }

    private static bool IsBracketed(string s) =>
        s.Length > 2 && s.Length < 200 && ((s[0] == '[' && s[^1] == ']') || (s[0] == '(' && s[^1] == ')' && s.Length < 60 && !s.AsSpan(1, s.Length - 2).Contains('(') && !s.Contains(". ", StringComparison.Ordinal)));

    // "A food distribution center near Moscow. Photo: agency", "... | KYODO POOL"
    private static bool IsCaption(string s)
    {
        if (s.Length > 300) return false;
        foreach (string mark in (ReadOnlySpan<string>)["Photo:", "Photo by", "Image:", "PHOTO:", "Photo credit", "Credit:", "Photo courtesy", "/ Getty", "Фото:", "Foto:"])
        {
            int at = s.LastIndexOf(mark, StringComparison.Ordinal);
            if (at >= 0 && s.Length - at < 70) return true;
        }
        return false;
    }

    // "HWS/kt", "(PW)  mgr/ jb/ 1842 GMT", "-- ABC": who wired it.
    private static bool IsSignature(string s)
    {
        if (s.Length > 40) return false;
        int slashes = s.AsSpan().Count('/'), letters = 0;
        foreach (char c in s)
        {
            if (char.IsLetter(c)) letters++;
        }
        return (slashes > 0 && letters <= 14 && !s.Contains(' ', StringComparison.Ordinal)) || (slashes > 1 && s.EndsWith("GMT", StringComparison.Ordinal))
            || (s.Length <= 8 && s[0] == '(' && s[^1] == ')');
    }

    private bool IsDateLineOf(string s)
    {
        foreach (FoundDate date in dates.Scan(s, 0, s.Length))
        {
            if (date.IsFull && s.Length < 120) return true;
        }
        return false;
    }

    // "March 3, 2024: Presidents meet" is an entry of a timeline and no date line.
    private static bool LooksLikeHeading(string s) => s.Contains(": ", StringComparison.Ordinal) || s.Contains(" – ", StringComparison.Ordinal) || s.Contains(" — ", StringComparison.Ordinal);

    private bool IsSegmented(string s)
    {
        if (!HeaderReader.IsBar(s)) return false;
        string[] parts = s.Split(["  ", "|", "»", "›", "·", "•", "►", "◄", " / ", " > ", "→", "←"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2) return false;
        int known = 0;
        foreach (string part in parts)
        {
            if (part.Length <= 2 || furniture.KnowsSegment(part)) known++;
        }
        // Bars without a word that is known are cut too where they have three pieces or more.
        return known > 0 || parts.Length >= 3;
    }

    private static bool IsTeaserMark(Line[] lines, int i) => i >= 0 && (IsClock(lines[i].Text) || (!lines[i].IsProse && lines[i].Cut is not null && lines[i].Words <= 14));

    private static bool HasTeasersAhead(Line[] lines, int i)
    {
        for (int k = i + 1; k < Math.Min(lines.Length, i + 3); k++)
        {
            if (IsClock(lines[k].Text)) return true;
            if (lines[k].IsProse) return false;
        }
        // Prose must go on, or the text end; a lone paragraph before more headlines is a teaser.
        return i + 1 < lines.Length;
    }
}
