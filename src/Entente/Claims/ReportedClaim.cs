namespace Entente.Claims;

/// <summary>A claim with the report that makes it.</summary>
/// <param name="Id">Made from its content: <see cref="ClaimId.Of"/>.</param>
/// <param name="Report">The report.</param>
/// <param name="Claim">What it says.</param>
public sealed record ReportedClaim(string Id, Report Report, Claim Claim);
