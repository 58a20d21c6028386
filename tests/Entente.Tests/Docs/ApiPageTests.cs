using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Tests.Cli.Mcp;
using Entente.Tests.Web;

namespace Entente.Tests.Docs;

/// <summary>What docs/api.md shows of the server is what it answers, over the ledger of the examples; "| jq ." is done here.</summary>
public sealed class ApiPageTests(WebServer server, McpProgram program) : IClassFixture<WebServer>, IClassFixture<McpProgram>
{
    private const string Jq = " | jq .";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task What_the_page_shows_is_what_the_server_answers()
    {
        int shown = 0;
        string[] lines = File.ReadAllLines(Repository.Path("docs", "api.md"));
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("$ curl -s '", StringComparison.Ordinal)) continue;
            string address = lines[i].Split('\'')[1];
            Assert.StartsWith("http://127.0.0.1:7440/", address, StringComparison.Ordinal);
            string answer = await (await server.Client.GetAsync(new Uri(address).PathAndQuery)).Content.ReadAsStringAsync();
            if (lines[i].EndsWith(Jq, StringComparison.Ordinal)) answer = JsonSerializer.Serialize(JsonElement.Parse(answer), Indented);
            string[] expected = [.. lines.Skip(i + 1).TakeWhile(l => !l.StartsWith("```", StringComparison.Ordinal) && !l.StartsWith("$ ", StringComparison.Ordinal))];
            CommandsTests.AssertShown(expected, answer.TrimEnd('\n').Split('\n'), "docs/api.md: " + lines[i]);
            shown++;
        }
        Assert.True(shown >= 3);
    }

    [Fact]
    public async Task The_page_names_every_tool_and_no_other()
    {
        string[] rows = [.. File.ReadLines(Repository.Path("docs", "api.md")).SkipWhile(l => !l.StartsWith("| tool |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))];
        IEnumerable<string> named = rows.SelectMany(r => r.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1));
        Assert.Equal((await program.Client.ListToolsAsync()).Select(t => t.Name).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
