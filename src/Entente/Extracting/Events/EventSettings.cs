using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Events;

/// <summary>
/// When and where an event was whose own clause does not say it: the day of the sentence that reports it, of the event told before it in
/// the same paragraph, or, in the lead, of the story. What the report sets in an earlier past ("had banned") takes none of these.
/// </summary>
internal sealed class EventSettings
{
    private const int NewsDays = 12;
    private const int LeadBlocks = 4;
    private const int SayingDays = 3;
    private readonly ExtractionContext context;
    private readonly int firstBlock;
    private readonly DateRange? story;

    /// <summary>The settings of a report.</summary>
    public EventSettings(ExtractionContext context, IReadOnlyList<ToldEvent> told)
    {
        this.context = context;
        firstBlock = context.Sentences.Count > 0 ? context.Sentences[0].Sentence.Block : 0;
        story = told.Where(t => IsLead(t) && t.Claim.Status is ClaimStatus.Happened or ClaimStatus.Ongoing && t.Claim.Date is { } date && IsNews(date)).Select(t => t.Claim.Date).FirstOrDefault()
            ?? SaidIn()
            ?? (context.Document.Document.Published is { Day: not null } published ? new DateRange(published) : null);
    }

    /// <summary>The events with their dates and places filled in where the text around them tells.</summary>
    public IReadOnlyList<ToldEvent> Fill(IReadOnlyList<ToldEvent> told)
    {
        List<ToldEvent> filled = [];
        ToldEvent? before = null;
        foreach (ToldEvent telling in told)
        {
            Event claim = telling.Claim;
            bool done = claim.Status is ClaimStatus.Happened && !IsPastPerfect(telling);
            bool sameBlock = before is not null && before.Proposition.View.Sentence.Block == telling.Proposition.View.Sentence.Block;
            if (claim.Date is null && done)
            {
                DateRange? date = SayingDate(telling) ?? SameDay(telling, before) ?? DayBefore(telling)
                    ?? (sameBlock && before!.Claim.Status == ClaimStatus.Happened ? before.Claim.Date : null)
                    ?? (IsLead(telling) || GoesOn(telling, before) ? story : null)
                    ?? OccasionOf(telling, filled)?.Claim.Date;
                claim = claim with { Date = date };
            }
            else if (claim.Date is null && claim.Status is ClaimStatus.Ongoing)
            {
                claim = claim with { Date = SayingDate(telling) };
            }
            if (claim.Place is null && claim.Status is not ClaimStatus.Denied)
            {
                string? place = VisitedPlace(telling) ?? Here(telling) ?? VisitInSentence(telling, told) ?? (sameBlock && claim.Date is not null && before!.Claim.Date == claim.Date && claim.Type is EventType.Consult or EventType.Support && before!.Claim.Type is EventType.Consult or EventType.Support ? before.Claim.Place : null)
                    ?? OccasionOf(telling, filled)?.Claim.Place;
                claim = claim with { Place = place };
            }
            ToldEvent now = telling with { Claim = claim };
            filled.Add(now);
            if (done && claim.Date is not null) before = now;
        }
        return filled;
    }

    private bool IsLead(ToldEvent telling) => IsLead(telling.Proposition.View);

    private bool IsLead(SentenceView view) => view.Sentence.Block - firstBlock < LeadBlocks;

    // "..., the ministry said on Thursday": the day of the story where no event of the lead has one of its own.
    private DateRange? SaidIn()
    {
        if (context.Document.Document.Published is not { Day: not null } published) return null;
        foreach (SentenceView view in context.Sentences.TakeWhile(IsLead))
        {
            foreach (ResolvedTime time in view.Times)
            {
                int days = published.FirstDay.DayNumber - time.From.DayNumber;
                if (time.Expression.Function == Recognizing.TimeFunction.At && time.Value.IsSingle && time.Value.Start is { Day: not null } && days is >= 0 and <= SayingDays) return time.Value;
            }
        }
        return null;
    }

    // "The depot opened on the same day. In addition, a contract was signed": the day on which the sentence before, in the same paragraph, is set.
    private DateRange? DayBefore(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        if (view.Index == 0 || !IsSimplePast(telling) || context.Sentences[view.Index - 1] is not { } earlier || earlier.Sentence.Block != view.Sentence.Block) return null;
        int root = Enumerable.Range(0, earlier.Count).FirstOrDefault(t => earlier[t].Head == 0);
        return TimeFinder.At(earlier, root, root, context.Document.Document.Published?.LastDay) is { Expression.Function: Recognizing.TimeFunction.At, Value: { IsSingle: true, Start.Day: not null } day } && earlier[root].Xpos is "VBD" or "VBN" ? day : null;
    }

