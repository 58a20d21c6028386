namespace Entente.Reading.Formats;

/// <summary>A stream whose first bytes were looked at and are given again. Forward only.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream rest;
    private readonly Exception? trouble;
    private ReadOnlyMemory<byte> head;

    private PeekedStream(ReadOnlyMemory<byte> head, Stream rest, Exception? trouble)
    {
        this.head = head;
        this.rest = rest;
        this.trouble = trouble;
    }

    /// <summary>Reads up to <paramref name="size"/> bytes of a stream and gives them with a stream that still begins with them.</summary>
    public static (ReadOnlyMemory<byte> Head, Stream Whole) Peek(Stream stream, int size)
    {
        byte[] buffer = new byte[size];
        int filled = 0;
        Exception? trouble = null;
        try
        {
            for (int read; filled < size && (read = stream.Read(buffer, filled, size - filled)) > 0;) filled += read;
        }
        catch (Exception error) when (filled > 0 && error is IOException or InvalidDataException)
        {
            // What came before it is read first: an archive that breaks off early has whole records too.
            trouble = error;
        }
        ReadOnlyMemory<byte> begun = buffer.AsMemory(0, filled);
        return (begun, new PeekedStream(begun, stream, trouble));
    }

    public override int Read(Span<byte> buffer)
    {
        if (head.IsEmpty)
        {
            if (trouble is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(trouble);
            return rest.Read(buffer);
        }
        int n = Math.Min(buffer.Length, head.Length);
        head.Span[..n].CopyTo(buffer);
        head = head[n..];
        return n;
    }
}
