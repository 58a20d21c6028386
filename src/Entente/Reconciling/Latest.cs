using Entente.Claims;
using Entente.Text;

namespace Entente.Reconciling;

/// <summary>Where a standing thing stands: as the last report has it.</summary>
internal static class Latest
{
    /// <summary>The status of the last published claim; of several, the furthest on. A denial counts only where nobody affirms.</summary>
    public static ClaimStatus Status(IReadOnlyList<Entry> claims)
    {
        ClaimStatus? found = null;
        PartialDate? last = null;
        foreach (Entry entry in claims)
        {
            if (entry.Claim.Status == ClaimStatus.Denied) continue;
            int order = Comparer<PartialDate?>.Default.Compare(entry.Report.Published, last);
            if (found is not null && (order < 0 || (order == 0 && entry.Claim.Status >= found))) continue;
            found = entry.Claim.Status;
            last = entry.Report.Published;
        }
        return found ?? ClaimStatus.Denied;
    }
}