    // Further down a report goes on with its story as long as each paragraph tells what happened on its day, in the simple past.
    private bool GoesOn(ToldEvent telling, ToldEvent? before)
    {
        if (before is null || before.Claim.Date != story || telling.Proposition.View.Sentence.Block - before.Proposition.View.Sentence.Block > 1) return false;
        return telling.Proposition.View.Times.Count == 0 && IsSimplePast(telling);
    }

    private static bool IsSimplePast(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        int verb = telling.Proposition.Carrier >= 0 ? telling.Proposition.Carrier : telling.Proposition.Head;
        return (view[verb].Xpos == "VBD" || view.Sentence.Children(verb).Any(c => view.Is(c, "aux") && view[c].Form is "was" or "were" or "did")) && !IsPastPerfect(telling);
    }

    private bool IsNews(DateRange date)
    {
        if (date.Start is not { Day: not null } start || date.End is not { } end) return false;
        if (context.Document.Document.Published is not { } published) return date.IsSingle;
        return start.FirstDay <= published.LastDay && end.LastDay >= published.FirstDay.AddDays(-NewsDays);
    }

    private static bool IsPastPerfect(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        int verb = telling.Proposition.Carrier >= 0 ? telling.Proposition.Carrier : telling.Proposition.Head;
        return view.Sentence.Children(verb).Any(c => view.Is(c, "aux") && view[c].Form.Equals("had", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"has withdrawn its envoy, it said on Thursday": what is told in the perfect is news of the day it is told.</summary>
    private static DateRange? SayingDate(ToldEvent telling)
    {
        if (telling.Outlook.Speaker is not { } speaker) return null;
        SentenceView view = telling.Proposition.View;
        return speaker.Verb < view.Count && view[speaker.Verb].Upos == "VERB" && TimeFinder.At(view, speaker.Verb, speaker.Verb) is { Expression.Function: Recognizing.TimeFunction.At } time ? time.Value : null;
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
        if (telling.Claim.Type is not (EventType.Consult or EventType.Support or EventType.Agree) || telling.Claim.Format is "visit" or "call") return null;
        HashSet<ActorCode> sides = [.. telling.Sides.All];
        return told.Where(t => t.Proposition.View == telling.Proposition.View && t.Claim.Format == "visit" && t.Claim.Status == telling.Claim.Status && sides.SetEquals(t.Sides.All))
            .Select(t => t.Claim.Place ?? VisitedPlace(t)).FirstOrDefault(p => p is not null);
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

    /// <summary>"later in the day", "on the same day", "in the evening": the day of what was told last.</summary>
    private static DateRange? SameDay(ToldEvent telling, ToldEvent? before)
    {
        if (before?.Claim.Date is not { IsSingle: true } date || telling.Proposition.View.Index - before.Proposition.View.Index > 3) return null;
        SentenceView view = telling.Proposition.View;
        for (int token = 0; token < view.Count; token++)
        {
            bool day = view[token].Form.ToLowerInvariant() switch
            {
                "day" => view.Sentence.Children(token).Any(c => view[c].Form.ToLowerInvariant() is "same" or "that") || (token > 1 && view[token - 1].Form.Equals("the", StringComparison.OrdinalIgnoreCase) && view[token - 2].Form.Equals("in", StringComparison.OrdinalIgnoreCase)),
                "morning" or "afternoon" or "evening" => token > 1 && view[token - 1].Form.Equals("the", StringComparison.OrdinalIgnoreCase) && view[token - 2].Form.Equals("in", StringComparison.OrdinalIgnoreCase),
                _ => false,
            };
            if (day) return date;
        }
        return null;
    }

    /// <summary>The visit or summit of the same sides that a meeting or signing without a setting of its own belongs to.</summary>
    private ToldEvent? OccasionOf(ToldEvent telling, IReadOnlyList<ToldEvent> filled)
    {
        if (telling.Claim.Type is not (EventType.Consult or EventType.Support or EventType.Agree) || telling.Claim.Status != ClaimStatus.Happened || telling.Claim.Format is "call" || IsPastPerfect(telling)) return null;
        HashSet<ActorCode> sides = [.. telling.Sides.All];
        return filled.FirstOrDefault(f => f.Claim is { Type: EventType.Consult, Status: ClaimStatus.Happened or ClaimStatus.Ongoing, Format: "visit" or "summit" or "session", Date: { } date } && IsNews(date)
            && (telling.Claim.Date is null || telling.Claim.Date == date) && sides.SetEquals(f.Sides.All));
    }
}
