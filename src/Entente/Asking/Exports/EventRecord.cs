using Entente.Claims;
using Entente.Text;

namespace Entente.Asking.Exports;

/// <summary>An event as event data has it: one source, one target, one day.</summary>
/// <param name="Fact">Where it is from.</param>
/// <param name="Event">The claim that tells most.</param>
/// <param name="Type">Type by the manual of PLOVER, after its rule for what is still to come.</param>
/// <param name="Source">Who acts, or null.</param>
/// <param name="Target">Whom it concerns, or null.</param>
/// <param name="Day">When, or the day of the first report.</param>
internal sealed record EventRecord(Fact Fact, Event Event, EventType Type, ActorCode? Source, ActorCode? Target, DateOnly Day)
{
    /// <summary>The report that tells most.</summary>
    public Report Report => Fact.Best.Report;

    /// <summary>A number made from the fact and the pair: the same in every export, and below 10^15 so that any program can hold it.</summary>
    public long Number
    {
        get
        {
            ulong hash = 14695981039346656037;
            foreach (char c in $"{Fact.Id}|{Source}|{Target}") hash = unchecked((hash ^ c) * 1099511628211);
            return (long)(hash % 1_000_000_000_000_000);
        }
    }

    /// <summary>
    /// The records of facts: one for each pair of source and target. What somebody denies is left out, as these formats cannot say so; so is
    /// what has no day.
    /// </summary>
    public static IEnumerable<EventRecord> Of(IEnumerable<Fact> facts)
    {
        foreach (Fact fact in facts)
        {
            if (fact.Best.Claim is not Event e || fact.Status == ClaimStatus.Denied) continue;
            PartialDate? day = fact.When?.Start ?? fact.When?.End ?? fact.Best.Report.Published;
            if (day is not { } date) continue;
            EventType type = EventCoding.ForExport(e.Type, e.Status);
            IEnumerable<ActorCode?> sources = e.Source.Count == 0 ? [null] : e.Source.Select(a => (ActorCode?)a);
            foreach (ActorCode? source in sources)
            {
                IEnumerable<ActorCode?> targets = e.Target.Count == 0 ? [null] : e.Target.Select(a => (ActorCode?)a);
                foreach (ActorCode? target in targets) yield return new EventRecord(fact, e, type, source, target, date.FirstDay);
            }
        }
    }

    /// <summary>The words behind a state in the event, if the report has them.</summary>
    public ActorMention? Mention(ActorCode? actor) => actor is null ? null : Event.Actors.FirstOrDefault(m => m.Actor == actor && m.Name is not null);
}
