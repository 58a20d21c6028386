using Entente.Recognizing.Pieces;
using Entente.Recognizing.Times;

namespace Entente.Resolving.Times;

/// <summary>Reckons where on the calendar a time lies. One method for each kind of meaning.</summary>
internal sealed class CalendarReckoner
{
    /// <summary>The interval of a time, or null where it cannot be anchored.</summary>
    public Interval? Reckon(TimeMeaning meaning, TimeContext context) => meaning switch
    {
        CalendarDate date => OfDate(date, context),
        YearSpan span => Interval.Years(span.First, span.Last),
        RelativeUnit unit => OfUnit(unit, context),
        Shifted shifted => OfShifted(shifted, context),
        Rolling rolling => OfRolling(rolling, context),
        PartOf part => Reckon(part.Whole, context) is { } whole ? Portions.Of(whole, part.Part) : null,
        NthOf nth => OfNth(nth, context),
        SeasonOf season => OfSeason(season, context),
        Feast feast => OfFeast(feast, context),
        SameIn same => OfSame(same, context),
        Between between => OfBetween(between, context),
        _ => null,
    };

    private Interval? OfDate(CalendarDate date, TimeContext context)
    {
        if (date.Within is { } within) return OfDateWithin(date, within, context);
        if (date.IsSwappable && date.Month is { } m && date.Day is { } d && Nearest(date.Year, m, d, context)) date = date with { Month = d, Day = m };
        if (date.Year is { } year)
        {
            if (date.Month is not { } month) return Interval.Years(year, year);
            return date.Day is { } dayOf ? DayOf(year, month, dayOf) : Interval.Months(year, month, 1);
        }
        if (date.Month is { } named) return YearFor(named, date.Day, context) is { } chosen ? OfDate(date with { Year = chosen, IsSwappable = false }, context) : null;
        if (context.IsNarrative && date.Weekday > 0) return null;
        if (context.TextNow is not { } now) return null;
        if (date.Weekday > 0 && context.Published is { } published) now = published;
        if (date.Day is { } day) return OfDayAlone(day, date.Weekday, now, context);
        return date.Weekday > 0 ? Interval.Day(NearestWeekday(now, date.Weekday, context.Direction == TimeDirection.Future)) : null;
    }

    private Interval? OfDateWithin(CalendarDate date, TimeMeaning within, TimeContext context)
    {
        // "this past Wednesday", "coming Thursday"
        if (within is RelativeUnit { Unit: CalendarUnit.Day } near) return context.Now is { } today ? Interval.Day(NearestWeekday(near.Offset > 0 ? today.AddDays(1) : today.AddDays(-1), date.Weekday, near.Offset > 0)) : null;
        if (Reckon(within, context) is not { } whole) return null;
        if (date.Month is { } month) return date.Day is { } day ? DayOf(whole.From.Year, month, day) : Interval.Months(whole.From.Year, month, 1);
        if (date.Day is { } of) return DayOf(whole.From.Year, whole.From.Month, of);
        return date.Weekday > 0 ? Interval.Day(Monday(whole.From).AddDays(date.Weekday - 1)) : null;
    }

    // Both orders of day and month are dates: the one nearer to publication is meant.
    private static bool Nearest(int? year, int month, int day, TimeContext context)
    {
        if (context.Published is not { } published || year is not { } of) return false;
        if (DayOf(of, month, day) is not { } written || DayOf(of, day, month) is not { } swapped) return false;
        return Math.Abs(swapped.From.DayNumber - published.DayNumber) < Math.Abs(written.From.DayNumber - published.DayNumber);
    }

