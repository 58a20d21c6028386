using Entente.Reading;

namespace Entente.Fleet.Working;

/// <summary>A stretch of a file, read forward.</summary>
internal sealed class PartOfStream : ForwardStream
{
    private readonly Stream whole;
    private long left;

    public PartOfStream(Stream whole, long offset, long length)
    {
        this.whole = whole;
        whole.Position = offset;
        left = length;
    }

    public override int Read(Span<byte> buffer)
    {
        int read = whole.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
        left -= read;
        return read;
    }
}
