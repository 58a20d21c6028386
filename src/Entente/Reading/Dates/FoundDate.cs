using Entente.Text;

namespace Entente.Reading.Dates;

/// <summary>A calendar date as written somewhere in a text.</summary>
/// <param name="Span">The characters from its first to its last part, without weekday and clock time.</param>
/// <param name="Year">The year, or 0 where the text names only month and day.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">From 1, or 0 where the text names only year and month.</param>
/// <param name="IsAmbiguous">Whether day and month could be the other way round (03/04/2024).</param>
internal readonly record struct FoundDate(TextSpan Span, int Year, int Month, int Day, bool IsAmbiguous = false)
{
    /// <summary>Whether year, month and day are there.</summary>
    public bool IsFull => Year > 0 && Day > 0;

    /// <summary>The date, at its own precision; null without a year.</summary>
    public PartialDate? ToPartialDate() => Year == 0 ? null : PartialDate.TryCreate(Year, Month, Day == 0 ? null : Day);
}
