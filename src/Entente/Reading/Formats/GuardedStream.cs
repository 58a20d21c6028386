namespace Entente.Reading.Formats;

/// <summary>An unpacking stream that ends with an error where it gives out far more than its packed form can honestly hold.</summary>
internal sealed class GuardedStream(Stream unpacked, CountingStream packed, long free, int times) : ForwardStream
{
    private long given;

    public override int Read(Span<byte> buffer)
    {
        int read = unpacked.Read(buffer);
        given += read;
        if (given > free && given / times > packed.Count) throw new ExpansionException(ReadingMessages.Bomb(times));
        return read;
    }
}
