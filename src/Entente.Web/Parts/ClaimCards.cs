using Entente.Asking;
using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Writing;

namespace Entente.Web.Parts;

/// <summary>The claims of a text as cards beside it, in the order of their words.</summary>
internal static class ClaimCards
{
    /// <summary>The cards; those of a draft lead to no page.</summary>
    public static void Write(HtmlWriter page, PageRequest request, IReadOnlyList<(string Id, Claim Claim)> claims, bool isDraft)
    {
        page.Add($"<ol class=\"cards\">\n");
        foreach ((string id, Claim claim) in claims)
        {
            ReportedClaim reported = new(id, new Report { Id = "", Source = "", TextId = "" }, claim);
            DossierLine line = ClaimList.Line(request, reported);
            if (isDraft) line = line with { Claims = [] };
            page.Add($"<li class=\"card k-{claim.Kind}\" id=\"c-{id}\" data-c=\"{id}\" tabindex=\"-1\"><p class=\"kind\">{claim.Kind}{(line.When.Length > 0 && ClaimSlots.When(claim) is { } when ? $" · {Dates.Of(when)}" : "")}</p><p class=\"said\" dir=\"auto\">{FactList.Said(line)}</p>");
            if (claim.Speaker is { } speaker) page.Add($"<p class=\"quiet\" dir=\"auto\">says {Wording.Clean(speaker)}</p>");
            page.Add($"</li>\n");
        }
        page.Add($"</ol>\n");
    }

    /// <summary>Which colours stand for which kinds, with how many there are.</summary>
    public static void Key(HtmlWriter page, IEnumerable<Claim> claims)
    {
        page.Add($"<p class=\"key kinds\">");
        foreach (var kind in claims.GroupBy(c => c.Kind).OrderBy(g => ClaimNames.Kinds.ToList().IndexOf(g.Key))) page.Add($"<span class=\"k-{kind.Key}\"><i class=\"swatch\"></i> {kind.Key} {kind.Count()}</span> ");
        page.Add($"</p>\n");
    }
}
