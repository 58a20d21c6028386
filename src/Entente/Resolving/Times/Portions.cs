using Entente.Recognizing.Times;

namespace Entente.Resolving.Times;

/// <summary>The days of rough parts: thirds of a year, a month or a decade for early, middle and late. The dates named stay those of the whole.</summary>
internal static class Portions
{
    /// <summary>A part of an interval.</summary>
    public static Interval? Of(Interval whole, Portion part)
    {
        int months = ((whole.To.Year - whole.From.Year) * 12) + whole.To.Month - whole.From.Month;
        if (months > 1)
        {
            int third = Math.Max(1, months / 3), half = Math.Max(1, months / 2);
            return part switch
            {
                Portion.Early => whole.Narrowed(whole.From, whole.From.AddMonths(third)),
                Portion.Middle => whole.Narrowed(whole.From.AddMonths(third), whole.To.AddMonths(-third)),
                Portion.Late => whole.Narrowed(whole.To.AddMonths(-third), whole.To),
                Portion.FirstHalf => whole.Narrowed(whole.From, whole.From.AddMonths(half)),
                _ => whole.Narrowed(whole.From.AddMonths(half), whole.To),
            };
        }
        int days = whole.To.DayNumber - whole.From.DayNumber;
        int tenth = Math.Max(1, days / 3), middle = days > 7 ? 15 : (days / 2);
        return part switch
        {
            Portion.Early => whole.Narrowed(whole.From, whole.From.AddDays(tenth)),
            Portion.Middle => whole.Narrowed(whole.From.AddDays(days > 7 ? 9 : tenth), whole.To.AddDays(days > 7 ? 20 - days : -tenth)),
            Portion.Late => whole.Narrowed(whole.To.AddDays(days > 7 ? middle - days : -tenth), whole.To),
            Portion.FirstHalf => whole.Narrowed(whole.From, whole.From.AddDays(Math.Max(1, middle))),
            _ => whole.Narrowed(whole.From.AddDays(middle), whole.To),
        };
    }
}
