using System.Text;
using Entente.Text;

namespace Entente.Tests.Specs;

/// <summary>
/// One case of specs/*.md: a quoted text and, indented below it, the claims that it must give, one a line: the kind, then fields as in the
/// contract, <c>figure measure=exports from=CHL to=CHN+JPN value=5000000 commodity="copper ore"</c>; "nothing" for none. Fields that a line
/// does not name may hold anything. A line "Published: 2024-05-02" dates the cases below it.
/// </summary>
/// <param name="File">Name of the file without its ending: "figures".</param>
/// <param name="Line">Line of the text in it.</param>
/// <param name="Text">The text to read.</param>
/// <param name="Published">Date of the report, if there is one.</param>
/// <param name="Expected">The lines of claims.</param>
public sealed record SpecCase(string File, int Line, string Text, PartialDate? Published, IReadOnlyList<string> Expected)
{
    /// <summary>All cases of a file.</summary>
    public static IEnumerable<SpecCase> Of(string path)
    {
        PartialDate? published = null;
        StringBuilder text = new();
        List<string> expected = [];
        int line = 0, start = 0;
        string file = Path.GetFileNameWithoutExtension(path);
        foreach (string row in System.IO.File.ReadLines(path).Append(""))
        {
            line++;
            if (row.StartsWith("> ", StringComparison.Ordinal))
            {
                if (expected.Count > 0)
                {
                    yield return new SpecCase(file, start, text.ToString(), published, [.. expected]);
                    text.Clear();
                    expected.Clear();
                }
                if (text.Length == 0) start = line;
                else text.Append(' ');
                text.Append(row.AsSpan(2));
            }
            else if (row.StartsWith("    ", StringComparison.Ordinal) && text.Length > 0) expected.Add(row.Trim());
            else if (row.Trim().Length > 0)
            {
                if (expected.Count > 0) yield return new SpecCase(file, start, text.ToString(), published, [.. expected]);
                text.Clear();
                expected.Clear();
                if (row.StartsWith("Published: ", StringComparison.Ordinal)) published = PartialDate.TryParse(row["Published: ".Length..].Trim());
            }
        }
        if (expected.Count > 0) yield return new SpecCase(file, start, text.ToString(), published, [.. expected]);
    }

    /// <summary>The fields of an expected line: kind first, then key and value.</summary>
    public static IReadOnlyList<(string Key, string Value)> Fields(string expected)
    {
        List<(string, string)> fields = [];
        int at = expected.IndexOf(' ', StringComparison.Ordinal);
        fields.Add(("kind", at < 0 ? expected : expected[..at]));
        while (at >= 0 && at < expected.Length)
        {
            while (at < expected.Length && expected[at] == ' ') at++;
            if (at >= expected.Length) break;
            int equals = expected.IndexOf('=', at);
            if (equals < 0) throw new FormatException($"'{expected[at..]}' is no key=value.");
            bool quoted = equals + 1 < expected.Length && expected[equals + 1] == '"';
            int from = equals + (quoted ? 2 : 1), to = expected.IndexOf(quoted ? '"' : ' ', from);
            if (to < 0) to = expected.Length;
            fields.Add((expected[at..equals], expected[from..to]));
            at = to + (quoted ? 1 : 0);
        }
        return fields;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{File}.md:{Line}";
}
