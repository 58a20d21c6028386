using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Entente.Web.Api;
using Entente.Web.Hosting;

namespace Entente.Tests.Web;

/// <summary>What programs rely on: one shape of errors, pages that lead on, tags that hold until the ledger changes, a description that lacks nothing.</summary>
public sealed class ApiTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_description_has_every_route_and_every_route_answers()
    {
        using JsonDocument description = JsonDocument.Parse(await server.Client.GetStringAsync(Description.Path));
        Assert.StartsWith("3.", description.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Dictionary<string, JsonElement> paths = description.RootElement.GetProperty("paths").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetProperty("get"));
        Assert.Equal(PageServer.Pages.Select(PageServer.JsonRoute).Concat(ApiServer.Files.Select(f => f.Route)).Order(StringComparer.Ordinal), paths.Keys.Order(StringComparer.Ordinal));
        (string claim, string report, string fact) = await Ids();
        // A draft is there for whoever made it alone.
        foreach ((string path, JsonElement get) in paths.Where(p => !p.Key.StartsWith("/add/", StringComparison.Ordinal)))
        {
            string address = path.Replace("{a}", "KAZ", StringComparison.Ordinal).Replace("{b}", "TJK", StringComparison.Ordinal);
            foreach (JsonElement parameter in (get.TryGetProperty("parameters", out JsonElement all) ? all.EnumerateArray() : default).Where(p => p.GetProperty("in").GetString() == "path"))
            {
                string name = parameter.GetProperty("name").GetString()!;
                string id = path.StartsWith("/claim/", StringComparison.Ordinal) ? claim
                    : path.StartsWith("/document/", StringComparison.Ordinal) || path.StartsWith("/report/", StringComparison.Ordinal) ? report
                    : path.StartsWith("/organisation/", StringComparison.Ordinal) ? "UN"
                    : path.StartsWith("/state/", StringComparison.Ordinal) ? "KAZ"
                    : path.StartsWith("/project/", StringComparison.Ordinal) ? await Project() : fact;
                address = address.Replace("{" + name + "}", id, StringComparison.Ordinal);
            }
            HttpResponseMessage answer = await server.Client.GetAsync(address);
            string text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {text}");
            Assert.Equal(get.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Single().Name, answer.Content.Headers.ContentType!.MediaType);
            Assert.InRange(get.GetProperty("summary").GetString()!.Length, 10, 300);
        }
        Assert.Empty(server.Complaints);
    }

    [Fact]
    public async Task Every_word_that_a_page_reads_from_an_address_is_described()
    {
        string[] files = [.. Repository.Sources("src", "Entente.Web", "Pages")];
        foreach (IPage page in PageServer.Pages)
        {
            string source = string.Concat(files.Where(f => Path.GetDirectoryName(f)!.EndsWith(page.GetType().Namespace!.Split('.')[^1], StringComparison.Ordinal)).Select(File.ReadAllText));
            string[] read = [.. System.Text.RegularExpressions.Regex.Matches(source, @"\b(?:Query|Queries|Number)\(""(?<name>[a-z_]+)""", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Groups["name"].Value).Distinct()];
            Assert.All(read, name => Assert.True(page.Parameters.Any(p => p.Name == name), $"{page.GetType().Name} reads '{name}' and does not say so in Parameters"));
        }
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("/claims.json?kind=dance", 400, "there are event, agreement")]
    [InlineData("/claims.json?since=yesterday", 400, "not a day")]
    [InlineData("/claims.json?limit=0", 400, "whole number from 1 to 500")]
    [InlineData("/claims.json?least=much", 400, "not a number")]
    [InlineData("/claims.json?actors=KAZ", 400, "'actors' is nothing that can be asked for here")]
    [InlineData("/claims.json?actor=Atlantis", 404, "no state or organisation")]
    [InlineData("/claims.json?actor=KAZ&actor=TJK&actor=UZB", 400, "at most two")]
    [InlineData("/claims.json?after=nowhere", 410, "begin with the first page")]
    [InlineData("/facts.json?kind=dance", 400, "there are event")]
    [InlineData("/pair/KAZ/KAZ.csv", 404, "A pair is two")]
    [InlineData("/nowhere.json", 404, "no such page")]
    public async Task Errors_have_one_shape(string address, int status, string detail)
    {
        HttpResponseMessage answer = await server.Client.GetAsync(address);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["type", "title", "status", "detail", "instance"], problem.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Contains(detail, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Null(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/claims.json?limit=7")]
    [InlineData("/claims.json?actor=Kazakhstan&limit=4")]
    [InlineData("/facts.json?limit=6")]
    public async Task Next_leads_through_everything_once(string address)
    {
        List<string> seen = [];
        for (string? next = address; next is not null;)
        {
            HttpResponseMessage answer = await server.Client.GetAsync(next);
            using JsonDocument page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            seen.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(i => i.TryGetProperty("claim", out JsonElement claim) ? claim.GetProperty("id").GetString()! : i.GetProperty("id").GetString()!));
            next = page.RootElement.GetProperty("next").GetString();
            Assert.Equal(next is null, !answer.Headers.TryGetValues("Link", out IEnumerable<string>? links));
            if (next is not null) Assert.Equal($"<{next}>; rel=\"next\"", links!.Single());
        }
        using JsonDocument all = JsonDocument.Parse(await server.Client.GetStringAsync(System.Text.RegularExpressions.Regex.Replace(address, "limit=[0-9]+", "limit=200", default, TimeSpan.FromSeconds(1))));
        Assert.Equal(all.RootElement.GetProperty("items").GetArrayLength(), seen.Count);
        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("/index.json")]
    [InlineData("/")]
    [InlineData("/claims.json?actor=KAZ")]
    [InlineData("/pair/KAZ/TJK.atom")]
    public async Task A_second_request_is_told_that_nothing_changed_until_something_does(string address)
    {
        HttpResponseMessage first = await server.Client.GetAsync(address);
        Assert.True(first.StatusCode == HttpStatusCode.OK);
        using HttpRequestMessage again = new(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        HttpResponseMessage second = await server.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        using (Entente.Claims.ILedger ledger = Entente.Storage.Ledger.Open(server.LedgerFile))
        {
            ledger.Add([new Entente.Claims.ReadReport(Entente.Tests.Claims.Samples.Report($"New for {address}.", "2025-01-01", "Wire Z"), [Entente.Tests.Claims.Samples.Transfer("KAZ", "TJK", "tea", 12, "t", "2025")])]);
            ledger.Reconcile();
        }
        using HttpRequestMessage third = new(HttpMethod.Get, address);
        third.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(third)).StatusCode);
    }

    [Fact]
    public async Task The_same_claims_come_as_a_table()
    {
        HttpResponseMessage answer = await server.Client.GetAsync("/claims.csv?actor=KAZ&kind=figure");
        string[] lines = (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');
        Assert.StartsWith("id,kind,status,measure,parties", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 2);
        Assert.Equal("claims.csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal("KAZ-TJK.csv", (await server.Client.GetAsync("/pair/KAZ/TJK.csv")).Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Theory]
    [InlineData("/pair/KAZ/TJK.atom", "Kazakhstan and Tajikistan")]
    [InlineData("/claims.atom?q=oil&actor=TJK", "oil, Tajikistan")]
    public async Task A_pair_and_a_search_can_be_followed(string address, string title)
    {
        XElement feed = XDocument.Parse(await server.Client.GetStringAsync(address)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.StartsWith(title, feed.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        XElement[] entries = [.. feed.Elements(Atom + "entry")];
        Assert.NotEmpty(entries);
        string[] times = [.. entries.Select(e => e.Element(Atom + "updated")!.Value)];
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        Assert.Equal(times[0], feed.Element(Atom + "updated")!.Value);
        Assert.All(entries, e => Assert.StartsWith(server.Address + "/claim/", e.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.Equal(entries.Length, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
    }

    [Fact]
    public async Task Head_says_what_get_would_without_the_body()
    {
        using HttpRequestMessage request = new(HttpMethod.Head, "/claims.json");
        HttpResponseMessage answer = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 100);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<string> Project()
    {
        using JsonDocument facts = JsonDocument.Parse(await server.Client.GetStringAsync("/facts.json?kind=project&limit=1"));
        return facts.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private async Task<(string Claim, string Report, string Fact)> Ids()
    {
        using JsonDocument claims = JsonDocument.Parse(await server.Client.GetStringAsync("/claims.json?limit=1"));
        JsonElement first = claims.RootElement.GetProperty("items")[0];
        using JsonDocument facts = JsonDocument.Parse(await server.Client.GetStringAsync("/facts.json?limit=1"));
        return (first.GetProperty("claim").GetProperty("id").GetString()!, first.GetProperty("report").GetProperty("id").GetString()!, facts.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!);
    }
}
