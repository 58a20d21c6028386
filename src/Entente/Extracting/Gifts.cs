using Entente.Claims;

namespace Entente.Extracting;

/// <summary>
/// What was given as aid is an act of AID beside a transfer. The frames of events know gifts by their verb or their goods; where only the terms tell
/// ("delivered 15,000 tons of heating oil as humanitarian aid"), the transfer has been understood and the event follows from it.
/// </summary>
internal static class Gifts
{
    private const string ProvideAid = "070";

    /// <summary>The claims, with an event for each giver and receiver of gifts that has none yet.</summary>
    public static IEnumerable<Claim> Complete(IReadOnlyList<Claim> claims)
    {
        List<Event> acts = [.. claims.OfType<Event>().Where(e => e.Type == EventType.Aid)];
        foreach (Transfer gift in claims.OfType<Transfer>())
        {
            if (gift.Terms is not ("aid" or "grant") || gift.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing) || gift.From.Count == 0 || gift.To.Count == 0) continue;
            if (acts.Exists(e => e.Source.Intersect(gift.From).Any() && e.Target.Intersect(gift.To).Any())) continue;
            acts.Add(ActOf(gift));
        }
        return claims.Where(c => c is not Event { Type: EventType.Aid }).Concat(acts);
    }

    private static Event ActOf(Transfer gift) => new()
    {
        Type = EventType.Aid,
        Status = gift.Status,
        Source = gift.From,
        Target = gift.To,
        Date = gift.Period,
        Cameo = ProvideAid,
        Speaker = gift.Speaker,
        Evidence = gift.Evidence,
        Actors = gift.Actors,
        Confidence = gift.Confidence,
    };
}
