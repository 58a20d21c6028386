namespace Entente.Reading;

/// <summary>An input, or a part of one, that could not be read.</summary>
/// <param name="Source">Where it came from: a path or address, with the line or record where there are several.</param>
/// <param name="Reason">Why, in one line: what it is and what to do about it.</param>
public sealed record Skipped(string Source, string Reason)
{
    /// <summary>The line that people see.</summary>
    public override string ToString() => $"{Source}: {Reason}";
}
