using Entente.Text;

namespace Entente.Resolving.Times;

/// <summary>A stretch of the calendar, with its ends at the precision of the words.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">The day after its last.</param>
/// <param name="First">The first date as exactly as the words give it.</param>
/// <param name="Last">The last date as exactly as the words give it.</param>
internal readonly record struct Interval(DateOnly From, DateOnly To, PartialDate First, PartialDate Last)
{
    /// <summary>Of a range, the day that its second date begins; else the first day.</summary>
    public DateOnly LastFrom { get; init; } = From;

    // Room for sums on either side of every date: ten centuries.
    private const int EarliestYear = 2, LatestYear = 8000;

    /// <summary>A day.</summary>
    public static Interval? Day(DateOnly day) => In(day.Year) ? new Interval(day, day.AddDays(1), PartialDate.Of(day), PartialDate.Of(day)) : null;

    /// <summary>Days from one up to, not including, another.</summary>
    public static Interval? Days(DateOnly from, DateOnly to) => In(from.Year) && In(to.Year) && from < to ? new Interval(from, to, PartialDate.Of(from), PartialDate.Of(to.AddDays(-1))) : null;

    /// <summary>Months.</summary>
    /// <param name="year">The year of the first.</param>
    /// <param name="month">The first, counted from 1; may lie outside the year.</param>
    /// <param name="count">How many.</param>
    public static Interval? Months(int year, int month, int count)
    {
        int first = (year * 12) + month - 1;
        int startYear = Math.DivRem(first, 12, out int startMonth), endYear = Math.DivRem(first + count, 12, out int endMonth);
        if (!In(startYear) || !In(endYear) || count < 1) return null;
        DateOnly from = new(startYear, startMonth + 1, 1), to = new(endYear, endMonth + 1, 1);
        DateOnly last = to.AddDays(-1);
        return new Interval(from, to, new PartialDate(from.Year, from.Month), new PartialDate(last.Year, last.Month));
    }

    /// <summary>Years, both included.</summary>
    public static Interval? Years(int first, int last) =>
        In(first) && In(last) && first <= last ? new Interval(new DateOnly(first, 1, 1), new DateOnly(last + 1, 1, 1), new PartialDate(first), new PartialDate(last)) : null;

    /// <summary>Whether it is not more than a day.</summary>
    public bool IsDay => From.AddDays(1) == To;

    /// <summary>The days of it that another interval has, named as this one is.</summary>
    public Interval? Narrowed(DateOnly from, DateOnly to) => from < to ? this with { From = from, To = to } : null;

    private static bool In(int year) => year is >= EarliestYear and <= LatestYear;
}
