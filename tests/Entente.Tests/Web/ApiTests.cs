using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Entente.Web.Api;
using Entente.Web.Hosting;
using Microsoft.AspNetCore.Http;

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

    [Theory]
    [InlineData("gzip, deflate, br", true)]
    [InlineData("br, GZIP;q=0.5", true)]
    [InlineData("*", true)]
    [InlineData("br", false)]
    [InlineData("*, gzip;q=0", false)]
    [InlineData("identity", false)]
    [InlineData(";;", false)]
    public async Task An_answer_is_packed_for_whoever_reads_that_and_the_same_for_all(string accepted, bool packed)
    {
        foreach (string address in (string[])["/pair/KAZ/TJK", "/claims.json?actor=KAZ", "/claims.csv"])
        {
            HttpResponseMessage plain = await server.Client.GetAsync(address);
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            byte[] expected = await plain.Content.ReadAsByteArrayAsync();
            Assert.Equal(expected.Length, plain.Content.Headers.ContentLength);
            HttpResponseMessage answer = await Ask(HttpMethod.Get, address, accepted, null);
            byte[] body = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(packed ? ["gzip"] : [], answer.Content.Headers.ContentEncoding);
            Assert.Equal(packed, body.Length < expected.Length / 2);
            Assert.Equal(expected, packed ? Unpack(body) : body);
            Assert.Equal(["Accept", "Accept-Encoding"], answer.Headers.Vary);
            Assert.True(answer.Headers.ETag!.IsWeak);
            HttpResponseMessage head = await Ask(HttpMethod.Head, address, accepted, null);
            Assert.Equal(body.Length, head.Content.Headers.ContentLength);
            Assert.Equal(answer.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
            HttpResponseMessage unchanged = await Ask(HttpMethod.Get, address, accepted, plain.Headers.ETag);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            Assert.Equal(answer.Headers.ETag, unchanged.Headers.ETag);
            Assert.Equal(["Accept", "Accept-Encoding"], unchanged.Headers.Vary);
        }
    }

    [Fact]
    public void Many_packed_answers_are_kept_and_no_more_than_fit()
    {
        AnswerCache cache = new(1 << 20);
        Rendered page = new Rendered("text/html", [.. Enumerable.Repeat((byte)'a', 400_000)]).Packed();
        for (int i = 0; i < 100; i++) cache.Keep($"page {i}", "1", page);
        Assert.All(Enumerable.Range(0, 100), i => Assert.NotNull(cache.Find($"page {i}", "1")));
        byte[] noise = new byte[60_000];
        new Random(1).NextBytes(noise);
        for (int i = 0; i < 20; i++) cache.Keep($"noise {i}", "1", new Rendered("text/plain", noise).Packed());
        Assert.Equal(17, Enumerable.Range(0, 20).Count(i => cache.Find($"noise {i}", "1") is not null));
        Assert.Null(cache.Find("page 0", "1"));
        Assert.Null(cache.Find("noise 19", "2"));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 5)]
    public async Task What_many_ask_for_at_once_is_made_once_unless_it_is_for_each_alone(bool personal, int expected)
    {
        using Site site = new(new Entente.Web.WebOptions { Ledger = server.LedgerFile, AsOf = new DateOnly(2026, 1, 1) });
        using ManualResetEventSlim begun = new(), end = new();
        int made = 0;
        Rendered Make(PageRequest request)
        {
            begun.Set();
            if (!end.Wait(TimeSpan.FromSeconds(30))) throw new TimeoutException();
            if (personal) request.DoNotKeep();
            return new Rendered("text/plain", [(byte)Interlocked.Increment(ref made)]);
        }
        DefaultHttpContext[] contexts = [.. Enumerable.Range(0, 5).Select(_ => new DefaultHttpContext())];
        foreach (DefaultHttpContext context in contexts) context.Response.Body = new MemoryStream();
        List<Task> answers = [Task.Run(() => site.Answers.Serve(contexts[0], "html", Make))];
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30)));
        answers.AddRange(contexts.Skip(1).Select(c => site.Answers.Serve(c, "html", Make)));
        Assert.DoesNotContain(answers, a => a.IsCompleted);
        end.Set();
        await Task.WhenAll(answers);
        Assert.Equal(expected, made);
        Assert.Equal(expected, contexts.Select(c => ((MemoryStream)c.Response.Body).ToArray().Single()).Distinct().Count());
        Assert.All(contexts, c => Assert.Equal(personal, c.Response.Headers.ETag.Count == 0));
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

    private static byte[] Unpack(byte[] packed)
    {
        using GZipStream gzip = new(new MemoryStream(packed), CompressionMode.Decompress);
        using MemoryStream all = new();
        gzip.CopyTo(all);
        return all.ToArray();
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string address, string accepted, EntityTagHeaderValue? known)
    {
        using HttpRequestMessage request = new(method, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return await server.Client.SendAsync(request);
    }
}
