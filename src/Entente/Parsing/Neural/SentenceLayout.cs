namespace Entente.Parsing.Neural;

/// <summary>
/// How the words of several sentences lie in one matrix. Time-major: sentences sorted by falling length, first words first, so that the
/// words which a recurrent step handles are neighbours and no row is padding. Sentence-major: the sentences in the order given.
/// </summary>
internal sealed class SentenceLayout
{
    private int[] lengths = [], order = [], active = [], offset = [], start = [], row = [];

    /// <summary>Number of sentences.</summary>
    public int Sentences { get; private set; }

    /// <summary>Number of words.</summary>
    public int Words { get; private set; }

    /// <summary>Length of the longest sentence.</summary>
    public int Steps { get; private set; }

    /// <summary>For each sentence in the order given, its length.</summary>
    public ReadOnlySpan<int> Lengths => lengths.AsSpan(0, Sentences);

    /// <summary>For each place in the sorted order, the sentence.</summary>
    public ReadOnlySpan<int> Order => order.AsSpan(0, Sentences);

    /// <summary>For each step, how many sentences have a word there: the first ones in the sorted order.</summary>
    public ReadOnlySpan<int> Active => active.AsSpan(0, Steps);

    /// <summary>For each step, the time-major row of the longest sentence's word.</summary>
    public ReadOnlySpan<int> Offset => offset.AsSpan(0, Steps);

    /// <summary>For each sentence in the order given, its first sentence-major row.</summary>
    public ReadOnlySpan<int> Start => start.AsSpan(0, Sentences);

    /// <summary>For each sentence-major row, the time-major row of the same word.</summary>
    public ReadOnlySpan<int> Row => row.AsSpan(0, Words);

    /// <summary>Lays out sentences of the given lengths, none of them 0.</summary>
    public void Arrange(ReadOnlySpan<int> sentenceLengths)
    {
        Sentences = sentenceLengths.Length;
        Words = 0;
        Steps = 0;
        Grow(ref lengths, Sentences);
        Grow(ref order, Sentences);
        Grow(ref start, Sentences);
        for (int s = 0; s < Sentences; s++)
        {
            lengths[s] = sentenceLengths[s];
            order[s] = s;
            start[s] = Words;
            Words += sentenceLengths[s];
            Steps = Math.Max(Steps, sentenceLengths[s]);
        }
        order.AsSpan(0, Sentences).Sort((x, y) => lengths[x] != lengths[y] ? lengths[y].CompareTo(lengths[x]) : x.CompareTo(y));
        Grow(ref active, Steps);
        Grow(ref offset, Steps);
        Grow(ref row, Words);
        int at = 0, count = Sentences;
        for (int t = 0; t < Steps; t++)
        {
            while (count > 0 && lengths[order[count - 1]] <= t) count--;
            active[t] = count;
            offset[t] = at;
            for (int s = 0; s < count; s++) row[start[order[s]] + t] = at + s;
            at += count;
        }
    }

    private static void Grow(ref int[] array, int size)
    {
        if (array.Length < size) array = new int[Math.Max(size, array.Length * 2)];
    }
}
