using Entente.Claims;

namespace Entente.Web.Charts;

/// <summary>The rows of a timeline: what a claim is about, from talks to force.</summary>
internal static class EventRow
{
    /// <summary>The rows from top to bottom, with the class of their colour.</summary>
    public static IReadOnlyList<(string Name, string Class)> All { get; } =
        [("Talks, visits", "talk"), ("Signed", "signed"), ("Backing, agreement", "good"), ("Help, joint work", "help"), ("Goods, money", "goods"), ("Accusation, refusal", "against"), ("Pressure, force", "force")];

    /// <summary>The row of a claim, or -1 where it has none.</summary>
    public static int Of(Claim claim) => claim switch
    {
        Agreement => 1,
        Transfer => 4,
        Event e => e.Type switch
        {
            EventType.Consult or EventType.Request => 0,
            EventType.Agree or EventType.Support or EventType.Concede or EventType.Retreat => 2,
            EventType.Cooperate or EventType.Aid => 3,
            EventType.Accuse or EventType.Reject or EventType.Threaten => 5,
            _ => 6,
        },
        _ => -1,
    };
}
