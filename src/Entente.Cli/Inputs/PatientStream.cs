using Entente.Claims;
using Entente.Reading;

namespace Entente.Cli.Inputs;

/// <summary>The body of an answer, read under limits: of silence, of speed, and of size.</summary>
internal sealed class PatientStream : ForwardStream
{
    // A server that sends less than this, after a first minute, is holding the reader up.
    private const int SlowestBytesPerSecond = 4 << 10;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);
    private readonly HttpResponseMessage response;
    private readonly InputOptions options;
    private readonly TimeProvider clock;
    private readonly long start;
    private Stream? body;
    private long received;

    public PatientStream(HttpResponseMessage response, InputOptions options, TimeProvider clock)
    {
        this.response = response;
        this.options = options;
        this.clock = clock;
        start = clock.GetTimestamp();
    }

    /// <summary>What the server said of this version, if anything.</summary>
    public FetchMark? Mark { get; init; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        body ??= response.Content.ReadAsStream();
        using CancellationTokenSource silence = new(options.Patience, clock);
        int read;
        try
        {
            read = body.ReadAsync(buffer.AsMemory(offset, count), silence.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException error)
        {
            throw new FetchException(InputMessages.Silent, error);
        }
        catch (HttpRequestException error)
        {
            throw new FetchException(InputMessages.Broken(error.Message), error);
        }
        received += read;
        if (received > options.MaxBytes) throw new FetchException(InputMessages.TooLarge);
        if (read > 0 && clock.GetElapsedTime(start) > Grace + TimeSpan.FromSeconds(received / SlowestBytesPerSecond)) throw new FetchException(InputMessages.Slow);
        return read;
    }

    public override int Read(Span<byte> buffer)
    {
        byte[] rented = new byte[Math.Min(buffer.Length, 1 << 16)];
        int read = Read(rented, 0, rented.Length);
        rented.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body?.Dispose();
            response.Dispose();
        }
        base.Dispose(disposing);
    }
}
