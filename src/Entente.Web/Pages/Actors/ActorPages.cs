using System.Text;
using System.Text.Json;
using Entente.Asking;
using Entente.Claims;
using Entente.Web.Charts;
using Entente.Web.Hosting;
using Entente.Web.Maps;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Actors;

/// <summary>A state: its partners as a network, its year, and its dossier.</summary>
internal sealed class StatePage : IPage
{
    public string Route => "/state/{code}";

    public string Summary => "A state: with whom reports tell of it, its latest year, and its dossier.";

    public PageAnswer Answer(PageRequest request)
    {
        ActorCode actor = DossierView.Actor(request, request.Route("code"));
        return actor.IsState && actor.ToString() == request.Route("code") ? ActorView.Answer(request, actor) : PageAnswer.At(Links.Actor(actor));
    }
}

/// <summary>An international organisation, by its acronym.</summary>
internal sealed class OrganisationPage : IPage
{
    public string Route => "/organisation/{code}";

    public string Summary => "An international organisation: with whom reports tell of it, its latest year, and its dossier.";

    public PageAnswer Answer(PageRequest request)
    {
        string code = request.Route("code");
        ActorCode actor = request.Site.Names.Find("IGO:" + code) ?? DossierView.Actor(request, code);
        return actor.IsOrganization && actor.ToString() == "IGO:" + code ? ActorView.Answer(request, actor) : PageAnswer.At(Links.Actor(actor));
    }
}

/// <summary>The page of one actor.</summary>
internal static class ActorView
{
    private const int Partners = 30, PartnersWithBars = 14, Quarters = 20, Lines = 40;

    public static PageAnswer Answer(PageRequest request, ActorCode actor)
    {
        Dossier dossier = request.Enquiry.Dossier([actor], new DossierOptions { LinesEach = Lines, QuotesEach = 3 });
        IReadOnlyList<Contradiction> contradictions = DossierView.Find(dossier, "Contradictions") is null ? [] : request.Ledger.Contradictions([actor], 12);
        IReadOnlyList<PairActivity> partners = request.Ledger.Pairs(actor, Partners);
        DateOnly end = partners.Select(p => p.Last).Where(d => d <= request.Site.Today).DefaultIfEmpty(request.Site.Today).Max();
        // Counted for those and for as long as bars are drawn: to count all of them takes longer than the rest of the page.
        (PairActivity Pair, IReadOnlyList<MonthCount> Months)[] pairs =
            [.. partners.Select((p, i) => (p, i < PartnersWithBars ? request.Ledger.Months([p.First, p.Second], end.AddMonths(-3 * Quarters)) : []))];
        IReadOnlyList<MonthCount> months = request.Ledger.Months([actor]);
        return PageAnswer.Of(
            new PageHead(request.Site.Names.Of(actor)) { Description = $"What reports say about {request.Site.Names.Within(actor)}: {DossierView.Summary(dossier.Counts)}" },
            page => Show(page, request, actor, dossier, contradictions, pairs, months, end),
            json => Write(json, request, actor, dossier, pairs));
    }

    private static void Show(HtmlWriter page, PageRequest request, ActorCode actor, Dossier dossier, IReadOnlyList<Contradiction> contradictions, (PairActivity Pair, IReadOnlyList<MonthCount> Months)[] pairs, IReadOnlyList<MonthCount> months, DateOnly end)
    {
        ActorNames names = request.Site.Names;
        page.Add($"<header class=\"head\"><p class=\"over\">{(actor.IsState ? "State" : "Organisation")} · {actor}</p><h1>{names.Of(actor)}</h1><p class=\"lede\">{DossierView.Summary(dossier.Counts)}</p></header>\n");
        if (dossier.Counts.Reports == 0 && pairs.Length == 0)
        {
            WorldMap.OfActor(page, request.Site, actor, []);
            page.Add($"<p><a href=\"{Links.With("/search", [("q", names.Of(actor))])}\">Search the reports for its name</a>.</p>\n");
            return;
        }
        DossierView.Glance(page, dossier);
        DossierView.Menu(page, dossier);
        if (pairs.Length > 0)
        {
            page.Add($"<section aria-labelledby=\"partners\"><h2 id=\"partners\">With whom</h2><div class=\"two wide-left\">\n");
            WorldMap.OfActor(page, request.Site, actor, [.. pairs.Select(p => p.Pair)]);
            page.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Partners\"><table class=\"pairs\"><thead><tr><th scope=\"col\">Partner</th><th scope=\"col\">Five years</th><th scope=\"col\" class=\"num\">Claims</th></tr></thead><tbody>\n");
            foreach ((PairActivity pair, IReadOnlyList<MonthCount> counts) in pairs.Take(PartnersWithBars))
            {
                ActorCode other = pair.First == actor ? pair.Second : pair.First;
                page.Add($"<tr><th scope=\"row\"><a href=\"{Links.Pair(pair.First, pair.Second)}\">{names.Of(other)}</a></th><td>{Sparkline.Svg(counts, end, Quarters, $"Claims with {names.Of(other)} by quarter")}</td><td class=\"num\">{pair.Claims:#,##0}</td></tr>\n");
            }
            page.Add($"</tbody></table></div></div>\n");
            if (pairs.Length > PartnersWithBars)
            {
                page.Add($"<p class=\"quiet\">Also ");
                page.Add(Html.Join(", ", pairs.Skip(PartnersWithBars).Select(p => Html.Of($"<a href=\"{Links.Pair(p.Pair.First, p.Pair.Second)}\">{names.Of(p.Pair.First == actor ? p.Pair.Second : p.Pair.First)}</a>"))));
                page.Add($".</p>\n");
            }
            page.Add($"</section>\n");
        }
        int[] years = [.. months.Select(m => m.Year).Where(y => y <= request.Site.Today.Year).Distinct().Order()];
        if (years.Length > 0)
        {
            page.Add($"<section aria-labelledby=\"year\"><h2 id=\"year\">Its year</h2><div class=\"two\">\n");
            MonthBars.OfYear(page, months, years[^1]);
            if (years.Length > 1) MonthBars.OfYears(page, months, years[^1]);
            page.Add($"</div></section>\n");
        }
        Timeline.Write(page, dossier.Sections.Where(s => s.Title is "Events" or "Agreements" or "Transfers").SelectMany(s => s.Lines), "What happened when");
        DossierView.Sections(page, request, dossier, contradictions);
    }

    private static void Write(Utf8JsonWriter json, PageRequest request, ActorCode actor, Dossier dossier, (PairActivity Pair, IReadOnlyList<MonthCount> Months)[] pairs)
    {
        json.WriteStartObject();
        json.WriteString("actor", actor.ToString());
        json.WriteString("name", request.Site.Names.Of(actor));
        json.WriteStartArray("partners");
        foreach ((PairActivity pair, _) in pairs) Jsons.Pair(json, pair, request.Site.Names);
        json.WriteEndArray();
        json.WritePropertyName("dossier");
        json.WriteRawValue(Encoding.UTF8.GetBytes(DossierJson.Render(dossier)), skipInputValidation: true);
        json.WriteEndObject();
    }
}
