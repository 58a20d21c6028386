namespace Entente.Parsing.Neural;

/// <summary>Strings and their rows in a table; row 0 is "not known". Frozen after construction.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> rows;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>Gives the entries the rows 1, 2, 3 …</summary>
    public Vocabulary(IReadOnlyList<string> entries)
    {
        Entries = entries;
        rows = new Dictionary<string, int>(entries.Count, StringComparer.Ordinal);
        for (int i = 0; i < entries.Count; i++) rows.TryAdd(entries[i], i + 1);
        lookup = rows.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The entries, from row 1.</summary>
    public IReadOnlyList<string> Entries { get; }

    /// <summary>Rows of a table for this vocabulary.</summary>
    public int Rows => Entries.Count + 1;

    /// <summary>The row of an entry, 0 if there is none.</summary>
    public int Find(ReadOnlySpan<char> entry) => lookup.TryGetValue(entry, out int row) ? row : 0;
}
