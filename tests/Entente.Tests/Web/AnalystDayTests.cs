using System.IO.Compression;
using System.Text.Json;
using Microsoft.Playwright;

namespace Entente.Tests.Web;

/// <summary>An analyst's day, walked in a browser.</summary>
public sealed class AnalystDayTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task Finds_a_pair_reads_its_dossier_opens_a_claim_and_sees_it_marked_in_its_report()
    {
        IPage page = await browser.OpenAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" }).FillAsync("Kazakhstan and Tajikistan");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".goto a").ClickAsync();
        await page.WaitForURLAsync("**/pair/KAZ/TJK");
        Assert.Equal("Kazakhstan and Tajikistan", (await page.Locator("h1").InnerTextAsync()).Trim());
        foreach (string part in (string[])["Agreements", "Promises", "Events"]) Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = part, Exact = true }).IsVisibleAsync(), part);
        Assert.True(await page.Locator("figure.map path.land.one").CountAsync() == 1);
        await page.Locator("section[aria-labelledby=agreements] .said a").First.ClickAsync();
        await page.WaitForURLAsync("**/claim/*");
        string quote = await page.Locator(".passage mark").First.InnerTextAsync();
        await page.Locator("a[href^='/document/']").First.ClickAsync();
        await page.WaitForURLAsync("**/document/*");
        Assert.Contains(await page.Locator(".m.lit").AllInnerTextsAsync(), marked => quote.Contains(marked, StringComparison.Ordinal) || marked.Contains(quote, StringComparison.Ordinal));
        await page.Keyboard.PressAsync("n");
        Assert.Equal(1, await page.Locator(".card.lit").CountAsync());
        Assert.Empty(browser.Trouble);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Adds_a_report_sees_its_claims_keeps_it_and_follows_a_contradiction()
    {
        IPage page = await browser.OpenAsync();
        foreach ((string publisher, string amount) in ((string, string)[])[("Harbour Daily", "$4.1 billion"), ("Ridge Herald", "$7.9 billion")])
        {
            await AddAsync(page, $"Trade between Chile and Norway\n\nTrade turnover between Chile and Norway reached {amount} in 2024, the ministry of trade of Chile said on Monday.\n", publisher);
            Assert.True(await page.Locator(".reading .m").CountAsync() > 0);
            await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
            await page.WaitForURLAsync("**/document/*");
        }
        await page.GotoAsync("/check?actor=CHL");
        ILocator sides = page.Locator(".versus .side");
        Assert.Equal(2, await sides.CountAsync());
        Assert.Equal(["$4.1 billion", "$7.9 billion"], (await page.Locator(".versus .big").AllInnerTextsAsync()).Order(StringComparer.Ordinal));
        await page.Locator(".versus .big a").First.ClickAsync();
        await page.WaitForURLAsync("**/claim/*");
        Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = "Who says otherwise" }).IsVisibleAsync());
        Assert.Empty(browser.Trouble);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_report_that_is_discarded_is_not_kept()
    {
        IPage page = await browser.OpenAsync();
        await AddAsync(page, "Peru and Kenya signed an agreement on fisheries in Lima on 3 March 2025.\n", "Quay Post");
        string draft = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard it" }).ClickAsync();
        await page.WaitForURLAsync("**/add");
        Assert.Equal(404, (await page.GotoAsync(draft))!.Status);
        await page.GotoAsync("/pair/KEN/PER");
        Assert.Contains("No report in this ledger", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Mends_a_slot_marks_a_claim_wrong_takes_it_back_and_takes_gold_along()
    {
        IPage page = await browser.OpenAsync();
        await AddAsync(page, "Fiji and Malta signed an agreement on shipping in Suva on 5 May 2025. Trade turnover between Fiji and Malta reached $3 million in 2024.\n", "Reef Courier");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await page.WaitForURLAsync("**/document/*");
        string report = page.Url.Split('#')[0];
        await page.Locator(".card.k-figure .said a").First.ClickAsync();
        await page.WaitForURLAsync("**/claim/*");
        await page.GetByLabel("Your name").FillAsync("Ana");
        await page.GetByText("Mend a slot").ClickAsync();
        await page.GetByLabel("value", new() { Exact = true }).FillAsync("3500000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it mended" }).ClickAsync();
        await page.WaitForURLAsync("**/claim/*");
        Assert.Contains("$3.5 million", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync(report);
        await page.Locator(".card.k-agreement .said a").First.ClickAsync();
        await page.WaitForURLAsync("**/claim/*");
        await page.GetByLabel("Your name").FillAsync("Ana");
        await page.GetByLabel("Why").FillAsync("not an agreement");
        await page.GetByRole(AriaRole.Button, new() { Name = "The report does not say this" }).ClickAsync();
        await page.WaitForURLAsync("**/document/*");
        Assert.Equal(0, await page.Locator(".card.k-agreement").CountAsync());
        Assert.Equal(2, await page.Locator(".corrected li").CountAsync());

        // The same report read once more changes nothing of it.
        await AddAsync(page, "Fiji and Malta signed an agreement on shipping in Suva on 5 May 2025. Trade turnover between Fiji and Malta reached $3 million in 2024.\n", "Reef Courier");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await page.WaitForURLAsync("**/document/*");
        Assert.Equal(0, await page.Locator(".card.k-agreement").CountAsync());

        await page.GotoAsync("/corrections");
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("The corrected reports as gold").ClickAsync());
        using (ZipArchive zip = ZipFile.OpenRead(await download.PathAsync()))
        {
            Assert.Equal(2, zip.Entries.Count);
            using JsonDocument gold = JsonDocument.Parse(zip.Entries.Single(e => e.Name.EndsWith(".json", StringComparison.Ordinal)).Open());
            JsonElement[] claims = [.. gold.RootElement.GetProperty("claims").EnumerateArray()];
            Assert.Contains(claims, c => c.GetProperty("kind").GetString() == "figure" && c.GetProperty("value").GetDecimal() == 3_500_000);
            Assert.DoesNotContain(claims, c => c.GetProperty("kind").GetString() == "agreement");
            Assert.All(claims, c => Assert.NotEqual("", c.GetProperty("quote").GetString()));
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).First.ClickAsync();
        await page.GotoAsync(report);
        Assert.Equal(1, await page.Locator(".card.k-agreement").CountAsync());
        Assert.Empty(browser.Trouble);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Takes_claims_along_as_a_table()
    {
        IPage page = await browser.OpenAsync();
        await page.GotoAsync("/pair/KAZ/TJK");
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("claims as CSV").ClickAsync());
        using StreamReader reader = new(await download.CreateReadStreamAsync());
        string[] lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("quote", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 10);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Narrows_a_search_by_a_facet()
    {
        IPage page = await browser.OpenAsync();
        await page.GotoAsync("/search?actor=Kazakhstan");
        await page.Locator(".facets a.chip", new() { HasTextString = "agreement" }).First.ClickAsync();
        await page.WaitForURLAsync("**kind=agreement**");
        Assert.Equal(await page.Locator(".fact").CountAsync(), await page.Locator(".fact.k-agreement").CountAsync());
        Assert.True(await page.Locator(".fact").CountAsync() > 0);
        await page.Context.CloseAsync();
    }

    private static async Task AddAsync(IPage page, string text, string publisher)
    {
        await page.GotoAsync("/add");
        await page.GetByLabel("Text").FillAsync(text);
        await page.GetByLabel("Publisher").FillAsync(publisher);
        await page.GetByLabel("Published").FillAsync("2025-05-06");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await page.WaitForURLAsync("**/add/*");
    }
}
