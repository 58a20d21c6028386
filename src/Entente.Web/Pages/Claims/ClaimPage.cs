using System.Globalization;
using Entente.Asking;
using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Pages.Corrections;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Claims;

/// <summary>A claim: what it says slot by slot, the words that say it, who else says so, and who says otherwise.</summary>
internal sealed class ClaimPage : IPage
{
    private const int Around = 320;

    public string Route => "/claim/{id}";

    public string Summary => "A claim: its slots, its words in the report, who else says so, and who says otherwise.";

    public PageAnswer Answer(PageRequest request)
    {
        string id = request.Route("id");
        ReportedClaim claim = request.Ledger.Claims(new ClaimQuery { Ids = [id], Limit = 1 }).FirstOrDefault() ?? throw Gone(request, id);
        Fact? fact = request.Ledger.Facts(new FactQuery { Claims = [id] }) is [{ } first, ..] ? first : null;
        Judgement[] judgements = [.. request.Ledger.Judgements(id).Where(j => j.WithdrawnAt is null)];
        string[] against = [.. judgements.Where(j => j.Verdict == Verdict.Contradicts).Select(j => j.Left == id ? j.Right : j.Left).Distinct().Take(20)];
        ReportedClaim[] others = against.Length == 0 ? [] : [.. request.Ledger.Claims(new ClaimQuery { Ids = against })];
        return PageAnswer.Of(
            new PageHead(Short(request, claim)),
            page => Show(page, request, claim, fact, judgements, others),
            json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("claim");
                ReportedClaimJson.Write(json, claim);
                json.WriteString("text", request.Site.Words.Of(claim.Claim, []));
                json.WriteString("fact", fact?.Id);
                json.WriteStartArray("same");
                foreach (ReportedClaim same in fact?.Claims.Where(c => c.Id != id) ?? []) ReportedClaimJson.Write(json, same);
                json.WriteEndArray();
                json.WriteStartArray("contradicts");
                foreach (ReportedClaim other in others) ReportedClaimJson.Write(json, other);
                json.WriteEndArray();
                json.WriteStartArray("judgements");
                foreach (Judgement judgement in judgements)
                {
                    json.WriteStartObject();
                    json.WriteString("left", judgement.Left);
                    json.WriteString("right", judgement.Right);
                    json.WriteString("verdict", judgement.Verdict.ToString().ToLowerInvariant());
                    json.WriteString("by", judgement.By);
                    json.WriteString("reason", judgement.Reason);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            });
    }

    // A claim that was corrected is told of, and where its report is.
    private static PageException Gone(PageRequest request, string id)
    {
        Correction? correction = request.Ledger.Corrections().LastOrDefault(c => c.WithdrawnAt is null && ClaimId.Of(c.Report, c.Was) == id);
        return correction is null
            ? PageException.NotFound("There is no such claim: its report may have been read anew by another version.")
            : PageException.NotFound($"This claim was {(correction.Now is null ? "marked wrong" : "mended")} by {correction.By}. The list of corrections tells more.");
    }

    private static string Short(PageRequest request, ReportedClaim claim)
    {
        string text = request.Site.Words.Of(claim.Claim, []);
        return text.Length > 90 ? text[..90] + "…" : text;
    }

