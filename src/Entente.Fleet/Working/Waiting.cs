namespace Entente.Fleet.Working;

/// <summary>
/// The documents that a worker holds. Those that were given out several times without being finished may be what ends workers: they are read
/// last, one at a time, in an order of chance, with nothing else unfinished beside them, so that the one that does it takes no others with it.
/// </summary>
internal sealed class Waiting(TimeProvider clock, Random chance)
{
    // A broker takes back what is held for half an hour.
    private static readonly TimeSpan LongestSuspicion = TimeSpan.FromSeconds(30);

    // After a new connection all that was held before comes again, one after the other: chance needs to see them all.
    private static readonly TimeSpan Arrival = TimeSpan.FromMilliseconds(300);

    private readonly object gate = new();
    private readonly Queue<Delivery> fresh = new();
    private readonly List<Delivery> suspects = [];
    private readonly Dictionary<ulong, (Delivery Delivery, long Since)> reading = [];
    private long suspectSince;
    private long lastSuspect;
    private int taken;
    private bool alone;
    private bool closed;

    /// <summary>How many are held and not finished.</summary>
    public int Held
    {
        get
        {
            lock (gate) return fresh.Count + suspects.Count + taken;
        }
    }

    /// <summary>Whether something is being read or will be at once.</summary>
    public bool IsReading
    {
        get
        {
            lock (gate) return reading.Count > 0 || (fresh.Count > 0 && !closed && !alone);
        }
    }

    /// <summary>The broker gave one more.</summary>
    public void Add(Delivery delivery)
    {
        lock (gate)
        {
            if (!delivery.IsSuspect)
            {
                fresh.Enqueue(delivery);
            }
            else
            {
                if (suspects.Count == 0) suspectSince = clock.GetTimestamp();
                lastSuspect = clock.GetTimestamp();
                suspects.Add(delivery);
            }
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>The next one to read; waits for it. Null when nothing more is to be read.</summary>
    public Delivery? Take()
    {
        lock (gate)
        {
            while (!closed)
            {
                if (Next() is { } next)
                {
                    taken++;
                    reading[next.Tag] = (next, clock.GetTimestamp());
                    return next;
                }
                Monitor.Wait(gate, suspects.Count > 0 ? Arrival : Timeout.InfiniteTimeSpan);
            }
            return null;
        }
    }

    /// <summary>It was read; how long that took.</summary>
    public TimeSpan Read(Delivery delivery)
    {
        lock (gate)
        {
            reading.Remove(delivery.Tag, out (Delivery, long Since) before);
            return clock.GetElapsedTime(before.Since);
        }
    }

    /// <summary>So many were committed and acknowledged.</summary>
    public void Finished(int count)
    {
        lock (gate)
        {
            taken -= count;
            if (taken == 0) alone = false;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Nothing more is given to readers.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>What has been read for longest, and for how long.</summary>
    public (Delivery Delivery, TimeSpan Time)? Longest()
    {
        lock (gate)
        {
            if (reading.Count == 0) return null;
            (Delivery delivery, long since) = reading.Values.MinBy(r => r.Since);
            return (delivery, clock.GetElapsedTime(since));
        }
    }

    private Delivery? Next()
    {
        if (alone) return null;
        bool first = suspects.Count > 0 && clock.GetElapsedTime(suspectSince) >= LongestSuspicion;
        if (fresh.Count > 0 && !first) return fresh.Dequeue();
        if (suspects.Count == 0 || taken > 0 || clock.GetElapsedTime(lastSuspect) < Arrival) return null;
        int index = chance.Next(suspects.Count);
        Delivery suspect = suspects[index];
        suspects.RemoveAt(index);
        alone = true;
        return suspect;
    }
}
