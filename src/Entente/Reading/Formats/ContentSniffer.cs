using Entente.Reading.Encodings;

namespace Entente.Reading.Formats;

/// <summary>Tells what a stream holds from its first bytes; names are not trusted.</summary>
internal static class ContentSniffer
{
    /// <summary>How many bytes the decision may need.</summary>
    public const int HeadSize = 1 << 14;

    public static InputKind Sniff(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return InputKind.Empty;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return InputKind.Gzip;
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return InputKind.Zip;
        if (head.StartsWith("WARC/"u8) || head.StartsWith("filedesc://"u8)) return InputKind.Warc;
        if (head.StartsWith("%PDF"u8)) return InputKind.Binary;
        string? text = TextDecoder.Decode(CutToCharacter(head), DeclaredCharset.Find(head));
        if (text is null) return InputKind.Binary;
        ReadOnlySpan<char> s = text.AsSpan().TrimStart(" \t\r\n\uFEFF\0");
        if (s.IsEmpty) return head.Length < HeadSize ? InputKind.Empty : InputKind.Text;
        if (s[0] == '{') return !LooksLikeJson(s) ? InputKind.Text : IsOneObjectOverLines(s) ? InputKind.Json : InputKind.JsonLines;
        if (s[0] == '[' && s[1..].TrimStart() is ['{', ..]) return InputKind.Json;
        if (s[0] == '<') return SniffMarkup(s);
        return CsvHeader.Looks(s) ? InputKind.Csv : HasMarkupInside(s) ? InputKind.Html : InputKind.Text;
    }

    // {"key": or {}: a text may begin with a brace.
    private static bool LooksLikeJson(ReadOnlySpan<char> s)
    {
        ReadOnlySpan<char> rest = s[1..].TrimStart();
        return rest.Length > 0 && rest[0] is '"' or '}';
    }

    // A first line of nothing but a brace: one object, laid out for people.
    private static bool IsOneObjectOverLines(ReadOnlySpan<char> s)
    {
        int end = s.IndexOfAny('\r', '\n');
        return end >= 0 && s[..end].Trim() is "{";
    }

    private static InputKind SniffMarkup(ReadOnlySpan<char> s)
    {
        for (int guard = 0; guard < 50 && s.Length > 1; guard++)
        {
            if (s.StartsWith("<!--", StringComparison.Ordinal)) s = After(s, "-->");
            else if (s.StartsWith("<?", StringComparison.Ordinal)) s = After(s, ">");
            else if (s.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)) return InputKind.Html;
            else if (s.StartsWith("<!", StringComparison.Ordinal)) s = AfterDoctype(s);
            else break;
            s = s.TrimStart();
        }
        foreach (string root in (ReadOnlySpan<string>)["<rss", "<feed", "<rdf:RDF", "<atom:feed", "<channel", "<a:feed"])
        {
            if (s.StartsWith(root, StringComparison.OrdinalIgnoreCase)) return InputKind.Feed;
        }
        return s.Length > 1 && (char.IsLetter(s[1]) || s[1] == '/') ? InputKind.Html : InputKind.Text;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> s, string mark)
    {
        int at = s.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? [] : s[(at + mark.Length)..];
    }

    // <!DOCTYPE rss [ ... ]>
    private static ReadOnlySpan<char> AfterDoctype(ReadOnlySpan<char> s)
    {
        int close = s.IndexOf('>'), subset = s.IndexOf('[');
        return subset >= 0 && subset < close ? After(After(s, "]"), ">") : After(s, ">");
    }

    private static bool HasMarkupInside(ReadOnlySpan<char> s) =>
        s.Contains("<html", StringComparison.OrdinalIgnoreCase) || s.Contains("<body", StringComparison.OrdinalIgnoreCase)
        || (s.Contains("<p>", StringComparison.OrdinalIgnoreCase) && s.Contains("</p>", StringComparison.OrdinalIgnoreCase))
        || (s.Contains("<div", StringComparison.OrdinalIgnoreCase) && s.Contains("</div>", StringComparison.OrdinalIgnoreCase));

    /// <summary>The head without a character that its end cuts in two.</summary>
    private static ReadOnlySpan<byte> CutToCharacter(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeadSize) return head;
        int end = head.Length;
        for (int back = 1; back <= 3 && end - back > 0; back++)
        {
            byte b = head[end - back];
            if (b < 0x80) break;
            if (b >= 0xC0)
            {
                end -= back;
                break;
            }
        }
        return head[..end];
    }
}
