namespace Entente.Training.Language;

/// <summary>
/// A generator of random numbers with a state of one number (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"):
/// the same seed gives the same numbers on every machine and version of .NET.
/// </summary>
/// <param name="seed">Any number.</param>
internal sealed class SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>A generator for one purpose of several with the same seed.</summary>
    public static SplitMix For(long seed, params ReadOnlySpan<int> purpose)
    {
        SplitMix mix = new(unchecked((ulong)seed));
        foreach (int p in purpose) mix = new SplitMix(mix.Next() ^ (uint)p);
        return mix;
    }

    /// <summary>Any 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            ulong z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public float NextFloat() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>From 0 up to, not including, <paramref name="end"/>.</summary>
    public int Next(int end) => (int)(Next() % (ulong)end);

    /// <summary>Puts items in random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
