using Entente.Text;

namespace Entente.Web.Charts;

/// <summary>Days on a line of pixels, with marks at round years or months.</summary>
internal sealed class TimeAxis
{
    private readonly DateOnly first;
    private readonly double days;
    private readonly double left, width;

    public TimeAxis(DateOnly first, DateOnly last, double left, double width)
    {
        // Less than a year is shown as a year.
        if (last.DayNumber - first.DayNumber < 365) last = first.AddDays(Math.Min(365, DateOnly.MaxValue.DayNumber - first.DayNumber));
        this.first = first;
        Last = last;
        days = last.DayNumber - first.DayNumber;
        this.left = left;
        this.width = width;
    }

    /// <summary>The last day of it.</summary>
    public DateOnly Last { get; }

    /// <summary>Where a day is.</summary>
    public double At(DateOnly day) => left + (width * Math.Clamp((day.DayNumber - first.DayNumber) / days, 0, 1));

    /// <summary>Where the middle of a date is.</summary>
    public double At(PartialDate date) => (At(date.FirstDay) + At(date.LastDay)) / 2;

    /// <summary>The marks: where, and what is written there.</summary>
    public IEnumerable<(double At, string Label)> Marks()
    {
        int years = (int)(days / 365.25) + 1;
        int step = (years * 46 / Math.Max(60, width)) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, <= 10 => 10, _ => 25 };
        for (int year = first.Year - (first.Year % step); year <= Last.Year; year += step)
        {
            if (year < 1) continue;
            DateOnly day = new(year, 1, 1);
            if (day < first || day > Last) continue;
            yield return (At(day), year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
