using System.Buffers;
using System.IO.Compression;
using Entente.Gazetteers;
using Entente.Reading.Encodings;
using Entente.Reading.Formats;
using Entente.Text;

namespace Entente.Reading;

/// <summary>
/// The first stage: bytes in, reports out. What the bytes are (text, HTML, JSONL, a feed, an archive) is told from the bytes. Archives and
/// tables are read record by record. Built once, then frozen; safe for several threads at a time.
/// </summary>
public sealed class Reader
{
    private readonly ReadOptions options;
    private readonly ReportReader reports;

    /// <summary>A reader with the built-in tables.</summary>
    public Reader(ReadOptions? options = null) : this(DataFiles.BuiltIn, options)
    {
    }

    /// <summary>A reader with tables of one's own on top of the built-in ones.</summary>
    public Reader(DataFiles data, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        this.options = options ?? new ReadOptions();
        reports = new ReportReader(data, this.options);
    }

    /// <summary>
    /// Reads the reports of a stream, one by one, in order. Nothing is thrown for what the stream holds: what cannot be read comes as
    /// <see cref="Skipped"/>, and the rest is read. What the stream itself throws (a broken disk or connection) passes through.
    /// </summary>
    /// <param name="stream">Read forward, once; it is not closed.</param>
    /// <param name="source">A path, an address, or "-": what <see cref="Document.Source"/> will say.</param>
    public IEnumerable<ReadResult> Read(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(source);
        return ReadAny(stream, source, 0);
    }

    private IEnumerable<ReadResult> ReadAny(Stream stream, string source, int depth)
    {
        if (depth > options.MaxNesting) return [new ReadResult(new Skipped(source, ReadingMessages.TooDeep(options.MaxNesting)))];
        (ReadOnlyMemory<byte> head, Stream whole) = PeekedStream.Peek(stream, ContentSniffer.HeadSize);
        return ContentSniffer.Sniff(head.Span) switch
        {
            InputKind.Empty => [new ReadResult(new Skipped(source, ReadingMessages.Empty))],
            InputKind.JsonLines => ReadJsonLines(whole, source),
            InputKind.Json => ReadJson(whole, source),
            InputKind.Csv => ReadCsv(whole, head, source),
            InputKind.Text => [ReadOne(whole, source, isHtml: false)],
            InputKind.Html => [ReadOne(whole, source, isHtml: true)],
            InputKind.Feed => ReadFeed(whole, source, null, null),
            InputKind.Warc => ReadArchive(whole, source),
            InputKind.Gzip => Guarded(Unpacked(whole, source, depth), source),
            InputKind.Zip => ReadZip(stream, source, depth),
            _ => [new ReadResult(new Skipped(source, ReadingMessages.Binary))],
        };
    }

    private IEnumerable<ReadResult> Unpacked(Stream packed, string source, int depth)
    {
        CountingStream counted = new(packed);
        using GZipStream unpacked = new(counted, CompressionMode.Decompress, leaveOpen: true);
        GuardedStream guarded = new(unpacked, counted, options.MaxDocumentBytes, options.MaxExpansion);
        foreach (ReadResult result in ReadAny(guarded, source, depth + 1)) yield return result;
    }

    /// <summary>Results up to where packed data turns out to be broken, then the reason.</summary>
    private static IEnumerable<ReadResult> Guarded(IEnumerable<ReadResult> results, string source)
    {
        using IEnumerator<ReadResult> each = results.GetEnumerator();
        while (true)
        {
            Skipped? trouble = null;
            try
            {
                if (!each.MoveNext()) yield break;
            }
            catch (Exception error) when (error is InvalidDataException or EndOfStreamException or ExpansionException)
            {
                // What the unpacking of the framework says of broken bytes differs by their place and misleads ("unsupported compression method").
                trouble = new Skipped(source, error is ExpansionException ? error.Message : ReadingMessages.BadPacking);
            }
            if (trouble is not null)
            {
                yield return new ReadResult(trouble);
                yield break;
            }
            yield return each.Current;
        }
    }

    private IEnumerable<ReadResult> ReadZip(Stream stream, string source, int depth)
    {
        // The directory of a ZIP stands at its end.
        if (!stream.CanSeek) return [new ReadResult(new Skipped(source, ReadingMessages.ZipFromPipe))];
        stream.Position = 0;
        return Guarded(ZipEntries(stream, source, depth), source);
    }

    private IEnumerable<ReadResult> ZipEntries(Stream stream, string source, int depth)
    {
        using ZipArchive zip = new(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            if (entry.FullName.EndsWith('/') || entry.Length == 0) continue;
            string name = $"{source}/{entry.FullName}";
            if (entry.Length / options.MaxExpansion > Math.Max(entry.CompressedLength, options.MaxDocumentBytes / options.MaxExpansion))
            {
                yield return new ReadResult(new Skipped(name, ReadingMessages.Bomb(options.MaxExpansion)));
                continue;
            }
            foreach (ReadResult result in Guarded(ZipEntry(entry, name, depth), name)) yield return result;
        }
    }

    private IEnumerable<ReadResult> ZipEntry(ZipArchiveEntry entry, string name, int depth)
    {
        using Stream unpacked = entry.Open();
        foreach (ReadResult result in ReadAny(unpacked, name, depth + 1)) yield return result;
    }

    private IEnumerable<ReadResult> ReadFeed(Stream stream, string source, string? charset, string? where)
    {
        string? xml = ReadText(stream, charset, out string? reason);
        if (xml is null)
        {
            yield return new ReadResult(new Skipped(where ?? source, reason!));
            yield break;
        }
        List<RawReport> entries = FeedFormat.Parse(xml, source);
        if (entries.Count == 0) yield return new ReadResult(new Skipped(where ?? source, ReadingMessages.NoEntries));
        for (int i = 0; i < entries.Count; i++) yield return reports.Read(entries[i], ReadingMessages.Entry(where ?? source, i + 1)) with { Link = entries[i].Url };
    }

