using Entente.Text;

namespace Entente.Claims;

/// <summary>A report with what it claims, on its way into the ledger.</summary>
/// <param name="Document">The report.</param>
/// <param name="Claims">What it claims.</param>
/// <param name="IsStatistics">Whether it is a table of official statistics and no report that was read.</param>
public sealed record ReadReport(Document Document, IReadOnlyList<Claim> Claims, bool IsStatistics = false)
{
    /// <summary>What it was read with: program, model and lists. With the same again there is nothing to gain. Null if it is not known.</summary>
    public string? Stamp { get; init; }
}
