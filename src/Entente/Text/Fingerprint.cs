using System.Buffers.Binary;

namespace Entente.Text;

/// <summary>
/// A short form of a report by which copies of it are found: one hash of all its words, and a MinHash signature (Broder 1997) of its runs
/// of three words. Two reports are compared in constant time, and <see cref="Bands"/> are keys under which an index finds the candidates,
/// one by one, as reports come in. Pure: where fingerprints are kept is the ledger's business.
/// </summary>
public sealed class Fingerprint
{
    /// <summary>Values in the signature. With 128 the estimate is off by about 0.04 at most similarities (standard deviation).</summary>
    public const int Length = 128;

    // Words in a run. A fifth of the words replaced leaves half of the runs of three; of runs of five, a third.
    private const int Run = 3;

    // Copies with a fifth of their words replaced have a similarity of about 0.34; different reports of one event stay below 0.1.
    private const double NearSimilarity = 0.2;
    private const double NearContainment = 0.55;

    private readonly uint[] signature;

    private Fingerprint(ulong exact, int runs, uint[] signature)
    {
        Exact = exact;
        Runs = runs;
        this.signature = signature;
    }

    /// <summary>Equal for texts with the same words in the same order, whatever their case, spacing and punctuation.</summary>
    public ulong Exact { get; }

    /// <summary>How many runs of words the text has.</summary>
    public int Runs { get; }

    /// <summary>Keys of an index: two reports with a similarity of 0.34 share at least one of the 64 with a probability above 0.999.</summary>
    public IEnumerable<ulong> Bands
    {
        get
        {
            for (int band = 0; band < Length / 2; band++)
            {
                yield return unchecked(Mix(((ulong)signature[band * 2] << 32) | signature[(band * 2) + 1]) + (ulong)band);
            }
        }
    }

