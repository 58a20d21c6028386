using Entente.Recognizing.Numbers;
using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Times;

/// <summary>Reads dates that are written out: weekday, day, month and year in any order and any notation. Each method gives the index after the date, or -1.</summary>
internal static class DateReader
{
    /// <summary>A date with at least a day and month, a month and year, a month, or a weekday.</summary>
    public static int Read(PieceList pieces, int at, out CalendarDate date)
    {
        int weekday = 0, i = at;
        date = new CalendarDate(null, null, null);
        if (Weekday(pieces, at, out int afterWeekday, out int day))
        {
            weekday = day;
            i = Separated(pieces, afterWeekday);
            if (pieces.Is(i, "on")) i++;
        }
        int end = ReadDayMonthYear(pieces, i, weekday > 0, out date);
        if (end < 0 && weekday > 0)
        {
            // "Mon 13th", "tuesday the eleventh", "Friday 31".
            int j = pieces.Is(afterWeekday, "the") ? afterWeekday + 1 : afterWeekday;
            bool inDigits = pieces.IsNumeral(j) || pieces.Word(j)?.Rank is not null || j > afterWeekday;
            if (inDigits && Day(pieces, j, out int dayEnd, out int number) && !pieces.IsSymbol(dayEnd, '-') && !IsTime(pieces, dayEnd) && pieces.Word(dayEnd)?.Unit is null or CalendarUnit.None)
            {
                date = new CalendarDate(null, null, number, weekday);
                return dayEnd;
            }
            // Sun and Sat alone are words or nothing; a weekday with its date is one.
            if (pieces.Word(at)!.IsAbbreviation && !pieces.IsSymbol(at + 1, '.') && pieces.Word(at)!.Text is "sun" or "sat" or "mon" or "wed") return -1;
            date = new CalendarDate(null, null, null, weekday);
            return afterWeekday;
        }
        if (end > 0 && weekday > 0) date = date with { Weekday = weekday };
        return end;
    }

    /// <summary>A weekday's name.</summary>
    public static bool Weekday(PieceList pieces, int at, out int end, out int weekday)
    {
        (end, weekday) = (at + 1, 0);
        if (pieces.Word(at) is not { Weekday: > 0 } word) return false;
        if (word.IsAbbreviation)
        {
            if (!pieces.IsCapital(at)) return false;
            if (pieces.IsSymbol(end, '.') && pieces.IsGlued(end)) end++;
        }
        weekday = word.Weekday;
        return true;
    }

    /// <summary>A day of the month: 12, 12th, twelfth, "twenty nine".</summary>
    public static bool Day(PieceList pieces, int at, out int end, out int day)
    {
        (end, day) = (at, 0);
        if (pieces.IsNumeral(at))
        {
            if (pieces[at].PlainDigits is not (1 or 2) || pieces[at].Value is < 1 or > 31) return false;
            if (pieces.IsGlued(at) && (pieces.IsSymbol(at - 1, ':') || pieces.IsSymbol(at - 1, '$'))) return false;
            day = (int)pieces[at].Value;
            end = at + 1;
            if (pieces.IsGlued(end) && (pieces.Is(end, "st", "nd") || pieces.Is(end, "rd", "th"))) end++;
            else if (pieces.IsGlued(end) && (pieces[end].Kind == PieceKind.Word || pieces.IsSymbol(end, '%') || (pieces.IsSymbol(end, ':') && pieces.IsNumeral(end + 1)))) return false;
            return !pieces.IsSymbol(end, '%') && pieces.Word(end)?.Scale is null;
        }
        if (NumberReader.TryReadOrdinal(pieces, at, out NumberRead rank) && rank.Value <= 31) (day, end) = ((int)rank.Value, rank.End);
        else if (pieces.Word(at)?.Small is > 0 && NumberReader.TryReadCardinal(pieces, at, out NumberRead number) && number.Value is >= 1 and <= 31 && number.IsInWords) (day, end) = ((int)number.Value, number.End);
        else return false;
        return day > 0;
    }

    /// <summary>The name of a month that is meant as one: May and March only where something else says so.</summary>
    public static bool Month(PieceList pieces, int at, out int end, out int month, bool isSure = false)
    {
        (end, month) = (at + 1, 0);
        if (pieces.Word(at) is not { Month: > 0 } word || (pieces.IsSymbol(at - 1, '$') && pieces.IsGlued(at))) return false;
        bool capital = pieces.IsCapital(at);
        if (word.IsAbbreviation)
        {
            bool dotted = pieces.IsSymbol(end, '.') && pieces.IsGlued(end);
            if (!capital && !dotted && !isSure && !pieces.Is(at - 1, "in", "of")) return false;
            if (dotted) end++;
        }
        else if (word.Text is "may" or "march" && !isSure)
        {
            // "May I", "they may", "March on": a month needs a capital inside the sentence, or a word that goes with dates.
            bool led = pieces.Is(at - 1, "in", "of", "since") || pieces.Is(at - 1, "last", "next", "this") || pieces.Is(at - 1, "by", "until", "from") || pieces.Is(at - 1, "and", "to", "mid") || pieces.Is(at - 1, "late", "early", "during") || pieces.Is(at - 1, "before", "after") || pieces.Is(at - 1, "between", "through", "till");
            if (!led || (!capital && !pieces.Is(at - 1, "in"))) return false;
        }
        month = word.Month;
        return true;
    }

