using System.Globalization;
using Entente.Asking;
using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Search;

/// <summary>Search: words of reports and claims, with filters, and counts of what is found by kind, status, year and actor.</summary>
internal sealed class SearchPage : IPage
{
    private const int Each = 30, MostPages = 20, Counted = 400, Reports = 5;

    public string Route => "/search";

    public string Summary => "Claims by words and filters. Parameters: q, actor (twice at most), kind, type, status, since, until, publisher, place, confidence, page.";

    public IReadOnlyList<Parameter> Parameters { get; } = [.. SearchForm.Parameters, new("page", "Which page, from 1") { Type = "integer" }];

    public PageAnswer Answer(PageRequest request)
    {
        SearchForm form = SearchForm.Of(request);
        int at = request.Number("page", 1, MostPages, 1);
        // Words that name one or two actors are answered by their page, and found as words too.
        ActorCode[] named = form.Words is null ? [] : Named(request, form.Words);
        IReadOnlyList<ReportedClaim> found = form.IsEmpty ? [] : [.. request.Ledger.Claims(form.Query(Math.Max(Counted, (at * Each) + 1)))];
        ReportedClaim[] shown = [.. found.Skip((at - 1) * Each).Take(Each)];
        bool more = found.Count > at * Each;
        IReadOnlyList<(Report Report, string Passage)> reports = form.Words is null || at > 1 ? [] : request.Ledger.Search(form.Words, Reports);
        return PageAnswer.Of(
            new PageHead(form.Words is { } words ? $"Search: {words}" : "Search") { Section = "/search", Feeds = form.IsEmpty ? [] : [("This search", form.As("/claims.atom"))] },
            page => Show(page, request, new Result(form, named, found, shown, reports, at, more)),
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("page", at);
                json.WriteBoolean("more", more);
                json.WriteStartArray("actors");
                foreach (ActorCode actor in named) json.WriteStringValue(actor.ToString());
                json.WriteEndArray();
                json.WriteStartArray("claims");
                foreach (ReportedClaim claim in shown) ReportedClaimJson.Write(json, claim);
                json.WriteEndArray();
                json.WriteStartArray("reports");
                foreach ((Report report, string passage) in reports)
                {
                    json.WriteStartObject();
                    Jsons.Report(json, report);
                    json.WriteString("passage", passage);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            });
    }

    private static ActorCode[] Named(PageRequest request, string words)
    {
        if (request.Site.Names.Find(words) is { } one) return [one];
        foreach (string between in (ReadOnlySpan<string>)[" and ", " & ", ", ", "-", "–", " "])
        {
            for (int i = words.IndexOf(between, StringComparison.OrdinalIgnoreCase); i > 0; i = words.IndexOf(between, i + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (request.Site.Names.Find(words[..i]) is { } left && request.Site.Names.Find(words[(i + between.Length)..]) is { } right && left != right) return [left, right];
            }
        }
        return [];
    }

    private static void Show(HtmlWriter page, PageRequest request, Result result)
    {
        SearchForm form = result.Form;
        page.Add($"<header class=\"head\"><h1>Search</h1></header>\n<div class=\"searching\">\n<form class=\"form filters\" action=\"/search\" role=\"search\" aria-label=\"Search with filters\">\n");
        form.Write(page, request);
        page.Add($"</form>\n<div>\n");
        if (result.Named.Length > 0)
        {
            string to = result.Named.Length == 2 ? Links.Pair(result.Named[0], result.Named[1]) : Links.Actor(result.Named[0]);
            page.Add($"<p class=\"goto\"><a href=\"{to}\">{(result.Named.Length == 2 ? $"The dossier of {request.Site.Words.List(result.Named)}" : request.Site.Names.Of(result.Named[0]))}</a></p>\n");
        }
        if (form.IsEmpty)
        {
            page.Add($"<p>Words of a report, the name of a state or of two, or any of the filters. A word that ends in * stands for all that begin so.</p>\n</div></div>\n");
            return;
        }
        page.Add($"<h2>{(result.Found.Count >= Counted ? $"More than {Counted} claims" : result.Found.Count == 0 ? "No claims" : Links.Count(result.Found.Count, "claim"))}</h2>\n");
        Facets(page, request, result);
        if (result.Found.Count > 0) page.Add($"<p class=\"take\"><a href=\"{form.As("/claims.csv")}\" download>As CSV</a> · <a href=\"{form.As("/claims.json")}\">JSON</a> · <a href=\"{form.As("/claims.atom")}\">feed to follow this search</a></p>\n");
        if (result.Shown.Count > 0)
        {
            page.Add($"<ol class=\"facts\">\n");
            foreach (ReportedClaim claim in result.Shown) FactList.Line(page, ClaimList.Line(request, claim));
            page.Add($"</ol>\n");
        }
        Pager.Write(page, result.At, result.More, n => form.With("page", n.ToString(CultureInfo.InvariantCulture)));
        if (result.Reports.Count > 0)
        {
            page.Add($"<section aria-labelledby=\"reports\"><h2 id=\"reports\">Reports with these words</h2>\n<ol class=\"news\">\n");
            foreach ((Report report, string passage) in result.Reports) page.Add($"<li><p class=\"source\">{Quotes.Source(report)}</p><h3 dir=\"auto\"><a href=\"{Links.Document(report.Id)}\">{Quotes.Title(report)}</a></h3><p class=\"quiet\" dir=\"auto\">{Wording.Clean(passage)}</p></li>\n");
            page.Add($"</ol></section>\n");
        }
        page.Add($"</div></div>\n");
    }

    private static void Facets(HtmlWriter page, PageRequest request, Result result)
    {
        if (result.Found.Count < 2) return;
        page.Add($"<div class=\"facets\" role=\"group\" aria-label=\"Narrow down{(result.Found.Count >= Counted ? $", counted over the first {Counted}" : "")}\">\n");
        Facet(page, result, "kind", "Kind", c => [c.Claim.Kind], v => v);
        Facet(page, result, "status", "Status", c => [ClaimNames.Of(c.Claim.Status)], v => v);
        if (result.Form.Actors.Count < 2) Facet(page, result, "actor", "With", c => [.. ClaimSlots.Distinct(c.Claim).Except(result.Form.Actors).Select(a => a.ToString())], v => request.Site.Names.Find(v) is { } actor ? request.Site.Names.Of(actor) : v);
        page.Add($"</div>\n");
    }

    private static void Facet(HtmlWriter page, Result result, string name, string title, Func<ReportedClaim, string[]> values, Func<string, string> word)
    {
        var groups = result.Found.SelectMany(values).GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(8).ToArray();
        if (groups.Length == 0) return;
        page.Add($"<p><b>{title}</b> ");
        foreach (var group in groups)
        {
            bool chosen = name != "actor" && groups.Length == 1;
            page.Add(chosen ? Html.Of($"<span class=\"chip on\">{word(group.Key)} <i>{group.Count()}</i></span> ") : Html.Of($"<a class=\"chip\" href=\"{result.Form.With(name, group.Key)}\">{word(group.Key)} <i>{group.Count()}</i></a> "));
        }
        page.Add($"</p>\n");
    }

    private sealed record Result(SearchForm Form, ActorCode[] Named, IReadOnlyList<ReportedClaim> Found, IReadOnlyList<ReportedClaim> Shown, IReadOnlyList<(Report Report, string Passage)> Reports, int At, bool More);
}
