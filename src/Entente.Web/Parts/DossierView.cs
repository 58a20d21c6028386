using Entente.Asking;
using Entente.Claims;
using Entente.Web.Charts;
using Entente.Web.Hosting;
using Entente.Web.Writing;

namespace Entente.Web.Parts;

/// <summary>The parts of a dossier as a page shows them, the same for a pair, a state and an organisation.</summary>
internal static class DossierView
{
    private const int MostCharts = 8;

    // What a reader wants first: how big it is, what was agreed, what came of it.
    private static readonly string[] Order = ["Trade and other figures", "Reports and official statistics", "Agreements", "Promises", "Contradictions", "Transfers", "Projects", "Events", "Relations", "Who is who"];

    /// <summary>The actors that a part of an address names.</summary>
    /// <exception cref="PageException">There is no such actor.</exception>
    public static ActorCode Actor(PageRequest request, string text)
    {
        if (request.Site.Names.Find(text) is { } actor) return actor;
        string near = string.Join(", ", request.Site.Names.Near(text));
        throw PageException.NotFound($"There is no state or organisation “{text}”.{(near.Length > 0 ? $" Near: {near}." : "")}");
    }

    /// <summary>Numbers that sum it up.</summary>
    public static void Glance(HtmlWriter page, Dossier dossier)
    {
        List<(string Number, string What, string At)> facts = [];
        if (dossier.Series.FirstOrDefault(s => s.Measure == "trade_turnover") is { } trade && trade.Points.Where(p => !p.IsTarget && p.Order is not null).MaxBy(p => p.Order!.Value) is { } last)
        {
            facts.Add((SeriesChart.Short(last.Value, trade.Unit), $"trade, {last.Label}", "#trade-and-other-figures"));
        }
        DossierSection? promises = Find(dossier, "Promises");
        long agreements = dossier.Counts.Facts.GetValueOrDefault("agreement"), overdue = promises?.Lines.Count(l => l.Tag == "overdue") ?? 0, kept = promises?.Lines.Count(l => l.Tag == "kept") ?? 0;
        if (agreements > 0) facts.Add((agreements.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture), agreements == 1 ? "agreement" : "agreements", "#agreements"));
        if (promises is not null) facts.Add(($"{kept} of {promises.Lines.Count + promises.More}", "promises kept", "#promises"));
        if (overdue > 0) facts.Add((overdue.ToString(System.Globalization.CultureInfo.InvariantCulture), "overdue", "#promises"));
        if (Find(dossier, "Contradictions") is { } against) facts.Add(((against.Lines.Count + against.More).ToString(System.Globalization.CultureInfo.InvariantCulture), against.Lines.Count + against.More == 1 ? "contradiction" : "contradictions", "#contradictions"));
        if (dossier.Counts.Facts.GetValueOrDefault("project") is > 0 and long projects) facts.Add((projects.ToString(System.Globalization.CultureInfo.InvariantCulture), projects == 1 ? "project" : "projects", "#projects"));
        if (facts.Count == 0) return;
        page.Add($"<ul class=\"glance\">\n");
        foreach ((string number, string what, string at) in facts.Take(5)) page.Add($"<li><a href=\"{at}\"><b>{number}</b> <span>{what}</span></a></li>\n");
        page.Add($"</ul>\n");
    }

    /// <summary>How much there is, in a sentence.</summary>
    public static string Summary(LedgerCounts counts) => counts.Reports == 0
        ? "No report in this ledger says anything about this."
        : $"{Links.Count(counts.Claims.Values.Sum(), "claim")} from {Links.Count(counts.Reports, "report")} by {Links.Count(counts.Publishers, "publisher")}{(counts.First is { } first && counts.Last is { } last ? first.Year == last.Year ? $", published in {first.Year}" : $", published from {first.Year} to {last.Year}" : "")}.";

    /// <summary>Links to the parts.</summary>
    public static void Menu(HtmlWriter page, Dossier dossier)
    {
        if (dossier.Sections.Count < 2) return;
        page.Add($"<nav class=\"parts\" aria-label=\"Parts of this page\"><ul>\n");
        foreach (DossierSection section in Sorted(dossier)) page.Add($"<li><a href=\"#{Id(section)}\">{Name(section)}</a></li>\n");
        page.Add($"</ul></nav>\n");
    }

    /// <summary>All parts.</summary>
    public static void Sections(HtmlWriter page, PageRequest request, Dossier dossier, IReadOnlyList<Contradiction> contradictions)
    {
        foreach (DossierSection section in Sorted(dossier))
        {
            page.Add($"<section aria-labelledby=\"{Id(section)}\"><h2 id=\"{Id(section)}\">{Name(section)}</h2>\n");
            switch (section.Title)
            {
                case "Trade and other figures":
                    Trade(page, request, dossier, section);
                    break;
                case "Contradictions":
                    foreach (Contradiction contradiction in contradictions.Take(12)) SideBySide.Write(page, request, contradiction, dossier.About);
                    if (section.Lines.Count + section.More > 12) page.Add($"<p><a href=\"{Links.With("/check", dossier.About.Select(a => ("actor", (string?)a.ToString())))}\">All {section.Lines.Count + section.More} contradictions</a></p>\n");
                    break;
                case "Promises":
                    Promises(page, section);
                    break;
                case "Who is who":
                    People(page, request, section);
                    break;
                case "Projects":
                    foreach (DossierLine line in section.Lines.Take(24)) Project(page, line);
                    break;
                default:
                    FactList.Write(page, section.Lines, section.More, More(dossier, section));
                    break;
            }
            page.Add($"</section>\n");
        }
    }

    private static void Trade(HtmlWriter page, PageRequest request, Dossier dossier, DossierSection section)
    {
        Series[] series = [.. dossier.Series.Take(MostCharts)];
        if (series.Length > 0)
        {
            page.Add(SeriesChart.Key());
            page.Add($"<div class=\"multiples\">\n");
            foreach (Series one in series) SeriesChart.Write(page, one);
            page.Add($"</div>\n");
            page.Add($"<h3>All figures</h3>\n");
        }
        FactList.Write(page, section.Lines, section.More, More(dossier, section));
    }

    private static void Promises(HtmlWriter page, DossierSection section)
    {
        (string State, string Name)[] states = [("overdue", "Overdue"), ("open", "Open"), ("partly", "Partly kept"), ("called off", "Called off"), ("kept", "Kept")];
        page.Add($"<p class=\"tally\">");
        foreach ((string state, string name) in states)
        {
            int count = section.Lines.Count(l => l.Tag == state);
            if (count > 0) page.Add($"<span class=\"tag {state.Replace(' ', '-')}\">{name} <b>{count}</b></span> ");
        }
        page.Add($"</p>\n");
        // The facts stand in their own parts too; a place on the page has one name.
        FactList.Write(page, [.. section.Lines.Select(l => l with { Fact = null })], section.More, null);
    }

    private static void People(HtmlWriter page, PageRequest request, DossierSection section)
    {
        page.Add($"<div class=\"people\">\n");
        foreach (var group in section.Lines.Where(l => l.Claims.Count > 0).GroupBy(l => ((Office)l.Claims[0].Claim).State))
        {
            page.Add($"<div><h3>{(group.Key is { } state ? request.Site.Names.Of(state) : "No state named")}</h3><ul>\n");
            foreach (DossierLine line in group)
            {
                Office office = (Office)line.Claims[0].Claim;
                page.Add($"<li{(line.Tag == "former" ? Html.Of($" class=\"former\"") : Html.None)}><a href=\"{Links.Claim(line.Claims[0].Id)}\" dir=\"auto\">{Wording.Clean(office.Person)}</a>{FactList.Tag(line.Tag)}<br><span class=\"quiet\">{Wording.Clean(office.Title)}{(line.Reports > 1 ? $" · {Links.Count(line.Reports, "report")}" : "")}</span></li>\n");
            }
            page.Add($"</ul></div>\n");
        }
        page.Add($"</div>\n");
        if (section.More > 0) page.Add($"<p class=\"quiet\">And {section.More:#,##0} more in the ledger.</p>\n");
    }

    private static void Project(HtmlWriter page, DossierLine line)
    {
        if (line.Claims.Count == 0 || line.Claims[0].Claim is not Entente.Claims.Project project) return;
        page.Add($"<article class=\"project k-project\"><h3 dir=\"auto\"><a href=\"{(line.Fact is { } fact ? Links.Project(fact) : Links.Claim(line.Claims[0].Id))}\">{Wording.Clean(project.Name)}</a>{FactList.Tag(line.Tag)}</h3><p class=\"quiet\">{string.Join(" · ", new[] { project.Sector, project.Capacity, project.Cost, line.Reports > 1 ? Links.Count(line.Reports, "report") : null }.OfType<string>().Select(Wording.Clean))}</p>\n{Quotes.Block(line.Claims[0], 260)}</article>\n");
    }

    private static string? More(Dossier dossier, DossierSection section)
    {
        string? kind = section.Title switch { "Agreements" => "agreement", "Trade and other figures" => "figure", "Transfers" => "transfer", "Events" => "event", "Relations" => "relation", "Projects" => "project", _ => null };
        return kind is null ? null : Links.With("/search", dossier.About.Select(a => ("actor", (string?)a.ToString())).Append(("kind", kind)));
    }

    private static IEnumerable<DossierSection> Sorted(Dossier dossier) => dossier.Sections.OrderBy(s => Array.IndexOf(Order, s.Title) is >= 0 and int at ? at : Order.Length);

    /// <summary>A section by its title, or null.</summary>
    public static DossierSection? Find(Dossier dossier, string title) => dossier.Sections.FirstOrDefault(s => s.Title == title);

    private static string Name(DossierSection section) => section.Title == "Trade and other figures" ? "Trade and figures" : section.Title;

    private static string Id(DossierSection section) => section.Title.ToLowerInvariant().Replace(' ', '-');
}