    private static void Show(HtmlWriter page, PageRequest request, ReportedClaim reported, Fact? fact, Judgement[] judgements, ReportedClaim[] others)
    {
        Claim claim = reported.Claim;
        DossierLine line = ClaimList.Line(request, reported) with { Claims = [] };
        page.Add($"<header class=\"head k-{claim.Kind}\"><p class=\"over\">{claim.Kind}{(ClaimSlots.When(claim) is { } when ? " · " + Dates.Of(when) : "")}</p><h1 class=\"long\" dir=\"auto\">{FactList.Said(line)}</h1></header>\n");
        foreach (Judgement wrong in judgements.Where(j => j.IsWrong)) page.Add(ClaimCards.Wrong(wrong));
        page.Add($"<div class=\"two claim\">\n<div>\n");
        foreach (Evidence evidence in claim.Evidence) Passage(page, request, reported, evidence);
        page.Add($"<p>{Quotes.Source(reported.Report)}: <a href=\"{Links.Document(reported.Report.Id, reported.Id)}\" dir=\"auto\">{Quotes.Title(reported.Report)}</a>{(reported.Report.Url is { } url ? Html.Of($" · {Links.Outside(url, Html.Of($"at its own address"))}") : Html.None)}</p>\n");
        page.Add($"</div>\n<div><h2 class=\"unseen\">Slots</h2><dl class=\"slots\">\n");
        foreach ((string name, string? value) in SlotForm.Values(claim).Where(s => s.Value is { Length: > 0 })) page.Add($"<div><dt>{name.Replace('_', ' ')}</dt><dd dir=\"auto\">{Value(request, name, value!)}</dd></div>\n");
        if (claim.Speaker is { } speaker) page.Add($"<div><dt>speaker</dt><dd dir=\"auto\">{Wording.Clean(speaker)}</dd></div>\n");
        foreach (ActorMention mention in claim.Actors.Where(m => m.Name is { } name && name != request.Site.Names.Of(m.Actor)).DistinctBy(m => (m.Actor, m.Name))) page.Add($"<div><dt>{request.Site.Names.Of(mention.Actor)}</dt><dd dir=\"auto\">{Wording.Clean(mention.Name!)}{(mention.Office is { } office ? $", {office}" : "")}</dd></div>\n");
        page.Add($"<div><dt>likely right</dt><dd><meter min=\"0\" max=\"1\" value=\"{claim.Confidence}\">{claim.Confidence}</meter> {(claim.Confidence * 100).ToString("0", CultureInfo.InvariantCulture)} %</dd></div>\n</dl></div>\n</div>\n");
        if (others.Length > 0)
        {
            page.Add($"<section aria-labelledby=\"against\"><h2 id=\"against\">Who says otherwise</h2>\n");
            foreach (ReportedClaim other in others)
            {
                Judgement judgement = judgements.First(j => j.Verdict == Verdict.Contradicts && (j.Left == other.Id || j.Right == other.Id));
                SideBySide.Write(page, request, new Contradiction(reported, other, judgement.By, judgement.Reason), []);
            }
            page.Add($"</section>\n");
        }
        if (fact is not null && fact.Claims.Count > 1)
        {
            page.Add($"<section aria-labelledby=\"same\"><h2 id=\"same\">Who else says so</h2><p class=\"quiet\">{Links.Count(fact.Reports, "report")}, {Links.Count(fact.Independent, "independent source")}.</p>\n");
            foreach (ReportedClaim same in fact.Claims.Where(c => c.Id != reported.Id).Take(30)) page.Add(Quotes.Block(same));
            page.Add($"</section>\n");
        }
        IReadOnlyList<ActorCode> actors = ClaimSlots.Distinct(claim);
        if (actors.Count > 0)
        {
            page.Add($"<p class=\"quiet\">More: ");
            page.Add(Html.Join(" · ", actors.Count == 2
                ? [Html.Of($"<a href=\"{Links.Pair(actors[0], actors[1])}\">{request.Site.Names.Of(actors[0])} and {request.Site.Names.Of(actors[1])}</a>")]
                : actors.Take(12).Select(a => Html.Of($"<a href=\"{Links.Actor(a)}\">{request.Site.Names.Of(a)}</a>"))));
            page.Add($"</p>\n");
        }
        if (request.MayChange) CorrectionForm.Write(page, request, reported);
    }

    // The words with what stands around them, cut at the ends of words.
    private static void Passage(HtmlWriter page, PageRequest request, ReportedClaim claim, Evidence evidence)
    {
        string text = request.Ledger.TextOf(claim.Report.Id) ?? evidence.Quote;
        int start = Math.Clamp(evidence.Span.Start, 0, text.Length), end = Math.Clamp(evidence.Span.End, start, text.Length);
        int from = Math.Max(0, start - Around), to = Math.Min(text.Length, end + Around);
        if (from > 0 && text.IndexOf(' ', from) is >= 0 and int space && space < start) from = space + 1;
        if (to < text.Length && text.LastIndexOf(' ', to - 1) is >= 0 and int last && last > end) to = last;
        page.Add($"<blockquote class=\"passage\"><p dir=\"auto\">{(from > 0 ? "… " : "")}{text[from..start]}<mark class=\"k-{claim.Claim.Kind}\">{text[start..end]}</mark>{text[end..to]}{(to < text.Length ? " …" : "")}</p></blockquote>\n");
    }

    private static Html Value(PageRequest request, string name, string value)
    {
        if (SlotForm.IsActors(name))
        {
            return Html.Join(", ", value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => request.Site.Names.Find(code) is { } actor
                ? Html.Of($"<a href=\"{Links.Actor(actor)}\">{request.Site.Names.Of(actor)}</a>")
                : Html.Text(code)));
        }
        return Html.Text(Text.DateRange.TryParse(value) is { } range && name is not ("value" or "quantity" or "count") ? Dates.Of(range) : Wording.Clean(value));
    }
}
