using System.Globalization;
using System.Net;
using System.Text;
using Entente.Claims;

namespace Entente.Asking;

/// <summary>A series as horizontal bars in SVG: one bar a value, targets hatched in another colour, each with its number in words.</summary>
public static class BarChart
{
    private const int Row = 26, Left = 130, Width = 720, Right = 130;

    /// <summary>The svg element. Colours come from the page: --bar and --aim.</summary>
    public static string Svg(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        int height = (series.Points.Count * Row) + 10;
        decimal most = Math.Max(series.Points.Max(p => Math.Abs(p.Value)), 0.000001m);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Encode(series.Title)}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Encode(series.Title)}</title>\n");
        for (int i = 0; i < series.Points.Count; i++)
        {
            SeriesPoint point = series.Points[i];
            int y = (i * Row) + 6;
            decimal length = Math.Max(1, Math.Abs(point.Value) / most * (Width - Left - Right));
            string amount = Encode(AmountText.Of(point.Value, series.Unit) + (point.IsTarget ? " target" : ""));
            string fill = point.IsTarget ? "fill=\"none\" stroke=\"var(--aim)\" stroke-width=\"2\" stroke-dasharray=\"4 3\"" : "fill=\"var(--bar)\"";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 13}\" text-anchor=\"end\">{Encode(point.Label)}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{y}\" width=\"{length:0.#}\" height=\"{Row - 9}\" {fill}/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + length + 6:0.#}\" y=\"{y + 13}\">{amount}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
