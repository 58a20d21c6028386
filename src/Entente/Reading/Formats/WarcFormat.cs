using System.Globalization;

namespace Entente.Reading.Formats;

/// <summary>
/// Reads WARC 0.17 to 1.1 (ISO 28500) and the older ARC record by record, in constant memory. Only records that hold pages or texts are
/// given: responses, resources and conversions; the rest (requests, metadata, revisits, pictures) is passed over.
/// </summary>
internal static class WarcFormat
{
    public static IEnumerable<ArchiveRecord> Read(Stream stream, int maxBytes)
    {
        ByteReader reader = new(stream);
        for (long number = 1; ; number++)
        {
            string? line = reader.ReadLine();
            // Records are parted by two empty lines; some writers leave one out, some add more, and a wrong length leaves rubbish.
            int lost = 0;
            while (line is not null && !IsStart(line))
            {
                if (line.Length > 0) lost++;
                line = reader.ReadLine();
            }
            if (lost > 0) yield return new ArchiveRecord(number, null, null, null, null, "a record does not end where it says: its length is wrong");
            if (line is null) yield break;
            ArchiveRecord? record = line.StartsWith("WARC/", StringComparison.Ordinal) ? ReadWarc(reader, number, maxBytes, out bool broken) : ReadArc(reader, line, number, maxBytes, out broken);
            if (record is not null) yield return record;
            if (broken) yield break;
        }
    }

    private static bool IsStart(string line) => line.StartsWith("WARC/", StringComparison.Ordinal) || IsArcLine(line);

    // URL, IP address, 14 digits of time, type, (more,) length.
    private static bool IsArcLine(string line)
    {
        string[] parts = line.Split(' ');
        return parts.Length >= 5 && parts[0].Contains(':', StringComparison.Ordinal) && parts[^1].Length is > 0 and < 12 && parts[^1].All(char.IsAsciiDigit)
            && Array.Exists(parts, p => p.Length is 14 or 12 or 8 && p.All(char.IsAsciiDigit));
    }

    private static ArchiveRecord? ReadWarc(ByteReader reader, long number, int maxBytes, out bool broken)
    {
        Dictionary<string, string> head = HttpMessage.ReadHeaders(reader);
        string? type = head.GetValueOrDefault("WARC-Type"), url = head.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>', ' '), day = head.GetValueOrDefault("WARC-Date");
        if (!long.TryParse(head.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            broken = true;
            return new ArchiveRecord(number, url, day, null, null, "a record without a length; the rest of the archive was left");
        }
        bool wanted = type is "response" or "resource" or "conversion";
        string content = head.GetValueOrDefault("Content-Type") ?? "";
        if (!wanted || (type != "response" && !HttpMessage.IsText(content)))
        {
            broken = reader.Skip(length) < length;
            return broken && wanted ? new ArchiveRecord(number, url, day, null, null, "the archive breaks off in this record") : null;
        }
        return ReadBody(reader, number, url, day, length, maxBytes, type == "response" && content.Contains("http", StringComparison.OrdinalIgnoreCase), content, out broken);
    }

    private static ArchiveRecord? ReadArc(ByteReader reader, string line, long number, int maxBytes, out bool broken)
    {
        string[] parts = line.Split(' ');
        long length = long.Parse(parts[^1], CultureInfo.InvariantCulture);
        if (line.StartsWith("filedesc:", StringComparison.Ordinal) || !HttpMessage.IsText(parts[^2]))
        {
            broken = reader.Skip(length) < length;
            return null;
        }
        return ReadBody(reader, number, parts[0], null, length, maxBytes, isHttp: true, parts[^2], out broken);
    }

    private static ArchiveRecord? ReadBody(ByteReader reader, long number, string? url, string? day, long length, int maxBytes, bool isHttp, string content, out bool broken)
    {
        if (length > maxBytes)
        {
            broken = reader.Skip(length) < length;
            return new ArchiveRecord(number, url, day, null, null, ReadingMessages.TooLong(maxBytes));
        }
        byte[] block = new byte[length];
        int filled = reader.Read(block);
        broken = filled < length;
        if (broken) return new ArchiveRecord(number, url, day, null, null, "the archive breaks off in this record");
        if (!isHttp) return new ArchiveRecord(number, url, day, block, HttpMessage.CharsetOf(content), null);
        return HttpMessage.Parse(block, maxBytes) switch
        {
            null => null,
            { Trouble: { } trouble } => new ArchiveRecord(number, url, day, null, null, trouble),
            { } message => new ArchiveRecord(number, url, day, message.Body, message.Charset, null),
        };
    }
}
