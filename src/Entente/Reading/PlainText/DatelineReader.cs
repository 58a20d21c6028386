using System.Buffers;
using System.Collections.Frozen;
using Entente.Reading.Dates;
using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>
/// Reads the dateline at the head of a paragraph: places, dates and agencies in any order, parted by commas, full stops or bars, closed
/// by a dash, a colon, or, after a date or agency, a full stop. Anything else in it and it is none.
/// </summary>
internal sealed class DatelineReader(DateScanner dates)
{
    private const int Longest = 160;
    private static readonly SearchValues<char> ClockMarks = SearchValues.Create("0123456789:. \n\r");
    private static readonly SearchValues<string> AgencyWords = SearchValues.Create(
        ["news", "press", "agency", "inform", "wire", "times", "post", "tass", "interfax", "media", "today", "report", "radio", "service"], StringComparison.OrdinalIgnoreCase);

    // Upper-case words before a colon that are labels and no places.
    private static readonly FrozenSet<string> Labels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "live", "update", "updated", "breaking", "watch", "read", "video", "photo", "photos", "opinion", "analysis", "explainer", "explained", "exclusive",
        "factbox", "timeline", "interview", "note", "source", "editor", "correction", "related", "key points", "highlights", "background", "press release", "date");

    public Dateline? Read(string text, TextSpan paragraph)
    {
        int limit = Math.Min(paragraph.End, paragraph.Start + Longest);
        State s = new() { At = paragraph.Start };
        SkipExportPrefix(text, limit, s);
        int start = paragraph.Start;
        int closed = ReadOnce(text, limit, paragraph, s);
        if (closed < 0) return null;
        // "AGENCIES – ALMATY: Two attacks"; "DELHI — (ANI)": a second head may follow at once.
        if (closed < paragraph.End && s.Date is null && s.Agency is null)
        {
            State second = new() { At = closed };
            int again = ReadOnce(text, Math.Min(paragraph.End, closed + 60), paragraph, second);
            if (again > 0 && again < paragraph.End && second.Place is not null)
            {
                closed = again;
                s.Agency = s.Place;
                s.Place = second.Place;
                s.Date = second.Date;
            }
        }
        return new Dateline(new TextSpan(start, closed), s.Place, s.Agency, s.Date, closed >= paragraph.End);
    }

    private sealed class State
    {
        public int At;
        public string? Place;
        public string? Agency;
        public FoundDate? Date;
        public bool UpperPlace;
        public bool DateFirst;
        public int Names;
    }

    // " date 2024-03-13 ASTANA — ...": what some exports put before the text.
    private void SkipExportPrefix(string text, int limit, State s)
    {
        if (!text.AsSpan(s.At, limit - s.At).StartsWith("date ", StringComparison.OrdinalIgnoreCase)) return;
        int at = s.At + 5;
        if (dates.At(text, at, limit) is { IsFull: true } date)
        {
            s.Date = date;
            s.At = date.Span.End;
        }
    }

    /// <summary>Where the text after the dateline begins, or -1.</summary>
    private int ReadOnce(string text, int limit, TextSpan paragraph, State s)
    {
        FoundDate? given = s.Date;
        bool prefix = given is not null;
        int items = 0;
        for (int at = s.At; ; items++)
        {
            while (at < limit && char.IsWhiteSpace(text[at])) at++;
            if (at >= limit) return limit == paragraph.End && items > 0 && !s.DateFirst && (s.UpperPlace || s.Date is not null && s.Place is not null) && items <= 12 ? paragraph.End : -1;
            char c = text[at];
            if (c is '(' or '/' or '[')
            {
                int close = text.AsSpan(at + 1, limit - at - 1).IndexOf(c == '(' ? ')' : c == '[' ? ']' : '/');
                if (close is > 0 and <= 48 && char.IsLetter(text[at + 1]))
                {
                    string inside = text.Substring(at + 1, close).Trim();
                    at += close + 2;
                    // "Macas (Ecuador)": a bracket right after a place in a dateline that still expects its date says where the place is.
                    if (s.Agency is null && !(s.Date is null && !s.UpperPlace && s.Place is not null)) s.Agency = inside;
                    continue;
                }
                if (c == '/')
                {
                    at++;
                    continue;
                }
                return -1;
            }
            // A clock time.
            if (char.IsDigit(c) && at + 4 < limit && ClockLength(text, at, limit) is var clock and > 0)
            {
                at += clock;
                continue;
            }
            if ((s.Date is null || prefix) && dates.At(text, at, limit) is { } date && (date.Day > 0))
            {
                // After an export's own date the dateline may have one without a year; the export's is better.
                if (!prefix) s.Date = date;
                s.DateFirst |= s.Place is null && !prefix;
                prefix = false;
                at = date.Span.End;
                continue;
            }
            if (c is ',' or '|')
            {
                at++;
                continue;
            }
            if (IsDash(text, at, limit, out int length))
            {
                int next = SkipBlank(text, at + length, paragraph.End);
                // "09.03.2024 - 14:32"
                if (next < paragraph.End && char.IsDigit(text[next]) && text.AsSpan(next, paragraph.End - next).IndexOfAnyExcept(ClockMarks) < 0) return -1;
                bool enough = s.UpperPlace || ((s.Date is not null || s.Agency is not null) && items > 0);
                return enough && StartsProse(text, next, paragraph.End) ? next : -1;
            }
            if (c == ':')
            {
                int next = SkipBlank(text, at + 1, paragraph.End);
                bool label = s.Place is not null && Labels.Contains(s.Place) || s.Agency is not null && s.Place is null;
                bool enough = (s.UpperPlace && s.Names <= 3) || (s.Date is not null && s.Place is not null);
                return enough && !label && StartsProse(text, next, paragraph.End) ? next : -1;
            }
            if (c == '.')
            {
                int next = SkipBlank(text, at + 1, paragraph.End);
                if (next >= paragraph.End) return items > 0 && s.Place is not null && s.Date is not null ? paragraph.End : -1;
                bool goesOn = text[next] is '/' or '(' or ',' or '|' || IsDash(text, next, paragraph.End, out _) || dates.At(text, next, limit) is not null;
                if (!goesOn && (s.Agency is not null || s.Date is not null) && s.Place is not null)
                    return StartsProse(text, next, paragraph.End) && next > at + 1 ? next : -1;
                if (!goesOn && !s.UpperPlace) return -1;
                at++;
                continue;
            }
            if (!char.IsUpper(c) || ++s.Names > 6) return prefix && given is not null && s.Names == 0 ? at : -1;
            int end = ReadName(text, at, limit);
            string name = text[at..end];
            if (DateScanner.IsWeekday(name))
            {
                at = end;
                continue;
            }
            bool upper = IsUpper(name);
            if (s.Names == 1 && !upper && end < limit && char.IsLower(text[SkipBlank(text, end, limit - 1)])) return given is not null && items == 0 ? at : -1;
            if (s.Place is null)
            {
                s.Place = name;
                s.UpperPlace = upper && name.Length >= 3;
            }
            else if (s.Agency is null && upper && s.UpperPlace && s.Names == 2 && AgencyLike(s.Place) && !AgencyLike(name))
            {
                // "DALAINFORM. ASTANA. 8 August 2024"
                s.Agency = s.Place;
                s.Place = name;
            }
            at = end;
        }
    }

    private static bool AgencyLike(string name) => name.AsSpan().ContainsAny(AgencyWords);

    /// <summary>Capitalized words with small links between them ("Rio de Janeiro", "Washington, D.C." up to the comma).</summary>
    private static int ReadName(string text, int at, int limit)
    {
        int end = at;
        for (int words = 0; words < 5; words++)
        {
            int from = end == at ? at : end + 1;
            if (from >= limit || (end > at && text[end] != ' ')) break;
            int to = from;
            while (to < limit && (char.IsLetter(text[to]) || text[to] is '\'' or '’' || (text[to] == '-' && to + 1 < limit && char.IsLetter(text[to + 1])))) to++;
            if (to == from) break;
            bool link = text.AsSpan(from, to - from) is "de" or "del" or "la" or "el" or "al" or "of" or "the" or "and" or "da" or "do" or "di" or "y";
            if (!char.IsUpper(text[from]) && !(link && to < limit && text[to] == ' ')) break;
            // The date begins.
            if (words > 0 && to < limit && IsMonthAhead(text, from, to, limit)) break;
            end = to;
        }
        return end;
    }

    private static bool IsMonthAhead(string text, int from, int to, int limit)
    {
        int next = to;
        while (next < limit && text[next] is ' ' or '.') next++;
        return next < limit && char.IsDigit(text[next]) && next > to && to - from <= 9;
    }

    private static bool IsUpper(string name)
    {
        foreach (char c in name)
        {
            if (char.IsLower(c)) return false;
        }
        return true;
    }

    private static int ClockLength(string text, int at, int limit)
    {
        int i = at;
        while (i < limit && char.IsDigit(text[i])) i++;
        if (i - at is < 1 or > 2 || i >= limit || text[i] is not (':' or '.')) return 0;
        int minutes = ++i;
        while (i < limit && char.IsDigit(text[i])) i++;
        if (i - minutes != 2 || (i < limit && text[i] is '.' or '/')) return 0;
        return i - at;
    }

    private static bool IsDash(string text, int at, int end, out int length)
    {
        length = 0;
        if (at >= end) return false;
        if (text[at] is '—' or '–' or '―')
        {
            length = 1;
            return true;
        }
        while (at + length < end && text[at + length] == '-') length++;
        // One hyphen is a dash only between blanks.
        return length >= 2 || (length == 1 && at > 0 && char.IsWhiteSpace(text[at - 1]) && at + 1 < end && char.IsWhiteSpace(text[at + 1]))
            || (length == 1 && at > 0 && text[at - 1] == ')' && at + 1 < end);
    }

    private static int SkipBlank(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static bool StartsProse(string text, int at, int end) =>
        at < end && (char.IsUpper(text[at]) || char.IsDigit(text[at]) || text[at] is '"' or '“' or '«' or '‘' or '\'' or '$' or '€' or '£' || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.OtherLetter);
}
