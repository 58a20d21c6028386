using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Text;

namespace Entente.Extracting.Agreements;

/// <summary>Joins the tellings of one instrument: "a treaty on the border" ... "the treaty".</summary>
internal static class AgreementMerger
{
    /// <summary>One claim for each instrument. A bare telling joins the last fitting one and makes no claim by itself unless it tells a deed.</summary>
    public static IEnumerable<Claim> Merge(IReadOnlyList<AgreementTelling> tellings)
    {
        HashSet<Agreement> bare = [.. tellings.Where(t => t.IsBare).Select(t => t.Claim)];
        HashSet<Agreement> deeds = [.. tellings.Where(t => t.IsDeed).Select(t => t.Claim)];
        // Each is compared with all: what is looked up for each pair must not be made anew each time (a damaged text had 2,900 of them).
        Dictionary<string, HashSet<string>> words = new(StringComparer.Ordinal);
        List<Agreement> kept = [];
        foreach (AgreementTelling telling in tellings)
        {
            if (telling.IsBare && (!telling.IsDeed || telling.Claim.Type == "other") && !kept.Exists(k => Same(k, telling.Claim, bare, words))) continue;
            kept.Add(telling.Claim);
        }
        return OfOneSigning(Telling.Merge(kept, (a, b) => Same(a, b, bare, words), (a, b) =>
        {
            Agreement combined = Combine(a, b, deeds.Contains(a), deeds.Contains(b));
            if (deeds.Contains(a) || deeds.Contains(b)) deeds.Add(combined);
            return combined;
        }), deeds);
    }

    // "14 documents were signed on 3 May. Among them are ...": what the same parties signed, without a day of its own, was signed that day.
    private static IEnumerable<Claim> OfOneSigning(IReadOnlyList<Agreement> claims, HashSet<Agreement> deeds)
    {
        foreach (Agreement claim in claims)
        {
            DateRange[] days = claim.Date is not null || claim.Status is not ClaimStatus.Happened || claim.Until is { } && !deeds.Contains(claim) ? []
                : [.. claims.Where(c => c.Date is not null && c.Status is ClaimStatus.Happened && c.Date.IsSingle && c.Date.Start?.Day is not null && SameParties(c, claim) && (deeds.Contains(claim) || (c.Count is not null && deeds.Contains(c)))).Select(c => c.Date!).Distinct()];
            yield return days.Length == 1 ? claim with { Date = days[0] } : claim;
        }
    }

    private static bool Same(Agreement a, Agreement b, HashSet<Agreement> bare, Dictionary<string, HashSet<string>> words)
    {
        if (a.Count != b.Count && a.Count is not null && b.Count is not null) return false;
        if (!SameParties(a, b) && !(bare.Contains(b) && a.Parties.Intersect(b.Parties).Any())) return false;
        if (bare.Contains(b)) return b.Type == "other" || (a.Count is null == b.Count is null && Family(a.Type) == Family(b.Type));
        if (a.Count is null != (b.Count is null)) return false;
        if (Family(a.Type) != Family(b.Type)) return false;
        // "An agreement on supplies and a memorandum on a project": told side by side they are two.
        if (a.Type != b.Type && a.Subject != b.Subject && a.Evidence.Any(x => x.Span == b.Evidence[0].Span)) return false;
        if (a.Date is { } x && b.Date is { } y && x != y && a.Status == b.Status) return false;
        // One without a subject may be any; it is another where it stands otherwise.
        if (a.Subject is null || b.Subject is null) return a.Status == b.Status && (a.Type == b.Type || a.Subject == b.Subject);
        return Words(a.Subject, words).Overlaps(Words(b.Subject, words));
    }

    private static bool SameParties(Agreement a, Agreement b) => a.Parties.SequenceEqual(b.Parties) || a.Parties.ToHashSet().SetEquals(b.Parties);

    private static Agreement Combine(Agreement first, Agreement second, bool firstIsDeed, bool secondIsDeed)
    {
        // "The deal provides" does not say that it was signed; what was done with it does.
        ClaimStatus status = firstIsDeed == secondIsDeed ? (Rank(second.Status) > Rank(first.Status) ? second.Status : first.Status) : firstIsDeed ? first.Status : second.Status;
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

    private static HashSet<string> Words(string subject, Dictionary<string, HashSet<string>> known) => known.TryGetValue(subject, out HashSet<string>? words) ? words
        : known[subject] = [.. subject.ToLowerInvariant().Split([' ', '-', '–', ',', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3 && w is not "cooperation" and not "agreement")];
}
