using System.Text;

namespace Entente.Gazetteers;

/// <summary>
/// The tables of data/: tab-separated text, comments after "#", then a header line. The files are embedded in the library;
/// an analyst's own folder, where given, is laid on top, file by file: its rows come after the built-in ones.
/// </summary>
public sealed class DataFiles
{
    private readonly string? folder;
    private readonly Lazy<LeaderList> leaders;

    /// <summary>The built-in tables, with those of <paramref name="folder"/> on top.</summary>
    /// <param name="folder">A folder laid out like data/, or null.</param>
    /// <exception cref="EntenteException">The folder does not exist.</exception>
    public DataFiles(string? folder = null)
    {
        if (folder is not null && !Directory.Exists(folder)) throw new EntenteException($"The data folder '{folder}' does not exist.");
        this.folder = folder;
        leaders = new Lazy<LeaderList>(() => new LeaderList(this));
    }

    /// <summary>The built-in tables alone.</summary>
    public static DataFiles BuiltIn { get; } = new();

    /// <summary>The rows of a table, in order; built-in rows first.</summary>
    /// <param name="name">Path below data/ without its ending: "states", "predicates/conflict".</param>
    /// <exception cref="EntenteException">There is no such table, or a row does not fit its header.</exception>
    public IEnumerable<DataRow> Read(string name)
    {
        bool found = false;
        using (Stream? stream = typeof(DataFiles).Assembly.GetManifestResourceStream($"data/{name}.tsv"))
        {
            if (stream is not null)
            {
                found = true;
                foreach (DataRow row in Rows(stream, $"data/{name}.tsv")) yield return row;
            }
        }
        string? path = folder is null ? null : Path.Combine(folder, name + ".tsv");
        if (path is not null && File.Exists(path))
        {
            found = true;
            using FileStream stream = File.OpenRead(path);
            foreach (DataRow row in Rows(stream, path)) yield return row;
        }
        if (!found) throw new EntenteException($"There is no table '{name}'.");
    }

    /// <summary>The leaders with their dates: two stages look names up in them, and they are read once.</summary>
    internal LeaderList Leaders => leaders.Value;

    /// <summary>The built-in text of a table, for those that search it as it stands.</summary>
    /// <exception cref="EntenteException">There is no such table.</exception>
    internal static string BuiltInText(string name)
    {
        using Stream stream = typeof(DataFiles).Assembly.GetManifestResourceStream($"data/{name}.tsv") ?? throw new EntenteException($"There is no table '{name}'.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The rows that the analyst's own folder adds to a table; none without one.</summary>
    internal IEnumerable<DataRow> ReadOwn(string name)
    {
        string? path = folder is null ? null : Path.Combine(folder, name + ".tsv");
        if (path is null || !File.Exists(path)) yield break;
        using FileStream stream = File.OpenRead(path);
        foreach (DataRow row in Rows(stream, path)) yield return row;
    }

    private static IEnumerable<DataRow> Rows(Stream stream, string file)
    {
        using StreamReader reader = new(stream, Encoding.UTF8);
        string[]? header = null;
        for (int line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0 || text[0] == '#') continue;
            string[] cells = text.Split('\t');
            if (header is null)
            {
                header = cells;
                continue;
            }
            if (cells.Length > header.Length) throw new EntenteException($"{file}, line {line}: {cells.Length} columns where the header has {header.Length}. Take out the tabs too many.");
            yield return new DataRow(file, line, header, cells);
        }
    }
}
