using System.Globalization;

namespace Entente.Resolving.Times;

/// <summary>The days of feasts by the rules of data/feasts.tsv.</summary>
internal static class Feasts
{
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The day of a feast in a year.</summary>
    public static Interval? Of(string rule, int year)
    {
        if (year is < 1583 or > 4000) return null;
        if (rule.StartsWith("easter", StringComparison.Ordinal)) return Interval.Day(Easter(year).AddDays(Number(rule.AsSpan(6))));
        int month = Number(rule.AsSpan(0, 2));
        if (rule.Length == 5) return Interval.Day(new DateOnly(year, month, Number(rule.AsSpan(3))));
        int weekday = Array.IndexOf(Weekdays, rule.Substring(3, 3)), nth = Number(rule.AsSpan(7));
        DateOnly first = new(year, month, 1);
        DateOnly day = first.AddDays((weekday - (int)first.DayOfWeek + 7) % 7);
        if (nth > 0) return Interval.Day(day.AddDays(7 * (nth - 1)));
        while (day.AddDays(7).Month == month) day = day.AddDays(7);
        return Interval.Day(day);
    }

    // Meeus, Jones and Butcher's reckoning of western Easter.
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    private static int Number(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
