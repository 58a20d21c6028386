using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Times;

/// <summary>Reads ranges of times: "from 21 to 23 April", "May 31 to June 3 last year", "January-July 2023", "1915-17", "between 2007 and 2009".</summary>
internal static class RangeReader
{
    /// <summary>"21-23 April 2023", "15 to 22 February", "28 and 29 August": the first day shares the second's month.</summary>
    public static TimeRead? ReadDays(PieceList pieces, int at)
    {
        int i = pieces.Is(at, "the") ? at + 1 : at;
        if (!DateReader.Day(pieces, i, out int end, out int day)) return null;
        Link link = LinkAt(pieces, at, end);
        if (link.Next < 0) return null;
        int second = pieces.Is(link.Next, "the") ? link.Next + 1 : link.Next;
        if (!DateReader.Day(pieces, second, out _, out int last) || DateReader.Read(pieces, second, out CalendarDate date) is var dateEnd && dateEnd < 0) return null;
        if (date.Day is null || date.Month is not { } month || date.Weekday > 0) return null;
        if (!pieces.IsNumeral(i) && pieces.Word(i)?.Rank is null && pieces.Word(i)?.Small is null) return null;
        // "the twenty-seventh to the third of April": the first lies in the month before.
        CalendarDate first = day < last ? date with { Day = day }
            : new CalendarDate(month == 1 ? date.Year - 1 : date.Year, month == 1 ? 12 : month - 1, day);
        if (day >= last && !pieces.Is(at - 1, "from")) return null;
        return new TimeRead(at, dateEnd, new Between(first, date), SecondStart: link.IsRange ? 0 : second);
    }

    /// <summary>A day number before "to" and a date with another month: "31 to ...".</summary>
    public static bool IsDayBeforeRange(PieceList pieces, int at, out int end, out int day) =>
        DateReader.Day(pieces, pieces.Is(at, "the") ? at + 1 : at, out end, out day) && pieces.Is(at, "the");

    /// <summary>The first time alone, or the range or pair that it begins.</summary>
    public static IReadOnlyList<TimeRead> Extend(PieceList pieces, TimeRead first, Func<PieceList, int, (int End, TimeMeaning? Meaning)> readTime)
    {
        Link link = LinkAt(pieces, first.Start, first.End);
        if (link.Next < 0) return [first];
        if (first.Meaning is CalendarDate { Year: { } year, Month: null } && ShortYear(pieces, link, year) is { } years)
            return [new TimeRead(first.Start, link.Next + 1, years, SecondStart: link.IsRange ? 0 : link.Next)];
        if (first.Meaning is CalendarDate { Day: not null, Month: { } month } dated && EndDay(pieces, link, dated, month, out int end) is { } to)
        {
            if (dated.Year is null && to.Year is not null) dated = dated with { Year = to.Year };
            return [new TimeRead(first.Start, end, new Between(dated, to), SecondStart: link.IsRange ? 0 : link.Next)];
        }
        (int secondEnd, TimeMeaning? second) = readTime(pieces, link.Next);
        if (second is null && IsToday(pieces, link.Next)) (secondEnd, second) = (link.Next + 1, new RelativeUnit(CalendarUnit.Day, 0));
        if (second is null || second is Between || !AreAlike(first.Meaning, second, link)) return [first];
        TimeMeaning start = Completed(first.Meaning, second);
        // "in 2015 and 2016", "April and June 1955": two times.
        if (link.IsAnd && !link.IsRange)
        {
            TimeRead one = first with { Meaning = start };
            TimeRead two = new(link.Next, secondEnd, second);
            return start == first.Meaning ? [first] : [one, two];
        }
        if (Orders(start, second) > 0) return [first];
        return [new TimeRead(first.Start, secondEnd, new Between(start, second), SecondStart: link.IsRange ? 0 : link.Next)];
    }

    // What joins two times. IsRange: the words say that it is one range ("from ... to", "between ... and").
    private readonly record struct Link(int Next, bool IsRange, bool IsAnd, bool IsDash);

    private static Link LinkAt(PieceList pieces, int start, int end)
    {
        int before = start - 1;
        if (pieces.Is(before, "the")) before--;
        bool from = pieces.Is(before, "from"), between = pieces.Is(before, "between");
        if (pieces.IsSymbol(end, '-') || pieces.IsSymbol(end, '~')) return new Link(end + 1, from || between, false, true);
        if (pieces.IsSymbol(end, '/') && pieces.IsGlued(end)) return new Link(end + 1, false, false, true);
        if (pieces.Is(end, "to", "until", "till") || pieces.Is(end, "through", "untill")) return new Link(end + 1, true, false, false);
        if (pieces.Is(end, "and") || (pieces.IsSymbol(end, '&') && between)) return new Link(end + 1, between, true, false);
        return new Link(-1, false, false, false);
    }

