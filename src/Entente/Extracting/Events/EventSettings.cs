using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Recognizing;

namespace Entente.Extracting.Events;

/// <summary>
/// When and where an event was whose own clause does not say it: the day that the text around it lends (<see cref="EventDays"/>) or that of the visit it
/// belongs to; the place visited, the place of the visit in its sentence, that of the event told before it.
/// </summary>
internal sealed class EventSettings
{
    private readonly ExtractionContext context;
    private readonly EventDays days;

    /// <summary>The settings of a report.</summary>
    public EventSettings(ExtractionContext context, IReadOnlyList<ToldEvent> told)
    {
        this.context = context;
        days = new EventDays(context, told);
    }

    /// <summary>The events with their dates and places filled in where the text around them tells.</summary>
    public IReadOnlyList<ToldEvent> Fill(IReadOnlyList<ToldEvent> told)
    {
        List<ToldEvent> filled = [];
        ToldEvent? before = null;
        foreach (ToldEvent telling in told)
        {
            Event claim = telling.Claim;
            bool done = claim.Status is ClaimStatus.Happened && !EventDays.IsPastPerfect(telling);
            bool sameBlock = before is not null && before.Proposition.View.Sentence.Block == telling.Proposition.View.Sentence.Block;
            if (claim.Date is null) claim = claim with { Date = days.Of(telling, before) ?? (done ? OccasionOf(telling, filled)?.Claim.Date : null) };
            if (claim.Place is null && claim.Status is not ClaimStatus.Denied)
            {
                string? place = VisitedPlace(telling) ?? ThingAt(telling) ?? Here(telling) ?? VisitInSentence(telling, told) ?? (sameBlock && claim.Date is not null && before!.Claim.Date == claim.Date && claim.Type is EventType.Consult or EventType.Support && before!.Claim.Type is EventType.Consult or EventType.Support ? before.Claim.Place : null)
                    ?? OccasionOf(telling, filled)?.Claim.Place;
                claim = claim with { Place = place };
            }
            ToldEvent now = telling with { Claim = claim };
            filled.Add(now);
            if (done && claim.Date is not null) before = now;
        }
        return filled;
    }

    /// <summary>The place of a visit is what was visited.</summary>
    private string? VisitedPlace(ToldEvent telling)
    {
        if (telling.Claim.Type != EventType.Consult || telling.Claim.Format != "visit") return null;
        Proposition proposition = telling.Proposition;
        foreach (string path in telling.Frame.Target)
        {
            foreach (int head in ArgumentPaths.Heads(proposition, path))
                if ((context.PlaceNameAt(proposition.View, head) ?? context.CapitalAt(proposition.View, head)) is { } place) return place;
        }
        return null;
    }

    /// <summary>"During a visit to Quito she met the president": where the visit of the same sides, told in the same sentence, went.</summary>
    private string? VisitInSentence(ToldEvent telling, IReadOnlyList<ToldEvent> told)
    {
        if (telling.Claim.Type is EventType.Sanction or EventType.Mobilize or EventType.Coerce or EventType.Assault || telling.Claim.Format is "visit" or "call") return null;
        HashSet<ActorCode> sides = [.. telling.Sides.All];
        return told.Where(t => t.Proposition.View == telling.Proposition.View && t.Claim.Format == "visit" && t.Claim.Status == telling.Claim.Status && (sides.SetEquals(t.Sides.All) || IsOn(t, telling)))
            .Select(t => t.Claim.Place ?? VisitedPlace(t)).FirstOrDefault(p => p is not null);
    }

    // "The late president warned during a visit to Astana that ...": who speaks is the visitor.
    private static bool IsOn(ToldEvent visit, ToldEvent telling) =>
        visit.Proposition.Pos == 'N' && telling.Sides.Source.SequenceEqual(visit.Sides.Source) && visit.Proposition.View[visit.Proposition.Head].HeadIndex == telling.Proposition.Head
        && visit.Proposition.View.CaseOf(visit.Proposition.Head) is "during" or "on" or "at";

    /// <summary>"shut the Milak post", "left the Bakassi peninsula", "bombed Asmara airport": what it was done to is a place.</summary>
    private string? ThingAt(ToldEvent telling)
    {
        if (telling.Claim.Type is not (EventType.Sanction or EventType.Retreat or EventType.Mobilize or EventType.Assault) || telling.Claim.Place is not null) return null;
        SentenceView view = telling.Proposition.View;
        foreach (int thing in ArgumentPaths.Heads(telling.Proposition, "obj"))
        {
            // "denounced the Algiers accord"
            if (view.MentionAt(thing) is Instrument) continue;
            if (view.Mentions.OfType<PlaceName>().FirstOrDefault(p => p.Tokens.Contains(thing) || (view.Is(p.Head, "compound") && view[p.Head].HeadIndex == thing)) is { } place) return place.Span.In(context.Document.Document.Text);
        }
        return null;
    }

    /// <summary>"was signed here today": the place of the dateline.</summary>
    private string? Here(ToldEvent telling)
    {
        if (context.Document.Document.DatelinePlace is not { Length: > 0 } dateline) return null;
        SentenceView view = telling.Proposition.View;
        int verb = telling.Proposition.Carrier >= 0 ? telling.Proposition.Carrier : telling.Proposition.Head;
        bool here = view.Sentence.Children(verb).Any(c => view.Is(c, "advmod") && view[c].Form.Equals("here", StringComparison.OrdinalIgnoreCase))
            || view.Sentence.Children(verb).Any(c => view.Is(c, "obl") && view.LemmaOf(c) is "city" or "capital" or "town" && view.Sentence.Children(c).Any(d => view.Is(d, "det") && view[d].Form.Equals("this", StringComparison.OrdinalIgnoreCase)));
        if (!here) return null;
        return dateline.Any(char.IsLower) ? dateline : string.Join(' ', dateline.Split(' ').Select(w => w.Length > 1 ? char.ToUpperInvariant(w[0]) + w[1..].ToLowerInvariant() : w));
    }

    /// <summary>The visit or summit of the same sides that a meeting or signing without a setting of its own belongs to.</summary>
    private ToldEvent? OccasionOf(ToldEvent telling, IReadOnlyList<ToldEvent> filled)
    {
        if (telling.Claim.Type is not (EventType.Consult or EventType.Support or EventType.Agree) || telling.Claim.Status != ClaimStatus.Happened || telling.Claim.Format is "call" || EventDays.IsPastPerfect(telling)) return null;
        HashSet<ActorCode> sides = [.. telling.Sides.All];
        return filled.FirstOrDefault(f => f.Claim is { Type: EventType.Consult, Status: ClaimStatus.Happened or ClaimStatus.Ongoing, Format: "visit" or "summit" or "session", Date: { } date } && days.IsNews(date)
            && (telling.Claim.Date is null || telling.Claim.Date == date) && sides.SetEquals(f.Sides.All));
    }
}
