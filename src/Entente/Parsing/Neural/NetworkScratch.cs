using Entente.Numerics;

namespace Entente.Parsing.Neural;

/// <summary>One thread's memory for <see cref="Network"/>; it grows to what the largest batch needs and is used again.</summary>
internal sealed class NetworkScratch
{
    /// <summary>The most words whose products with the first layer's weights are kept; then all are dropped.</summary>
    public const int MostWords = 4096;

    public readonly SentenceLayout Layout = new();
    public readonly Dictionary<string, int> WordRows = new(StringComparer.Ordinal);
    public readonly Dictionary<(string Form, int Tag), string> Lemmas = [];
    public readonly List<string> NewWords = [];
    public readonly ProjectiveDecoder Trees = new();
    public readonly PackedMatrix HeadVectors = new();
    public SequenceDecoder? Entities;
    public int[] Lengths = [], TokenRows = [], Heads = [], EntityRows = [];
    public float[] WordProducts = [], Input = [], Gates = [], Cells = [];
    public byte[] First = [], Second = [], Sorted = [];
    public float[] TagHidden = [], TagScores = [], Top = [], ArcHeads = [], ArcDependents = [], ArcProducts = [], ArcScores = [];
    public float[] LabelHidden = [], LabelScores = [], Entity = [], EntityFirst = [], EntityScores = [];

    /// <summary>The first <paramref name="size"/> elements of an array, which grows if it must.</summary>
    public static Span<T> Take<T>(ref T[] array, int size)
    {
        if (array.Length < size) array = new T[Math.Max(size, array.Length + (array.Length / 2))];
        return array.AsSpan(0, size);
    }
}
