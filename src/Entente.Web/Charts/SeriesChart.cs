using System.Globalization;
using System.Text;
using Entente.Asking;
using Entente.Claims;
using Entente.Text;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Charts;

/// <summary>
/// One measure over time: what reports claim as dots on a line, official figures as squares, targets as open diamonds with a dashed way to them.
/// Shape tells what colour tells. Its table stands below.
/// </summary>
internal static class SeriesChart
{
    private const int Width = 520, Height = 236, Left = 62, Right = 22, Top = 30, Bottom = 30;

    /// <summary>The figure with its table.</summary>
    public static void Write(HtmlWriter page, Series series)
    {
        SeriesPoint[] dated = [.. series.Points.Where(p => p.Order is not null).OrderBy(p => p.Order!.Value)];
        page.Add($"<figure class=\"chart\"><figcaption>{Sentence(series.Title)}</figcaption>\n");
        SeriesPoint[] someDay = [.. series.Points.Where(p => p.Order is null && p.IsTarget).Take(3)];
        if (dated.Select(p => p.Order).Distinct().Count() > 1 || (dated.Length > 0 && someDay.Length > 0)) Draw(page, series, dated, someDay);
        Table(page, series);
        page.Add($"</figure>\n");
    }

    /// <summary>What the shapes of the charts of a page stand for.</summary>
    public static Html Key() => Html.Of($"""
        <p class="key"><span><svg width="12" height="12" aria-hidden="true"><circle class="dot" cx="6" cy="6" r="4.5"/></svg> told by reports</span>
        <span><svg width="12" height="12" aria-hidden="true"><rect class="official" x="2" y="2" width="8" height="8"/></svg> official statistics</span>
        <span><svg width="14" height="14" aria-hidden="true"><path class="aim" d="M7 1.5L12.5 7L7 12.5L1.5 7Z"/></svg> target</span></p>

        """);

    /// <summary>A number of a unit as short as a mark of an axis: "$4bn", "12 %".</summary>
    public static string Short(decimal value, string? unit) => AmountText.Of(value, unit)
        .Replace(" trillion", "tn", StringComparison.Ordinal).Replace(" billion", "bn", StringComparison.Ordinal).Replace(" million", "m", StringComparison.Ordinal);