    // 1915-17, 2023/24
    private static Between? ShortYear(PieceList pieces, Link link, int year)
    {
        int at = link.Next;
        if (!link.IsDash || !pieces.IsNumeral(at) || pieces[at].PlainDigits != 2 || !pieces.IsGlued(at) || !pieces.IsGlued(at - 1)) return null;
        if (pieces.IsGlued(at + 1) && (pieces[at + 1].Kind == PieceKind.Word || pieces.IsSymbol(at + 1, '-'))) return null;
        int last = (year / 100 * 100) + (int)pieces[at].Value;
        if (last < year) last += 100;
        return last > year && last - year < 60 ? new Between(new CalendarDate(year, null, null), new CalendarDate(last, null, null)) : null;
    }

    // April 21-23, 2023; May 4 and 5
    private static CalendarDate? EndDay(PieceList pieces, Link link, CalendarDate first, int month, out int end)
    {
        end = -1;
        int at = pieces.Is(link.Next, "the") ? link.Next + 1 : link.Next;
        if (first.Year is not null && !link.IsRange && pieces.IsSymbol(at - 2, ',')) return null;
        if (!DateReader.Day(pieces, at, out int dayEnd, out int day)) return null;
        if (DateReader.Month(pieces, dayEnd, out _, out _, isSure: pieces.IsCapital(dayEnd)) || pieces.Is(dayEnd, "of") || pieces.IsSymbol(dayEnd, '/') || (pieces.IsSymbol(dayEnd, '-') && pieces.IsNumeral(dayEnd + 1))) return null;
        if (pieces[dayEnd].Kind == PieceKind.Word && !link.IsDash && pieces.Word(dayEnd) is null) return null;
        if (pieces.Word(dayEnd)?.Unit is not null and not CalendarUnit.None) return null;
        if (first.Year is not null && !link.IsDash && !pieces.Is(link.Next, "the")) return null;
        int? year = first.Year;
        end = dayEnd;
        int yearAt = pieces.IsSymbol(dayEnd, ',') ? dayEnd + 1 : dayEnd;
        if (year is null && DateReader.Year(pieces, yearAt, out int yearEnd, out int found)) (year, end) = (found, yearEnd);
        if (day <= first.Day)
        {
            if (!pieces.Is(link.Next, "the")) return null;
            return new CalendarDate(month == 12 ? year + 1 : year, (month % 12) + 1, day);
        }
        return day <= DateTime.DaysInMonth(year ?? 2024, month) ? new CalendarDate(year, month, day, Within: first.Within) : null;
    }

    private static bool IsToday(PieceList pieces, int at) => pieces.Is(at, "now", "date", "present");

    private static bool AreAlike(TimeMeaning first, TimeMeaning second, Link link)
    {
        if (link.IsRange) return true;
        return (Inner(first), Inner(second)) switch
        {
            (CalendarDate a, CalendarDate b) => (a.Month is not null && b.Month is not null) || (a.Month is null && a.Day is null && a.Weekday == 0 && b.Month is null && b.Day is null && b.Weekday == 0) || (link.IsDash && a.Month is not null && b.Year is not null && a.Year is not null),
            (NthOf a, NthOf b) => a.Unit == b.Unit,
            (YearSpan, YearSpan) => true,
            _ => false,
        };
    }

    private static TimeMeaning Inner(TimeMeaning meaning) => meaning is PartOf part ? Inner(part.Whole) : meaning;

    // The first of a range takes the year that stands only behind the second.
    private static TimeMeaning Completed(TimeMeaning first, TimeMeaning second)
    {
        switch (first, Inner(second))
        {
            case (CalendarDate { Year: null, Within: null, Month: { } month } a, CalendarDate { Month: { } lastMonth } b) when b.Year is not null || b.Within is not null:
                bool isBefore = (month, a.Day ?? 0).CompareTo((lastMonth, b.Day ?? 31)) > 0;
                if (b.Year is { } year) return a with { Year = isBefore ? year - 1 : year };
                return isBefore ? a : a with { Within = b.Within };
            case (CalendarDate { Month: null, Year: null, Day: not null, Weekday: 0 } a, CalendarDate { Month: { } lastMonth, Day: { } lastDay } b):
                return a with { Month = a.Day < lastDay ? lastMonth : lastMonth == 1 ? 12 : lastMonth - 1, Year = b.Year };
            case (PartOf { Whole: CalendarDate whole } part, _):
                return part with { Whole = Completed(whole, second) };
            case (NthOf { Whole: null } a, NthOf { Whole: not null } b):
                return a with { Whole = b.Whole };
            default:
                return first;
        }
    }

    // Above 0 where both are written out and the second lies before the first: then it is no range.
    private static int Orders(TimeMeaning first, TimeMeaning second) =>
        first is CalendarDate { Year: { } a } one && second is CalendarDate { Year: { } b } two
            ? (a, one.Month ?? 0, one.Day ?? 0).CompareTo((b, two.Month ?? 12, two.Day ?? 31))
            : 0;
}
