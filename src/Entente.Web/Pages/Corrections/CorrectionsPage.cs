using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Corrections;

/// <summary>All that persons corrected: what it was, what it is, who and when.</summary>
internal sealed class CorrectionsPage : IPage
{
    private const int Most = 200;

    public string Route => "/corrections";

    public string Summary => "What persons corrected: what it was, what it is, who and when.";

    public PageAnswer Answer(PageRequest request)
    {
        Correction[] all = [.. request.Ledger.Corrections().Reverse()];
        return PageAnswer.Of(
            new PageHead("Corrections") { Section = "/about" },
            page => Show(page, request, all),
            json =>
            {
                json.WriteStartArray();
                foreach (Correction correction in all)
                {
                    json.WriteStartObject();
                    json.WriteNumber("number", correction.Number);
                    json.WriteString("report", correction.Report);
                    json.WriteString("by", correction.By);
                    json.WriteString("reason", correction.Reason);
                    if (correction.MadeAt is { } made) json.WriteString("made", made);
                    if (correction.WithdrawnAt is { } withdrawn) json.WriteString("withdrawn", withdrawn);
                    json.WritePropertyName("was");
                    ClaimJson.Write(json, correction.Was, ClaimId.Of(correction.Report, correction.Was));
                    if (correction.Now is { } now)
                    {
                        json.WritePropertyName("now");
                        ClaimJson.Write(json, now, ClaimId.Of(correction.Report, now));
                    }
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            });
    }

    private static void Show(HtmlWriter page, PageRequest request, Correction[] all)
    {
        page.Add($"<header class=\"head\"><h1>Corrections</h1><p class=\"lede\">{(all.Length == 0 ? "Nobody has corrected anything yet." : $"{Links.Count(all.Count(c => c.WithdrawnAt is null), "correction")} stand. Each holds however often its report is read again.")}</p></header>\n");
        if (all.Length == 0) return;
        page.Add($"<p><a href=\"/gold.zip\" download>The corrected reports as gold</a> <span class=\"quiet\">for <code>entente score</code>: the text of each, and the claims that stand</span></p>\n<ol class=\"facts\">\n");
        string token = request.MayChange ? request.Site.Guard.Token(request.Context) : "";
        foreach (Correction correction in all.Take(Most))
        {
            page.Add($"<li class=\"fact k-{correction.Was.Kind}\"><span class=\"when\">{(correction.MadeAt is { } made ? Dates.Of(Text.PartialDate.Of(DateOnly.FromDateTime(made.UtcDateTime))) : "")}</span><div><p class=\"said\"><del>{request.Site.Words.Of(correction.Was, [])}</del></p>");
            if (correction.Now is { } now) page.Add($"<p class=\"said\"><a href=\"{Links.Claim(ClaimId.Of(correction.Report, now))}\">{request.Site.Words.Of(now, [])}</a></p>");
            page.Add($"<p class=\"quiet\">{(correction.Now is null ? "Marked wrong" : "Mended")} by {correction.By}{(correction.Reason.Length > 0 ? ": " + correction.Reason : "")} · <a href=\"{Links.Document(correction.Report)}\">the report</a>{(correction.WithdrawnAt is not null ? " · taken back" : "")}</p>");
            if (request.MayChange && correction.WithdrawnAt is null) page.Add($"<form method=\"post\" action=\"/corrections/{correction.Number}/withdraw\"><input type=\"hidden\" name=\"{ChangeGuard.Field}\" value=\"{token}\"><button type=\"submit\" class=\"plain\">Take back</button></form>");
            page.Add($"</div></li>\n");
        }
        page.Add($"</ol>\n");
    }
}
