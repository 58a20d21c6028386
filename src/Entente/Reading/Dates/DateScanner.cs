using System.Buffers;
using System.Globalization;
using Entente.Text;

namespace Entente.Reading.Dates;

/// <summary>
/// Finds calendar dates in any of the layouts that mastheads, datelines and page headers use: 2024-03-13, 13.03.2024, 26 / 08 / 2022,
/// 13 March 2024, March 13th, 2024, Wednesday 13 de marzo de 2024, 2024年3月13日, and month with day alone. One pass, linear in the text.
/// </summary>
internal sealed class DateScanner(MonthNames months)
{
    private static readonly SearchValues<char> LightMarks = SearchValues.Create(" ,.-/\t\u00A0\r\nºª°،");

    private enum Kind
    {
        Number,
        Word,
    }

    // Value: of a number its value; of a word its month or 0.
    private readonly record struct Piece(Kind Kind, int Start, int End, int Value)
    {
        public int Length => End - Start;
    }

    /// <summary>The dates of a part of a text, in order, without overlap.</summary>
    public List<FoundDate> Scan(string text, int start, int end)
    {
        List<FoundDate> found = [];
        Span<Piece> window = stackalloc Piece[6];
        int filled = 0, at = start;
        while (true)
        {
            while (filled < window.Length && Next(text, ref at, end, out Piece piece)) window[filled++] = piece;
            if (filled == 0) return found;
            int used = Match(text, window[..filled], out FoundDate date);
            if (used > 0) found.Add(date);
            int drop = Math.Max(1, used);
            window[drop..filled].CopyTo(window);
            filled -= drop;
        }
    }

    /// <summary>The date that begins exactly at <paramref name="start"/>, weekday before it allowed, or null.</summary>
    public FoundDate? At(string text, int start, int end)
    {
        foreach (FoundDate date in Scan(text, start, Math.Min(end, start + 60)))
        {
            int gap = date.Span.Start - start;
            if (gap == 0) return date;
            return gap <= 12 && IsWeekday(text.AsSpan(start, gap)) ? date : null;
        }
        return null;
    }

    /// <summary>Whether a word is an English weekday, in full or short.</summary>
    public static bool IsWeekday(ReadOnlySpan<char> word) => Weekday(word) is not null;

