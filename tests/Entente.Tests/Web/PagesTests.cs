using System.Net;
using System.Text.Json;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Tests.Web;

/// <summary>The pages as a program sees them.</summary>
public sealed class PagesTests(WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public async Task The_start_is_a_page_and_has_a_twin_in_json()
    {
        HttpResponseMessage page = await server.Client.GetAsync("/");
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<main id=\"main\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using JsonDocument twin = JsonDocument.Parse(await server.Client.GetStringAsync("/index.json"));
        Assert.True(twin.RootElement.GetProperty("reports").GetInt64() > 8);
    }

    [Fact]
    public async Task Asks_for_json_by_the_accept_header_too()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.Accept.ParseAdd("application/json");
        HttpResponseMessage answer = await server.Client.SendAsync(request);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_in_one_shape()
    {
        HttpResponseMessage page = await server.Client.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        HttpResponseMessage json = await server.Client.GetAsync("/nowhere.json");
        Assert.Equal("application/problem+json", json.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_claim_that_a_person_called_wrong_is_marked_on_the_card_beside_its_document_until_that_is_withdrawn()
    {
        using ILedger ledger = Ledger.Open(server.LedgerFile);
        ReportedClaim claim = ledger.Claims(new ClaimQuery { Kinds = ["agreement"], Limit = 1 }).Single();
        async Task<string> Card()
        {
            string page = await server.Client.GetStringAsync($"/document/{claim.Report.Id}");
            int start = page.IndexOf($"id=\"c-{claim.Id}\"", StringComparison.Ordinal);
            return page[page.LastIndexOf("<li", start, StringComparison.Ordinal)..page.IndexOf("</li>", start, StringComparison.Ordinal)];
        }
        Assert.DoesNotContain("wrong", await Card(), StringComparison.Ordinal);
        ledger.Judge(new Judgement(claim.Id, claim.Id, Verdict.Different, "ana <b>", "a statement", 1));
        string card = await Card();
        Assert.Contains("card k-agreement wrong\"", card, StringComparison.Ordinal);
        Assert.Contains("marked wrong</span> by ana &lt;b&gt;: a statement", card, StringComparison.Ordinal);
        using JsonDocument twin = JsonDocument.Parse(await server.Client.GetStringAsync($"/document/{claim.Report.Id}.json"));
        Assert.Equal(claim.Id, Assert.Single(twin.RootElement.GetProperty("wrong").EnumerateArray()).GetString());
        ledger.Withdraw(claim.Id, claim.Id, "ana <b>");
        ledger.Reconcile();
        Assert.DoesNotContain("wrong", await Card(), StringComparison.Ordinal);
    }
}
