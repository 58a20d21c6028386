namespace Entente.Text;

/// <summary>
/// A run of characters of a document's text: half-open, in UTF-16 code units from the start of the text.
/// The default value is the empty span at 0.
/// </summary>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The start is negative or the end lies before it.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>The first code unit.</summary>
    public int Start { get; }

    /// <summary>The code unit after the last.</summary>
    public int End { get; }

    /// <summary>Code units in the span.</summary>
    public int Length => End - Start;

    /// <summary>Whether nothing lies in the span.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>Whether <paramref name="other"/> lies in this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the code unit at <paramref name="position"/> lies in this span.</summary>
    public bool Contains(int position) => Start <= position && position < End;

    /// <summary>Whether the two share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The characters of the span.</summary>
    /// <param name="text">The text that the span was taken from.</param>
    public string In(string text) => text[Start..End];

    /// <summary>By start, then by end.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}, {End})";
}
