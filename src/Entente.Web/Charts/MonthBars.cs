using Entente.Claims;
using Entente.Web.Writing;

namespace Entente.Web.Charts;

/// <summary>Claims of one year by month, or of all years by year, stacked by kind.</summary>
internal static class MonthBars
{
    private const int Width = 520, Height = 190, Left = 40, Top = 10, Bottom = 26;
    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The months of a year.</summary>
    public static void OfYear(HtmlWriter page, IReadOnlyList<MonthCount> months, int year)
    {
        (string Label, (string Kind, long Claims)[] Parts)[] bars = [.. Enumerable.Range(1, 12).Select(m => (MonthNames[m - 1], Parts(months.Where(c => c.Year == year && c.Month == m))))];
        Draw(page, bars, $"Claims about {year}, by month and kind");
    }

    /// <summary>Years up to one, at most fifteen.</summary>
    public static void OfYears(HtmlWriter page, IReadOnlyList<MonthCount> months, int last)
    {
        int[] years = [.. months.Select(m => m.Year).Where(y => y <= last).Distinct().Order()];
        if (years.Length == 0) return;
        int first = Math.Max(years[0], last - 14);
        Draw(page, [.. Enumerable.Range(first, last - first + 1).Select(y => (y.ToString(System.Globalization.CultureInfo.InvariantCulture), Parts(months.Where(c => c.Year == y))))], $"Claims about {first} to {last}, by year and kind");
    }

    private static (string, long)[] Parts(IEnumerable<MonthCount> counts) =>
        [.. counts.GroupBy(c => c.Kind).Select(g => (g.Key, g.Sum(c => c.Claims))).OrderBy(p => ClaimNames.Kinds.ToList().IndexOf(p.Key))];

    private static void Draw(HtmlWriter page, (string Label, (string Kind, long Claims)[] Parts)[] bars, string title)
    {
        long most = Math.Max(1, bars.Max(b => b.Parts.Sum(p => p.Claims)));
        ValueAxis values = new(0, most, Height - Bottom, Height - Bottom - Top);
        double step = (Width - Left) / (double)bars.Length, wide = Math.Min(step * 0.72, 46);
        page.Add($"<figure class=\"chart\"><figcaption>{title}</figcaption>\n<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{title}; the table below has the numbers\">\n");
        foreach ((double y, decimal value) in values.Marks())
        {
            if (value != decimal.Truncate(value)) continue;
            page.Add($"<path class=\"rule{(value == 0 ? " zero" : "")}\" d=\"M{Left} {y}H{Width}\"/><text class=\"tick\" x=\"{Left - 6}\" y=\"{y + 4}\" text-anchor=\"end\">{(long)value:#,##0}</text>\n");
        }
        int every = (int)Math.Ceiling(34 / step);
        for (int i = 0; i < bars.Length; i++)
        {
            double x = Left + (i * step) + ((step - wide) / 2);
            decimal below = 0;
            foreach ((string kind, long claims) in bars[i].Parts)
            {
                double top = values.At(below + claims), bottom = values.At(below);
                page.Add($"<rect class=\"k-{kind} fill\" x=\"{x}\" y=\"{top}\" width=\"{wide}\" height=\"{Math.Max(0.5, bottom - top)}\"><title>{bars[i].Label}: {claims} {kind}</title></rect>");
                below += claims;
            }
            if (i % every == 0) page.Add($"<text class=\"tick\" x=\"{x + (wide / 2)}\" y=\"{Height - 8}\" text-anchor=\"middle\">{bars[i].Label}</text>\n");
        }
        page.Add($"</svg>\n<p class=\"key\">");
        string[] kinds = [.. ClaimNames.Kinds.Where(k => bars.Any(b => b.Parts.Any(p => p.Kind == k)))];
        foreach (string kind in kinds) page.Add($"<span class=\"k-{kind}\"><i class=\"swatch\"></i> {kind}</span> ");
        page.Add($"</p>\n<details class=\"data\"><summary>The numbers</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}, table\"><table><thead><tr><th scope=\"col\">When</th>");
        foreach (string kind in kinds) page.Add($"<th scope=\"col\" class=\"num\">{kind}</th>");
        page.Add($"</tr></thead><tbody>\n");
        foreach ((string label, (string Kind, long Claims)[] parts) in bars.Where(b => b.Parts.Length > 0))
        {
            page.Add($"<tr><th scope=\"row\">{label}</th>");
            foreach (string kind in kinds) page.Add($"<td class=\"num\">{parts.Where(p => p.Kind == kind).Sum(p => p.Claims):#,##0}</td>");
            page.Add($"</tr>\n");
        }
        page.Add($"</tbody></table></div></details></figure>\n");
    }
}