    /// <summary>A year: 2024, "nineteen eighty six", "two thousand and fifteen", '87 behind a month.</summary>
    public static bool Year(PieceList pieces, int at, out int end, out int year, bool isBehindMonth = false)
    {
        (end, year) = (at, 0);
        if (pieces.IsNumeral(at))
        {
            if (pieces[at].PlainDigits == 4 && pieces[at].Value is >= 1000 and < 2200)
            {
                if (pieces.IsGlued(at + 1) && (pieces[at + 1].Kind == PieceKind.Word || pieces.IsSymbol(at + 1, '%'))) return false;
                (year, end) = ((int)pieces[at].Value, at + 1);
                return true;
            }
            return false;
        }
        if (isBehindMonth && pieces.IsSymbol(at, '\'') && pieces.IsNumeral(at + 1) && pieces.IsGlued(at + 1) && pieces[at + 1].PlainDigits == 2)
        {
            (year, end) = (TwoDigits((int)pieces[at + 1].Value), at + 2);
            return true;
        }
        return isBehindMonth && YearInWords(pieces, at, out end, out year);
    }

    /// <summary>A year in words.</summary>
    public static bool YearInWords(PieceList pieces, int at, out int end, out int year)
    {
        (end, year) = (at, 0);
        // Two hundreds and a rest: nineteen eighty six, seventeen (hundred) thirty three.
        if (pieces.Word(at)?.Small is >= 13 and <= 20 and var century)
        {
            int rest = pieces.Is(at + 1, "hundred") ? at + 2 : at + 1;
            if (pieces.Is(rest, "and")) rest++;
            if (pieces.Word(rest)?.Small is >= 10 && NumberReader.TryReadCardinal(pieces, rest, out NumberRead tail) && tail.Value is >= 10 and < 100)
            {
                (year, end) = ((century * 100) + (int)tail.Value, tail.End);
                return true;
            }
        }
        if (pieces.Is(at, "two") && pieces.Is(at + 1, "thousand") && NumberReader.TryReadCardinal(pieces, at, out NumberRead whole) && whole.Value is >= 2000 and < 2100)
        {
            (year, end) = ((int)whole.Value, whole.End);
            return true;
        }
        return false;
    }

    /// <summary>The year of two digits: up to 49 of this century.</summary>
    public static int TwoDigits(int year) => year < 50 ? 2000 + year : 1900 + year;

    private static int ReadDayMonthYear(PieceList pieces, int at, bool hasWeekday, out CalendarDate date)
    {
        date = new CalendarDate(null, null, null);
        int i = pieces.Is(at, "the") ? at + 1 : at;
        // 12 March 2024, the 12th of March, fifteen August, 05-Aug-2016, 23-2020-September, "fifteenth day of July"
        if (Day(pieces, i, out int afterDay, out int day))
        {
            int j = afterDay;
            if (pieces.Is(j, "day")) j++;
            if (pieces.Is(j, "of")) j++;
            if (pieces.Is(j, "the")) j = afterDay;
            j = Joined(pieces, j);
            if (Month(pieces, j, out int afterMonth, out int month, isSure: true) && !(pieces.Is(j, "may") && !pieces.IsCapital(j) && j == afterDay && !HasYear(pieces, afterMonth)))
            {
                int end = afterMonth;
                int? year = YearBehind(pieces, ref end, closed: pieces.IsSymbol(afterMonth, '-') || pieces.IsSymbol(afterMonth, '/'));
                if (IsValid(year, month, day))
                {
                    date = new CalendarDate(year, month, day);
                    return end;
                }
            }
            if (pieces.IsNumeral(i) && pieces.IsSymbol(i + 1, '-') && Year(pieces, i + 2, out int afterYear, out int years) && pieces.IsSymbol(afterYear, '-') && Month(pieces, afterYear + 1, out int last, out month, isSure: true))
            {
                date = new CalendarDate(years, month, day);
                return last;
            }
        }
        if (i > at && !hasWeekday && !(pieces.Word(i) is { Month: > 0 })) return -1;
        // March 12, 2024; Dec31 , 1994; March 2024; September-2020-23; March
        if (Month(pieces, i, out int monthEnd, out int named, isSure: IsFollowedByDate(pieces, i)))
        {
            int j = Joined(pieces, monthEnd);
            if (pieces.Is(j, "the") && NumberReader.TryReadOrdinal(pieces, j + 1, out _)) j++;
            if (Year(pieces, j, out int yearEnd, out int first) && pieces.IsSymbol(yearEnd, '-') && pieces.IsGlued(yearEnd) && Day(pieces, yearEnd + 1, out int lastEnd, out int lastDay) && pieces.IsSymbol(monthEnd, '-') && IsValid(first, named, lastDay))
            {
                date = new CalendarDate(first, named, lastDay);
                return lastEnd;
            }
            if (Day(pieces, j, out int dayEnd, out int number) && IsValid(null, named, number) && !IsCount(pieces, i, j, dayEnd) && !(pieces[j].Length < 3 && pieces.IsSymbol(j - 1, ',')))
            {
                int end = dayEnd;
                int? year = YearBehind(pieces, ref end, closed: pieces.IsSymbol(dayEnd, '-') || pieces.IsSymbol(dayEnd, '/'));
                date = new CalendarDate(year, named, number);
                return end;
            }
            int after = monthEnd;
            int? of = YearBehind(pieces, ref after, closed: pieces.IsSymbol(monthEnd, '-') || pieces.IsSymbol(monthEnd, '/'));
            date = new CalendarDate(of, named, null);
            return after;
        }
        return pieces.IsNumeral(i) && i == at ? NumericDateReader.Read(pieces, i, hasWeekday, out date) : -1;
    }

