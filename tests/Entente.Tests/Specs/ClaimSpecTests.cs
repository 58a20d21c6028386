using System.Globalization;
using System.Text.Json;
using Entente.Claims;
using Entente.Text;

namespace Entente.Tests.Specs;

/// <summary>Reads specs/*.md: sentences of our own with the claims that they must give. Documentation and tests at once.</summary>
public sealed class ClaimSpecTests
{
    private static readonly Lazy<Pipeline> Reader = new(() => new Pipeline());
    private static readonly Dictionary<string, string[]> Kinds = new(StringComparer.Ordinal)
    {
        ["figures"] = ["figure"], ["transfers"] = ["transfer"], ["agreements"] = ["agreement"], ["projects"] = ["project"], ["relations"] = ["relation"], ["offices"] = ["office"],
    };

    /// <summary>File and line of every case.</summary>
    public static TheoryData<string, int> Cases()
    {
        TheoryData<string, int> cases = [];
        foreach (string path in Files())
            foreach (SpecCase found in SpecCase.Of(path)) cases.Add(Path.GetFileNameWithoutExtension(path), found.Line);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_the_claims_that_a_spec_names_and_no_others_of_its_kind(string file, int line)
    {
        SpecCase spec = SpecCase.Of(Repository.Path("specs", file + ".md")).Single(c => c.Line == line);
        Document document = new() { Source = spec.ToString(), Text = spec.Text, Published = spec.Published, Blocks = [new Block(new TextSpan(0, spec.Text.Length), BlockKind.Paragraph)] };
        string[] kinds = Kinds[file];
        using JsonDocument read = JsonDocument.Parse(ClaimJson.Line(document, Reader.Value.Read(document)));
        List<JsonElement> claims = [.. read.RootElement.GetProperty("claims").EnumerateArray().Where(c => kinds.Contains(c.GetProperty("kind").GetString()))];
        string found = string.Join("\n", claims.Select(c => c.GetRawText()));
        foreach (string expected in spec.Expected.Where(e => e != "nothing"))
        {
            IReadOnlyList<(string Key, string Value)> fields = SpecCase.Fields(expected);
            int at = claims.FindIndex(c => fields.All(f => Holds(c, f.Key, f.Value)));
            Assert.True(at >= 0, $"{spec}: '{spec.Text}'\nlacks: {expected}\nfound:\n{found}");
            claims.RemoveAt(at);
        }
        Assert.True(claims.Count == 0, $"{spec}: '{spec.Text}'\nhas too many:\n{string.Join("\n", claims.Select(c => c.GetRawText()))}");
    }

    private static IEnumerable<string> Files() =>
        Directory.Exists(Repository.Path("specs")) ? Directory.EnumerateFiles(Repository.Path("specs"), "*.md").Where(f => Kinds.ContainsKey(Path.GetFileNameWithoutExtension(f))).Order(StringComparer.Ordinal) : [];

    private static bool Holds(JsonElement claim, string key, string value)
    {
        if (!claim.TryGetProperty(key, out JsonElement field)) return value == "none";
        switch (field.ValueKind)
        {
            case JsonValueKind.Array:
                return field.EnumerateArray().Select(e => e.ToString()).ToHashSet(StringComparer.Ordinal).SetEquals(value.Split('+'));
            case JsonValueKind.Number:
                return decimal.Parse(value, CultureInfo.InvariantCulture) == field.GetDecimal();
            default:
                return string.Equals(field.ToString(), value, StringComparison.OrdinalIgnoreCase);
        }
    }
}
