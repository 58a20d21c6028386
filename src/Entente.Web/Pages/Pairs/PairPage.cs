using Entente.Asking;
using Entente.Claims;
using Entente.Web.Charts;
using Entente.Web.Hosting;
using Entente.Web.Maps;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Pairs;

/// <summary>The dossier of two actors.</summary>
internal sealed class PairPage : IPage
{
    private const int Lines = 60;

    public string Route => "/pair/{a}/{b}";

    public string Summary => "The dossier of two states or organisations.";

    public PageAnswer Answer(PageRequest request)
    {
        ActorCode a = DossierView.Actor(request, request.Route("a")), b = DossierView.Actor(request, request.Route("b"));
        if (a == b) return PageAnswer.At(Links.Actor(a));
        string right = Links.Pair(a, b);
        // One address for one pair: names and the other order lead to it.
        if (request.Route("a") != (a.CompareTo(b) < 0 ? a : b).ToString() || request.Route("b") != (a.CompareTo(b) < 0 ? b : a).ToString()) return PageAnswer.At(right);
        Dossier dossier = request.Enquiry.Dossier([a, b], new DossierOptions { LinesEach = Lines, QuotesEach = 4 });
        IReadOnlyList<Contradiction> contradictions = DossierView.Find(dossier, "Contradictions") is null ? [] : request.Ledger.Contradictions([a, b], 12);
        return PageAnswer.Of(
            new PageHead($"{request.Site.Names.Of(a)} and {request.Site.Names.Of(b)}") { Description = $"What reports say about {dossier.Title}: {DossierView.Summary(dossier.Counts)}", Feeds = [($"Reports about {dossier.Title}", right + ".atom")] },
            page => Show(page, request, dossier, contradictions),
            json => json.WriteRawValue(DossierJson.Render(dossier), skipInputValidation: true));
    }

    private static void Show(HtmlWriter page, PageRequest request, Dossier dossier, IReadOnlyList<Contradiction> contradictions)
    {
        ActorCode a = dossier.About[0], b = dossier.About[1];
        page.Add($"""
            <header class="head"><p class="over">Dossier</p>
            <h1><a href="{Links.Actor(a)}"><i class="swatch one"></i>{request.Site.Names.Of(a)}</a> <span class="and">and</span> <a href="{Links.Actor(b)}"><i class="swatch two"></i>{request.Site.Names.Of(b)}</a></h1>
            <p class="lede">{DossierView.Summary(dossier.Counts)}</p></header>

            """);
        DossierLine[] all = [.. dossier.Sections.Where(s => s.Title is "Events" or "Agreements" or "Transfers").SelectMany(s => s.Lines)];
        (string, int)[] places = [.. all.SelectMany(l => l.Claims.Take(1)).Select(c => c.Claim).OfType<Event>().Select(e => e.Place).OfType<string>().GroupBy(p => p, StringComparer.OrdinalIgnoreCase).Select(g => (g.Key, g.Count())).OrderByDescending(p => p.Item2).ThenBy(p => p.Key, StringComparer.Ordinal).Take(20)];
        page.Add($"<div class=\"top\"><div>\n");
        DossierView.Glance(page, dossier);
        DossierView.Menu(page, dossier);
        if (dossier.Sections.Count == 0) page.Add($"<p>What the ledger holds of each of them: <a href=\"{Links.Actor(a)}\">{request.Site.Names.Of(a)}</a>, <a href=\"{Links.Actor(b)}\">{request.Site.Names.Of(b)}</a>.</p>\n");
        if (dossier.Sections.Count > 0) page.Add($"<p class=\"take\">Take it along: <a href=\"{Links.Pair(a, b)}.csv\" download>claims as CSV</a> · <a href=\"{Links.Pair(a, b)}.json\">JSON</a> · <a href=\"{Links.Pair(a, b)}.atom\">feed to follow the pair</a></p>\n");
        page.Add($"</div>\n");
        WorldMap.OfParties(page, request.Site, [a, b], places);
        page.Add($"</div>\n");
        Timeline.Write(page, all, "What happened when");
        DossierView.Sections(page, request, dossier, contradictions);
    }
}
