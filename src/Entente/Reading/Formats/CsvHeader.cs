namespace Entente.Reading.Formats;

/// <summary>Tells a table of reports from prose by its header line.</summary>
internal static class CsvHeader
{
    private static readonly string[] Contents = ["text", "html", "body", "content", "article", "fulltext", "full_text"];

    /// <summary>Whether the first line is a header with at least two columns, one of which holds the reports.</summary>
    public static bool Looks(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny('\r', '\n');
        if (end is < 4 or > 2000) return false;
        ReadOnlySpan<char> line = text[..end];
        char separator = SeparatorOf(line);
        if (separator == '\0') return false;
        bool content = false;
        int columns = 0;
        foreach (Range part in line.Split(separator))
        {
            ReadOnlySpan<char> name = line[part].Trim().Trim('"').Trim();
            if (name.Length is 0 or > 40 || name.IndexOfAny(". ") >= 0) return false;
            columns++;
            foreach (string known in Contents) content |= name.Equals(known, StringComparison.OrdinalIgnoreCase);
        }
        return content && columns >= 2;
    }

    /// <summary>Comma, semicolon or tab, whichever parts the line most; NUL if none does.</summary>
    public static char SeparatorOf(ReadOnlySpan<char> line)
    {
        char best = '\0';
        int most = 0;
        foreach (char c in (ReadOnlySpan<char>)[',', ';', '\t'])
        {
            int count = line.Count(c);
            if (count <= most) continue;
            most = count;
            best = c;
        }
        return best;
    }
}
