using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Add;

/// <summary>Where a report is pasted, or its address given.</summary>
internal sealed class AddPage : IPage
{
    public string Route => "/add";

    public string Summary => "Whether reports may be added, and how.";

    public PageAnswer Answer(PageRequest request) => PageAnswer.Of(
        new PageHead("Add a report") { Section = "/add" },
        page => Show(page, request),
        json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("allowed", request.MayChange);
            json.WriteBoolean("addresses", request.MayChange && request.Site.Options.Fetch is not null);
            json.WriteEndObject();
        });

    private static void Show(HtmlWriter page, PageRequest request)
    {
        page.Add($"<header class=\"head\"><h1>Add a report</h1><p class=\"lede\">It is read at once; you see every claim marked in its words, and then keep or discard it.</p></header>\n");
        if (!request.MayChange)
        {
            page.Add($"<p>This ledger is shown for reading only. Whoever runs it can allow changes with <code>entente serve --allow-changes</code>.</p>\n");
            return;
        }
        page.Add($"""
            <form method="post" action="/add" class="form">
            <input type="hidden" name="{ChangeGuard.Field}" value="{request.Site.Guard.Token(request.Context)}">
            <div class="row tall"><label for="text">Text</label><textarea id="text" name="text" rows="14" maxlength="400000" placeholder="Paste the report: headline, dateline and all"></textarea></div>

            """);
        if (request.Site.Options.Fetch is not null) page.Add($"<div class=\"row\"><label for=\"address\">or its address</label><input id=\"address\" name=\"address\" type=\"url\" placeholder=\"https://\"></div>\n");
        page.Add($"""
            <fieldset><legend>Where the text does not tell</legend>
            <div class="row"><label for="title">Headline</label><input id="title" name="title" maxlength="300"></div>
            <div class="row"><label for="publisher">Publisher</label><input id="publisher" name="publisher" maxlength="300"></div>
            <div class="row"><label for="published">Published</label><input id="published" name="published" type="date"></div>
            </fieldset>
            <p><button type="submit">Read it</button></p>
            </form>

            """);
    }
}

/// <summary>A report that was read and is not yet kept, with its claims marked.</summary>
internal sealed class DraftPage : IPage
{
    public string Route => "/add/{draft}";

    public string Summary => "A report that was read and is not yet kept.";

    public PageAnswer Answer(PageRequest request)
    {
        string draft = request.Route("draft");
        ReadReport report = request.Site.Drafts.Find(draft) ?? throw PageException.NotFound("This report is no longer here: a draft is forgotten after half an hour. Add it again.");
        Report head = Report.Of(report.Document);
        (string Id, Claim Claim)[] claims = [.. report.Claims.Select(c => (ClaimId.Of(head.Id, c), c)).OrderBy(c => c.c.Evidence[0].Span.Start).ThenBy(c => c.Item1, StringComparer.Ordinal)];
        return PageAnswer.Of(
            new PageHead("Read, not yet kept") { Section = "/add" },
            page => Show(page, request, draft, head, report, claims),
            json =>
            {
                json.WriteStartObject();
                Jsons.Report(json, head);
                json.WriteStartArray("claims");
                foreach ((string id, Claim claim) in claims) ClaimJson.Write(json, claim, id);
                json.WriteEndArray();
                json.WriteEndObject();
            });
    }

    private static void Show(HtmlWriter page, PageRequest request, string draft, Report head, ReadReport report, (string Id, Claim Claim)[] claims)
    {
        page.Add($"""
            <header class="head"><p class="over">Read, not yet kept</p><h1 class="long" dir="auto">{Quotes.Title(head)}</h1><p class="lede">{Quotes.Source(head)} · {Links.Count(claims.Length, "claim")}</p></header>
            <form method="post" action="/add/{draft}" class="decide"><input type="hidden" name="{ChangeGuard.Field}" value="{request.Site.Guard.Token(request.Context)}"><button type="submit" name="what" value="keep">Keep it</button> <button type="submit" name="what" value="discard" class="plain">Discard it</button></form>

            """);
        if (!report.Document.IsParsed) page.Add($"<p>This text is in another language than English ({report.Document.Language}): it can be kept and searched, and no claims are read from it.</p>\n");
        else if (claims.Length == 0) page.Add($"<p>Nothing was found in this text that one state does with another.</p>\n");
        ClaimCards.Key(page, claims.Select(c => c.Claim));
        page.Add($"<div class=\"reading\">\n<article aria-label=\"Text of the report\">\n");
        MarkedText.Write(page, report.Document.Text, claims);
        page.Add($"</article>\n<aside aria-label=\"Claims of the report\">\n");
        ClaimCards.Write(page, request, claims, isDraft: true);
        page.Add($"</aside>\n</div>\n");
    }
}
