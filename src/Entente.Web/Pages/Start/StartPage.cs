using System.Text.Json;
using Entente.Claims;
using Entente.Web.Charts;
using Entente.Web.Hosting;
using Entente.Web.Maps;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Start;

/// <summary>The start: how much there is, what is new, pairs by activity, search.</summary>
internal sealed class StartPage : IPage
{
    private const int Reports = 8, ClaimsOfReport = 3, Contradictions = 3;

    public string Route => "/";

    public string Summary => "What the ledger holds, what is new, and the pairs that reports tell most of.";

    public PageAnswer Answer(PageRequest request)
    {
        ILedger ledger = request.Ledger;
        Overview overview = request.Site.Overview.Of(request);
        (Report Report, IReadOnlyList<ReportedClaim> Claims)[] latest = [.. ledger.Reports(Reports).Select(r => (r, (IReadOnlyList<ReportedClaim>)[.. ledger.Claims(new ClaimQuery { Report = r.Id, Limit = 40 }).OrderByDescending(c => c.Claim.Confidence).ThenBy(c => c.Id, StringComparer.Ordinal)]))];
        Model model = new(overview, latest, [.. ledger.Contradictions([], Contradictions)]);
        return PageAnswer.Of(
            new PageHead("") { Section = "/", Description = "What states do with each other, as reports tell it." },
            page => Show(page, model, request),
            json => Write(json, model, request));
    }

    private static void Show(HtmlWriter page, Model model, PageRequest request)
    {
        LedgerCounts counts = model.Overview.Counts;
        page.Add($"""<header class="head hero"><h1>What states do with each other, as reports tell it</h1>""");
        if (counts.Reports == 0)
        {
            page.Add($"""<p class="lede">This ledger is empty.</p></header><p>{(request.MayChange ? Html.Of($"<a href=\"/add\">Add a report</a>") : Html.Of($"Read reports into it with <code>entente read</code>"))}, and it is shown here.</p>""");
            return;
        }
        page.Add($"""
            <p class="lede">{Links.Count(counts.Claims.Values.Sum(), "claim")} from {Links.Count(counts.Reports, "report")} by {Links.Count(counts.Publishers, "publisher")}{(counts.First is { } first && counts.Last is { } last ? $", published from {Dates.Of(first)} to {Dates.Of(last)}" : "")}. Each with the words that say it.</p></header>

            """);
        WorldMap.Write(page, request.Site, [.. model.Overview.Pairs.Select(p => p.Pair)]);
        page.Add($"<div class=\"two\">\n<section aria-labelledby=\"pairs\"><h2 id=\"pairs\">Pairs by activity</h2>\n");
        page.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Pairs by activity\"><table class=\"pairs\"><thead><tr><th scope=\"col\">Pair</th><th scope=\"col\">Five years, by quarter</th><th scope=\"col\" class=\"num\">Claims</th></tr></thead><tbody>\n");
        DateOnly end = model.Overview.Pairs.Count == 0 ? request.Site.Today : model.Overview.Pairs.Select(p => p.Pair.Last).Where(d => d <= request.Site.Today).DefaultIfEmpty(request.Site.Today).Max();
        foreach ((PairActivity pair, IReadOnlyList<MonthCount> months) in model.Overview.Pairs)
        {
            string name = $"{request.Site.Names.Of(pair.First)} and {request.Site.Names.Of(pair.Second)}";
            page.Add($"<tr><th scope=\"row\"><a href=\"{Links.Pair(pair.First, pair.Second)}\">{request.Site.Names.Of(pair.First)} <span class=\"and\">&amp;</span> {request.Site.Names.Of(pair.Second)}</a></th><td>{Sparkline.Svg(months, end, 20, $"Claims of {name} by quarter")}</td><td class=\"num\">{pair.Claims:#,##0}</td></tr>\n");
        }
        page.Add($"</tbody></table></div></section>\n<section aria-labelledby=\"new\"><h2 id=\"new\">Latest reports</h2>\n<ol class=\"news\">\n");
        foreach ((Report report, IReadOnlyList<ReportedClaim> claims) in model.Latest)
        {
            page.Add($"<li><p class=\"source\">{Quotes.Source(report)}</p><h3 dir=\"auto\"><a href=\"{Links.Document(report.Id)}\">{Quotes.Title(report)}</a></h3><ul class=\"brief\">\n");
            foreach (ReportedClaim claim in claims.Take(ClaimsOfReport)) page.Add($"<li class=\"k-{claim.Claim.Kind}\"><i class=\"swatch\"></i><a href=\"{Links.Claim(claim.Id)}\">{Plain(request, claim.Claim)}</a></li>\n");
            page.Add($"</ul>{(claims.Count > ClaimsOfReport ? Html.Of($"<p class=\"quiet\">and {Links.Count(claims.Count - ClaimsOfReport, "claim more", "claims more")}</p>") : Html.None)}</li>\n");
        }
        page.Add($"</ol></section>\n</div>\n");
        if (model.Contradictions.Count == 0) return;
        page.Add($"<section aria-labelledby=\"against\"><h2 id=\"against\">Where reports contradict each other</h2>\n");
        foreach (Contradiction contradiction in model.Contradictions) SideBySide.Write(page, request, contradiction, []);
        page.Add($"<p><a href=\"/check\">All contradictions</a></p></section>\n");
    }

    private static string Plain(PageRequest request, Claim claim)
    {
        string text = request.Site.Words.Of(claim, []);
        int bracket = claim is Event ? text.LastIndexOf(" [", StringComparison.Ordinal) : -1;
        if (bracket > 0) text = text[..bracket];
        return text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    private static void Write(Utf8JsonWriter json, Model model, PageRequest request)
    {
        json.WriteStartObject();
        Jsons.Counts(json, model.Overview.Counts);
        json.WriteStartArray("pairs");
        foreach ((PairActivity pair, _) in model.Overview.Pairs) Jsons.Pair(json, pair, request.Site.Names);
        json.WriteEndArray();
        json.WriteStartArray("latest");
        foreach ((Report report, IReadOnlyList<ReportedClaim> claims) in model.Latest)
        {
            json.WriteStartObject();
            Jsons.Report(json, report);
            json.WriteNumber("claims", claims.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("contradictions");
        foreach (Contradiction contradiction in model.Contradictions) Jsons.Contradiction(json, contradiction);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Model(Overview Overview, IReadOnlyList<(Report Report, IReadOnlyList<ReportedClaim> Claims)> Latest, IReadOnlyList<Contradiction> Contradictions);
}
