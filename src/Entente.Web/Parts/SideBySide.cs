using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Writing;

namespace Entente.Web.Parts;

/// <summary>A contradiction: what one report says on the left, what the other says on the right.</summary>
internal static class SideBySide
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter page, PageRequest request, Contradiction contradiction, IReadOnlyList<ActorCode> about)
    {
        IReadOnlyList<ActorCode> actors = ClaimSlots.Distinct(contradiction.Left.Claim);
        string? when = ClaimSlots.When(contradiction.Left.Claim) is { } range ? Dates.Of(range) : null;
        page.Add($"<article class=\"versus\"><h3>{Sentence(contradiction.Reason)}</h3><p class=\"quiet\">{request.Site.Words.List(actors)}{(when is null ? "" : ", " + when)}</p><div class=\"sides\">\n");
        Side(page, request, contradiction.Left, about);
        Side(page, request, contradiction.Right, about);
        page.Add($"</div></article>\n");
    }

    private static void Side(HtmlWriter page, PageRequest request, ReportedClaim claim, IReadOnlyList<ActorCode> about)
    {
        page.Add($"<div class=\"side k-{claim.Claim.Kind}\"><p class=\"big\"><a href=\"{Links.Claim(claim.Id)}\">{Value(claim.Claim) ?? request.Site.Words.Of(claim.Claim, about)}</a></p>\n{Quotes.Block(claim, 300)}</div>\n");
    }

    private static string? Value(Claim claim) => claim switch
    {
        Figure { Value: { } value } f => AmountText.Of(value, f.Unit, f.Comparator),
        Figure { ChangePct: { } change } => AmountText.Change(change),
        Transfer { Quantity: { } quantity } t => AmountText.Of(quantity, t.Unit),
        Transfer { Value: { } value } t => AmountText.Of(value, t.Currency),
        Office o => o.Person,
        Event { Status: ClaimStatus.Denied } => "Denied",
        Event => "Affirmed",
        _ => null,
    };

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
