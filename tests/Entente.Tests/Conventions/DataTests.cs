using Entente.Gazetteers;

namespace Entente.Tests.Conventions;

/// <summary>What must hold of every table of data/.</summary>
public sealed class DataTests
{
    public static TheoryData<string> Tables()
    {
        TheoryData<string> tables = [];
        foreach (string file in Directory.EnumerateFiles(Repository.Path("data"), "*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            tables.Add(Path.GetRelativePath(Repository.Path("data"), file).Replace('\\', '/')[..^".tsv".Length]);
        }
        return tables;
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_can_be_read_and_says_where_it_comes_from(string table)
    {
        Assert.NotEmpty(DataFiles.BuiltIn.Read(table));
        string[] comments = [.. File.ReadLines(Repository.Path("data", table + ".tsv")).TakeWhile(l => l.StartsWith('#'))];
        Assert.Contains(comments, c => c.Contains("origin", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(comments, c => c.Contains("licence", StringComparison.OrdinalIgnoreCase));
    }
}
