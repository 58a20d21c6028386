using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Check;

/// <summary>All contradictions, or those of an actor or pair.</summary>
internal sealed class CheckPage : IPage
{
    private const int Each = 25, Most = 1000;

    public string Route => "/check";

    public string Summary => "Claims that cannot both hold, side by side. Parameters: actor (twice at most), page.";

    public IReadOnlyList<Parameter> Parameters { get; } = [new("actor", "A state or organisation that takes part, by code or name; twice for a pair") { Many = true }, new("page", "Which page, from 1") { Type = "integer" }];

    public PageAnswer Answer(PageRequest request)
    {
        ActorCode[] actors = [.. request.Queries("actor").Select(a => DossierView.Actor(request, a)).Distinct().Take(2)];
        int at = request.Number("page", 1, Most / Each, 1);
        IReadOnlyList<Contradiction> found = request.Ledger.Contradictions(actors, (at * Each) + 1);
        Contradiction[] shown = [.. found.Skip((at - 1) * Each).Take(Each)];
        bool more = found.Count > at * Each;
        return PageAnswer.Of(
            new PageHead("Contradictions") { Section = "/check", Description = "Claims of reports that cannot both hold." },
            page => Show(page, request, actors, shown, at, more),
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("page", at);
                json.WriteBoolean("more", more);
                json.WriteStartArray("contradictions");
                foreach (Contradiction contradiction in shown) Jsons.Contradiction(json, contradiction);
                json.WriteEndArray();
                json.WriteEndObject();
            });
    }

    private static void Show(HtmlWriter page, PageRequest request, ActorCode[] actors, Contradiction[] shown, int at, bool more)
    {
        page.Add($"<header class=\"head\"><h1>Contradictions</h1><p class=\"lede\">{(actors.Length == 0 ? "" : request.Site.Words.List(actors) + ". ")}Claims that cannot both hold: two values of one measure and period, an act affirmed and denied, two holders of one office, sums that do not add up.</p></header>\n");
        if (shown.Length == 0) page.Add($"<p>{(at > 1 ? "There are no more." : "None was found.")}</p>\n");
        if (shown.Length > 0) page.Add($"<h2 class=\"unseen\">Side by side</h2>\n");
        foreach (Contradiction contradiction in shown) SideBySide.Write(page, request, contradiction, []);
        Pager.Write(page, at, more, n => Links.With("/check", actors.Select(a => ("actor", (string?)a.ToString())).Append(("page", n.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
    }
}
