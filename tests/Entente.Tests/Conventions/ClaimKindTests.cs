using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Claims;
using Entente.Tests.Specs;
using Entente.Text;

namespace Entente.Tests.Conventions;

/// <summary>The point of extension: a kind of claim is a record, an extractor in a folder of its own, frames, sentences and a section. All five must be there.</summary>
public sealed partial class ClaimKindTests
{
    public static TheoryData<string> Kinds() => [.. ClaimNames.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_its_record(string kind)
    {
        Assert.True(File.Exists(Repository.Path("src", "Entente", "Claims", Title(kind) + ".cs")));
        Type record = typeof(Claim).Assembly.GetType("Entente.Claims." + Title(kind), throwOnError: true)!;
        Assert.True(record.IsSealed && record.IsSubclassOf(typeof(Claim)), $"{record} is no sealed record derived from Claim.");
    }

    [Fact]
    public void Every_record_is_a_kind()
    {
        string[] records = [.. typeof(Claim).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Claim))).Select(t => t.Name.ToLowerInvariant()).Order(StringComparer.Ordinal)];
        Assert.Equal(ClaimNames.Kinds.Order(StringComparer.Ordinal), records);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_its_extractor_in_a_folder_of_its_own(string kind)
    {
        string folder = Repository.Path("src", "Entente", "Extracting", Title(kind) + "s");
        string extractor = Path.Combine(folder, Title(kind) + "Extractor.cs");
        Assert.True(File.Exists(extractor), $"{extractor} is not there.");
        Assert.Contains(": IClaimExtractor", File.ReadAllText(extractor), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_its_frames(string kind)
    {
        string[] tables = [.. Directory.EnumerateFiles(Repository.Path("data"), kind + "s*.tsv", SearchOption.AllDirectories)];
        Assert.NotEmpty(tables);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_twenty_five_sentences_and_some_that_give_nothing(string kind)
    {
        string path = Repository.Path("specs", kind + "s.md"), text = File.ReadAllText(path);
        bool table = text.Contains("\n|---", StringComparison.Ordinal);
        string[][] cases = table
            ? [.. text.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)).Where(c => c[0] != "Sentence").Select(c => (string[])[c[^1].Length == 0 || c.Length == 1 ? "nothing" : c[^1]])]
            : [.. SpecCase.Of(path).Select(c => c.Expected.ToArray())];
        Assert.True(cases.Length >= 25, $"{path} has {cases.Length} sentences.");
        Assert.Contains(cases, c => c.Contains("nothing", StringComparer.OrdinalIgnoreCase) || c.Contains("–", StringComparer.Ordinal) || c.Contains("-", StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_a_section_that_names_its_fields(string kind)
    {
        string[] sections = Heading().Split(File.ReadAllText(Repository.Path("docs", "claims.md")));
        string? section = sections.FirstOrDefault(s => s.StartsWith(kind, StringComparison.Ordinal));
        Assert.True(section is not null, $"docs/claims.md has no section '## {kind}'.");
        string[] missing = [.. Fields(kind).Where(f => !section.Contains($"`{f}`", StringComparison.Ordinal))];
        Assert.True(missing.Length == 0, $"docs/claims.md, '{kind}', does not name {string.Join(", ", missing)}.");
    }

    // The fields of a claim with all its slots filled, beyond those of every claim.
    private static IEnumerable<string> Fields(string kind)
    {
        ActorCode a = new("KEN"), b = new("PER");
        DateRange year = new(new PartialDate(2024));
        Evidence[] evidence = [new Evidence(new TextSpan(0, 1), "x")];
        const ClaimStatus Status = ClaimStatus.Happened;
        Claim full = kind switch
        {
            "event" => new Event { Status = Status, Evidence = evidence, Type = EventType.Consult, Source = [a], Target = [b], Date = year, Place = "x", Format = "visit", Mode = "visit", Contexts = ["economic"], Cameo = "042" },
            "agreement" => new Agreement { Status = Status, Evidence = evidence, Type = "treaty", Subject = "x", Parties = [a, b], Count = 2, Date = year, Until = new PartialDate(2025), Value = 1, Currency = "USD" },
            "figure" => new Figure { Status = Status, Evidence = evidence, Measure = "exports", From = [a], To = [b], Parties = [a, b], Value = 1, Unit = "USD", Comparator = "=", Period = year, Rate = "per year", Due = new PartialDate(2025), ChangePct = 1, Commodity = "x" },
            "transfer" => new Transfer { Status = Status, Evidence = evidence, From = [a], To = [b], Commodity = "x", Quantity = 1, Unit = "t", Value = 1, Currency = "USD", Period = year, Rate = "per year", Via = "x", Terms = "aid" },
            "project" => new Project { Status = Status, Evidence = evidence, Name = "x", Parties = [a, b], Sector = "energy", Capacity = "x", Cost = "x" },
            "relation" => new Relation { Status = Status, Evidence = evidence, Type = "border", Parties = [a, b], Since = new PartialDate(2024) },
            "office" => new Office { Status = Status, Evidence = evidence, Person = "x", Title = "x", State = a },
            _ => throw new InvalidOperationException($"Add the new kind '{kind}' here, with all its slots."),
        };
        Document document = new() { Source = "-", Text = "x", Blocks = [] };
        using JsonDocument json = JsonDocument.Parse(ClaimJson.Line(document, [full]));
        string[] common = ["id", "kind", "status", "speaker", "confidence", "evidence", "actors"];
        return [.. json.RootElement.GetProperty("claims")[0].EnumerateObject().Select(p => p.Name).Except(common, StringComparer.Ordinal)];
    }

    private static string Title(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..];

    [GeneratedRegex("^## ", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();
}
