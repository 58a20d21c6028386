using System.Globalization;
using System.IO.Compression;
using System.Text;
using Entente.Fleet.Messages;

namespace Entente.Fleet.Submitting;

/// <summary>
/// Finds the records of a WARC file without reading pages. In a compressed file each record is a gzip member of its own, as ISO 28500 advises:
/// members are found by their first bytes and proved by the "WARC/" that they begin with. Only responses, resources and conversions count.
/// </summary>
internal static class RecordIndex
{
    private const int Chunk = 1 << 16;
    private const int LongestHead = 1 << 14;

    /// <summary>Whether a file begins as an archive does; gzip is looked into.</summary>
    public static bool IsArchive(string path)
    {
        using FileStream file = Open(path);
        return Head(file, 0, IsGzip(file)).StartsWith("WARC/", StringComparison.Ordinal);
    }

    /// <summary>Pointers to the records, in order.</summary>
    /// <exception cref="EntenteException">The file does not lie below the folder.</exception>
    public static IEnumerable<RecordPointer> Of(string path, string folder)
    {
        string relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path)).Replace(Path.DirectorySeparatorChar, '/');
        if (Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal)) throw new EntenteException($"{path} does not lie below {folder}.");
        return Records(path, relative);
    }

    private static IEnumerable<RecordPointer> Records(string path, string relative)
    {
        using FileStream file = Open(path);
        bool gzip = IsGzip(file);
        (long Start, string Head)? before = null;
        foreach ((long start, string head) in gzip ? Members(file) : Plain(file))
        {
            if (before is { } record && Speaks(record.Head)) yield return new RecordPointer(path, relative, record.Start, start - record.Start);
            before = (start, head);
        }
        if (before is { } last && Speaks(last.Head)) yield return new RecordPointer(path, relative, last.Start, file.Length - last.Start);
    }

    private static IEnumerable<(long Start, string Head)> Plain(FileStream file)
    {
        for (long at = 0; at < file.Length;)
        {
            string head = Head(file, at, gzip: false);
            int end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            // Empty lines part records; a record that does not end where it says cannot be passed over: the worker that gets the rest says so.
            int blank = 0;
            while (blank < head.Length && head[blank] is '\r' or '\n') blank++;
            if (blank > 0 && blank < head.Length)
            {
                at += blank;
                continue;
            }
            if (end < 0 || !long.TryParse(Field(head, "Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length) || length > file.Length - at - end - 4)
            {
                if (blank < head.Length) yield return (at, head);
                yield break;
            }
            yield return (at, head);
            at += end + 4 + length;
        }
    }

    private static IEnumerable<(long Start, string Head)> Members(FileStream file)
    {
        byte[] buffer = new byte[Chunk + 2];
        for (long from = 0; from < file.Length; from += Chunk)
        {
            file.Position = from;
            // Two bytes of the next chunk: a member's first bytes may lie across the border.
            int filled = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            for (int i = 0; i + 2 < filled && i < Chunk; i++)
            {
                if (buffer[i] != 0x1F || buffer[i + 1] != 0x8B || buffer[i + 2] != 8) continue;
                string head = Head(file, from + i, gzip: true);
                if (head.StartsWith("WARC/", StringComparison.Ordinal)) yield return (from + i, head);
            }
        }
    }

    private static bool Speaks(string head) => !head.StartsWith("WARC/", StringComparison.Ordinal) || Field(head, "WARC-Type") is "response" or "resource" or "conversion";

    private static string? Field(string head, string name)
    {
        foreach (ReadOnlySpan<char> line in head.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty) break;
            if (line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return line[(name.Length + 1)..].Trim().ToString();
        }
        return null;
    }

    private static string Head(FileStream file, long at, bool gzip)
    {
        byte[] bytes = new byte[LongestHead];
        file.Position = at;
        try
        {
            if (!gzip) return Encoding.Latin1.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
            using GZipStream unpacked = new(file, CompressionMode.Decompress, leaveOpen: true);
            return Encoding.Latin1.GetString(bytes, 0, unpacked.ReadAtLeast(bytes, 2048, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            // Bytes that only look like the beginning of a member.
            return "";
        }
    }

    private static bool IsGzip(FileStream file)
    {
        Span<byte> head = stackalloc byte[2];
        file.Position = 0;
        return file.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && head[0] == 0x1F && head[1] == 0x8B;
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
