namespace Entente.Reading.Formats;

/// <summary>Reads a stream line by line as bytes, in bounded memory: a line longer than allowed is passed over and told as such.</summary>
internal sealed class ByteLines(Stream stream, int longest)
{
    private byte[] buffer = new byte[Math.Min(1 << 16, Math.Max(16, longest))];
    private int start;
    private int end;
    private bool atEnd;

    /// <summary>The number of the line last read, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the line last read was longer than allowed; it is then empty.</summary>
    public bool WasTooLong { get; private set; }

    /// <summary>Reads the next line, without its end; the memory is good until the next call. False at the end of the stream.</summary>
    public bool Read(out ReadOnlyMemory<byte> line)
    {
        line = default;
        WasTooLong = false;
        int scanned = start;
        while (true)
        {
            int at = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (at >= 0)
            {
                int stop = scanned + at;
                line = WasTooLong ? default : Trimmed(start, stop);
                start = stop + 1;
                Number++;
                return true;
            }
            if (atEnd)
            {
                if (start == end && !WasTooLong) return false;
                line = WasTooLong ? default : Trimmed(start, end);
                start = end;
                Number++;
                return true;
            }
            if (WasTooLong || end - start >= longest)
            {
                WasTooLong = true;
                start = end = 0;
            }
            scanned = Fill();
        }
    }

    private ReadOnlyMemory<byte> Trimmed(int from, int to)
    {
        if (to > from && buffer[to - 1] == '\r') to--;
        return buffer.AsMemory(from, to - from);
    }

    /// <summary>Reads more bytes behind those that are kept; gives where they begin.</summary>
    private int Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }
        if (end == buffer.Length) Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, Math.Max(longest, buffer.Length) + 1L));
        int from = end, read = stream.Read(buffer, end, buffer.Length - end);
        if (read == 0) atEnd = true;
        end += read;
        return from;
    }
}
