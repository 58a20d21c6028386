namespace Entente.Fleet.Working;

/// <summary>One message as the broker gave it out.</summary>
/// <param name="Tag">What it is acknowledged by: 1, 2, 3 on one channel.</param>
/// <param name="Deliveries">How often it was given out before.</param>
/// <param name="Strikes">How often it took too long.</param>
/// <param name="Kind">What kind of message it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Source">Where the document came from.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record Delivery(ulong Tag, long Deliveries, long Strikes, string Kind, string? Id, string Source, byte[] Body)
{
    // Twice may be chance: workers are restarted.
    private const long SuspectFrom = 3;

    /// <summary>Whether it may be what ended the workers that had it before.</summary>
    public bool IsSuspect => Deliveries >= SuspectFrom || Strikes > 0;
}
