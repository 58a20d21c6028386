namespace Entente.Fleet.Broker;

/// <summary>How long to wait before the next try: twice as long each time, up to a limit.</summary>
internal sealed class Backoff(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);
    private TimeSpan next = First;

    /// <summary>Waits.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        TimeSpan now = next;
        next = next * 2 < Most ? next * 2 : Most;
        await Task.Delay(now, clock, cancellation);
    }

    /// <summary>It worked: the next wait is short again.</summary>
    public void Reset() => next = First;
}
