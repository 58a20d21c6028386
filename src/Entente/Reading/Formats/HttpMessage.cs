using System.Globalization;
using System.IO.Compression;

namespace Entente.Reading.Formats;

/// <summary>An answer of a web server as archives keep it: status, headers, and a body that may be cut in chunks and packed.</summary>
/// <param name="Body">The body, unpacked.</param>
/// <param name="Charset">The encoding that the server named.</param>
/// <param name="Trouble">Why the body cannot be had.</param>
internal sealed record HttpMessage(byte[]? Body, string? Charset, string? Trouble)
{
    private const int MaxHeaders = 200;

    /// <summary>The answer in a block; null where it is no page: an error, a redirect, a picture.</summary>
    public static HttpMessage? Parse(byte[] block, int maxBytes)
    {
        int end = HeaderEnd(block, out int bodyStart);
        string head = System.Text.Encoding.Latin1.GetString(block, 0, end);
        string[] lines = head.Split('\n');
        string[] status = lines[0].Split(' ');
        if (!lines[0].StartsWith("HTTP/", StringComparison.Ordinal)) return new HttpMessage(null, null, "no answer of a server in this record");
        if (status.Length < 2 || !status[1].StartsWith('2')) return null;
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines.AsSpan(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && headers.Count < MaxHeaders) headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
        string type = headers.GetValueOrDefault("Content-Type") ?? "text/html";
        if (!IsText(type)) return null;
        ReadOnlyMemory<byte> body = block.AsMemory(bodyStart);
        // Archives say "chunked" also of bodies that they have joined; then the body stands as it is.
        if (headers.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) body = Unchunk(body);
        string packing = headers.GetValueOrDefault("Content-Encoding")?.ToLowerInvariant() ?? "";
        try
        {
            return new HttpMessage(Unpack(body, packing, maxBytes), CharsetOf(type), null);
        }
        catch (InvalidDataException error)
        {
            return new HttpMessage(null, null, $"its body cannot be unpacked: {error.Message}");
        }
    }

    /// <summary>Header lines up to an empty one.</summary>
    public static Dictionary<string, string> ReadHeaders(ByteReader reader)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        for (int n = 0; n < 10 * MaxHeaders && reader.ReadLine() is { Length: > 0 } line; n++)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && headers.Count < MaxHeaders) headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }
        return headers;
    }

    /// <summary>Whether a type is one that reports come in.</summary>
    public static bool IsText(string type) =>
        type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/xml", StringComparison.OrdinalIgnoreCase)
        || type.Contains("xhtml", StringComparison.OrdinalIgnoreCase) || type.Contains("rss", StringComparison.OrdinalIgnoreCase) || type.Contains("atom", StringComparison.OrdinalIgnoreCase);

    /// <summary>The charset parameter of a type.</summary>
    public static string? CharsetOf(string type)
    {
        int at = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        string rest = type[(at + 8)..].Trim(' ', '"', '\'');
        int end = rest.AsSpan().IndexOfAny("; \"',");
        return end < 0 ? rest : rest[..end];
    }

    private static int HeaderEnd(ReadOnlySpan<byte> block, out int bodyStart)
    {
        int at = block.IndexOf("\r\n\r\n"u8), plain = block.IndexOf("\n\n"u8);
        if (at >= 0 && (plain < 0 || at < plain))
        {
            bodyStart = at + 4;
            return at;
        }
        bodyStart = plain < 0 ? block.Length : plain + 2;
        return plain < 0 ? block.Length : plain;
    }

    private static ReadOnlyMemory<byte> Unchunk(ReadOnlyMemory<byte> body)
    {
        MemoryStream joined = new(body.Length);
        ReadOnlySpan<byte> rest = body.Span;
        while (!rest.IsEmpty)
        {
            int line = rest.IndexOf((byte)'\n');
            if (line is < 1 or > 64) break;
            string size = System.Text.Encoding.ASCII.GetString(rest[..line]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0) return joined.Length == 0 ? body : joined.ToArray();
            rest = rest[(line + 1)..];
            if (length == 0) return joined.ToArray();
            joined.Write(rest[..Math.Min(length, rest.Length)]);
            rest = rest[Math.Min(length, rest.Length)..];
            if (!rest.IsEmpty && rest[0] == '\r') rest = rest[1..];
            if (!rest.IsEmpty && rest[0] == '\n') rest = rest[1..];
        }
        return joined.Length == 0 ? body : joined.ToArray();
    }

    private static byte[] Unpack(ReadOnlyMemory<byte> body, string packing, int maxBytes)
    {
        if (packing.Length == 0 || packing == "identity" || body.IsEmpty) return body.ToArray();
        using MemoryStream packed = new(body.ToArray());
        // Archives that have unpacked a body keep the header that says it is packed.
        bool gzip = body.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);
        if (packing.Contains("gzip", StringComparison.Ordinal) && !gzip) return body.ToArray();
        using Stream stream = packing.Contains("gzip", StringComparison.Ordinal) ? new GZipStream(packed, CompressionMode.Decompress)
            : packing.Contains("br", StringComparison.Ordinal) ? new BrotliStream(packed, CompressionMode.Decompress)
            : packing.Contains("deflate", StringComparison.Ordinal) ? (body.Span[0] == 0x78 ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress))
            : throw new InvalidDataException($"'{packing}' is not known");
        using MemoryStream plain = new();
        byte[] buffer = new byte[1 << 15];
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                plain.Write(buffer, 0, read);
                if (plain.Length > maxBytes) throw new InvalidDataException(ReadingMessages.TooLong(maxBytes));
            }
        }
        catch (InvalidOperationException error)
        {
            // What the Brotli stream throws for bytes that are none.
            throw new InvalidDataException(error.Message, error);
        }
        return plain.ToArray();
    }
}
