namespace Entente.Claims;

/// <summary>How many claims of a kind are about a month.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, from 1.</param>
/// <param name="Kind">Name of the kind.</param>
/// <param name="Claims">How many.</param>
public sealed record MonthCount(int Year, int Month, string Kind, long Claims);
