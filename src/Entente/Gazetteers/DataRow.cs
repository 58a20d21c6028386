namespace Entente.Gazetteers;

/// <summary>One row of a table of data/.</summary>
public readonly struct DataRow
{
    private readonly string[] header;
    private readonly string[] cells;

    internal DataRow(string file, int line, string[] header, string[] cells)
    {
        File = file;
        Line = line;
        this.header = header;
        this.cells = cells;
    }

    /// <summary>The file, for messages.</summary>
    public string File { get; }

    /// <summary>The line in it, from 1.</summary>
    public int Line { get; }

    /// <summary>The cell of a column, or null where it is empty or missing.</summary>
    /// <exception cref="EntenteException">The table has no such column.</exception>
    public string? this[string column]
    {
        get
        {
            int at = Array.IndexOf(header, column);
            if (at < 0) throw new EntenteException($"{File} has no column '{column}'.");
            return at < cells.Length && cells[at].Length > 0 ? cells[at] : null;
        }
    }

    /// <summary>The cell of a column that must be filled.</summary>
    /// <exception cref="EntenteException">It is empty, or the table has no such column.</exception>
    public string Required(string column) => this[column] ?? throw new EntenteException($"{File}, line {Line}: the column '{column}' is empty.");

    /// <summary>The parts of a cell between "|", trimmed; none where it is empty.</summary>
    public string[] List(string column) => this[column]?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
