using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Documents;

/// <summary>A report: its text as read, with the words of every claim marked.</summary>
internal sealed class DocumentPage : IPage
{
    public string Route => "/document/{id}";

    public string Summary => "A report: its text as read, with the words of every claim.";

    public PageAnswer Answer(PageRequest request)
    {
        Report report = request.Ledger.FindReport(request.Route("id")) ?? throw PageException.NotFound("There is no such report.");
        string text = request.Ledger.TextOf(report.Id) ?? "";
        ReportedClaim[] claims = [.. request.Ledger.Claims(new ClaimQuery { Report = report.Id }).OrderBy(c => c.Claim.Evidence[0].Span.Start).ThenBy(c => c.Claim.Evidence[0].Span.End).ThenBy(c => c.Id, StringComparer.Ordinal)];
        Correction[] corrections = [.. request.Ledger.Corrections(report.Id).Where(c => c.WithdrawnAt is null)];
        Dictionary<string, Judgement> wrong = claims.SelectMany(c => request.Ledger.Judgements(c.Id)).Where(j => j is { IsWrong: true, WithdrawnAt: null }).GroupBy(j => j.Left).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        return PageAnswer.Of(
            new PageHead(Quotes.Title(report)),
            page => Show(page, request, report, text, claims, corrections, wrong),
            json =>
            {
                json.WriteStartObject();
                Jsons.Report(json, report);
                json.WriteString("text", text);
                json.WriteStartArray("claims");
                foreach (ReportedClaim claim in claims) ClaimJson.Write(json, claim.Claim, claim.Id);
                json.WriteEndArray();
                json.WriteStartArray("wrong");
                foreach (string id in wrong.Keys.Order(StringComparer.Ordinal)) json.WriteStringValue(id);
                json.WriteEndArray();
                json.WriteNumber("corrections", corrections.Length);
                json.WriteEndObject();
            });
    }

    private static void Show(HtmlWriter page, PageRequest request, Report report, string text, ReportedClaim[] claims, Correction[] corrections, Dictionary<string, Judgement> wrong)
    {
        page.Add($"<header class=\"head\"><p class=\"over\">Report</p><h1 class=\"long\" dir=\"auto\">{Quotes.Title(report)}</h1><p class=\"lede\">{Quotes.Source(report)}{(report.Url is { } url ? Html.Of($" · {Links.Outside(url, Html.Of($"<span class=\"address\">{url}</span>"))}") : Html.None)}</p></header>\n");
        (string Id, Claim Claim)[] marked = [.. claims.Select(c => (c.Id, c.Claim))];
        if (claims.Length == 0) page.Add($"<p>{(report.Language == "en" ? "Nothing was found in this report." : $"This report is in another language than English ({report.Language}) and was not read further.")}</p>\n");
        else
        {
            ClaimCards.Key(page, claims.Select(c => c.Claim));
            page.Add($"<p class=\"quiet hint\">Marked words are what a claim rests on. <span class=\"scripted\">Keys: <kbd>n</kbd> next claim, <kbd>p</kbd> previous.</span></p>\n");
        }
        page.Add($"<div class=\"reading\">\n<article aria-label=\"Text of the report\">\n");
        MarkedText.Write(page, text, marked);
        page.Add($"</article>\n<aside aria-label=\"Claims of the report\">\n");
        if (claims.Length > 0) page.Add($"<h2>{Links.Count(claims.Length, "claim")}</h2>\n");
        ClaimCards.Write(page, request, marked, isDraft: false, wrong);
        if (corrections.Length > 0)
        {
            page.Add($"<h2>Corrected</h2>\n<ul class=\"corrected\">\n");
            foreach (Correction correction in corrections)
            {
                page.Add($"<li><del>{request.Site.Words.Of(correction.Was, [])}</del>{(correction.Now is { } now ? Html.Of($"<br>{request.Site.Words.Of(now, [])}") : Html.None)}<br><span class=\"quiet\">{(correction.Now is null ? "marked wrong" : "mended")} by {correction.By}{(correction.MadeAt is { } at ? $", {Dates.Of(Text.PartialDate.Of(DateOnly.FromDateTime(at.UtcDateTime)))}" : "")}</span></li>\n");
            }
            page.Add($"</ul>\n");
        }
        page.Add($"</aside>\n</div>\n");
    }
}
