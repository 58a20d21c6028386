using System.Globalization;
using System.Net;
using System.Text;
using Entente.Claims;

namespace Entente.Asking;

/// <summary>
/// A series as horizontal bars in SVG: one bar a value, each with its number in words; what reports say full, official statistics darker, targets dashed.
/// </summary>
public static class BarChart
{
    private const int Row = 28, Left = 96, Width = 720, Right = 190;

    /// <summary>The svg element. Colours come from the page: the classes said, official and aim.</summary>
    public static string Svg(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        int height = (series.Points.Count * Row) + 8;
        decimal most = Math.Max(series.Points.Max(p => Math.Abs(p.Value)), 0.000001m);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Encode(series.Title)}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" y1=\"0\" x2=\"{Left}\" y2=\"{height}\" class=\"axis\"/>\n");
        for (int i = 0; i < series.Points.Count; i++)
        {
            SeriesPoint point = series.Points[i];
            int y = (i * Row) + 6;
            decimal length = Math.Max(2, Math.Abs(point.Value) / most * (Width - Left - Right));
            string amount = Encode(AmountText.Of(point.Value, series.Unit)), note = Encode(point.IsTarget ? "target" : point.Official ?? "");
            string style = point.IsTarget ? "aim" : point.Official is null ? "said" : "official";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 10}\" y=\"{y + 13}\" text-anchor=\"end\">{Encode(point.Label)}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{y}\" width=\"{length:0.#}\" height=\"{Row - 11}\" rx=\"2\" class=\"{style}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + length + 8:0.#}\" y=\"{y + 13}\">{amount}{(note.Length > 0 ? $" <tspan class=\"dim\">{note}</tspan>" : "")}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
