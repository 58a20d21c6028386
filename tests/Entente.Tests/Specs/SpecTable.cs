namespace Entente.Tests.Specs;

/// <summary>Reads the tables of a spec: each row is a sentence and what is expected of it, under the heading of its section.</summary>
internal static class SpecTable
{
    /// <summary>The rows of a page of specs/, in order.</summary>
    public static IEnumerable<(string Section, string Sentence, string Expected)> Read(string file)
    {
        string section = "";
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, "specs", file)))
        {
            if (line.StartsWith('#')) section = line.TrimStart('#', ' ');
            if (!line.StartsWith('|') || line.StartsWith("|---", StringComparison.Ordinal) || line.StartsWith("| Sentence", StringComparison.Ordinal)) continue;
            string[] cells = line.Split('|');
            yield return (section, cells[1].Trim(), cells[2].Trim());
        }
    }
}
