using System.Text;
using Entente.Reading;
using Entente.Text;

namespace Entente.Benchmarks;

/// <summary>The reports that speed is measured on.</summary>
internal static class Reports
{
    /// <summary>The text files of a folder, read; the examples of the repository where none is given.</summary>
    public static IReadOnlyList<Document> Read(string? folder)
    {
        string path = folder ?? Path.Combine(Root(), "examples");
        Reader reader = new();
        List<Document> documents = [];
        foreach (string file in Directory.EnumerateFiles(path, "*.txt").Order(StringComparer.Ordinal))
        {
            using FileStream stream = File.OpenRead(file);
            documents.AddRange(reader.Read(stream, file).Select(r => r.Document).OfType<Document>());
        }
        return documents.Count > 0 ? documents : throw new DirectoryNotFoundException($"No text files in {path}.");
    }

    /// <summary>Their text in one piece, of at least so many characters.</summary>
    public static string Text(IReadOnlyList<Document> documents, int length)
    {
        StringBuilder text = new();
        for (int i = 0; text.Length < length; i++) text.Append(documents[i % documents.Count].Text).Append('\n');
        return text.ToString();
    }

    private static string Root()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Entente.slnx"))) return at.FullName;
        }
        throw new DirectoryNotFoundException("No Entente.slnx above the program's folder.");
    }
}