    // The year of a month that has none: in a history the one told before; in news the nearest in the sense of the tense.
    private static int? YearFor(int month, int? day, TimeContext context)
    {
        if (context.IsNarrative || context.Published is null)
        {
            if (context.Told is not { } told) return null;
            // A story goes on: after October, "in January" is the next year's.
            bool exact = told.To.DayNumber - told.From.DayNumber < 200;
            return exact && told.From.Month - month >= 7 ? told.From.Year + 1 : told.From.Year;
        }
        DateOnly now = context.Published.Value;
        int best = now.Year, least = int.MaxValue;
        for (int year = now.Year - 1; year <= now.Year + 1; year++)
        {
            if (day is > 28 && day > DateTime.DaysInMonth(year, month)) continue;
            int distance = day is { } of ? new DateOnly(year, month, of).DayNumber - now.DayNumber : ((year - now.Year) * 12 + month - now.Month) * 30;
            // Against the tense only by a little: a report of the past may be dated a few days early.
            int cost = Math.Abs(distance) + (context.Direction == TimeDirection.Past && distance > 3 || context.Direction == TimeDirection.Future && distance < -3 ? 300 : 0);
            if (cost < least) (best, least) = (year, cost);
        }
        return best;
    }

    // "the 18th" of this or the month before or after, by the tense; "Friday 31" the nearest on such a weekday.
    private static Interval? OfDayAlone(int day, int weekday, DateOnly now, TimeContext context)
    {
        Interval? best = null;
        for (int i = -12; i <= 12; i++)
        {
            int months = (now.Year * 12) + now.Month - 1 + i;
            if (months < 48 || DayOf(months / 12, (months % 12) + 1, day) is not { } found) continue;
            if (weekday > 0 && WeekdayOf(found.From) != weekday) continue;
            if (weekday == 0 && (context.Direction == TimeDirection.Future ? found.From < now : found.From > now)) continue;
            if (best is not { } known || Math.Abs(found.From.DayNumber - now.DayNumber) < Math.Abs(known.From.DayNumber - now.DayNumber)) best = found;
        }
        return best;
    }

    // The months or days told before, in another year. Where nothing shorter than a year was told, that year.
    private Interval? OfSame(SameIn same, TimeContext context)
    {
        if (Reckon(same.Year, context) is not { } year) return null;
        if (context.Told is not { } told || told.First.Month is null || told.From.Year != told.To.AddDays(-1).Year) return year;
        if (told.First.Day is null) return Interval.Months(year.From.Year, told.First.Month.Value, (((told.Last.Year - told.First.Year) * 12) + told.Last.Month!.Value - told.First.Month.Value) + 1);
        return told.IsDay ? DayOf(year.From.Year, told.From.Month, told.From.Day) : year;
    }

    private static Interval? OfUnit(RelativeUnit unit, TimeContext context)
    {
        // "The same day" goes on from a day, not from a year.
        bool goesOn = unit.FromText && (unit.Unit != CalendarUnit.Day || context.Told is not { IsDay: false });
        DateOnly? anchor = goesOn ? context.TextNow : context.Now;
        // In a history, "today" is the writer's own day, which nobody knows.
        if (anchor is not { } now || (context.IsNarrative && unit is { Unit: CalendarUnit.Day, FromText: false })) return null;
        if (unit.Month > 0) return OfNamedMonth(unit.Month, unit.Offset, now);
        int offset = unit.Offset;
        switch (unit.Unit)
        {
            case CalendarUnit.Day:
                return Interval.Day(now.AddDays(offset));
            case CalendarUnit.Week when unit.Weekday > 0:
                return Interval.Day(Monday(now).AddDays((7 * offset) + unit.Weekday - 1));
            case CalendarUnit.Week:
                DateOnly monday = Monday(now).AddDays(7 * offset);
                return Interval.Days(monday, monday.AddDays(unit.Weekday < 0 ? -unit.Weekday : 7));
            case CalendarUnit.Weekend:
                // "over the weekend", told on a weekday of what is past, is the one before.
                DateOnly saturday = Monday(now).AddDays((7 * offset) + 5 - (offset == 0 && context.Direction == TimeDirection.Past && now.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? 7 : 0));
                return Interval.Days(saturday, saturday.AddDays(2));
            case CalendarUnit.Fortnight:
                DateOnly start = Monday(now).AddDays(14 * offset);
                return Interval.Days(start, start.AddDays(14));
            case CalendarUnit.Month:
                return Interval.Months(now.Year, now.Month + offset, 1);
            case CalendarUnit.Quarter:
                return Interval.Months(now.Year, ((((now.Month - 1) / 3) + offset) * 3) + 1, 3);
            case CalendarUnit.Year:
                return Interval.Years(now.Year + offset, now.Year + offset);
            case CalendarUnit.Decade:
                int decade = ((now.Year / 10) + offset) * 10;
                return Interval.Years(decade, decade + 9);
            case CalendarUnit.Century:
                int century = ((now.Year / 100) + offset) * 100;
                return Interval.Years(century, century + 99);
            default:
                return null;
        }
    }

