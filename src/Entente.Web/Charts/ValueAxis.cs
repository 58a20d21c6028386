namespace Entente.Web.Charts;

/// <summary>Values from zero on a line of pixels, with marks at round numbers.</summary>
internal sealed class ValueAxis
{
    private readonly double bottom, height;
    private readonly decimal least, most;
    private readonly decimal step;

    public ValueAxis(decimal least, decimal most, double bottom, double height)
    {
        this.bottom = bottom;
        this.height = height;
        least = Math.Min(0, least);
        if (most <= least) most = least + 1;
        double raw = (double)(most - least) / 3, power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        step = (decimal)(((raw / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 }) * power);
        this.least = Math.Floor(least / step) * step;
        this.most = Math.Ceiling(most / step) * step;
    }

    /// <summary>Where a value is.</summary>
    public double At(decimal value) => bottom - (height * (double)((value - least) / (most - least)));

    /// <summary>The marks.</summary>
    public IEnumerable<(double At, decimal Value)> Marks()
    {
        for (decimal value = least; value <= most; value += step) yield return (At(value), value);
    }
}
