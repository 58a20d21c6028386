namespace Entente.Reading.Formats;

/// <summary>An unpacking stream that ends with an error where it gives out far more than its packed form can honestly hold.</summary>
internal sealed class GuardedStream(Stream unpacked, CountingStream packed, long free, int times) : Stream
{
    private long given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int read = unpacked.Read(buffer);
        given += read;
        if (given > free && given / times > packed.Count) throw new ExpansionException(ReadingMessages.Bomb(times));
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