    // "last November" is over, "next November" has not begun, "this November" is of this year.
    private static Interval? OfNamedMonth(int month, int offset, DateOnly now)
    {
        int year = now.Year;
        if (offset < 0 && month >= now.Month) year--;
        if (offset > 0 && month <= now.Month) year++;
        return Interval.Months(year, month, 1);
    }

    private Interval? OfShifted(Shifted shifted, TimeContext context)
    {
        Interval? from = shifted.Base is { } named ? Reckon(named, context)
            : (shifted.FromText ? context.TextNow : context.Now) is { } now ? Interval.Day(now) : null;
        if (from is not { } start) return null;
        // What is told only to the year cannot be counted from in days.
        if (start.To.DayNumber - start.From.DayNumber > 40 && shifted.Unit is CalendarUnit.Day or CalendarUnit.Week) return null;
        if (shifted is { Base: null, FromText: true } && context.Told is { } told && told.To.DayNumber - told.From.DayNumber > 1 && shifted.Unit is CalendarUnit.Day or CalendarUnit.Week) return null;
        int count = shifted.Count;
        DateOnly day = start.From;
        bool exact = shifted.Base is not null && start.IsDay;
        switch (shifted.Unit)
        {
            case CalendarUnit.Day:
                return Interval.Day(day.AddDays(count + shifted.MoreDays));
            case CalendarUnit.Week or CalendarUnit.Fortnight:
                return Interval.Day(day.AddDays((count * (shifted.Unit == CalendarUnit.Week ? 7 : 14)) + shifted.MoreDays));
            case CalendarUnit.Month or CalendarUnit.Quarter:
                int months = count * (shifted.Unit == CalendarUnit.Month ? 1 : 3);
                return exact ? Interval.Day(day.AddMonths(months)) : Interval.Months(day.Year, day.Month + months, 1);
            case CalendarUnit.Year or CalendarUnit.Decade or CalendarUnit.Century:
                int years = count * (shifted.Unit switch { CalendarUnit.Year => 1, CalendarUnit.Decade => 10, _ => 100 });
                if (day.Year + years is < 2 or > 8000) return null;
                return exact ? Interval.Day(day.AddYears(years)) : Interval.Years(day.Year + years, day.Year + years);
            default:
                return null;
        }
    }

    private static Interval? OfRolling(Rolling rolling, TimeContext context)
    {
        if (context.Now is not { } now) return null;
        int count = rolling.Count, sign = rolling.IsPast ? -1 : 1;
        if (count > 1000) return null;
        DateOnly start = rolling.IsPast ? now : now.AddDays(1);
        switch (rolling.Unit)
        {
            case CalendarUnit.Day:
                return Ordered(start, start.AddDays(sign * count));
            case CalendarUnit.Week or CalendarUnit.Fortnight:
                return Ordered(start, start.AddDays(sign * count * (rolling.Unit == CalendarUnit.Week ? 7 : 14)));
            case CalendarUnit.Month:
                return Ordered(start, start.AddMonths(sign * count)) is { } months ? months with { First = new(months.From.Year, months.From.Month), Last = new(months.To.Year, months.To.Month) } : null;
            case CalendarUnit.Quarter:
                int quarter = (((now.Month - 1) / 3) * 3) + 1;
                return rolling.IsPast ? Interval.Months(now.Year, quarter - (3 * count), 3 * count) : Interval.Months(now.Year, quarter + 3, 3 * count);
            case CalendarUnit.Decade when !rolling.IsPast:
                int decade = ((now.Year / 10) + 1) * 10;
                return Interval.Years(decade, decade + (10 * count) - 1);
            case CalendarUnit.Year or CalendarUnit.Decade or CalendarUnit.Century:
                int years = count * (rolling.Unit switch { CalendarUnit.Year => 1, CalendarUnit.Decade => 10, _ => 100 });
                if (now.Year + (sign * years) is < 2 or > 8000) return null;
                return Ordered(start, start.AddYears(sign * years)) is { } span ? span with { First = new(span.From.Year), Last = new(span.To.Year) } : null;
            default:
                return null;
        }
    }

