using System.Buffers;
using Entente.Gazetteers;
using Entente.Reading.Dates;
using Entente.Reading.Encodings;
using Entente.Reading.Formats;
using Entente.Reading.PlainText;
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
        reports = new ReportReader(data, this.options.KeepCuts);
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
        (ReadOnlyMemory<byte> head, Stream whole) = PeekedStream.Peek(stream, ContentSniffer.HeadSize);
        return ContentSniffer.Sniff(head.Span) switch
        {
            InputKind.Empty => [new ReadResult(new Skipped(source, ReadingMessages.Empty))],
            InputKind.JsonLines => ReadJsonLines(whole, source),
            InputKind.Text => [ReadOne(whole, source, isHtml: false)],
            InputKind.Html => [ReadOne(whole, source, isHtml: true)],
            InputKind.Gzip => ReadAny(new System.IO.Compression.GZipStream(whole, System.IO.Compression.CompressionMode.Decompress), source, depth + 1),
            _ => [new ReadResult(new Skipped(source, ReadingMessages.Binary))],
        };
    }

    private ReadResult ReadOne(Stream stream, string source, bool isHtml)
    {
        string? text = ReadText(stream, null, out string? reason);
        if (text is null) return new ReadResult(new Skipped(source, reason!));
        return reports.Read(new RawReport { Source = source, Text = isHtml ? null : text, Html = isHtml ? text : null });
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
            string? text = TextDecoder.Decode(buffer.AsSpan(0, filled), charset);
            reason = text is null ? ReadingMessages.Binary : null;
            return text;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