    private static void Draw(HtmlWriter page, Series series, SeriesPoint[] points, SeriesPoint[] someDay)
    {
        TimeAxis time = new(points.Min(p => p.Order!.Value.FirstDay), points.Max(p => p.Order!.Value.LastDay), Left + 8, Width - Left - Right - 8);
        ValueAxis values = new(points.Min(p => p.Value), points.Concat(someDay).Max(p => p.Value), Height - Bottom, Height - Bottom - Top);
        page.Add($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"group\" aria-label=\"{series.Title}: chart; the table below has the same numbers\">\n");
        foreach ((double y, decimal value) in values.Marks())
        {
            page.Add($"<path class=\"rule{(value == 0 ? " zero" : "")}\" d=\"M{Left} {y}H{Width - Right}\"/><text class=\"tick\" x=\"{Left - 8}\" y=\"{y + 4}\" text-anchor=\"end\">{Short(value, series.Unit)}</text>\n");
        }
        double lastMark = -99;
        foreach ((double x, string label) in Marks(points, time))
        {
            if (x - lastMark < 34) continue;
            lastMark = x;
            page.Add($"<text class=\"tick\" x=\"{x}\" y=\"{Height - 8}\" text-anchor=\"middle\">{label}</text>\n");
        }
        // The line goes through what most reports tell of each period.
        SeriesPoint[] line = [.. points.Where(p => !p.IsTarget).GroupBy(p => p.Order!.Value).Select(g => g.OrderByDescending(p => IsOfficial(p)).ThenByDescending(p => p.Fact.Independent).ThenBy(p => p.Fact.Id, StringComparer.Ordinal).First())];
        if (line.Length > 1)
        {
            StringBuilder path = new();
            foreach (SeriesPoint point in line) path.Append(path.Length == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{time.At(point.Order!.Value):0.#} {values.At(point.Value):0.#}");
            page.Add($"<path class=\"way\" d=\"{path.ToString()}\"/>\n");
        }
        foreach (SeriesPoint target in points.Where(p => p.IsTarget))
        {
            if (line.Length > 0 && line[^1].Order!.Value.CompareTo(target.Order!.Value) < 0)
            {
                page.Add($"<path class=\"hope\" d=\"M{time.At(line[^1].Order!.Value)} {values.At(line[^1].Value)}L{time.At(target.Order!.Value)} {values.At(target.Value)}\"/>\n");
            }
        }
        // A target without a day is a line that everything else is held against.
        foreach (SeriesPoint target in someDay)
        {
            double y = values.At(target.Value);
            bool crowded = points.Any(p => time.At(p.Order!.Value) < Left + 170 && Math.Abs(values.At(p.Value) - y + 4) < 22);
            page.Add($"<a href=\"{Links.Claim(target.Fact.Best.Id)}\" aria-label=\"Target without a day: {Amount(series, target)}\"><path class=\"hope\" d=\"M{Left} {y}H{Width - Right}\"/><text class=\"value\" x=\"{(crowded ? Width - Right : Left + 6)}\" y=\"{y - 7}\" text-anchor=\"{(crowded ? "end" : "start")}\">target {Short(target.Value, series.Unit)}, no date</text></a>\n");
        }
        foreach (SeriesPoint point in points) Point(page, series, point, time.At(point.Order!.Value), values.At(point.Value), point.IsTarget || (line.Length > 0 && ReferenceEquals(point, line[^1])));
        page.Add($"</svg>\n");
    }

    private static void Point(HtmlWriter page, Series series, SeriesPoint point, double x, double y, bool named)
    {
        string amount = Amount(series, point);
        page.Add($"<a href=\"{Links.Claim(point.Fact.Best.Id)}\" aria-label=\"{point.Label}: {amount}{(point.IsTarget ? ", target" : "")}\"><title>{point.Label}: {amount}{(point.IsTarget ? " (target)" : "")}</title>");
        if (point.IsTarget) page.Add($"<path class=\"aim\" d=\"M{x} {y - 6.5}L{x + 6.5} {y}L{x} {y + 6.5}L{x - 6.5} {y}Z\"/>");
        else if (IsOfficial(point)) page.Add($"<rect class=\"official\" x=\"{x - 4.5}\" y=\"{y - 4.5}\" width=\"9\" height=\"9\"/>");
        else page.Add($"<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"{(point.Fact.Independent > 1 ? 5.5 : 4.5)}\"/>");
        if (named)
        {
            bool end = x > Width - 110;
            page.Add($"<text class=\"value\" x=\"{(end ? x + 4 : x)}\" y=\"{y - 11}\" text-anchor=\"{(end ? "end" : "middle")}\">{Short(point.Value, series.Unit)}</text>");
        }
        page.Add($"</a>\n");
    }

    // Years where that is what points have; else the axis's own.
    private static IEnumerable<(double At, string Label)> Marks(SeriesPoint[] points, TimeAxis time)
    {
        int[] years = [.. points.Select(p => p.Order!.Value.Year).Distinct().Order()];
        return years.Length is > 1 and <= 9 ? years.Select(y => (time.At(new PartialDate(y)), y.ToString(CultureInfo.InvariantCulture))) : time.Marks();
    }

    private static void Table(HtmlWriter page, Series series)
    {
        page.Add($"<details class=\"data\"><summary>The numbers</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{series.Title}, table\"><table><thead><tr><th scope=\"col\">When</th><th scope=\"col\" class=\"num\">How much</th><th scope=\"col\">Who says so</th></tr></thead><tbody>\n");
        foreach (SeriesPoint point in series.Points)
        {
            page.Add($"<tr><th scope=\"row\">{point.Label}</th><td class=\"num\"><a href=\"{Links.Claim(point.Fact.Best.Id)}\">{Amount(series, point)}</a>{(point.IsTarget ? Html.Of($" <span class=\"tag planned\">target</span>") : Html.None)}</td><td>{Quotes.Source(point.Fact.Best.Report)}{(point.Fact.Reports > 1 ? $" and {Links.Count(point.Fact.Reports - 1, "more", "more")}" : "")}</td></tr>\n");
        }
        page.Add($"</tbody></table></div></details>\n");
    }

    private static string Amount(Series series, SeriesPoint point) => AmountText.Of(point.Value, series.Unit, ((Figure)point.Fact.Best.Claim).Comparator);

    private static bool IsOfficial(SeriesPoint point) => Quotes.IsOfficial(point.Fact.Best.Report);

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