    private static Interval? Ordered(DateOnly one, DateOnly other) => one < other ? Interval.Days(one, other) : Interval.Days(other, one);

    private Interval? OfNth(NthOf nth, TimeContext context)
    {
        Interval? found = nth.Whole is null ? (context.Now is { } now ? Interval.Years(now.Year, now.Year) : null) : Reckon(nth.Whole, context);
        if (found is not { } whole) return null;
        Interval? part = Counted(nth, whole);
        // "in the third quarter", said in February: last year's, unless it is to come; said in June: the nearer one.
        if (nth.Whole is null && nth.Unit != CalendarUnit.Week && part is { } early && context.Now is { } today && context.Direction != TimeDirection.Future && early.From > today
            && (context.Direction == TimeDirection.Past || early.From.DayNumber - today.DayNumber > 92))
            part = Interval.Years(today.Year - 1, today.Year - 1) is { } last ? Counted(nth, last) : null;
        return part;
    }

    private static Interval? Counted(NthOf nth, Interval whole)
    {
        int number = nth.Number, count = nth.Count;
        int months = ((whole.To.Year - whole.From.Year) * 12) + whole.To.Month - whole.From.Month;
        int size = nth.Unit switch { CalendarUnit.Month => 1, CalendarUnit.Quarter => 3, CalendarUnit.Half => 6, CalendarUnit.Year => 12, _ => 0 };
        if (size > 0)
        {
            int skip = nth.FromEnd ? months - (size * count) : size * (number - 1);
            if (nth.Unit == CalendarUnit.Half) skip = number == 1 && !nth.FromEnd ? 0 : months / 2;
            int length = nth.Unit == CalendarUnit.Half ? Math.Max(1, months / 2) : size * count;
            if (skip < 0 || skip + length > months) return null;
            return nth.Unit == CalendarUnit.Year ? Interval.Years(whole.From.Year + (skip / 12), whole.From.Year + (skip / 12) + count - 1) : Interval.Months(whole.From.Year, whole.From.Month + skip, length);
        }
        if (nth.Unit == CalendarUnit.Day)
        {
            DateOnly first = nth.FromEnd ? whole.To.AddDays(-count) : whole.From.AddDays(number - 1);
            return first < whole.To && first >= whole.From ? Interval.Days(first, first.AddDays(count)) : null;
        }
        if (nth.Unit != CalendarUnit.Week) return null;
        // A week belongs to the year or month that its Thursday lies in (ISO 8601).
        DateOnly monday = Monday(whole.From);
        if (!whole.IsDay)
        {
            if (monday.AddDays(3) < whole.From) monday = monday.AddDays(7);
            if (nth.FromEnd)
            {
                DateOnly last = Monday(whole.To.AddDays(-1));
                if (last.AddDays(3) >= whole.To) last = last.AddDays(-7);
                monday = last.AddDays(-7 * (count - 1));
            }
            else
            {
                monday = monday.AddDays(7 * (number - 1));
            }
        }
        return Interval.Days(monday, monday.AddDays(7 * count));
    }

