using System.Text;

namespace Entente.Asking.Statistics;

/// <summary>Rows of a CSV file (RFC 4180), one at a time: cells apart by commas, in quotation marks where they hold one.</summary>
internal static class CsvRows
{
    // A cell that goes on for longer has lost its closing quotation mark.
    private const int LongestRow = 1 << 20;

    public static IEnumerable<string[]> Read(TextReader reader)
    {
        List<string> row = [];
        StringBuilder cell = new();
        bool quoted = false, any = false;
        int length = 0;
        for (int c = reader.Read(); c >= 0; c = reader.Read())
        {
            if (++length > LongestRow) throw new FormatException("a row is longer than a million characters; is a quotation mark missing?");
            char letter = (char)c;
            if (quoted)
            {
                if (letter != '"') cell.Append(letter);
                else if (reader.Peek() == '"') cell.Append((char)reader.Read());
                else quoted = false;
                continue;
            }
            switch (letter)
            {
                case '"': quoted = any = true; break;
                case ',':
                    row.Add(cell.ToString());
                    cell.Clear();
                    any = true;
                    break;
                case '\r': break;
                case '\n':
                    if (any || cell.Length > 0) yield return End(row, cell);
                    any = false;
                    length = 0;
                    break;
                case '\ufeff' when length == 1: break;
                default: cell.Append(letter); break;
            }
        }
        if (any || cell.Length > 0) yield return End(row, cell);
    }

    private static string[] End(List<string> row, StringBuilder cell)
    {
        row.Add(cell.ToString());
        cell.Clear();
        string[] cells = [.. row];
        row.Clear();
        return cells;
    }
}
