using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Times;

/// <summary>What words say of a time, before it is put on the calendar.</summary>
internal abstract record TimeMeaning;

/// <summary>A date as far as the words give it: "12 March", "March 2024", "2024", "Friday", "the 18th".</summary>
/// <param name="Year">The year, if it is written.</param>
/// <param name="Month">1 to 12, if it is written.</param>
/// <param name="Day">The day of the month, if it is written.</param>
/// <param name="Weekday">1 (Monday) to 7, or 0.</param>
/// <param name="Within">The year, month or week that it lies in, where other words say it: "June 3 last year".</param>
/// <param name="IsSwappable">Whether day and month may be the other way round: 05/06/2024.</param>
internal sealed record CalendarDate(int? Year, int? Month, int? Day, int Weekday = 0, TimeMeaning? Within = null, bool IsSwappable = false) : TimeMeaning;

/// <summary>Years from one to another: a decade, a century.</summary>
internal sealed record YearSpan(int First, int Last) : TimeMeaning;

/// <summary>A unit of the calendar, or a weekday or month in it, counted from the day of publication: "last year", "next Friday", "today".</summary>
/// <param name="Unit">The unit; <see cref="CalendarUnit.Day"/> for today and its neighbours.</param>
/// <param name="Offset">0 for this, -1 for last, 1 for next.</param>
/// <param name="Weekday">The weekday in that week, or 0.</param>
/// <param name="Month">The month, or 0: "last November" is the nearest one past.</param>
/// <param name="FromText">Whether it is counted from the time told before it in the text, where there is one: "the next day".</param>
internal sealed record RelativeUnit(CalendarUnit Unit, int Offset, int Weekday = 0, int Month = 0, bool FromText = false) : TimeMeaning;

/// <summary>So many units before or after another time: "two days ago", "a year earlier", "three weeks from tomorrow".</summary>
/// <param name="Count">How many; negative for before.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Base">The other time; null for the day of publication.</param>
/// <param name="FromText">Whether it is counted from the time told before it in the text, where there is one.</param>
/// <param name="MoreDays">Days besides: "two weeks and two days ago".</param>
internal sealed record Shifted(int Count, CalendarUnit Unit, TimeMeaning? Base = null, bool FromText = false, int MoreDays = 0) : TimeMeaning;

/// <summary>So many units that end or begin at the day of publication: "the past five years", "the next three months".</summary>
internal sealed record Rolling(int Count, CalendarUnit Unit, bool IsPast) : TimeMeaning;

/// <summary>A rough part of another time.</summary>
internal enum Portion
{
    Early,
    Middle,
    Late,
    FirstHalf,
    SecondHalf,
}

/// <summary>A rough part of another time: "early 2024", "the end of the month", "later this year".</summary>
internal sealed record PartOf(Portion Part, TimeMeaning Whole) : TimeMeaning;

/// <summary>Counted units in another time: "the third quarter of 2023", "the first 7 months of 2023", "the last week of July", "week 31".</summary>
/// <param name="Number">Which unit is the first, from 1.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Count">How many units.</param>
/// <param name="Whole">The other time; null for the year of publication.</param>
/// <param name="FromEnd">Whether it is counted from the end.</param>
internal sealed record NthOf(int Number, CalendarUnit Unit, int Count, TimeMeaning? Whole, bool FromEnd = false) : TimeMeaning;

/// <summary>A season: 1 spring, 2 summer, 3 autumn, 4 winter; of the northern half of the world.</summary>
internal sealed record SeasonOf(int Season, TimeMeaning? Year, int Offset = 0) : TimeMeaning;

/// <summary>A feast whose day the calendar gives.</summary>
/// <param name="Rule">A month and day ("12-25"), the nth weekday of a month ("11-4th-4") or days from Easter ("easter+0").</param>
/// <param name="Year">The year, if it is written.</param>
/// <param name="Offset">-1 for the last one, 1 for the next.</param>
internal sealed record Feast(string Rule, int? Year, int Offset = 0) : TimeMeaning;

/// <summary>The period told before, in another year: "the same period last year".</summary>
internal sealed record SameIn(TimeMeaning Year) : TimeMeaning;

/// <summary>From one time to another, both included.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal sealed record Between(TimeMeaning First, TimeMeaning Last) : TimeMeaning;