    private Interval? OfSeason(SeasonOf season, TimeContext context)
    {
        int month = (season.Season * 3);
        int year;
        if (season.Year is { } named)
        {
            if (Reckon(named, context) is not { } whole) return null;
            year = whole.From.Year;
        }
        else
        {
            if (context.Now is not { } now) return null;
            year = now.Year;
            bool over = Interval.Months(year, month, 3) is { } this3 && this3.To <= now;
            bool begun = now.Month >= month;
            if (season.Offset < 0 && !over) year--;
            if (season.Offset > 0 && begun) year++;
            if (season is { Offset: 0, Season: 4 } && now.Month < 3) year--;
        }
        return Interval.Months(year, month, 3);
    }

    private static Interval? OfFeast(Feast feast, TimeContext context)
    {
        if (feast.Year is { } year) return Feasts.Of(feast.Rule, year);
        if (context.Now is not { } now) return null;
        bool future = feast.Offset > 0 || (feast.Offset == 0 && context.Direction == TimeDirection.Future);
        for (int i = 0; i < 2; i++)
        {
            if (Feasts.Of(feast.Rule, future ? now.Year + i : now.Year - i) is { } day && (future ? day.From > now : day.From <= now)) return day;
        }
        return null;
    }

    private Interval? OfBetween(Between between, TimeContext context)
    {
        // Of "between January and September" the second is the one to look for around the day of publication; the first lies before it.
        if (!context.IsNarrative && between is { First: CalendarDate { Year: null, Within: null, Month: { } a } start, Last: CalendarDate { Year: null, Within: null, Month: { } z } end }
            && YearFor(z, end.Day, context) is { } closing)
        {
            int opening = (a, start.Day ?? 1).CompareTo((z, end.Day ?? 31)) > 0 ? closing - 1 : closing;
            between = new Between(start with { Year = opening }, end with { Year = closing });
        }
        if (Reckon(between.First, context) is not { } first) return null;
        TimeMeaning second = between.Last;
        if (between is { First: CalendarDate { IsSwappable: true, Day: { } firstDay, Month: { } firstMonth } one, Last: CalendarDate { IsSwappable: true, Day: { } lastDay, Month: { } lastMonth } two })
        {
            // Both ends are written in one order.
            bool swaps = Nearest(two.Year, lastMonth, lastDay, context);
            second = two with { Month = swaps ? lastDay : lastMonth, Day = swaps ? lastMonth : lastDay, IsSwappable = false };
            if (Reckon(one with { Month = swaps ? firstDay : firstMonth, Day = swaps ? firstMonth : firstDay, IsSwappable = false }, context) is { } reordered) first = reordered;
        }
        // The second goes on from the first: its year, weekday or month is the next that there is.
        if (second is CalendarDate { Year: null, Within: null, Month: { } month } date)
        {
            bool wraps = (month, date.Day ?? 31).CompareTo((first.From.Month, first.First.Day ?? 1)) < 0;
            second = date with { Year = first.From.Year + (wraps ? 1 : 0) };
        }
        else if (second is CalendarDate { Year: null, Month: null, Day: null, Weekday: > 0 and var weekday, Within: null })
        {
            return Joined(first, Interval.Day(NearestWeekday(first.From, weekday, isFuture: true)), second);
        }
        return Joined(first, Reckon(second, context), second);
    }

    private static Interval? Joined(Interval first, Interval? second, TimeMeaning meaning) =>
        second is { } last && last.To > first.From && last.Last.LastDay >= first.First.FirstDay
            ? new Interval(first.From, last.To, first.First, last.Last) { LastFrom = meaning is PartOf { Part: Portion.Late } ? last.To : last.From }
            : null;

    private static Interval? DayOf(int year, int month, int day) =>
        year is >= 2 and <= 8000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Interval.Day(new DateOnly(year, month, day)) : null;

    private static DateOnly NearestWeekday(DateOnly now, int weekday, bool isFuture)
    {
        int ahead = ((weekday - WeekdayOf(now)) + 7) % 7;
        return isFuture ? now.AddDays(ahead) : now.AddDays(ahead == 0 ? 0 : ahead - 7);
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(1 - WeekdayOf(day));

    private static int WeekdayOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
