using Entente.Reading.Dates;
using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>
/// Finds the day on which a report was published, where it shows one: in its head, its dateline, or a labelled line. A date that the
/// report tells of is never taken for it. In this order: a labelled line, a date line above the text, the dateline, an "updated" line,
/// a dateline without its year completed from the text, and weekday with full date in the first paragraph under a dateline.
/// </summary>
internal sealed class PublicationDay(DateScanner dates)
{
    private static readonly string[] Published = ["published", "posted", "issued", "publication date", "date of publication", "release date", "first published", "date:", "released", "опубликовано", "veröffentlicht", "publié", "publicado", "yayınlanma", "yayımlanma"];
    private static readonly string[] Updated = ["updated", "modified", "last update", "обновлено", "aktualisiert", "mis à jour", "actualizado", "güncelleme", "retrieved", "accessed", "archived"];

    /// <summary>The day of publication and that of the latest change, each with where it stands.</summary>
    public (FoundDay? Published, FoundDay? Updated) Find(string text, Line[] lines, Header header)
    {
        FoundDate? labelled = null, plain = null, updated = null;
        for (int i = 0; i < lines.Length; i++)
        {
            Line line = lines[i];
            bool head = i < Math.Max(header.BodyStart, header.TitleIndex + 1) || (i == header.BodyStart && line.Cut is not null);
            if (i == header.TitleIndex || (line.IsProse && line.Cut is null) || line.Words > 30) continue;
            if (!head && line.Cut is not ("date line" or "byline" or "view counter" or "page tail" or "share bar" or "tags" or "contact" or "agency tail" or "source" or "menu")) continue;
            if (i == header.DatelineIndex && header.Dateline is { FillsParagraph: false }) continue;
            foreach (FoundDate date in dates.Scan(text, line.Span.Start, line.Span.End))
            {
                if (!date.IsFull) continue;
                string before = text[line.Span.Start..date.Span.Start].ToLowerInvariant();
                int lastUpdated = Last(before, Updated), lastPublished = Last(before, Published);
                if (lastPublished >= 0 && lastPublished > lastUpdated) labelled ??= date;
                else if (lastUpdated >= 0) updated ??= date;
                // Below the text a date without a label is somebody else's.
                else if (head || line.Cut is "date line" && i <= header.BodyStart + 1) plain ??= date;
            }
        }
        FoundDay? changed = updated?.ToPartialDate() is { } later ? new FoundDay(later, "a line that says 'updated'") : null;
        return (First(header, labelled, plain, changed, lines), changed);
    }

    private FoundDay? First(Header header, FoundDate? labelled, FoundDate? plain, FoundDay? updated, Line[] lines)
    {
        FoundDate? dateline = header.Dateline?.Date;
        // 10/8/2016 under a dateline of 8 October is the American way of writing it.
        if (labelled is { IsAmbiguous: true } unsure && (plain ?? dateline) is { IsFull: true, IsAmbiguous: false } sure && sure.Year == unsure.Year && sure.Month == unsure.Day && sure.Day == unsure.Month)
            return Found(sure.ToPartialDate(), "dateline");
        if (labelled?.ToPartialDate() is { } told) return new FoundDay(told, "a line that says when it was published");
        if (plain?.ToPartialDate() is { } shown) return new FoundDay(shown, "date line above the text");
        if (dateline is { IsFull: true }) return Found(dateline.Value.ToPartialDate(), "dateline");
        if (updated is not null) return updated;
        string lead = Lead(lines, header);
        if (dateline is { Day: > 0 } yearless) return Found(CompleteYear(yearless, lead, lines), "dateline, its year from the text");
        return header.Dateline is null ? null : Found(WeekdayInLead(lead), "weekday and date in the first paragraph");
    }

    private static FoundDay? Found(PartialDate? day, string where) => day is { } found ? new FoundDay(found, where) : null;

    private static string Lead(Line[] lines, Header header)
    {
        for (int i = Math.Max(0, header.DatelineIndex); i < lines.Length; i++)
        {
            if (lines[i].Cut is null && lines[i].IsProse) return lines[i].Text;
        }
        return "";
    }

