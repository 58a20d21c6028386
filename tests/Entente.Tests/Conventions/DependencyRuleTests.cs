namespace Entente.Tests.Conventions;

/// <summary>The dependency rule of the house, read from the using lines.</summary>
public sealed class DependencyRuleTests
{
    private static readonly string[] Stages = ["Reading", "Parsing", "Recognizing", "Resolving", "Extracting", "Reconciling", "Asking"];

    public static TheoryData<string, string[]> Folders()
    {
        TheoryData<string, string[]> folders = new()
        {
            { "Text", [] },
            { "Claims", ["Text"] },
            { "Numerics", [] },
            { "Gazetteers", ["Text", "Claims"] },
        };
        for (int i = 0; i < Stages.Length; i++)
        {
            folders.Add(Stages[i], ["Text", "Claims", "Numerics", "Gazetteers", .. Stages[..i]]);
        }
        return folders;
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_the_library_uses_only_what_lies_below_it(string folder, string[] allowed)
    {
        string[] wrong = [.. UsesOf(folder)
            .Where(u => u.Target != folder && !allowed.Contains(u.Target))
            .Select(u => $"{Path.GetRelativePath(Repository.Root, u.File)} uses Entente.{u.Target}")];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Only_the_pipeline_knows_every_stage()
    {
        string[] knowing = [.. Repository.Sources("src", "Entente")
            .Where(file => Stages[..5].All(stage => File.ReadLines(file).Any(line => line.StartsWith($"using Entente.{stage}", StringComparison.Ordinal))))
            .Select(file => Path.GetFileName(file)!)];
        Assert.All(knowing, name => Assert.StartsWith("Pipeline", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_library_references_no_other_project()
    {
        Assert.DoesNotContain("ProjectReference", File.ReadAllText(Repository.Path("src", "Entente", "Entente.csproj")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTime.Today")]
    [InlineData("Environment.Exit")]
    [InlineData("Console.")]
    [InlineData("new Random()")]
    [InlineData("#region")]
    public void The_library_does_not_say(string words)
    {
        string[] wrong = [.. Repository.Sources("src", "Entente").Where(f => File.ReadLines(f).Any(l => l.Contains(words, StringComparison.Ordinal) && !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))];
        Assert.True(wrong.Length == 0, $"'{words}' in\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void No_catch_is_bare()
    {
        string[] wrong = [.. Repository.Sources("src").Where(f => File.ReadLines(f).Any(l => l.Trim() is "catch" or "catch (Exception)" or "catch { }"))];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<(string File, string Target)> UsesOf(string folder)
    {
        if (!Directory.Exists(Repository.Path("src", "Entente", folder))) yield break;
        foreach (string file in Repository.Sources("src", "Entente", folder))
        {
            foreach (string line in File.ReadLines(file))
            {
                string text = line.Trim();
                if (text.StartsWith("using static ", StringComparison.Ordinal)) text = "using " + text["using static ".Length..];
                if (!text.StartsWith("using Entente.", StringComparison.Ordinal)) continue;
                string target = text["using Entente.".Length..].TrimEnd(';').Split('.')[0];
                yield return (file, target);
            }
        }
    }
}
