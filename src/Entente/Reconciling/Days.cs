using Entente.Claims;
using Entente.Text;

namespace Entente.Reconciling;

/// <summary>The days in which something was, is or will be, as far as a claim tells, and how it knows.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="IsTold">False where only the day of publication gives it.</param>
internal readonly record struct Days(DateOnly First, DateOnly Last, bool IsTold)
{
    // A report without a date tells of what was in the days before it came out.
    private const int NewsIsOld = 10;
    private const int PlansAreAhead = 366;

    /// <summary>Days from the first to the last.</summary>
    public int Length => Last.DayNumber - First.DayNumber;

    /// <summary>Whether it names a day, or a few days as of a visit.</summary>
    public bool IsExact => IsTold && Length <= 7;

    /// <summary>The days of a range, open ends far away; null where neither the range nor the publication says.</summary>
    public static Days? Of(DateRange? range, Report report, ClaimStatus status)
    {
        if (range is not null) return new Days(range.Start?.FirstDay ?? DateOnly.MinValue, range.End?.LastDay ?? DateOnly.MaxValue, IsTold: true);
        if (report.Published is not { Day: not null } published) return null;
        DateOnly day = published.FirstDay;
        return status switch
        {
            ClaimStatus.Planned or ClaimStatus.Proposed => new Days(day, Plus(day, PlansAreAhead), IsTold: false),
            // What is denied may have been told lately, or have been announced and called off.
            ClaimStatus.Denied => new Days(Plus(day, -NewsIsOld), Plus(day, PlansAreAhead - NewsIsOld), IsTold: false),
            _ => new Days(Plus(day, -NewsIsOld), Plus(day, 1), IsTold: false),
        };
    }

    /// <summary>Days between the nearer ends of the two; 0 where they touch or overlap.</summary>
    public int Gap(Days other) => Math.Max(0, Math.Max(First.DayNumber, other.First.DayNumber) - Math.Min(Last.DayNumber, other.Last.DayNumber));

    /// <summary>Whether the other lies in this one.</summary>
    public bool Holds(Days other) => First <= other.First && other.Last <= Last;

    private static DateOnly Plus(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
