namespace Entente.Reading.Formats;

/// <summary>Reads lines and runs of bytes from a stream, forward only, through one buffer.</summary>
internal sealed class ByteReader(Stream stream)
{
    private const int LongestLine = 1 << 16;
    private readonly byte[] buffer = new byte[1 << 17];
    private int start;
    private int end;

    /// <summary>The next line without its end, as Latin-1; null at the end of the stream. What goes beyond 64 KB of a line is left out.</summary>
    public string? ReadLine()
    {
        if (start == end && !Fill()) return null;
        int scanned = start;
        bool cut = false;
        while (true)
        {
            int at = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (at >= 0)
            {
                int stop = scanned + at;
                string line = cut ? "" : System.Text.Encoding.Latin1.GetString(buffer, start, stop - start).TrimEnd('\r');
                start = stop + 1;
                return line;
            }
            if (end - start > LongestLine)
            {
                cut = true;
                start = end;
            }
            int kept = end - start;
            if (!Fill())
            {
                string line = cut ? "" : System.Text.Encoding.Latin1.GetString(buffer, start, end - start).TrimEnd('\r');
                start = end;
                return line;
            }
            scanned = start + kept;
        }
    }

    /// <summary>Reads exactly as many bytes as asked, or fewer at the end of the stream.</summary>
    public int Read(Span<byte> target)
    {
        int filled = 0;
        while (filled < target.Length)
        {
            if (start == end && !Fill()) break;
            int n = Math.Min(target.Length - filled, end - start);
            buffer.AsSpan(start, n).CopyTo(target[filled..]);
            start += n;
            filled += n;
        }
        return filled;
    }

    /// <summary>Passes over bytes; gives how many there were.</summary>
    public long Skip(long count)
    {
        long left = count;
        while (left > 0)
        {
            if (start == end && !Fill()) break;
            int n = (int)Math.Min(left, end - start);
            start += n;
            left -= n;
        }
        return count - left;
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }
        int read = end < buffer.Length ? stream.Read(buffer, end, buffer.Length - end) : 0;
        end += read;
        return read > 0;
    }
}
