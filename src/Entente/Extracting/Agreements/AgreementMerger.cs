using Entente.Claims;
using Entente.Extracting.Propositions;

namespace Entente.Extracting.Agreements;

/// <summary>Joins the tellings of one instrument: "a treaty on the border" ... "the treaty".</summary>
internal static class AgreementMerger
{
    /// <summary>One claim for each instrument. A bare telling joins the last fitting one; where none fits it makes no claim unless it was made there.</summary>
    public static IEnumerable<Claim> Merge(IReadOnlyList<AgreementTelling> tellings)
    {
        List<AgreementTelling> kept = [];
        foreach (AgreementTelling telling in tellings)
        {
            if (telling.IsBare && telling.Claim.Status != ClaimStatus.Happened && kept.Count == 0) continue;
            kept.Add(telling);
        }
        HashSet<Agreement> bare = [.. kept.Where(t => t.IsBare).Select(t => t.Claim)];
        return Telling.Merge(kept.Select(t => t.Claim), (a, b) => Same(a, b, bare), Combine);
    }

    private static bool Same(Agreement a, Agreement b, HashSet<Agreement> bare)
    {
        if (a.Count != b.Count && a.Count is not null && b.Count is not null) return false;
        if (!a.Parties.ToHashSet().SetEquals(b.Parties) && !(bare.Contains(b) && a.Parties.Intersect(b.Parties).Any())) return false;
        if (bare.Contains(b)) return a.Count is null == b.Count is null && (a.Type == b.Type || Family(a.Type) == Family(b.Type));
        if (a.Count is null != (b.Count is null)) return false;
        if (Family(a.Type) != Family(b.Type)) return false;
        if (a.Date is { } x && b.Date is { } y && x != y && a.Status == b.Status) return false;
        if (a.Subject is null || b.Subject is null) return true;
        HashSet<string> first = Words(a.Subject), second = Words(b.Subject);
        return first.Overlaps(second);
    }

    private static Agreement Combine(Agreement first, Agreement second)
    {
        ClaimStatus status = Rank(second.Status) > Rank(first.Status) ? second.Status : first.Status;
        return first with
        {
            Status = status,
            Subject = first.Subject ?? second.Subject,
            Date = first.Date ?? second.Date,
            Until = first.Until ?? second.Until,
            Value = first.Value ?? second.Value,
            Currency = first.Value is null ? second.Currency : first.Currency,
            Count = first.Count ?? second.Count,
            Speaker = first.Speaker is null || second.Speaker is null ? null : first.Speaker,
            Confidence = Math.Max(first.Confidence, second.Confidence),
        };
    }

    private static int Rank(ClaimStatus status) => status switch
    {
        ClaimStatus.Denied => 4,
        ClaimStatus.Happened => 3,
        ClaimStatus.Ongoing => 2,
        ClaimStatus.Planned => 1,
        _ => 0,
    };

    private static string Family(string type) => type switch
    {
        "treaty" or "agreement" or "contract" or "memorandum" or "protocol" => "treaty",
        "declaration" or "statement" => "statement",
        "plan" or "programme" or "roadmap" => "plan",
        _ => "other",
    };

    private static HashSet<string> Words(string subject) =>
        [.. subject.ToLowerInvariant().Split([' ', '-', '–', ',', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3 && w is not "cooperation" and not "agreement")];
}
