using Entente.Text;

namespace Entente.Claims;

/// <summary>What claims of all kinds have in common, by name: their actors with the part they play, and when.</summary>
public static class ClaimSlots
{
    /// <summary>The actors with their part: source, target, party, from, to, state; in the order of the slots.</summary>
    public static IEnumerable<(string Role, ActorCode Actor)> Actors(Claim claim) => claim switch
    {
        Event e => As("source", e.Source).Concat(As("target", e.Target)),
        Agreement a => As("party", a.Parties),
        Figure f => As("party", f.Parties).Concat(As("from", f.From)).Concat(As("to", f.To)),
        Transfer t => As("from", t.From).Concat(As("to", t.To)),
        Project p => As("party", p.Parties),
        Relation r => As("party", r.Parties),
        Office { State: { } state } => [("state", state)],
        _ => [],
    };

    /// <summary>Every actor once, by code.</summary>
    public static IReadOnlyList<ActorCode> Distinct(Claim claim)
    {
        // Asked several times of each claim on its way into a ledger.
        List<ActorCode> actors = new(4);
        switch (claim)
        {
            case Event e:
                AddNew(actors, e.Source);
                AddNew(actors, e.Target);
                break;
            case Agreement a: AddNew(actors, a.Parties); break;
            case Figure f:
                AddNew(actors, f.Parties);
                AddNew(actors, f.From);
                AddNew(actors, f.To);
                break;
            case Transfer t:
                AddNew(actors, t.From);
                AddNew(actors, t.To);
                break;
            case Project p: AddNew(actors, p.Parties); break;
            case Relation r: AddNew(actors, r.Parties); break;
            case Office { State: { } state }: actors.Add(state); break;
            default: break;
        }
        if (actors.Count > 1) actors.Sort();
        return actors;
    }

    /// <summary>When it was, is or will be, by the claim itself: the date of an event or agreement, the period or due date of a figure, the period of a transfer, the start of a relation.</summary>
    public static DateRange? When(Claim claim) => claim switch
    {
        Event e => e.Date,
        Agreement a => a.Date,
        Figure f => f.Period ?? (f.Due is { } due ? new DateRange(due) : null),
        Transfer t => t.Period,
        Relation { Since: { } since } => new DateRange(since),
        _ => null,
    };

    /// <summary>What sort of its kind it is: the type of an event, agreement or relation, the measure of a figure, the commodity of a transfer, the sector of a project, the title of an office.</summary>
    public static string? Type(Claim claim) => claim switch
    {
        Event e => ClaimNames.Of(e.Type),
        Agreement a => a.Type,
        Figure f => f.Measure,
        Transfer t => t.Commodity,
        Project p => p.Sector,
        Relation r => r.Type,
        Office o => o.Title,
        _ => null,
    };

    private static void AddNew(List<ActorCode> actors, IReadOnlyList<ActorCode> some)
    {
        for (int i = 0; i < some.Count; i++)
        {
            if (!actors.Contains(some[i])) actors.Add(some[i]);
        }
    }

    private static IEnumerable<(string Role, ActorCode Actor)> As(string role, IReadOnlyList<ActorCode> actors) => actors.Select(a => (role, a));
}
