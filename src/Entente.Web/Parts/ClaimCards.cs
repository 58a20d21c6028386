using Entente.Asking;
using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Writing;

namespace Entente.Web.Parts;

/// <summary>The claims of a text as cards beside it, in the order of their words.</summary>
internal static class ClaimCards
{
    /// <summary>The cards; those of a draft lead to no page.</summary>
    /// <param name="page">Where they are written.</param>
    /// <param name="request">The request.</param>
    /// <param name="claims">The claims with their ids.</param>
    /// <param name="isDraft">Whether they are in no ledger yet.</param>
    /// <param name="wrong">The judgements of persons who called some of them wrong, by the ids of the claims.</param>
    public static void Write(HtmlWriter page, PageRequest request, IReadOnlyList<(string Id, Claim Claim)> claims, bool isDraft, IReadOnlyDictionary<string, Judgement>? wrong = null)
    {
        page.Add($"<ol class=\"cards\">\n");
        foreach ((string id, Claim claim) in claims)
        {
            ReportedClaim reported = new(id, new Report { Id = "", Source = "", TextId = "" }, claim);
            DossierLine line = ClaimList.Line(request, reported);
            if (isDraft) line = line with { Claims = [] };
            Judgement? judged = wrong?.GetValueOrDefault(id);
            page.Add($"<li class=\"card k-{claim.Kind}{(judged is null ? "" : " wrong")}\" id=\"c-{id}\" data-c=\"{id}\" tabindex=\"-1\"><p class=\"kind\">{claim.Kind}{(line.When.Length > 0 && ClaimSlots.When(claim) is { } when ? $" · {Dates.Of(when)}" : "")}</p><p class=\"said\" dir=\"auto\">{FactList.Said(line)}</p>");
            if (claim.Speaker is { } speaker) page.Add($"<p class=\"quiet\" dir=\"auto\">says {Wording.Clean(speaker)}</p>");
            if (judged is not null) page.Add(Wrong(judged));
            page.Add($"</li>\n");
        }
        page.Add($"</ol>\n");
    }

    /// <summary>That somebody called a claim wrong, and why.</summary>
    public static Html Wrong(Judgement judged) =>
        Html.Of($"<p class=\"quiet\"><span class=\"tag denied\">marked wrong</span> by {judged.By}{(judged.Reason.Length > 0 ? ": " + judged.Reason : "")}</p>\n");

    /// <summary>Which colours stand for which kinds, with how many there are.</summary>
    public static void Key(HtmlWriter page, IEnumerable<Claim> claims)
    {
        page.Add($"<p class=\"key kinds\">");
        foreach (var kind in claims.GroupBy(c => c.Kind).OrderBy(g => ClaimNames.Kinds.ToList().IndexOf(g.Key))) page.Add($"<span class=\"k-{kind.Key}\"><i class=\"swatch\"></i> {kind.Key} {kind.Count()}</span> ");
        page.Add($"</p>\n");
    }
}