    // A year behind a day or month: "2024", ", 2024", "of 2024", "in 2020", "-2020" where the date is written closed.
    private static int? YearBehind(PieceList pieces, ref int end, bool closed)
    {
        int i = end;
        if (closed) i = Joined(pieces, i);
        else if (pieces.IsSymbol(i, ',') || pieces.Is(i, "of", "in")) i++;
        if (Year(pieces, i, out int after, out int year, isBehindMonth: true) && !(pieces.IsNumeral(i) && pieces.IsGlued(after) && pieces.IsSymbol(after, ':') && pieces.IsNumeral(after + 1) && pieces.IsGlued(after + 1)))
        {
            end = after;
            return year;
        }
        bool twoDigits = pieces.IsNumeral(i) && pieces[i].PlainDigits == 2 && (pieces.Is(i - 1, "of") || (i == end && !pieces.IsGlued(i) && pieces[i - 1].Kind == PieceKind.Word && !pieces.IsSymbol(i + 1, '-')));
        if (!twoDigits || pieces.Word(i + 1) is { Scale: not null } || pieces.IsSymbol(i + 1, '%') || pieces.IsSymbol(i + 1, ':') || (pieces.Is(i - 1, "of") ? pieces[i + 1].Kind == PieceKind.Word : pieces[i + 1].Kind == PieceKind.Word || pieces.Word(i - 1)?.Month > 0)) return null;
        end = i + 1;
        return TwoDigits((int)pieces[i].Value);
    }

    // "in May two governments", "in March 12 ministers": a number behind a month that counts what follows.
    private static bool IsCount(PieceList pieces, int month, int day, int end)
    {
        bool isWord = pieces.Word(day) is { Small: not null } && NumberReader.TryReadCount(pieces, day, out NumberRead count) && count.End == end;
        if (!isWord && !(pieces.IsNumeral(day) && end == day + 1 && pieces.Is(month - 1, "in"))) return false;
        if (pieces[end].Kind != PieceKind.Word || pieces.IsCapital(end)) return isWord && pieces.Word(day)!.Small < 13;
        ReadOnlySpan<char> next = pieces.Form(end);
        return isWord ? !Year(pieces, end, out _, out _, isBehindMonth: true) : next.Length > 3 && next[^1] == 's';
    }

    private static bool HasYear(PieceList pieces, int at) => Year(pieces, pieces.IsSymbol(at, ',') ? at + 1 : at, out _, out _);

    private static bool IsFollowedByDate(PieceList pieces, int at)
    {
        if (pieces.IsCapital(at) && pieces.IsSymbol(at + 1, '-') && pieces.Word(at + 2)?.Month > 0) return true;
        if (!pieces.IsCapital(at) && pieces.Is(at, "may", "march")) return Day(pieces, at + 1, out _, out _) && !pieces.Is(at + 1, "second") && pieces.IsNumeral(at + 1);
        int i = Joined(pieces, pieces.IsSymbol(at + 1, '.') ? at + 2 : at + 1);
        if (pieces.IsSymbol(i, ',') || pieces.Is(i, "of", "in")) i++;
        if (pieces.Is(i, "the")) i++;
        return (pieces.IsNumeral(i) && (Day(pieces, i, out _, out _) || Year(pieces, i, out _, out _))) || (pieces.Word(i) is { } word && (word.Small is not null || word.Rank is not null) && Day(pieces, i, out _, out _));
    }

    // Past one "-" or "/" that is glued on both sides.
    private static int Joined(PieceList pieces, int at) =>
        (pieces.IsSymbol(at, '-') || pieces.IsSymbol(at, '/')) && pieces.IsGlued(at) && pieces.IsGlued(at + 1) ? at + 1 : at;

    private static int Separated(PieceList pieces, int at) => pieces.IsSymbol(at, ',') || (pieces.IsSymbol(at, '-') && pieces.IsGlued(at)) ? at + 1 : at;

    private static bool IsTime(PieceList pieces, int at) => pieces.Is(at, "am", "pm") || (pieces.IsSymbol(at, ':') && pieces.IsGlued(at));

    private static bool IsValid(int? year, int month, int day) => day >= 1 && day <= DateTime.DaysInMonth(year ?? 2024, month);
}
