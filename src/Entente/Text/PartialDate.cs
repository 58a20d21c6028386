using System.Globalization;

namespace Entente.Text;

/// <summary>
/// A day, month or year of the Gregorian calendar, as far as a text gives it: 2024, 2024-03 or 2024-03-12.
/// The default value is not a date (<see cref="Year"/> 0).
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>A date at the precision of the arguments given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day in the calendar, or a day comes without a month.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (year is < 1 or > 9999) throw new ArgumentOutOfRangeException(nameof(year), year, "A year is from 1 to 9999.");
        if (month is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(month), month, "A month is from 1 to 12.");
        if (day is not null && (month is null || day < 1 || day > DateTime.DaysInMonth(year, month.Value)))
            throw new ArgumentOutOfRangeException(nameof(day), day, $"There is no such day in {year}-{month}.");
        Year = year;
        Month = month;
        Day = day;
    }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year { get; }

    /// <summary>The month, 1 to 12, if the text gives it.</summary>
    public int? Month { get; }

    /// <summary>The day of the month, from 1, if the text gives it.</summary>
    public int? Day { get; }

    /// <summary>The first day that it may be.</summary>
    public DateOnly FirstDay => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that it may be.</summary>
    public DateOnly LastDay => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>The date of a day.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>A date at the precision given, or null where the calendar has no such date.</summary>
    public static PartialDate? TryCreate(int year, int? month = null, int? day = null) =>
        year is < 1 or > 9999 || month is < 1 or > 12 || (day is not null && (month is null || day < 1 || day > DateTime.DaysInMonth(year, month.Value)))
            ? null
            : new PartialDate(year, month, day);

    /// <summary>Reads 2024, 2024-03 or 2024-03-12; anything else gives null.</summary>
    public static PartialDate? TryParse(ReadOnlySpan<char> text)
    {
        if (text.Length is not (4 or 7 or 10) || (text.Length > 4 && text[4] != '-') || (text.Length > 7 && text[7] != '-')) return null;
        if (!Digits(text[..4], out int year)) return null;
        if (text.Length == 4) return TryCreate(year);
        if (!Digits(text[5..7], out int month)) return null;
        if (text.Length == 7) return TryCreate(year, month);
        return Digits(text[8..], out int day) ? TryCreate(year, month, day) : null;
    }

    /// <summary>By the first day that they may be, the less precise first.</summary>
    public int CompareTo(PartialDate other)
    {
        int byDay = (Year, Month ?? 0, Day ?? 0).CompareTo((other.Year, other.Month ?? 0, other.Day ?? 0));
        return byDay;
    }

    /// <summary>ISO 8601 at the date's own precision.</summary>
    public override string ToString() =>
        Day is not null ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}")
        : Month is not null ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}")
        : Year.ToString("0000", CultureInfo.InvariantCulture);

    private static bool Digits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
