using System.Globalization;
using System.Net;
using System.Text;
using Entente.Text;

namespace Entente.Asking;

/// <summary>What was when, as dots on a line for each sort of fact, in SVG; each dot says what it is when it is pointed at.</summary>
internal static class TimelineChart
{
    private const int Width = 720, Left = 104, Right = 14, Lane = 30, Foot = 26;
    private const int Fewest = 4;

    private static readonly string[] Lanes = ["Agreements", "Transfers", "Events"];

    /// <summary>The svg element, or nothing where too little has a date.</summary>
    public static string? Svg(Dossier dossier)
    {
        List<(string Lane, (DateOnly Day, DossierLine Line)[] Dots)> lanes = [];
        foreach (string lane in Lanes)
        {
            if (dossier.Sections.FirstOrDefault(s => s.Title == lane) is not { } section) continue;
            (DateOnly, DossierLine)[] dots = [.. section.Lines.Select(l => (Day(l.When), l)).Where(p => p.Item1 is not null).Select(p => (p.Item1!.Value, p.l))];
            if (dots.Length > 0) lanes.Add((lane, dots));
        }
        DateOnly[] days = [.. lanes.SelectMany(l => l.Dots).Select(d => d.Day).Order()];
        if (days.Length < Fewest || days[0] == days[^1]) return null;
        DateOnly first = new(days[0].Year, 1, 1), last = new(days[^1].Year, 12, 31);
        int span = last.DayNumber - first.DayNumber, height = (lanes.Count * Lane) + Foot;
        int X(DateOnly day) => Left + (int)((long)(day.DayNumber - first.DayNumber) * (Width - Left - Right) / span);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"Timeline from {first.Year} to {last.Year}\">\n");
        int step = Math.Max(1, (last.Year - first.Year + 1 + 11) / 12);
        for (int year = first.Year; year <= last.Year; year += step)
        {
            int x = X(new DateOnly(year, 1, 1));
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x}\" y1=\"4\" x2=\"{x}\" y2=\"{height - Foot + 4}\" class=\"grid\"/><text x=\"{x + 4}\" y=\"{height - 8}\" class=\"dim\">{year}</text>\n");
        }
        for (int i = 0; i < lanes.Count; i++)
        {
            int y = (i * Lane) + (Lane / 2) + 4;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 12}\" y=\"{y + 4}\" text-anchor=\"end\">{lanes[i].Lane}</text><line x1=\"{Left}\" y1=\"{y}\" x2=\"{Width - Right}\" y2=\"{y}\" class=\"axis\"/>\n");
            foreach ((DateOnly day, DossierLine line) in lanes[i].Dots)
            {
                bool ahead = line.Tag is "planned" or "proposed";
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(day)}\" cy=\"{y}\" r=\"5\" class=\"{(ahead ? "dot ahead" : line.Tag is "denied" or "disputed" ? "dot bad" : "dot")}\"><title>{WebUtility.HtmlEncode(line.When + " " + line.Text)}</title></circle>\n");
            }
        }
        return svg.Append("</svg>\n").ToString();
    }

    // "2024-08-22", "2024-08", "from 2006", "2024-03-12–14", "2023-01 – 2023-07": the first date that is in it.
    private static DateOnly? Day(string when)
    {
        // An end far ahead is no day on which something is.
        if (when.StartsWith("until ", StringComparison.Ordinal)) return null;
        foreach (string word in when.Split([' ', '–'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (PartialDate.TryParse(word) is { } date) return date.FirstDay;
        }
        return null;
    }
}
