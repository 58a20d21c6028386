namespace Entente.Resolving.Times;

/// <summary>What a time is counted from.</summary>
/// <param name="Published">The day of publication, if it is known.</param>
/// <param name="Told">The time told before it in the text that it may go on from, if there is one.</param>
/// <param name="IsNarrative">Whether the text tells a history: what has no year goes on from the time told before it.</param>
/// <param name="Direction">Which way the words around it look.</param>
internal readonly record struct TimeContext(DateOnly? Published, Interval? Told, bool IsNarrative, TimeDirection Direction)
{
    /// <summary>The day that "today" and "last year" count from.</summary>
    public DateOnly? Now => IsNarrative ? Told?.From : Published;

    /// <summary>The day that "the next day" and "the previous year" count from.</summary>
    public DateOnly? TextNow => Told?.From ?? Now;
}
