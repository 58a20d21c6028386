using Entente.Asking;
using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Maps;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Projects;

/// <summary>A joint project: who shares it, what it is to do and cost, and what else is said with its name.</summary>
internal sealed class ProjectPage : IPage
{
    public string Route => "/project/{id}";

    public string Summary => "A project that two or more parties share, with every report of it.";

    public PageAnswer Answer(PageRequest request)
    {
        string id = request.Route("id");
        IReadOnlyList<Fact> found = request.Ledger.Facts(new FactQuery { Ids = [id] });
        if (found.Count == 0) found = request.Ledger.Facts(new FactQuery { Claims = [id] });
        if (found.Count == 0) throw PageException.NotFound("There is no such project.");
        Fact fact = found[0];
        if (fact.Best.Claim is not Project project) return PageAnswer.At(Links.Claim(fact.Best.Id));
        if (fact.Id != id) return PageAnswer.At(Links.Project(fact.Id));
        // What other claims say with its name in their words.
        string words = string.Join(' ', project.Name.Split(' ').Where(w => w.Length > 3).Take(4));
        HashSet<string> own = [.. fact.Claims.Select(c => c.Id)];
        ReportedClaim[] others = words.Length == 0 ? [] : [.. request.Ledger.Claims(new ClaimQuery { Words = words, Limit = 30 }).Where(c => !own.Contains(c.Id))];
        return PageAnswer.Of(
            new PageHead(Wording.Clean(project.Name)),
            page => Show(page, request, fact, project, others),
            json =>
            {
                json.WriteStartObject();
                json.WriteString("fact", fact.Id);
                json.WriteString("name", project.Name);
                json.WriteNumber("reports", fact.Reports);
                json.WriteNumber("independent", fact.Independent);
                json.WriteStartArray("claims");
                foreach (ReportedClaim claim in fact.Claims) ReportedClaimJson.Write(json, claim);
                json.WriteEndArray();
                json.WriteStartArray("others");
                foreach (ReportedClaim claim in others) ReportedClaimJson.Write(json, claim);
                json.WriteEndArray();
                json.WriteEndObject();
            });
    }

    private static void Show(HtmlWriter page, PageRequest request, Fact fact, Project project, ReportedClaim[] others)
    {
        ActorCode[] parties = [.. fact.Claims.SelectMany(c => ClaimSlots.Distinct(c.Claim)).Distinct().Order()];
        Project[] all = [.. fact.Claims.Select(c => c.Claim).OfType<Project>()];
        page.Add($"<header class=\"head k-project\"><p class=\"over\">Project</p><h1 dir=\"auto\">{Wording.Clean(project.Name)}</h1><p class=\"lede\">{Links.Count(fact.Reports, "report")} of {request.Site.Words.List(parties)}.{FactList.Tag(ClaimNames.Of(fact.Status))}</p></header>\n<div class=\"top\"><dl class=\"slots\">\n");
        Slot(page, "Sector", all.Select(p => p.Sector));
        Slot(page, "Capacity", all.Select(p => p.Capacity));
        Slot(page, "Cost", all.Select(p => p.Cost));
        Slot(page, "Also called", all.Select(p => p.Name).Where(n => n != project.Name));
        page.Add($"<div><dt>Parties</dt><dd>{Html.Join(", ", parties.Select(p => Html.Of($"<a href=\"{Links.Actor(p)}\">{request.Site.Names.Of(p)}</a>")))}</dd></div>\n</dl>\n");
        ActorCode[] placed = [.. parties.Where(p => request.Site.Outlines.Middle(p) is not null)];
        if (placed.Length > 1) WorldMap.OfParties(page, request.Site, placed, []);
        page.Add($"</div>\n<section aria-labelledby=\"told\"><h2 id=\"told\">Who tells of it</h2>\n");
        foreach (ReportedClaim claim in fact.Claims.OrderBy(c => c.Report.Published ?? default).ThenBy(c => c.Id, StringComparer.Ordinal)) page.Add(Quotes.Block(claim));
        page.Add($"</section>\n");
        if (others.Length == 0) return;
        page.Add($"<section aria-labelledby=\"also\"><h2 id=\"also\">Said with its name</h2>\n");
        ClaimList.Write(page, request, others);
        page.Add($"</section>\n");
    }

    private static void Slot(HtmlWriter page, string name, IEnumerable<string?> values)
    {
        string[] told = [.. values.OfType<string>().Select(Wording.Clean).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (told.Length > 0) page.Add($"<div><dt>{name}</dt><dd dir=\"auto\">{string.Join("; ", told)}</dd></div>\n");
    }
}
