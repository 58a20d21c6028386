namespace Entente.Reading.Encodings;

/// <summary>The encoding that a page or feed says it has.</summary>
internal static class DeclaredCharset
{
    private const int Far = 4096;

    /// <summary>The name in an XML declaration or a meta element near the beginning; null where there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        string head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Far)]);
        if (head.StartsWith("<?xml", StringComparison.Ordinal))
        {
            int end = head.IndexOf("?>", StringComparison.Ordinal);
            if (end > 0 && Value(head[..end], "encoding") is { } declared) return declared;
        }
        int at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : Value(head[at..Math.Min(head.Length, at + 60)], "charset");
    }

    private static string? Value(string s, string key)
    {
        int at = s.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        string rest = s[(at + key.Length)..].TrimStart();
        if (!rest.StartsWith('=')) return null;
        rest = rest[1..].TrimStart(' ', '"', '\'');
        int end = 0;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '-' or '_' or ':' or '.')) end++;
        return end == 0 ? null : rest[..end];
    }
}
