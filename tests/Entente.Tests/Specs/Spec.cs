using Entente.Parsing;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Tests.Specs;

/// <summary>The stages up to resolving, built once for all rows: the model takes longer to load than a sentence to read.</summary>
public sealed class Reading
{
    private readonly Parser parser = new();
    private readonly Recognizer recognizer = new();
    private readonly Resolver resolver = new();

    internal ResolvedDocument Resolve(string text) =>
        resolver.Resolve(recognizer.Recognize(parser.Parse(new Document { Source = "-", Text = text, Blocks = [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)] })));
}

/// <summary>Rows of a page of specs/: the first two cells of its tables.</summary>
internal static class Spec
{
    public static IEnumerable<(string Sentence, string Expected)> Rows(string page)
    {
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, "specs", page)))
        {
            if (!line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| sentence |", StringComparison.Ordinal)) continue;
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            yield return (cells[1], cells[2]);
        }
    }

    /// <summary>The parts of an expected cell, each cut in two at a mark.</summary>
    public static IEnumerable<(string Left, string Right)> Parts(string expected, string mark)
    {
        foreach (string part in expected.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int at = part.IndexOf(mark, StringComparison.Ordinal);
            Assert.True(at > 0, $"'{part}' has no '{mark}'.");
            yield return (part[..at].Trim(), part[(at + mark.Length)..].Trim());
        }
    }
}
