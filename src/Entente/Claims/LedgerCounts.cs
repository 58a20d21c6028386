using Entente.Text;

namespace Entente.Claims;

/// <summary>How much a ledger holds, of all or of some actors.</summary>
/// <param name="Reports">Reports with a claim; of the whole ledger all reports.</param>
/// <param name="Publishers">Their publishers.</param>
/// <param name="First">First day of publication.</param>
/// <param name="Last">Last day of publication.</param>
/// <param name="Claims">Claims by kind.</param>
/// <param name="Facts">Facts by kind.</param>
public sealed record LedgerCounts(long Reports, long Publishers, PartialDate? First, PartialDate? Last, IReadOnlyDictionary<string, long> Claims, IReadOnlyDictionary<string, long> Facts)
{
    /// <summary>Standing contradictions.</summary>
    public long Contradictions { get; init; }
}
