using System.Text.Json;
using Microsoft.Playwright;

namespace Entente.Tests.Web;

/// <summary>What must hold of every page: in a browser, by keyboard, without script, on a phone.</summary>
public sealed class EveryPageTests(Browser browser) : IClassFixture<Browser>
{
    // What a screen reader and a keyboard need; each line that comes back is a fault.
    private const string Faults = """
        () => {
          const faults = [];
          const name = e => (e.getAttribute('aria-label') || e.textContent || e.getAttribute('title') || (e.querySelector('title') || {}).textContent || '').trim();
          if (document.querySelectorAll('h1').length !== 1) faults.push('h1: ' + document.querySelectorAll('h1').length);
          if (!document.documentElement.lang) faults.push('no language');
          if (!document.title) faults.push('no title');
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          for (const id of new Set(ids.filter((x, i) => ids.indexOf(x) !== i))) faults.push('twice: #' + id);
          for (const e of document.querySelectorAll('a[href], button')) if (!name(e)) faults.push('no name: ' + e.outerHTML.slice(0, 120));
          for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea')) if (!e.labels.length && !e.getAttribute('aria-label')) faults.push('no label: ' + e.outerHTML.slice(0, 120));
          for (const e of document.querySelectorAll('svg:not([aria-hidden])')) if (!e.getAttribute('aria-label')) faults.push('svg without name');
          for (const e of document.querySelectorAll('table')) if (!e.querySelector('th[scope]')) faults.push('table without heads');
          for (const e of document.querySelectorAll('[aria-labelledby]')) if (!document.getElementById(e.getAttribute('aria-labelledby'))) faults.push('labelled by nothing: ' + e.getAttribute('aria-labelledby'));
          let level = 0;
          for (const e of document.querySelectorAll('main h1, main h2, main h3')) { const l = +e.tagName[1]; if (l > level + 1) faults.push('heading skips: ' + e.textContent); level = l; }
          for (const e of document.querySelectorAll('a[href^="#"]')) if (e.hash.length > 1 && !document.getElementById(decodeURIComponent(e.hash.slice(1)))) faults.push('leads nowhere: ' + e.hash);
          for (const e of document.querySelectorAll('[style], [onclick], [onload], script:not([src]), style')) faults.push('inline: ' + e.outerHTML.slice(0, 80));
          return faults;
        }
        """;

    [BrowserFact]
    public async Task Has_what_a_screen_reader_needs_and_fits_a_phone()
    {
        IPage page = await browser.OpenAsync(360);
        List<string> faults = [];
        foreach (string path in await PathsAsync())
        {
            await page.GotoAsync(path);
            foreach (JsonElement fault in (await page.EvaluateAsync(Faults))!.Value.EnumerateArray()) faults.Add($"{path}: {fault.GetString()}");
            int wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            if (wide > 360) faults.Add($"{path}: {wide} pixels wide on a phone");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(browser.Trouble);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Every_link_within_the_site_leads_somewhere()
    {
        HashSet<string> seen = [];
        Queue<string> open = new(["/"]);
        List<string> broken = [];
        while (open.Count > 0 && seen.Count < 150)
        {
            string path = open.Dequeue();
            if (!seen.Add(path)) continue;
            HttpResponseMessage answer = await browser.Server.Client.GetAsync(path);
            if ((int)answer.StatusCode >= 400) broken.Add($"{path}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(await answer.Content.ReadAsStringAsync(), "href=\"(?<path>/[^\"#]*)", System.Text.RegularExpressions.RegexOptions.NonBacktracking))
            {
                open.Enqueue(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        }
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.True(seen.Count > 100);
    }

    [BrowserFact]
    public async Task Is_walked_by_keyboard_alone()
    {
        IPage page = await browser.OpenAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the page", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
        Assert.NotEqual("none", await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Works_without_script()
    {
        IPage page = await browser.OpenAsync(script: false);
        await page.GotoAsync("/pair/KAZ/TJK");
        await page.Locator("section[aria-labelledby=agreements] .see").First.ClickAsync();
        await page.WaitForURLAsync("**/document/*#c-*");
        Assert.Equal(1, await page.Locator(".card:target").CountAsync());
        await page.Locator(".m").First.ClickAsync();
        Assert.Equal(1, await page.Locator(".card:target").CountAsync());
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("<script>document.title='taken'</script> Iran and Oman signed an agreement on gas on 4 May 2025.")]
    [InlineData("<img src=x onerror=\"document.title='taken'\"> Iran and Oman signed an agreement on \"><svg onload=document.title='taken'> gas on 4 May 2025.")]
    [InlineData("Iran and Oman signed an agreement on gas \u202eelpmaxe\u202c on 4 May 2025. \u0007\u009b end ``{{7*7}}``")]
    [InlineData("إيران وعمان وقعتا اتفاقا. Iran and Oman signed an agreement on gas on 4 May 2025. مرحبا")]
    [InlineData("Iran and Oman signed an agreement on gas on 4 May 2025. WIDE")]
    public async Task A_hostile_text_is_shown_as_text(string text)
    {
        text = text.Replace("WIDE", new string('W', 4000) + " " + string.Concat(Enumerable.Repeat("Z\u0335\u0321\u033b", 200)), StringComparison.Ordinal);
        IPage page = await browser.OpenAsync(360);
        await page.GotoAsync("/add");
        await page.GetByLabel("Text").FillAsync(text);
        await page.GetByLabel("Headline").FillAsync("</title><script>document.title='taken'</script>" + text[..Math.Min(60, text.Length)]);
        await page.GetByLabel("Publisher").FillAsync("\"><b onmouseover=document.title='taken'>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await page.WaitForURLAsync("**/add/*");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await page.WaitForURLAsync("**/document/*");
        foreach (string path in (string[])[page.Url, "/", "/pair/IRN/OMN", "/state/OMN", "/search?q=agreement&actor=OMN", "/about"])
        {
            await page.GotoAsync(path);
            Assert.Equal(0, await page.Locator("main img, main b[onmouseover], main script, head script:not([src])").CountAsync());
            Assert.DoesNotContain("taken", (await page.TitleAsync()).Replace("document.title='taken'", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360, path);
        }
        Assert.Empty(browser.Trouble);
        await page.Context.CloseAsync();
    }

    private async Task<IReadOnlyList<string>> PathsAsync()
    {
        using JsonDocument start = JsonDocument.Parse(await browser.Server.Client.GetStringAsync("/index.json"));
        string document = start.RootElement.GetProperty("latest")[0].GetProperty("page").GetString()!;
        using JsonDocument found = JsonDocument.Parse(await browser.Server.Client.GetStringAsync("/search.json?kind=figure"));
        string claim = found.RootElement.GetProperty("claims")[0].GetProperty("claim").GetProperty("id").GetString()!;
        using JsonDocument projects = JsonDocument.Parse(await browser.Server.Client.GetStringAsync("/search.json?kind=project"));
        string project = projects.RootElement.GetProperty("claims")[0].GetProperty("claim").GetProperty("id").GetString()!;
        return ["/", "/pair/KAZ/TJK", "/pair/CHN/KGZ", "/pair/FSM/VUT", "/state/KAZ", "/state/TUV", "/organisation/EU", "/project/" + project, "/claim/" + claim, document, "/search", "/search?q=trade", "/check", "/about", "/add", "/corrections", "/nowhere"];
    }
}
