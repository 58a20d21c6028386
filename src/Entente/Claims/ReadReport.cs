using Entente.Text;

namespace Entente.Claims;

/// <summary>A report with what it claims, on its way into the ledger.</summary>
public sealed record ReadReport(Document Document, IReadOnlyList<Claim> Claims);
