using System.Text.Json;
using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Start;

/// <summary>The start: how much there is, what is new, pairs by activity, search.</summary>
internal sealed class StartPage : IPage
{
    public string Route => "/";

    public string Summary => "What the ledger holds, what is new, and the pairs that reports tell most of.";

    public PageAnswer Answer(PageRequest request)
    {
        LedgerCounts counts = request.Ledger.Count([]);
        return PageAnswer.Of(new PageHead("") { Section = "/" }, page => Show(page, counts), json => Write(json, counts));
    }

    private static void Show(HtmlWriter page, LedgerCounts counts)
    {
        page.Add($"""<header class="head"><h1>What states do with each other, as reports tell it</h1><p class="lede">{counts.Reports:#,##0} reports</p></header>""");
    }

    private static void Write(Utf8JsonWriter json, LedgerCounts counts)
    {
        json.WriteStartObject();
        json.WriteNumber("reports", counts.Reports);
        json.WriteEndObject();
    }
}
