namespace Entente.Claims;

/// <summary>Two claims that cannot both hold.</summary>
/// <param name="Left">One claim.</param>
/// <param name="Right">The other.</param>
/// <param name="By">The rule or person that found it.</param>
/// <param name="Reason">Why they cannot both hold.</param>
public sealed record Contradiction(ReportedClaim Left, ReportedClaim Right, string By, string Reason);