    private IEnumerable<ReadResult> ReadArchive(Stream stream, string source)
    {
        long given = 0;
        int skipped = 0;
        foreach (ArchiveRecord record in WarcFormat.Read(stream, options.MaxDocumentBytes))
        {
            string where = ReadingMessages.Record(source, record.Number);
            IEnumerable<ReadResult> results = record.Body is null ? [new ReadResult(new Skipped(where, record.Trouble!))] : ReadRecord(record, source, where);
            foreach (ReadResult result in results)
            {
                given++;
                if (result.Skipped is not null && ++skipped > options.MaxSkipped) yield break;
                yield return result;
            }
        }
        if (given == 0) yield return new ReadResult(new Skipped(source, ReadingMessages.NoPages));
    }

    private IEnumerable<ReadResult> ReadRecord(ArchiveRecord record, string source, string where)
    {
        byte[] body = record.Body!;
        InputKind kind = ContentSniffer.Sniff(body.AsSpan(0, Math.Min(body.Length, ContentSniffer.HeadSize)));
        if (kind == InputKind.Feed) return ReadFeed(new MemoryStream(body), source, record.Charset, where);
        if (kind is not (InputKind.Html or InputKind.Text or InputKind.Csv)) return [new ReadResult(new Skipped(where, kind == InputKind.Empty ? ReadingMessages.Empty : ReadingMessages.Binary))];
        string? text = TextDecoder.Decode(body, record.Charset ?? DeclaredCharset.Find(body));
        if (text is null) return [new ReadResult(new Skipped(where, ReadingMessages.Binary))];
        bool html = kind == InputKind.Html;
        return [reports.Read(new RawReport { Source = source, Url = record.Url, Text = html ? null : text, Html = html ? text : null }, where)];
    }

    private IEnumerable<ReadResult> ReadCsv(Stream stream, ReadOnlyMemory<byte> head, string source)
    {
        System.Text.Encoding encoding = System.Text.Unicode.Utf8.IsValid(head.Span[..LastLine(head.Span)]) ? System.Text.Encoding.UTF8 : CharsetGuess.Of(head.Span);
        using StreamReader reader = new(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        int skipped = 0;
        foreach ((RawReport? report, long line, string? reason) in CsvFormat.Read(reader, source, options.MaxDocumentBytes))
        {
            string where = ReadingMessages.Line(source, line);
            ReadResult result = report is null ? new ReadResult(new Skipped(where, reason!)) : reports.Read(report, where);
            if (result.Skipped is not null && ++skipped > options.MaxSkipped) yield break;
            yield return result;
        }
    }

    // The head may end inside a character.
    private static int LastLine(ReadOnlySpan<byte> head) => head.LastIndexOf((byte)'\n') is var at and > 0 ? at : head.Length;

    private ReadResult ReadOne(Stream stream, string source, bool isHtml)
    {
        string? text = ReadText(stream, null, out string? reason);
        if (text is null) return new ReadResult(new Skipped(source, reason!));
        return reports.Read(new RawReport { Source = source, Text = isHtml ? null : text, Html = isHtml ? text : null });
    }

    private IEnumerable<ReadResult> ReadJson(Stream stream, string source)
    {
        string? text = ReadText(stream, null, out string? reason);
        if (text is null)
        {
            yield return new ReadResult(new Skipped(source, reason!));
            yield break;
        }
        int number = 0;
        foreach ((RawReport? report, string? trouble) in JsonLinesFormat.ParseWhole(text, source))
        {
            string where = ReadingMessages.Entry(source, ++number);
            yield return report is null ? new ReadResult(new Skipped(where, trouble!)) : reports.Read(report, where);
        }
    }

    private IEnumerable<ReadResult> ReadJsonLines(Stream stream, string source)
    {
        ByteLines lines = new(stream, options.MaxDocumentBytes);
        int skipped = 0;
        while (skipped < options.MaxSkipped && lines.Read(out ReadOnlyMemory<byte> line))
        {
            string where = ReadingMessages.Line(source, lines.Number);
            if (lines.WasTooLong)
            {
                skipped++;
                yield return new ReadResult(new Skipped(where, ReadingMessages.TooLong(options.MaxDocumentBytes)));
                continue;
            }
            if (lines.Number == 1 && line.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) line = line[3..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;
            (RawReport? report, string? reason) = JsonLinesFormat.Parse(line, source);
            ReadResult result = report is null ? new ReadResult(new Skipped(where, reason!)) : reports.Read(report, where);
            if (result.Skipped is not null) skipped++;
            yield return result;
        }
    }

    /// <summary>The text of the whole stream; null where it is longer than allowed, with a reason, or no text.</summary>
    private string? ReadText(Stream stream, string? charset, out string? reason)
    {
        // Pages are mostly larger than what the collector moves cheaply, so their bytes stand in a shared buffer.
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Min(options.MaxDocumentBytes, 1 << 18));
        try
        {
            int filled = 0;
            while (true)
            {
                int read = stream.Read(buffer, filled, buffer.Length - filled);
                if (read == 0) break;
                filled += read;
                if (filled > options.MaxDocumentBytes)
                {
                    reason = ReadingMessages.TooLong(options.MaxDocumentBytes);
                    return null;
                }
                if (filled < buffer.Length) continue;
                byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, filled).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
            string? text = TextDecoder.Decode(buffer.AsSpan(0, filled), charset ?? DeclaredCharset.Find(buffer.AsSpan(0, filled)));
            reason = text is null ? ReadingMessages.Binary : null;
            return text;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
