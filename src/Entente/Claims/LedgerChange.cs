namespace Entente.Claims;

/// <summary>What adding changed.</summary>
/// <param name="Reports">Reports that were not there before.</param>
/// <param name="Claims">Claims that were not there before.</param>
/// <param name="Removed">Claims that were there and are no longer made of their report.</param>
public readonly record struct LedgerChange(int Reports, int Claims, int Removed)
{
    /// <summary>Both changes.</summary>
    public static LedgerChange operator +(LedgerChange a, LedgerChange b) => new(a.Reports + b.Reports, a.Claims + b.Claims, a.Removed + b.Removed);

    /// <summary>Both changes.</summary>
    public static LedgerChange Add(LedgerChange left, LedgerChange right) => left + right;
}
