using Entente.Text;

namespace Entente.Claims;

/// <summary>A report with what it claims, on its way into the ledger.</summary>
/// <param name="Document">The report.</param>
/// <param name="Claims">What it claims.</param>
/// <param name="IsStatistics">Whether it is a table of official statistics and no report that was read.</param>
public sealed record ReadReport(Document Document, IReadOnlyList<Claim> Claims, bool IsStatistics = false);
