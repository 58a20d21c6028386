using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Claims;
using Entente.Storage;
using Entente.Tests.Claims;
using Entente.Web;
using Entente.Web.Hosting;
using Entente.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Tests.Web;

/// <summary>What docs/security.md says holds: each attack of its table is tried here.</summary>
public sealed class SecurityTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><svg/onload=alert(1)>", "<!--", "]]>", "{{7*7}}${7*7}", "javascript:alert(1)",
        "\u202Egnp.exe\u202C \u2066x\u2069", "\0\u0007\u001b[31mred", "\ud83d\ude00 \u0301\u0301\u0301 ﷽", "=cmd|' /C calc'!A0", string.Concat(Enumerable.Repeat("unbrokenword", 400)), "مرحبا بالعالم שלום",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("entente-security-");
    private readonly List<WebApplication> apps = [];
    private readonly List<string> complaints = [];

    private string Db => Path.Combine(folder.FullName, "l.db");

    public Task InitializeAsync()
    {
        using ILedger ledger = Ledger.Open(Db);
        ledger.Add([.. Hostile.Select((words, i) => new ReadReport(
            Samples.Report($"{words} and more of report {i}.", "2024-05-01", words, i % 2 == 0 ? "javascript:alert(1)" : $"https://e.example/{i}?a=\"><script>", $"{words}.txt", words),
            [
                Samples.Event(EventType.Accuse, "KAZ", "TJK", "2024-05-01", quote: words, place: words),
                Samples.Agreement("treaty", words, "KAZ TJK", "2024-05-02", quote: words),
                Samples.Office(words, words, "TJK"),
                Samples.Transfer("KAZ", "TJK", words, 5 + i, "t", "2024", quote: words),
            ]))]);
        ledger.Reconcile();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (WebApplication app in apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("localhost.evil.example:80", 421)]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:7440", 200)]
    [InlineData("ledger.example", 200)]
    public async Task A_name_that_is_not_its_own_is_not_answered(string host, int status)
    {
        HttpClient client = await Start(o => o with { Hosts = ["ledger.example"] });
        using HttpRequestMessage request = new(HttpMethod.Get, "/index.json");
        request.Headers.Host = host;
        Assert.Equal(status, (int)(await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("BREW")]
    public async Task Nothing_can_be_changed_unless_that_was_allowed(string method)
    {
        HttpClient client = await Start(o => o);
        foreach (string path in (string[])["/", "/claims.json", "/add", "/nowhere", "/sign-in"])
        {
            HttpResponseMessage answer = await Send(client, method, path, new FormUrlEncodedContent([]));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("--allow-changes", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_sites_page_cannot_change_anything()
    {
        HttpClient client = await Start(o => o with { AllowChanges = true });
        HttpContent Form() => new FormUrlEncodedContent([new("text", "x")]);
        Assert.Equal(403, (int)(await Send(client, "POST", "/add", Form())).StatusCode);
        Assert.Equal(403, (int)(await Send(client, "POST", "/add", new StringContent("{}", Encoding.UTF8, "application/json"), ("Sec-Fetch-Site", "cross-site"))).StatusCode);
        Assert.Equal(403, (int)(await Send(client, "POST", "/add", new StringContent("{}", Encoding.UTF8, "application/json"), ("Sec-Fetch-Site", "same-site"))).StatusCode);
        Assert.Equal(403, (int)(await Send(client, "POST", "/add", new StringContent("{}", Encoding.UTF8, "application/json"), ("Origin", "https://evil.example"))).StatusCode);
        Assert.Equal(403, (int)(await Send(client, "POST", "/add", new StringContent("{}", Encoding.UTF8, "application/json"), ("Origin", "null"))).StatusCode);
        // What a form of another site can send without being asked: the three types of forms.
        Assert.Equal(415, (int)(await Send(client, "POST", "/add", new StringContent("{}", Encoding.UTF8, "text/plain"))).StatusCode);
        Assert.Equal(403, (int)(await Send(client, "POST", "/add", new MultipartFormDataContent { { new StringContent("x"), "text" } })).StatusCode);
        // A token of another browser does not fit this one's cookie.
        Assert.Equal(403, (int)(await Send(client, "POST", "/add", new FormUrlEncodedContent([new("_token", new string('a', 64))]), ("Cookie", "entente-form=" + new string('b', 32)))).StatusCode);
        Assert.Equal(405, (int)(await Send(client, "DELETE", "/claims.json", Form())).StatusCode);
    }

    [Fact]
    public async Task Where_there_is_a_token_each_change_must_show_it()
    {
        HttpClient client = await Start(o => o with { AllowChanges = true, Token = "s3cret" });
        HttpResponseMessage without = await Send(client, "POST", "/nowhere", Json());
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(client, "POST", "/nowhere", Json(), ("Authorization", "Bearer s3cre"))).StatusCode);
        // It passes, and finds nothing there.
        Assert.Equal(HttpStatusCode.NotFound, (await Send(client, "POST", "/nowhere", Json(), ("Authorization", "Bearer s3cret"))).StatusCode);
        // A browser signs in with a form of ours.
        HttpResponseMessage form = await client.GetAsync(SignIn.Path);
        string cookie = form.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        string token = Regex.Match(await form.Content.ReadAsStringAsync(), "name=\"_token\" value=\"(?<token>[0-9a-f]{64})\"", default, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        Assert.Equal(64, token.Length);
        string own = cookie.Split(';')[0];
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(client, "POST", SignIn.Path, new FormUrlEncodedContent([new("key", "s3cret")]), ("Cookie", own))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(client, "POST", SignIn.Path, new FormUrlEncodedContent([new("key", "guess"), new("_token", token)]), ("Cookie", own))).StatusCode);
        HttpResponseMessage signed = await Send(client, "POST", SignIn.Path, new FormUrlEncodedContent([new("key", "s3cret"), new("_token", token)]), ("Cookie", own));
        Assert.Equal(HttpStatusCode.SeeOther, signed.StatusCode);
        string key = signed.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.DoesNotContain("s3cret", key, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(client, "POST", "/nowhere", Json(), ("Cookie", key))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/index.json")).StatusCode);
    }

    [Fact]
    public async Task Sizes_have_limits()
    {
        HttpClient client = await Start(o => o with { AllowChanges = true });
        Assert.Equal(414, (int)(await client.GetAsync("/claims.json?q=" + new string('x', 5000))).StatusCode);
        Assert.Contains(" 413 ", await Raw(client, "POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 6000000\r\n\r\ntext=x"), StringComparison.Ordinal);
        Assert.Equal(431, (int)(await Send(client, "GET", "/", null, ("X-Long", new string('x', 20_000)))).StatusCode);
        Assert.Contains(" 431 ", await Raw(client, "GET / HTTP/1.1\r\nHost: localhost\r\n" + string.Concat(Enumerable.Range(0, 80).Select(i => $"X-{i}: 1\r\n")) + "\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_address_can_ask_only_so_often_and_this_machine_reads_as_it_likes()
    {
        using RateLimits limits = new(new WebOptions { Ledger = Db, RequestsPerSecond = 10 });
        static HttpContext From(string address) => new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        Assert.InRange(Enumerable.Range(0, 500).Count(_ => limits.Take(From("203.0.113.7"), change: false)), 50, 70);
        Assert.True(limits.Take(From("203.0.113.8"), change: false));
        Assert.InRange(Enumerable.Range(0, 500).Count(i => limits.Take(From($"2001:db8::{i:x}"), change: false)), 50, 70);
        Assert.Equal(500, Enumerable.Range(0, 500).Count(_ => limits.Take(From("127.0.0.1"), change: false)));
        Assert.InRange(Enumerable.Range(0, 500).Count(_ => limits.Take(From("127.0.0.1"), change: true)), 60, 80);
    }

    [Theory]
    [InlineData("GET /assets/../../../etc/passwd")]
    [InlineData("GET /assets/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("GET /assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("GET //etc/passwd")]
    [InlineData("GET /assets/site.css%00.svg")]
    [InlineData("GET /\\..\\..\\windows\\win.ini")]
    public async Task No_path_of_a_request_reaches_a_file(string line)
    {
        string answer = await Raw(await Start(o => o), line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (400|404) ", answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'; DROP TABLE claims; --")]
    [InlineData("\" OR \"\"=\"")]
    [InlineData("NEAR( AND * OR ^ - :")]
    [InlineData("x' UNION SELECT text FROM reports --")]
    [InlineData("\0nowhere\u0001")]
    [InlineData("%' ESCAPE '")]
    public async Task No_words_of_a_request_become_sql(string words)
    {
        HttpClient client = await Start(o => o);
        string given = Uri.EscapeDataString(words);
        foreach (string name in (string[])["q", "type", "place", "publisher", "report"])
        {
            using JsonDocument answer = JsonDocument.Parse(await client.GetStringAsync($"/claims.json?{name}={given}"));
            Assert.Equal(0, answer.RootElement.GetProperty("items").GetArrayLength());
        }
        Assert.Contains((int)(await client.GetAsync($"/claims.json?after={given}")).StatusCode, (int[])[200, 410]);
        foreach (IPage page in PageServer.Pages)
        {
            string address = Regex.Replace(page.Route, "\\{[a-z]+\\}", given, default, TimeSpan.FromSeconds(1));
            Assert.InRange((int)(await client.GetAsync(address + "?q=" + given)).StatusCode, 200, 499);
        }
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/claims.json")).StatusCode);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task What_reports_say_is_shown_as_text_on_every_page()
    {
        HttpClient client = await Start(o => o with { AllowChanges = true });
        using JsonDocument claims = JsonDocument.Parse(await client.GetStringAsync("/claims.json?limit=500"));
        string[] claimIds = [.. claims.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("claim").GetProperty("id").GetString()!)];
        string[] reportIds = [.. claims.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("report").GetProperty("id").GetString()!).Distinct()];
        Assert.Equal(Hostile.Length * 4, claimIds.Length);
        List<string> addresses = ["/search?q=more", "/search?q=" + Uri.EscapeDataString(Hostile[1]), "/search?actor=KAZ&actor=TJK", "/check?actor=KAZ"];
        foreach (IPage page in PageServer.Pages)
        {
            string[] ids = page.Route.StartsWith("/claim", StringComparison.Ordinal) ? claimIds : page.Route.StartsWith("/document", StringComparison.Ordinal) || page.Route.StartsWith("/report", StringComparison.Ordinal) ? reportIds : ["KAZ"];
            addresses.AddRange(ids.Select(id => Regex.Replace(page.Route.Replace("{b}", "TJK", StringComparison.Ordinal), "\\{[a-z]+\\}", id, default, TimeSpan.FromSeconds(1))));
        }
        foreach (string address in addresses)
        {
            HttpResponseMessage answer = await client.GetAsync(address);
            string html = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode < 500, address);
            AssertHarmless(html, address);
        }
        string feed = await client.GetStringAsync("/pair/KAZ/TJK.atom");
        System.Xml.Linq.XDocument.Parse(feed);
        Assert.DoesNotContain("<script", feed, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?m)(^|,)\"?=cmd", await client.GetStringAsync("/claims.csv?limit=1000"));
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("/", "localhost")]
    [InlineData("/index.json", "localhost")]
    [InlineData("/nowhere", "localhost")]
    [InlineData("/claims.csv", "localhost")]
    [InlineData("/", "evil.example")]
    public async Task Every_answer_forbids_scripts_frames_and_guessing(string path, string host)
    {
        HttpClient client = await Start(o => o);
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Host = host;
        HttpResponseHeaders headers = (await client.SendAsync(request)).Headers;
        string policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
        Assert.False(headers.Contains("Server"));
        Assert.False(headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_page_with_a_browsers_own_token_is_not_kept_for_others()
    {
        HttpClient client = await Start(o => o with { AllowChanges = true, Token = "s3cret" });
        HttpResponseMessage form = await client.GetAsync(SignIn.Path);
        Assert.Equal("no-store", form.Headers.CacheControl!.ToString());
        Assert.Null(form.Headers.ETag);
    }

    [Fact]
    public async Task A_page_with_a_browsers_own_token_is_not_packed()
    {
        HttpClient client = await Start(o => o with { AllowChanges = true });
        HttpResponseMessage form = await Send(client, "GET", "/add", null, ("Accept-Encoding", "gzip"));
        Assert.Equal(200, (int)form.StatusCode);
        Assert.Contains(ChangeGuard.Field, await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(form.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], (await Send(client, "GET", "/", null, ("Accept-Encoding", "gzip"))).Content.Headers.ContentEncoding);
    }

    private static void AssertHarmless(string html, string address)
    {
        Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(Regex.Matches(html, "<script[^>]*>", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)), m => Assert.Contains(" src=\"/assets/", m.Value, StringComparison.Ordinal));
        string tags = string.Concat(Regex.Matches(html, "<[a-z/!][^>]*>", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)).Select(m => Regex.Replace(m.Value, "\"[^\"]*\"", "\"\"", default, TimeSpan.FromSeconds(5))));
        Assert.False(Regex.IsMatch(tags, "\\s(on[a-z]+|style)=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)), $"{address} has a handler or a style");
        Assert.DoesNotMatch(new Regex("(href|src|action)=\"\\s*(javascript|data|vbscript):", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)), html);
        Assert.DoesNotContain("<img src=x", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg/onload", html, StringComparison.OrdinalIgnoreCase);
        Assert.True(html.IndexOfAny(['\0', '\u0007', '\u001b', '\u202e', '\u2066']) < 0, $"{address} lets through what steers");
    }

    private static StringContent Json() => new("{}", Encoding.UTF8, "application/json");

    private static async Task<HttpResponseMessage> Send(HttpClient client, string method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path) { Content = content };
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    private static async Task<string> Raw(HttpClient client, string request)
    {
        using TcpClient tcp = new();
        await tcp.ConnectAsync(IPAddress.Loopback, client.BaseAddress!.Port);
        NetworkStream stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        byte[] buffer = new byte[64 << 10];
        int length = await stream.ReadAsync(buffer);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private async Task<HttpClient> Start(Func<WebOptions, WebOptions> with)
    {
        WebApplication app = WebHost.Build(with(new WebOptions { Ledger = Db, Port = 0, AsOf = new DateOnly(2026, 1, 1), Complain = complaints.Add }));
        apps.Add(app);
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
    }
}
