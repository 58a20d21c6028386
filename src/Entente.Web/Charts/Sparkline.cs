using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Web.Writing;

namespace Entente.Web.Charts;

/// <summary>Claims by quarter as small bars, without axis; the same span of time for all that stand together.</summary>
internal static class Sparkline
{
    private const int Height = 26, Bar = 4;

    /// <summary>The svg.</summary>
    /// <param name="months">Counts by month.</param>
    /// <param name="last">The last day shown.</param>
    /// <param name="quarters">How many quarters are shown.</param>
    /// <param name="label">What it is, for those who do not see it.</param>
    public static Html Svg(IReadOnlyList<MonthCount> months, DateOnly last, int quarters, string label)
    {
        int end = (last.Year * 4) + ((last.Month - 1) / 3);
        long[] counts = new long[quarters];
        foreach (MonthCount month in months)
        {
            int at = quarters - 1 - (end - ((month.Year * 4) + ((month.Month - 1) / 3)));
            if (at >= 0 && at < quarters) counts[at] += month.Claims;
        }
        double most = Math.Max(1, counts.Max());
        int width = quarters * Bar;
        StringBuilder path = new();
        for (int i = 0; i < quarters; i++)
        {
            if (counts[i] == 0) continue;
            // By the square root: one report beside a hundred is still seen.
            double high = Math.Max(2, Math.Sqrt(counts[i] / most) * (Height - 2));
            path.Append(CultureInfo.InvariantCulture, $"M{i * Bar} {Height}v{-high:0.#}h{Bar - 1}v{high:0.#}z");
        }
        return Html.Of($"""<svg class="spark" viewBox="0 0 {width} {Height}" width="{width}" height="{Height}" role="img" aria-label="{label}"><path class="base" d="M0 {Height - 0.5}H{width}"/><path d="{path.ToString()}"/></svg>""");
    }
}
