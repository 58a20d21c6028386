using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Times;

/// <summary>Reads dates in digits: 2024-03-12, 26/08/2022, 17.10.2024, 12-2015, 20200701, 22/04; and 2019-aug-01, 2017 April.</summary>
internal static class NumericDateReader
{
    /// <summary>A date in digits. Gives the index after it, or -1.</summary>
    public static int Read(PieceList pieces, int at, bool hasWeekday, out CalendarDate date)
    {
        date = new CalendarDate(null, null, null);
        Piece first = pieces[at];
        if (first.PlainDigits == 0) return -1;
        bool glued = pieces.IsGlued(at);
        if (glued && pieces[at - 1].Kind == PieceKind.Word) return -1;
        if (first.PlainDigits == 8) return Make((int)first.Value / 10000, (int)first.Value / 100 % 100, (int)first.Value % 100, at + 1, out date);
        char mark = pieces.IsGlued(at + 1) && pieces.IsGlued(at + 2) && pieces[at + 1].Symbol is '/' or '-' or '.' ? pieces[at + 1].Symbol : '\0';
        if (first.PlainDigits == 4 && first.Value is >= 1000 and < 2200) return ReadYearFirst(pieces, at, mark, out date);
        if (mark == '\0' || first.PlainDigits > 2 || !pieces.IsNumeral(at + 2)) return -1;
        if (glued && pieces[at - 1].Symbol is '/' or '.') return -1;
        Piece second = pieces[at + 2];
        bool three = pieces.IsSymbol(at + 3, mark) && pieces.IsGlued(at + 3) && pieces.IsGlued(at + 4) && pieces.IsNumeral(at + 4) && pieces[at + 4].PlainDigits is 2 or 4;
        if (second.PlainDigits is 1 or 2 && three)
        {
            int year = pieces[at + 4].PlainDigits == 4 ? (int)pieces[at + 4].Value : DateReader.TwoDigits((int)pieces[at + 4].Value);
            if (year is < 1000 or > 2200 || (pieces.IsGlued(at + 5) && pieces[at + 5].Kind == PieceKind.Word)) return -1;
            return Ordered(pieces, (int)first.Value, (int)second.Value, year, mark, at + 5, out date);
        }
        // 12-2015, 03/2024
        if (second.PlainDigits == 4 && second.Value is >= 1900 and < 2100 && first.Value is >= 1 and <= 12)
        {
            date = new CalendarDate((int)second.Value, (int)first.Value, null);
            return at + 3;
        }
        // 22/04, where something says that it is a day.
        bool led = hasWeekday || pieces.Is(at - 1, "on", "from", "until") || pieces.Is(at - 1, "by", "since", "to") || pieces.Is(at - 1, "next", "this");
        bool alone = at == 0 && at + 3 >= pieces.Count;
        bool listed = pieces.Is(at - 1, "or", "and") && pieces.IsSymbol(at - 3, '/');
        listed |= pieces.IsSymbol(at - 1, ',') && pieces.IsSymbol(at - 3, '/');
        if (mark != '/' || second.PlainDigits is not (1 or 2) || !(led || listed || alone)) return -1;
        return Ordered(pieces, (int)first.Value, (int)second.Value, null, mark, at + 3, out date);
    }

    private static int ReadYearFirst(PieceList pieces, int at, char mark, out CalendarDate date)
    {
        date = new CalendarDate(null, null, null);
        int year = (int)pieces[at].Value;
        int next = mark == '\0' ? at + 1 : at + 2;
        // 2017 April, 2019-aug-01
        if (DateReader.Month(pieces, next, out int afterMonth, out int month, isSure: mark != '\0'))
        {
            int day = 0, end = afterMonth;
            if (mark != '\0' && pieces.IsSymbol(afterMonth, mark) && DateReader.Day(pieces, afterMonth + 1, out int afterDay, out int found)) (day, end) = (found, afterDay);
            // "in 2017 April was dry": only without a year of its own behind it, or a day.
            else if (mark == '\0' && (DateReader.Day(pieces, afterMonth, out _, out _) || DateReader.Year(pieces, afterMonth, out _, out _))) return -1;
            date = new CalendarDate(year, month, day > 0 ? day : null);
            return end;
        }
        if (!pieces.IsNumeral(next) || pieces[next].PlainDigits is not (1 or 2)) return -1;
        if (mark == '\0')
        {
            // 2016 10 16
            bool spaced = pieces[next].PlainDigits == 2 && pieces[next].Start == pieces[at].End + 1 && pieces.IsNumeral(next + 1) && pieces[next + 1].PlainDigits == 2 && pieces[next + 1].Start == pieces[next].End + 1;
            return spaced ? Make(year, (int)pieces[next].Value, (int)pieces[next + 1].Value, next + 2, out date) : -1;
        }
        if (pieces.IsSymbol(next + 1, mark) && pieces.IsGlued(next + 1) && pieces.IsNumeral(next + 2) && pieces[next + 2].PlainDigits is 1 or 2 && pieces.IsGlued(next + 2))
            return Make(year, (int)pieces[next].Value, (int)pieces[next + 2].Value, next + 3, out date);
        // 2015-12; but 2023-24 is two years.
        if (mark != '.' && pieces[next].PlainDigits == 2 && pieces[next].Value is >= 1 and <= 12 && pieces[next].Value <= (mark == '/' ? 0 : 12) && (int)pieces[next].Value != (year + 1) % 100)
        {
            date = new CalendarDate(year, (int)pieces[next].Value, null);
            return next + 1;
        }
        return -1;
    }

    // Day and month in either order. The text rarely tells; points and dashes are written where the day stands first.
    private static int Ordered(PieceList pieces, int first, int second, int? year, char mark, int end, out CalendarDate date)
    {
        date = new CalendarDate(null, null, null);
        bool dayFirst = IsValid(year, second, first), monthFirst = IsValid(year, first, second);
        if (!dayFirst && !monthFirst) return -1;
        bool either = dayFirst && monthFirst && first != second;
        bool takesDay = dayFirst && (!monthFirst || (either && mark == '.'));
        date = takesDay ? new CalendarDate(year, second, first, IsSwappable: either && mark != '.') : new CalendarDate(year, first, second, IsSwappable: either && mark != '.');
        return pieces.IsGlued(end) && pieces.IsSymbol(end, mark) && pieces.IsNumeral(end + 1) && pieces.IsGlued(end + 1) && mark != '-' ? -1 : end;
    }

    private static int Make(int year, int month, int day, int end, out CalendarDate date)
    {
        bool valid = year is >= 1000 and < 2200 && IsValid(year, month, day);
        date = valid ? new CalendarDate(year, month, day) : new CalendarDate(null, null, null);
        return valid ? end : -1;
    }

    private static bool IsValid(int? year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year ?? 2024, month);
}
