using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Corrections;

/// <summary>The form below a claim: it is wrong, or a slot of it is.</summary>
internal static class CorrectionForm
{
    /// <summary>Writes it, with a message where what was sent could not be taken.</summary>
    public static void Write(HtmlWriter page, PageRequest request, ReportedClaim claim)
    {
        string token = request.Site.Guard.Token(request.Context);
        page.Add($"""
            <section class="correct" aria-labelledby="correct"><h2 id="correct">Is this wrong?</h2>
            <p class="quiet">What you say is kept with your name and the day, holds however often the report is read again, and can be taken back.</p>
            <form method="post" action="/correct/{claim.Id}" class="form">
            <input type="hidden" name="{ChangeGuard.Field}" value="{token}">
            <div class="row"><label for="by">Your name</label><input id="by" name="by" required maxlength="80" autocomplete="name"></div>
            <div class="row"><label for="reason">Why</label><input id="reason" name="reason" maxlength="300"></div>
            <p><button type="submit" name="what" value="wrong">The report does not say this</button></p>
            <details><summary>Mend a slot</summary>

            """);
        foreach ((string slot, string? value) in SlotForm.Values(claim.Claim))
        {
            IReadOnlyList<string> choices = SlotForm.Choices(claim.Claim.Kind, slot);
            page.Add($"<div class=\"row\"><label for=\"s-{slot}\">{slot.Replace('_', ' ')}</label>");
            if (choices.Count == 0) page.Add($"<input id=\"s-{slot}\" name=\"{slot}\" value=\"{value}\" maxlength=\"400\"{(SlotForm.IsActors(slot) ? Html.Of($" spellcheck=\"false\"") : Html.None)}>");
            else
            {
                page.Add($"<select id=\"s-{slot}\" name=\"{slot}\">");
                if (value is null) page.Add($"<option value=\"\"></option>");
                foreach (string choice in choices) page.Add($"<option{(choice == value ? Html.Of($" selected") : Html.None)}>{choice}</option>");
                page.Add($"</select>");
            }
            page.Add($"</div>\n");
        }
        page.Add($"<p><button type=\"submit\" name=\"what\" value=\"mend\">Keep it mended</button></p></details></form></section>\n");
    }
}
