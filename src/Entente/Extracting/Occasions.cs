using Entente.Claims;
using Entente.Text;

namespace Entente.Extracting;

/// <summary>
/// Gives what was made at a signing the day of the signing: an agreement or relation without a date of its own takes that of the SUPPORT or AGREE event
/// told by the same words; an agreement told as one more of them ("among the rest are", "a memorandum was signed too") that of the signing told before it
/// in the same paragraph; and a signing without a day that of the instrument.
/// </summary>
internal static class Occasions
{
    // Characters from the words of a signing to those of an instrument that is listed after it.
    private const int ListLength = 500;

    /// <summary>The claims with their dates filled in.</summary>
    public static IEnumerable<Claim> Date(IReadOnlyList<Claim> claims)
    {
        List<Event> signings = [.. claims.OfType<Event>().Where(e => e.Type is EventType.Support or EventType.Agree && e.Date is not null && e.Status is ClaimStatus.Happened or ClaimStatus.Planned)];
        foreach (Claim claim in claims)
        {
            yield return claim switch
            {
                Event { Date: null, Status: ClaimStatus.Happened, Type: EventType.Support } signing => signing with { Date = DayOf(claims.OfType<Agreement>(), signing) },
                Agreement { Date: null, Status: ClaimStatus.Happened or ClaimStatus.Planned } agreement => agreement with { Date = (SigningOf(signings, agreement, agreement.Parties) ?? SigningBefore(signings, agreement))?.Date },
                Relation { Since: null, Status: ClaimStatus.Ongoing } relation when relation.Type is not "border" and not "trading_partner_rank" =>
                    relation with { Since = SigningOf([.. signings.Where(s => s.Status == ClaimStatus.Happened)], relation, relation.Parties)?.Date?.Start },
                _ => claim,
            };
        }
    }

    // "formalized in a treaty in August 2024 ... Yes, they signed a treaty": the day of the instrument that was signed, told elsewhere.
    private static DateRange? DayOf(IEnumerable<Agreement> agreements, Event signing)
    {
        HashSet<ActorCode> sides = [.. signing.Source, .. signing.Target];
        DateRange[] days = [.. agreements.Where(a => a.Date is not null && a.Status == ClaimStatus.Happened && sides.SetEquals(a.Parties) && a.Evidence.Any(e => signing.Evidence.Any(s => s.Span.Overlaps(e.Span)))).Select(a => a.Date!).Distinct()];
        return days.Length == 1 ? days[0] : null;
    }

    // "Besides, there is a loan agreement on the road": a list of what was signed goes on over a few sentences.
    private static Event? SigningBefore(IReadOnlyList<Event> signings, Agreement agreement)
    {
        if (agreement.Status != ClaimStatus.Happened) return null;
        int start = agreement.Evidence[0].Span.Start;
        return signings.LastOrDefault(s => s.Status == ClaimStatus.Happened && agreement.Parties.All(p => s.Source.Contains(p) || s.Target.Contains(p)) && s.Evidence.Any(e => start >= e.Span.End && start - e.Span.End < ListLength));
    }

    private static Event? SigningOf(IReadOnlyList<Event> signings, Claim claim, IReadOnlyList<ActorCode> parties) =>
        signings.FirstOrDefault(s => s.Status == (claim.Status == ClaimStatus.Planned ? ClaimStatus.Planned : ClaimStatus.Happened)
            && s.Source.Concat(s.Target).Any(parties.Contains)
            && s.Evidence.Any(e => claim.Evidence.Any(c => c.Span.Overlaps(e.Span))));
}
