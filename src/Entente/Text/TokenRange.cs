namespace Entente.Text;

/// <summary>A run of tokens of one sentence: half-open, as zero-based indexes into <see cref="Sentence.Tokens"/>.</summary>
public readonly record struct TokenRange
{
    /// <summary>The range from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The start is negative or the end lies before it.</exception>
    public TokenRange(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>Index of the first token.</summary>
    public int Start { get; }

    /// <summary>Index after the last token.</summary>
    public int End { get; }

    /// <summary>Tokens in the range.</summary>
    public int Length => End - Start;

    /// <summary>Whether the token at <paramref name="index"/> lies in the range.</summary>
    public bool Contains(int index) => Start <= index && index < End;

    /// <summary>Whether <paramref name="other"/> lies in this range.</summary>
    public bool Contains(TokenRange other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two share at least one token.</summary>
    public bool Overlaps(TokenRange other) => Start < other.End && other.Start < End;

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}, {End})";
}
