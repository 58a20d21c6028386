using Entente.Asking;
using Entente.Claims;
using Entente.Text;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Charts;

/// <summary>What happened when: one row a sort of act, one mark a fact. Marks that would cover each other are put above each other.</summary>
internal static class Timeline
{
    private const int Width = 1080, Left = 150, Right = 18, Row = 44, Top = 8, Radius = 5, Column = 74, FarPast = 6 * 365, FarFuture = 4 * 365;

    /// <summary>The figure. The lists of the page are its table.</summary>
    public static void Write(HtmlWriter page, IEnumerable<DossierLine> lines, string title)
    {
        var marks = lines.Where(l => l.Claims.Count > 0)
            .Select(l => (Line: l, l.Claims[0].Claim, Row: EventRow.Of(l.Claims[0].Claim), When: Day(l.Claims[0])))
            .Where(m => m.Row >= 0 && m.When is not null).OrderBy(m => m.When).ToArray();
        if (marks.Length < 2) return;
        // What is planned for a far year, or told of a far past, would press all else together: it stands in a column of its own.
        DateOnly[] days = [.. marks.Select(m => m.When!.Value)];
        DateOnly median = days[days.Length / 2], first = days.First(d => d.DayNumber > median.DayNumber - FarPast), last = days.Last(d => d.DayNumber < median.DayNumber + FarFuture);
        bool before = days[0] < first, after = days[^1] > last;
        double from = Left + (before ? Column : 0), to = Width - Right - (after ? Column : 0);
        TimeAxis time = new(first.AddDays(-Math.Min(20, first.DayNumber)), last.DayNumber < DateOnly.MaxValue.DayNumber - 40 ? last.AddDays(20) : last, from, to - from);
        double At(DateOnly day) => day < first ? Left + (Column * 0.4) : day > last ? Width - Right - (Column * 0.4) : time.At(day);
        int[] rows = [.. marks.Select(m => m.Row).Distinct().Order()];
        int height = Top + (rows.Length * Row) + 26;
        page.Add($"<figure class=\"chart timeline\"><figcaption>{title}</figcaption>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\"><svg viewBox=\"0 0 {Width} {height}\" role=\"group\" aria-label=\"{title}; the lists below tell the same\">\n");
        foreach ((double x, string label) in time.Marks())
        {
            page.Add($"<path class=\"rule\" d=\"M{x} {Top}V{height - 24}\"/><text class=\"tick\" x=\"{x}\" y=\"{height - 8}\" text-anchor=\"middle\">{label}</text>\n");
        }
        if (before) page.Add($"<path class=\"rule far\" d=\"M{from - 8} {Top}V{height - 24}\"/><text class=\"tick\" x=\"{Left + (Column * 0.4)}\" y=\"{height - 8}\" text-anchor=\"middle\">earlier</text>\n");
        if (after) page.Add($"<path class=\"rule far\" d=\"M{to + 8} {Top}V{height - 24}\"/><text class=\"tick\" x=\"{Width - Right - (Column * 0.4)}\" y=\"{height - 8}\" text-anchor=\"middle\">later</text>\n");
        for (int i = 0; i < rows.Length; i++)
        {
            double middle = Top + (i * Row) + (Row / 2.0);
            page.Add($"<text class=\"row\" x=\"{Left - 16}\" y=\"{middle + 4}\" text-anchor=\"end\">{EventRow.All[rows[i]].Name}</text><path class=\"rule base\" d=\"M{Left} {middle}H{Width - Right}\"/>\n");
            List<(double X, int Level)> placed = [];
            foreach (var mark in marks.Where(m => m.Row == rows[i]))
            {
                double x = At(mark.When!.Value);
                int level = 0;
                while (level < 4 && placed.Any(p => p.Level == level && Math.Abs(p.X - x) < (2 * Radius) + 1)) level++;
                placed.Add((x, level));
                double y = middle + ((level % 2 == 0 ? -1 : 1) * ((level + 1) / 2) * ((2 * Radius) + 0.5));
                string style = mark.Claim.Status switch { ClaimStatus.Planned or ClaimStatus.Proposed => " open", ClaimStatus.Denied => " denied", _ => "" };
                page.Add($"<a href=\"{Links.Claim(mark.Line.Claims[0].Id)}\" tabindex=\"-1\"><title>{mark.Line.When} {mark.Line.Text}{(mark.Line.Tag.Length > 0 ? $" ({mark.Line.Tag})" : "")}</title><circle class=\"mark r-{EventRow.All[mark.Row].Class}{style}\" cx=\"{x}\" cy=\"{y}\" r=\"{(mark.Line.Independent > 1 ? Radius + 1.5 : Radius)}\"/></a>\n");
            }
        }
        page.Add($"""
            </svg></div>
            <p class="key"><span><svg width="12" height="12" aria-hidden="true"><circle class="mark r-talk" cx="6" cy="6" r="4.5"/></svg> happened</span>
            <span><svg width="12" height="12" aria-hidden="true"><circle class="mark r-talk open" cx="6" cy="6" r="4"/></svg> planned or proposed</span>
            <span><svg width="12" height="12" aria-hidden="true"><circle class="mark r-talk denied" cx="6" cy="6" r="4"/></svg> denied</span> <span>Larger marks: several independent sources.</span></p>
            </figure>

            """);
    }

    private static DateOnly? Day(ReportedClaim claim)
    {
        PartialDate? date = ClaimSlots.When(claim.Claim) is { } when ? when.Start ?? when.End : claim.Report.Published;
        return date?.FirstDay;
    }
}
