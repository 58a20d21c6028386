namespace Entente.Text;

/// <summary>
/// When: a date, or an interval whose ends are dates and may be open. Written 2024-03-12, 2023-01/2023-07, ../2044, 2030/..;
/// both ends are part of it. At least one end is there.
/// </summary>
public sealed record DateRange
{
    /// <summary>An interval; equal ends make a single date.</summary>
    /// <exception cref="ArgumentException">Both ends are open, or the start lies after the end.</exception>
    public DateRange(PartialDate? start, PartialDate? end)
    {
        if (start is null && end is null) throw new ArgumentException("A date range has at least one end.", nameof(start));
        if (start is { } s && end is { } e && s.FirstDay > e.LastDay) throw new ArgumentException($"The start {s} lies after the end {e}.", nameof(start));
        Start = start;
        End = end;
    }

    /// <summary>A single date.</summary>
    public DateRange(PartialDate date) : this(date, date)
    {
    }

    /// <summary>The first date of it, or null where it is open.</summary>
    public PartialDate? Start { get; }

    /// <summary>The last date of it, or null where it is open.</summary>
    public PartialDate? End { get; }

    /// <summary>Whether it is one day, month or year.</summary>
    public bool IsSingle => Start is not null && Start == End;

    /// <summary>Reads what <see cref="ToString"/> writes; anything else gives null.</summary>
    public static DateRange? TryParse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return PartialDate.TryParse(text) is { } date ? new DateRange(date) : null;
        string left = text[..slash], right = text[(slash + 1)..];
        PartialDate? start = PartialDate.TryParse(left), end = PartialDate.TryParse(right);
        if ((start is null && left != "..") || (end is null && right != "..") || (start is null && end is null)) return null;
        return start is { } s && end is { } e && s.FirstDay > e.LastDay ? null : new DateRange(start, end);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        IsSingle ? Start!.Value.ToString() : $"{(Start is { } s ? s.ToString() : "..")}/{(End is { } e ? e.ToString() : "..")}";
}
