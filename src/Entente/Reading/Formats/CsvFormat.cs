using System.Text;

namespace Entente.Reading.Formats;

/// <summary>Tables of reports (RFC 4180, also with semicolons or tabs): a header line, then one report a record; read record by record.</summary>
internal static class CsvFormat
{
    /// <summary>The reports, with the number of the line that each begins on, or the reason why a record gives none.</summary>
    public static IEnumerable<(RawReport? Report, long Line, string? Reason)> Read(TextReader reader, string source, int maxLength)
    {
        List<string> header = [], cells = [];
        long line = 1;
        char separator = '\0';
        StringBuilder cell = new();
        while (true)
        {
            long begun = line;
            bool more = ReadRecord(reader, cells, cell, ref line, ref separator, maxLength, out bool tooLong);
            if (!more) yield break;
            if (tooLong)
            {
                yield return (null, begun, ReadingMessages.TooLong(maxLength));
                continue;
            }
            if (header.Count == 0)
            {
                header = [.. cells.Select(c => c.Trim().ToLowerInvariant())];
                continue;
            }
            if (cells.Count == 1 && cells[0].Length == 0) continue;
            string? Field(params ReadOnlySpan<string> names)
            {
                foreach (string name in names)
                {
                    int at = header.IndexOf(name);
                    if (at >= 0 && at < cells.Count && cells[at].Length > 0) return cells[at];
                }
                return null;
            }
            RawReport report = new()
            {
                Source = source,
                Id = Field("id"),
                Text = Field("text", "content", "body", "article", "fulltext", "full_text"),
                Html = Field("html"),
                Title = Field("title", "headline"),
                Publisher = Field("publisher", "outlet", "source", "newspaper"),
                Author = Field("author"),
                Url = Field("url", "link"),
                Published = Field("published", "date", "publish_date", "pubdate", "published_at"),
                Language = Field("language", "lang"),
            };
            yield return report.Text is null && report.Html is null ? (null, begun, ReadingMessages.NoText) : (report, begun, null);
        }
    }

    private static bool ReadRecord(TextReader reader, List<string> cells, StringBuilder cell, ref long line, ref char separator, int maxLength, out bool tooLong)
    {
        cells.Clear();
        cell.Clear();
        tooLong = false;
        bool quoted = false, any = false;
        long length = 0;
        // The header tells the separator: the first of the three that stands outside quotes.
        for (int c; (c = reader.Read()) >= 0;)
        {
            any = true;
            if (++length > maxLength) tooLong = true;
            if (quoted)
            {
                if (c == '"' && reader.Peek() == '"')
                {
                    _ = reader.Read();
                    Append(cell, '"', tooLong);
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    if (c == '\n') line++;
                    Append(cell, (char)c, tooLong);
                }
                continue;
            }
            if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator || (separator == '\0' && c is ',' or ';' or '\t'))
            {
                separator = (char)c;
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n')
            {
                line++;
                break;
            }
            else if (c != '\r')
            {
                Append(cell, (char)c, tooLong);
            }
        }
        if (!any) return false;
        cells.Add(cell.ToString());
        return true;
    }

    private static void Append(StringBuilder cell, char c, bool tooLong)
    {
        if (!tooLong) cell.Append(c);
    }
}
