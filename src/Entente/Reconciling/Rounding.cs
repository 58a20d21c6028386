namespace Entente.Reconciling;

/// <summary>Which numbers may be one number, told more or less exactly.</summary>
internal static class Rounding
{
    // "$2 billion" seldom stands for 1.6: beyond one part in twenty a rounded number is taken at its word.
    private const decimal RoundedAtMost = 0.05m;
    private const decimal AboutAtMost = 0.10m;

    // Two sources that differ by less count their goods a little differently and are not set against each other.
    private const decimal Negligible = 0.02m;

    // Above it sums of decimals could overflow; no true number of a report comes near.
    private const decimal Largest = 1e26m;

    /// <summary>Whether two numbers, with their comparators, may be one and the same.</summary>
    public static bool MayBeSame(decimal a, string? comparatorA, decimal b, string? comparatorB)
    {
        if (Math.Abs(a) > Largest || Math.Abs(b) > Largest) return a == b;
        if (comparatorA is ">" or "<" && comparatorB is ">" or "<" && comparatorA != comparatorB) return false;
        return Math.Abs(a - b) <= Math.Max(Slack(a, comparatorA), Slack(b, comparatorB));
    }

    /// <summary>Whether two numbers about one thing cannot both hold.</summary>
    public static bool Clash(decimal a, string? comparatorA, decimal b, string? comparatorB)
    {
        if (Math.Abs(a) > Largest || Math.Abs(b) > Largest) return false;
        if (Math.Abs(a - b) <= Negligible * Math.Max(Math.Abs(a), Math.Abs(b))) return false;
        decimal slack = Slack(a, comparatorA) + Slack(b, comparatorB);
        return (comparatorA, comparatorB) switch
        {
            (">", ">") or ("<", "<") => false,
            (">", "<") => a > b + slack,
            ("<", ">") => b > a + slack,
            (">", _) => b < a - slack,
            (_, ">") => a < b - slack,
            ("<", _) => b > a + slack,
            (_, "<") => a > b + slack,
            _ => Math.Abs(a - b) > slack,
        };
    }

    /// <summary>Half of the last digit that was written, and no more than a small part of the number.</summary>
    public static decimal Slack(decimal value, string? comparator)
    {
        decimal size = Math.Abs(value);
        if (size == 0) return 0;
        if (comparator == "~") return size * AboutAtMost;
        return Math.Min(LastDigit(size) / 2, size * RoundedAtMost);
    }

    /// <summary>The place value of the last digit that is not zero: 100,000,000 of 1,200,000,000; 0.1 of 7.4.</summary>
    private static decimal LastDigit(decimal size)
    {
        decimal place = 1;
        if (size != decimal.Truncate(size))
        {
            for (int i = 0; i < 10 && size * (1 / place) != decimal.Truncate(size * (1 / place)); i++) place /= 10;
            return place;
        }
        for (int i = 0; i < 26 && size % (place * 10) == 0; i++) place *= 10;
        return place;
    }
}