    /// <summary>The fingerprint of the parts of a report that speak.</summary>
    public static Fingerprint Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        // A document whose parts were not told apart speaks as a whole.
        if (document.Blocks.Count == 0) return Of(document.Text);
        Builder builder = new();
        foreach (Block block in document.Blocks)
        {
            if (block.Kind != BlockKind.Title) builder.Add(document.Text.AsSpan(block.Span.Start, block.Span.Length));
        }
        return builder.Build();
    }

    /// <summary>The fingerprint of a text.</summary>
    public static Fingerprint Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Builder builder = new();
        builder.Add(text);
        return builder.Build();
    }

    /// <summary>Reads back what <see cref="ToBytes"/> gave; null for anything else.</summary>
    public static Fingerprint? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 12 + (Length * 4)) return null;
        uint[] values = new uint[Length];
        for (int i = 0; i < Length; i++) values[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(12 + (i * 4))..]);
        return new Fingerprint(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), values);
    }

    /// <summary>524 bytes, the same on every machine.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[12 + (Length * 4)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Exact);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Runs);
        for (int i = 0; i < Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12 + (i * 4)), signature[i]);
        return bytes;
    }

    /// <summary>
    /// What the ledger keeps of it with a report: the exact hash, the number of runs, and a byte of each value of the signature (b-bit MinHash,
    /// Li and König 2010), as letters.
    /// </summary>
    public string ToText()
    {
        byte[] low = new byte[Length];
        for (int i = 0; i < Length; i++) low[i] = unchecked((byte)signature[i]);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Exact:x16}-{Runs:x}-{Convert.ToBase64String(low)}");
    }

    /// <summary>Whether one of two reports, as <see cref="ToText"/> gave them, is a copy of the other, perhaps edited or shortened.</summary>
    public static bool AreCopies(string left, string right)
    {
        if (left == right) return true;
        Span<byte> a = stackalloc byte[Length], b = stackalloc byte[Length];
        if (!TryRead(left, a, out int runs, out ReadOnlySpan<char> exact) || !TryRead(right, b, out int otherRuns, out ReadOnlySpan<char> otherExact)) return false;
        if (exact.SequenceEqual(otherExact)) return true;
        int equal = 0;
        for (int i = 0; i < Length; i++)
        {
            if (a[i] == b[i]) equal++;
        }
        // One value in 256 is equal by chance.
        double similarity = Math.Max(0, ((double)equal / Length) - (1.0 / 256)) / (1 - (1.0 / 256));
        return Near(similarity, runs, otherRuns);
    }

    private static bool TryRead(string text, Span<byte> low, out int runs, out ReadOnlySpan<char> exact)
    {
        exact = text.AsSpan(0, Math.Min(16, text.Length));
        runs = 0;
        int end = text.Length > 17 && text[16] == '-' ? text.IndexOf('-', 17) : -1;
        return end > 0 && int.TryParse(text.AsSpan(17, end - 17), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out runs)
            && Convert.TryFromBase64Chars(text.AsSpan(end + 1), low, out int written) && written == Length;
    }

    /// <summary>Runs that both have, over runs that either has: an estimate from 0 to 1.</summary>
    public double Similarity(Fingerprint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Runs == 0 || other.Runs == 0) return Exact == other.Exact ? 1 : 0;
        int equal = 0;
        for (int i = 0; i < Length; i++)
        {
            if (signature[i] == other.signature[i]) equal++;
        }
        return (double)equal / Length;
    }

    /// <summary>The share of the shorter report's runs that the longer one has too: an estimate from 0 to 1.</summary>
    public double Containment(Fingerprint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Containment(Similarity(other), Runs, other.Runs);
    }

    /// <summary>Whether one is a copy of the other, perhaps edited or shortened.</summary>
    public bool IsNearDuplicateOf(Fingerprint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Exact == other.Exact || Near(Similarity(other), Runs, other.Runs);
    }

    private static bool Near(double similarity, int runs, int others) =>
        Math.Min(runs, others) >= 8 && (similarity >= NearSimilarity || (similarity >= 0.08 && Containment(similarity, runs, others) >= NearContainment));

    private static double Containment(double similarity, int runs, int others)
    {
        double both = similarity / (1 + similarity) * ((double)runs + others);
        return Math.Min(1, both / Math.Max(1, Math.Min(runs, others)));
    }

    // The finalizer of MurmurHash3 (A. Appleby, public domain).
    private static ulong Mix(ulong h)
    {
        unchecked
        {
            h ^= h >> 33;
            h *= 0xff51afd7ed558ccdUL;
            h ^= h >> 33;
            h *= 0xc4ceb9fe1a85ec53UL;
            return h ^ (h >> 33);
        }
    }

    private sealed class Builder
    {
        private readonly uint[] signature = new uint[Length];
        private readonly HashSet<ulong> seen = [];
        private ulong exact = 14695981039346656037UL;
        private ulong before;
        private ulong last;
        private int words;

        public Builder() => Array.Fill(signature, uint.MaxValue);

        public void Add(ReadOnlySpan<char> text)
        {
            unchecked
            {
                ulong word = 0;
                for (int i = 0; i <= text.Length; i++)
                {
                    if (i < text.Length && char.IsLetterOrDigit(text[i]))
                    {
                        // FNV-1a over small letters.
                        word = ((word == 0 ? 14695981039346656037UL : word) ^ char.ToLowerInvariant(text[i])) * 1099511628211UL;
                    }
                    else if (word != 0)
                    {
                        Add(word);
                        word = 0;
                    }
                }
            }
        }

        public Fingerprint Build() => new(exact, seen.Count, signature);

        private void Add(ulong word)
        {
            unchecked
            {
                exact = Mix(exact ^ word) + 1;
                if (++words >= Run)
                {
                    ulong run = Mix(before + Mix(last + Mix(word)));
                    if (seen.Add(run)) Sign(run);
                }
                before = last;
                last = word;
            }
        }

        private void Sign(ulong run)
        {
            unchecked
            {
                // Two hashes make as many as are wanted (Kirsch and Mitzenmacher 2006).
                uint a = (uint)run, b = (uint)(run >> 32) | 1;
                for (int i = 0; i < Length; i++)
                {
                    uint h = a + ((uint)i * b);
                    h ^= h >> 15;
                    h *= 0x2c1b3c6dU;
                    h ^= h >> 12;
                    if (h < signature[i]) signature[i] = h;
                }
            }
        }
    }
}