    /// <summary>The weekday that an English word names, in full or short, or null.</summary>
    public static DayOfWeek? Weekday(ReadOnlySpan<char> word)
    {
        word = word.Trim(" ,.");
        if (word.Length < 3) return null;
        for (DayOfWeek day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
        {
            ReadOnlySpan<char> name = CultureInfo.InvariantCulture.DateTimeFormat.DayNames[(int)day];
            if (name.Equals(word, StringComparison.OrdinalIgnoreCase)) return day;
            if (word.Length <= 5 && name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return day;
        }
        return null;
    }

    private bool Next(string text, ref int at, int end, out Piece piece)
    {
        while (at < end)
        {
            char c = text[at];
            int from = at;
            if (char.IsDigit(c))
            {
                int value = 0;
                while (at < end && char.IsDigit(text[at]))
                {
                    if (value < 100_000_000) value = (value * 10) + Math.Max(0, CharUnicodeInfo.GetDecimalDigitValue(text[at]));
                    at++;
                }
                piece = new Piece(Kind.Number, from, at, value);
                return true;
            }
            if (char.IsLetter(c))
            {
                // The units of Chinese and Japanese dates are words of their own.
                if (c is '年' or '月' or '日' or '년' or '월' or '일')
                {
                    at++;
                    piece = new Piece(Kind.Word, from, at, 0);
                    return true;
                }
                while (at < end && (char.IsLetter(text[at]) || CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark)) at++;
                piece = new Piece(Kind.Word, from, at, months.Find(text.AsSpan(from, at - from)));
                return true;
            }
            at++;
        }
        piece = default;
        return false;
    }

    /// <summary>How many pieces from the first on make a date; 0 if none.</summary>
    private static int Match(string text, ReadOnlySpan<Piece> p, out FoundDate date)
    {
        date = default;
        return p[0].Kind == Kind.Number ? MatchNumberFirst(text, p, out date) : p[0].Value > 0 ? MatchMonthFirst(text, p, out date) : 0;
    }

    private static int MatchNumberFirst(string text, ReadOnlySpan<Piece> p, out FoundDate date)
    {
        date = default;
        // 20240313, as in addresses.
        if (p[0].Length == 8 && IsYear(p[0].Value / 10000) && Make(text, p[0], p[0], p[0].Value / 10000, p[0].Value / 100 % 100, p[0].Value % 100, false, out date)) return 1;
        if (p.Length < 2) return 0;
        // Two numbers and a separator belong together only where nothing but it stands between them.
        if (p.Length >= 3 && p[1].Kind == Kind.Number && p[2].Kind == Kind.Number && Separator(text, p[0], p[1]) is var s && s != '\0' && Separator(text, p[1], p[2]) == s)
        {
            if (p[0].Length == 4 && IsYear(p[0].Value) && p[1].Length <= 2 && p[2].Length <= 2)
                return Make(text, p[0], p[2], p[0].Value, p[1].Value, p[2].Value, false, out date) ? 3 : 0;
            if (p[0].Length <= 2 && p[1].Length <= 2 && p[2].Length == 4 && IsYear(p[2].Value))
            {
                if (p[1].Value > 12 && p[0].Value <= 12) return Make(text, p[0], p[2], p[2].Value, p[0].Value, p[1].Value, false, out date) ? 3 : 0;
                bool ambiguous = s == '/' && p[0].Value <= 12 && p[0].Value != p[1].Value;
                return Make(text, p[0], p[2], p[2].Value, p[1].Value, p[0].Value, ambiguous, out date) ? 3 : 0;
            }
            return 0;
        }
        // 2024年3月13日
        if (p[0].Length == 4 && p.Length >= 5 && p[1].Kind == Kind.Word && text[p[1].Start] is '年' or '년' && p[2].Kind == Kind.Number && p[4].Kind == Kind.Number
            && p[2].Length <= 2 && p[4].Length <= 2 && Make(text, p[0], p[4], p[0].Value, p[2].Value, p[4].Value, false, out date)) return 5;
        // 2024 March 13; 2024. március 13.
        if (p.Length >= 3 && p[0].Length == 4 && IsYear(p[0].Value) && p[1].Value > 0 && p[1].Kind == Kind.Word && p[2].Kind == Kind.Number && p[2].Length <= 2
            && Near(text, p[0], p[1]) && Near(text, p[1], p[2]) && Make(text, p[0], p[2], p[0].Value, p[1].Value, p[2].Value, false, out date)) return 3;
        if (p[0].Length > 2 || p[0].Value is < 1 or > 31) return 0;
        // 13th of March, 2024; 13 de marzo de 2024; 13. März 2024; 13-mart 2024; then without the year.
        int i = 1;
        if (i < p.Length && p[i].Kind == Kind.Word && p[i].Value == 0 && IsLink(text, p[i]) && Near(text, p[i - 1], p[i])) i++;
        if (i < p.Length && p[i].Kind == Kind.Word && p[i].Value == 0 && IsLink(text, p[i]) && Near(text, p[i - 1], p[i])) i++;
        if (i >= p.Length || p[i].Kind != Kind.Word || p[i].Value == 0 || !Near(text, p[i - 1], p[i])) return 0;
        int month = i++;
        if (i < p.Length && p[i].Kind == Kind.Word && IsLink(text, p[i]) && Near(text, p[i - 1], p[i])) i++;
        if (i < p.Length && p[i].Kind == Kind.Number && p[i].Length == 4 && IsYear(p[i].Value) && Near(text, p[i - 1], p[i]))
            return Make(text, p[0], p[i], p[i].Value, p[month].Value, p[0].Value, false, out date) ? i + 1 : 0;
        return Make(text, p[0], p[month], 0, p[month].Value, p[0].Value, false, out date) ? month + 1 : 0;
    }

    private static int MatchMonthFirst(string text, ReadOnlySpan<Piece> p, out FoundDate date)
    {
        date = default;
        if (p.Length < 2 || p[1].Kind != Kind.Number || !Near(text, p[0], p[1])) return 0;
        // March 2024
        if (p[1].Length == 4 && IsYear(p[1].Value)) return Make(text, p[0], p[1], p[1].Value, p[0].Value, 0, false, out date) ? 2 : 0;
        if (p[1].Length > 2 || p[1].Value is < 1 or > 31) return 0;
        int i = 2;
        if (i < p.Length && p[i].Kind == Kind.Word && p[i].Start == p[1].End && IsLink(text, p[i])) i++;
        if (i < p.Length && p[i].Kind == Kind.Number && p[i].Length == 4 && IsYear(p[i].Value) && Near(text, p[i - 1], p[i]) && !IsClock(text, p[i]))
            return Make(text, p[0], p[i], p[i].Value, p[0].Value, p[1].Value, false, out date) ? i + 1 : 0;
        return Make(text, p[0], p[1], 0, p[0].Value, p[1].Value, false, out date) ? 2 : 0;
    }

    private static bool Make(string text, Piece first, Piece last, int year, int month, int day, bool ambiguous, out FoundDate date)
    {
        date = default;
        if (month is < 1 or > 12 || day > DateTime.DaysInMonth(year == 0 ? 2000 : year, month)) return false;
        // Part of a longer number, or of a version or file name, is no date.
        if (first.Start > 0 && text[first.Start - 1] is '.' or '_' && first.Kind == Kind.Number && first.Start > 1 && char.IsDigit(text[first.Start - 2])) return false;
        date = new FoundDate(new TextSpan(first.Start, last.End), year, month, day, ambiguous);
        return true;
    }

    private static bool IsYear(int value) => value is >= 1900 and <= 2100;

    private static bool IsClock(string text, Piece piece) => piece.End + 1 < text.Length && text[piece.End] == ':' && char.IsDigit(text[piece.End + 1]);

    /// <summary>The one separator between two numbers (spaces around it allowed), or NUL.</summary>
    private static char Separator(string text, Piece left, Piece right)
    {
        ReadOnlySpan<char> between = text.AsSpan(left.End, right.Start - left.End).Trim();
        return between.Length == 1 && between[0] is '-' or '/' or '.' or '‑' or '–' ? between[0] : '\0';
    }

    /// <summary>Whether only blanks and light punctuation lie between two pieces.</summary>
    private static bool Near(string text, Piece left, Piece right)
    {
        int gap = right.Start - left.End;
        return gap <= 4 && text.AsSpan(left.End, gap).IndexOfAnyExcept(LightMarks) < 0;
    }

    private static bool IsLink(string text, Piece piece) => text.AsSpan(piece.Start, piece.Length) is
        "st" or "nd" or "rd" or "th" or "of" or "de" or "del" or "er" or "the" or "ST" or "ND" or "RD" or "TH" or "DE" or "el" or "й" or "го" or "i" or "a" or "g" or "de";
}
