using Entente.Asking;
using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Writing;

namespace Entente.Web.Parts;

/// <summary>Claims as a list, each with its quote.</summary>
internal static class ClaimList
{
    /// <summary>The list.</summary>
    public static void Write(HtmlWriter page, PageRequest request, IEnumerable<ReportedClaim> claims)
    {
        page.Add($"<ol class=\"facts\">\n");
        foreach (ReportedClaim claim in claims) FactList.Line(page, Line(request, claim));
        page.Add($"</ol>\n");
    }

    /// <summary>A claim as a line.</summary>
    public static DossierLine Line(PageRequest request, ReportedClaim claim, IReadOnlyList<ActorCode>? about = null)
    {
        string tag = claim.Claim.Status == ClaimStatus.Happened || (claim.Claim.Status == ClaimStatus.Ongoing && claim.Claim is Office or Relation or Figure) ? "" : ClaimNames.Of(claim.Claim.Status);
        string when = ClaimSlots.When(claim.Claim) is { } range ? Wording.Of(range) : "";
        return new DossierLine(when, tag, request.Site.Words.Of(claim.Claim, about ?? []), [claim], 1, 1, null);
    }
}
