using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving;

/// <summary>A time expression put on the calendar.</summary>
/// <param name="Expression">The words.</param>
/// <param name="Value">
/// What the words with their preposition mean, at the precision given: 2024-03-12; 2023-01/2023-07; "since 2006" 2006/..; "until 2044" ../2044; "by 2030" ../2030.
/// </param>
/// <param name="From">First day of the calendar interval that the words alone denote ("2006": 2006-01-01).</param>
/// <param name="To">The day after its last ("2006": 2007-01-01).</param>
public sealed record ResolvedTime(TimeExpression Expression, DateRange Value, DateOnly From, DateOnly To)
{
    /// <summary>Of a range ("from 2014 to 2018"), the day that its second date begins (2018-01-01); else <see cref="From"/>.</summary>
    public DateOnly LastFrom { get; init; } = From;

    /// <summary>
    /// The time in days, months or years that the words name, where these are fewer than <see cref="Value"/> has: "last week" and "two weeks ago" name
    /// no day, at the precision of the words they are a month.
    /// </summary>
    public DateRange? Named { get; init; }

    /// <summary>Whether it stands over its paragraph instead of in a sentence: "March 2006: ...", a live report's "Sat 23 Feb, 19:20".</summary>
    public bool IsLabel { get; init; }

    /// <summary>What it was counted from, where the words alone do not name it.</summary>
    public string? Why { get; init; }
}
