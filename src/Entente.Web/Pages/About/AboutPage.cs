using Entente.Claims;
using Entente.Web.Charts;
using Entente.Web.Hosting;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.About;

/// <summary>What the ledger was made of: reports, their dates and publishers, and what the numbers mean.</summary>
internal sealed class AboutPage : IPage
{
    private const int Each = 40, MostPages = 5000;

    public string Route => "/about";

    public string Summary => "Sources, dates and coverage of the ledger. Parameter: page (of the list of reports).";

    public IReadOnlyList<Parameter> Parameters { get; } = [new("page", "Which page of the list of reports, from 1") { Type = "integer" }];

    public PageAnswer Answer(PageRequest request)
    {
        Overview overview = request.Site.Overview.Of(request);
        int at = request.Number("page", 1, MostPages, 1);
        IReadOnlyList<Report> reports = request.Ledger.Reports(Each + 1, (at - 1) * Each);
        return PageAnswer.Of(
            new PageHead("About the data") { Section = "/about" },
            page => Show(page, request, overview, reports, at),
            json =>
            {
                json.WriteStartObject();
                Jsons.Counts(json, overview.Counts);
                json.WriteNumber("page", at);
                json.WriteBoolean("more", reports.Count > Each);
                json.WriteStartArray("sources");
                foreach (Report report in reports.Take(Each))
                {
                    json.WriteStartObject();
                    Jsons.Report(json, report);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            });
    }

    private static void Show(HtmlWriter page, PageRequest request, Overview overview, IReadOnlyList<Report> reports, int at)
    {
        LedgerCounts counts = overview.Counts;
        page.Add($"""
            <header class="head"><h1>About the data</h1><p class="lede">{DossierView.Summary(counts)}</p></header>
            <div class="two"><div class="prose">
            <p>Entente reads reports and writes down what they say of relations between states: events, agreements, figures and targets, transfers, projects, standing relations and holders of office. Each is a <em>claim</em>: one thing that one report says, with the characters that say it. A program finds them, by grammar and by models that were trained for it; it misses some and gets some wrong. “Likely right” at a claim says how often claims of its sort are.</p>
            <p>Claims of several reports about one thing are joined to a <em>fact</em>. Copies of one text count as one source, and so does one publisher. Where two claims cannot both hold, both stand, side by side. What was announced is a <em>promise</em>: kept where a later report says that it was done, overdue where its day has passed and none does.</p>
            <p>Nothing here was checked against the world. What persons found wrong is kept under <a href="/corrections">corrections</a>.</p>
            <p class="quiet">Maps: Natural Earth (public domain), places: GeoNames (CC BY 4.0). Lines on maps state no opinion about the status of any territory.</p>
            </div><div>

            """);
        page.Add($"<table class=\"plain\"><caption>What the ledger holds</caption><thead><tr><th scope=\"col\">Kind</th><th scope=\"col\" class=\"num\">Claims</th><th scope=\"col\" class=\"num\">Facts</th></tr></thead><tbody>\n");
        foreach (string kind in ClaimNames.Kinds) page.Add($"<tr class=\"k-{kind}\"><th scope=\"row\"><i class=\"swatch\"></i> <a href=\"/search?kind={kind}\">{kind}</a></th><td class=\"num\">{counts.Claims.GetValueOrDefault(kind):#,##0}</td><td class=\"num\">{counts.Facts.GetValueOrDefault(kind):#,##0}</td></tr>\n");
        page.Add($"</tbody></table>\n</div></div>\n");
        int[] years = [.. overview.Months.Select(m => m.Year).Where(y => y <= request.Site.Today.Year + 1)];
        if (years.Length > 0)
        {
            page.Add($"<section aria-labelledby=\"coverage\"><h2 id=\"coverage\">Coverage</h2>\n");
            MonthBars.OfYears(page, overview.Months, years.Max());
            page.Add($"</section>\n");
        }
        page.Add($"<section aria-labelledby=\"sources\"><h2 id=\"sources\">Reports</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Reports\"><table class=\"plain sources\"><thead><tr><th scope=\"col\">Published</th><th scope=\"col\">Publisher</th><th scope=\"col\">Headline</th></tr></thead><tbody>\n");
        foreach (Report report in reports.Take(Each)) page.Add($"<tr><td class=\"when\">{(report.Published is { } day ? Dates.Of(day) : "no date")}</td><td dir=\"auto\">{Quotes.Publisher(report)}</td><td dir=\"auto\"><a href=\"{Links.Document(report.Id)}\">{Quotes.Title(report)}</a></td></tr>\n");
        page.Add($"</tbody></table></div>\n");
        Pager.Write(page, at, reports.Count > Each, n => $"/about?page={n}#sources");
        page.Add($"</section>\n");
    }
}
