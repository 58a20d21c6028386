using System.Net;
using System.Text.Json;

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
}