    /// <summary>
    /// The year of "MOSCOW, July 1." from what the report says: not before the latest year it tells of, and such that a weekday in the lead
    /// ("on Tuesday") fits the day or the days just before it. Without a year in the text nothing is known.
    /// </summary>
    private static PartialDate? CompleteYear(FoundDate day, string lead, Line[] lines)
    {
        int latest = 0;
        foreach (Line line in lines)
        {
            if (line.Cut is not null) continue;
            latest = Math.Max(latest, LatestPastYear(line.Text, day));
        }
        if (latest == 0) return null;
        DayOfWeek? told = FirstWeekday(lead);
        PartialDate? best = null;
        int bestCost = int.MaxValue;
        // Two years on only where the weekday says so: "3.2 percent less than in 2022 ... last year" is told in 2024.
        for (int year = latest; year <= latest + 2; year++)
        {
            if (PartialDate.TryCreate(year, day.Month, day.Day) is not { } candidate) continue;
            // "last year ... 2024" and the like speak for the next one; a weekday decides, else the nearer year.
            int back = told is { } weekday ? ((int)candidate.FirstDay.DayOfWeek - (int)weekday + 7) % 7 : 0;
            int cost = (told is null ? 0 : back <= 1 ? back : 10 + back) + ((year - latest) * 3);
            if (cost >= bestCost || (year == latest + 2 && (told is null || back > 1))) continue;
            bestCost = cost;
            best = candidate;
        }
        return best;
    }

    /// <summary>The latest year that a text tells of as past: plans for later years do not count.</summary>
    private static int LatestPastYear(string s, FoundDate day)
    {
        int latest = 0;
        for (int i = 0; i + 4 <= s.Length; i++)
        {
            if (!char.IsAsciiDigit(s[i]) || (i > 0 && (char.IsLetterOrDigit(s[i - 1]) || s[i - 1] is '.' or ',' or '$' or '€'))) continue;
            int end = i;
            while (end < s.Length && char.IsAsciiDigit(s[end])) end++;
            if (end - i == 4 && (end == s.Length || s[end] is not ('%' or ',' or '.') || end + 1 >= s.Length || !char.IsAsciiDigit(s[end + 1])))
            {
                int year = int.Parse(s.AsSpan(i, 4), System.Globalization.CultureInfo.InvariantCulture);
                string before = s[Math.Max(0, i - 24)..i].ToLowerInvariant();
                bool planned = before.Contains("by ", StringComparison.Ordinal) || before.Contains("until ", StringComparison.Ordinal) || before.Contains("till ", StringComparison.Ordinal)
                    || before.Contains("through ", StringComparison.Ordinal) || before.Contains("to 20", StringComparison.Ordinal) || before.Contains("from ", StringComparison.Ordinal) && year > 2100;
                // "a programme for 2026-2027" says nothing of today.
                bool range = (end + 4 < s.Length && s[end] is '-' or '–' && char.IsAsciiDigit(s[end + 1])) || (i > 4 && s[i - 1] is '-' or '–' && char.IsAsciiDigit(s[i - 2]));
                if (year is >= 1950 and <= 2100 && !planned && !range && !Future(s, i)) latest = Math.Max(latest, year);
            }
            i = end;
        }
        return latest;
    }

    // "will ... in 2027", "is expected in 2027": the sentence up to the year looks ahead.
    private static bool Future(string s, int at)
    {
        int from = Math.Max(0, s.LastIndexOf(". ", Math.Max(0, at - 1), StringComparison.Ordinal));
        string sentence = s[from..at];
        foreach (string ahead in (ReadOnlySpan<string>)[" will ", "'ll ", " would ", " should ", " to be ", "expect", "plan", "schedule", "intend", "aim", "target", "hope", "due ", "forecast"])
        {
            if (sentence.Contains(ahead, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static DayOfWeek? FirstWeekday(string lead)
    {
        foreach (string word in lead.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            ReadOnlySpan<char> s = word.AsSpan().Trim(",.;:()\"'“”’");
            if (s.Length >= 6 && char.IsUpper(s[0]) && DateScanner.Weekday(s) is { } day) return day;
        }
        return null;
    }

    /// <summary>"said on Monday, 31 March 2025, that": news is told of the day it is published on.</summary>
    private PartialDate? WeekdayInLead(string lead)
    {
        int end = Math.Min(lead.Length, 300);
        foreach (FoundDate date in dates.Scan(lead, 0, end))
        {
            if (!date.IsFull || date.Span.Start < 4) continue;
            string before = lead[Math.Max(0, date.Span.Start - 14)..date.Span.Start].Trim(' ', ',');
            int word = before.LastIndexOf(' ');
            if (DateScanner.IsWeekday(before.AsSpan(word + 1))) return date.ToPartialDate();
        }
        return null;
    }

    private static int Last(string text, string[] labels)
    {
        int last = -1;
        foreach (string label in labels) last = Math.Max(last, text.LastIndexOf(label, StringComparison.Ordinal));
        return last;
    }
}
