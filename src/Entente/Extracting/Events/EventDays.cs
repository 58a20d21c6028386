using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Events;

/// <summary>
/// When an event was whose own clause does not say it: the day on which it was said, the date over the paragraph, the day that the sentences before it
/// in the paragraph are set on, or, in the lead, the day of the story. What the report sets in an earlier past ("had banned") takes none of these.
/// </summary>
internal sealed class EventDays
{
    private const int NewsDays = 12;
    private const int LeadBlocks = 4;
    private const int SayingDays = 3;
    private const int SentencesBack = 3;
    private readonly ExtractionContext context;
    private readonly HeadingDays headings;
    private readonly int firstBlock;
    private readonly DateRange? story;

    /// <summary>The days of a report.</summary>
    public EventDays(ExtractionContext context, IReadOnlyList<ToldEvent> told)
    {
        this.context = context;
        headings = new HeadingDays(context);
        firstBlock = context.Sentences.Count > 0 ? context.Sentences[0].Sentence.Block : 0;
        story = (context.Document.Document.DatelineDay is { } dateline ? new DateRange(dateline) : null)
            ?? told.Where(t => IsLead(t.Proposition.View) && t.Claim.Status is ClaimStatus.Happened or ClaimStatus.Ongoing && t.Claim.Date is { } date && IsNews(date)).Select(t => t.Claim.Date).FirstOrDefault()
            ?? SaidIn()
            ?? (context.Document.Document.Published is { Day: not null } published ? new DateRange(published) : null);
    }

    /// <summary>The date that the text around an undated event lends it, or null.</summary>
    /// <param name="telling">The event.</param>
    /// <param name="before">The dated event that happened and was told last before it.</param>
    public DateRange? Of(ToldEvent telling, ToldEvent? before)
    {
        if (telling.Claim.Status is ClaimStatus.Ongoing) return SayingDay(telling);
        if (telling.Claim.Status is ClaimStatus.Denied) return Overnight(telling) ?? headings.Of(telling.Proposition.View);
        if (telling.Claim.Status is not ClaimStatus.Happened) return null;
        if (IsPastPerfect(telling)) return IsOwnNews(telling) ? SayingDay(telling) : null;
        bool sameBlock = before is not null && before.Proposition.View.Sentence.Block == telling.Proposition.View.Sentence.Block;
        return SayingDay(telling)
            ?? SameDay(telling, before)
            ?? DaysFrom(telling, before)
            ?? headings.Of(telling.Proposition.View)
            ?? OnlyDay(telling)
            ?? OwnTime(telling)
            ?? (TellsOtherTime(telling) ? null : ElsewhereTold(telling, sameBlock ? before : null) ?? (IsLead(telling.Proposition.View) || GoesOn(telling, before) ? story : null));
    }

    /// <summary>Whether a date is of the days before publication.</summary>
    public bool IsNews(DateRange date)
    {
        if (date.Start is not { Day: not null } start || date.End is not { } end) return false;
        if (context.Document.Document.Published is not { } published) return date.IsSingle;
        return start.FirstDay <= published.LastDay && end.LastDay >= published.FirstDay.AddDays(-NewsDays);
    }

    /// <summary>Whether a telling is set before what the text around it tells.</summary>
    public static bool IsPastPerfect(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        return view.Sentence.Children(VerbOf(telling)).Any(c => view.Is(c, "aux") && view[c].Form.Equals("had", StringComparison.OrdinalIgnoreCase));
    }

    private static int VerbOf(ToldEvent telling) => telling.SaidBy >= 0 ? telling.SaidBy : telling.Proposition.Carrier >= 0 ? telling.Proposition.Carrier : telling.Proposition.Head;

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
                if (IsDay(time) && days is >= 0 and <= SayingDays) return time.Value;
            }
        }
        return null;
    }

    private static bool IsDay(ResolvedTime time) => time is { Expression.Function: TimeFunction.At, Named: null, Value: { IsSingle: true, Start.Day: not null } };

    /// <summary>"has withdrawn its envoy, it said on Thursday": what is told in the perfect is news of the day it is told.</summary>
    private static DateRange? SayingDay(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        // The denier of what is denied may stand in the sentence after it.
        foreach (Attribution speaker in telling.Outlook.Attributions.Skip(telling.Claim.Status == ClaimStatus.Denied ? 1 : 0))
            if (speaker.Verb >= 0 && speaker.Verb < view.Count && view[speaker.Verb].Upos == "VERB" && TimeFinder.At(view, speaker.Verb, speaker.Verb) is { Expression.Function: TimeFunction.At } time) return time.Named ?? time.Value;
        return null;
    }

    // "Manila said on Wednesday that it had lodged a protest": in the lead, who tells of an act of words of its own makes it known that day.
    private bool IsOwnNews(ToldEvent telling) =>
        IsLead(telling.Proposition.View)
        && telling.Claim.Type is EventType.Accuse or EventType.Request or EventType.Reject or EventType.Threaten or EventType.Sanction or EventType.Agree or EventType.Support
        && telling.Outlook.Attributions.Any(a => a.Actors.Any(telling.Claim.Source.Contains));

    // "said that units had opened fire overnight": the night to the day on which it is said.
    private DateRange? Overnight(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        bool overnight = view.Sentence.Subtree(VerbOf(telling)).Any(t => view[t].Form.Equals("overnight", StringComparison.OrdinalIgnoreCase) && !view.Is(t, "amod"));
        return overnight ? SayingDay(telling) ?? (IsLead(view) ? story : null) : null;
    }

    // "China has told Japan so, a source said on Wednesday", "he said in Rome on Saturday: ...": the only time of the sentence, if it is a day of the
    // news and of no clause beside that of the event.
    private DateRange? OnlyDay(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        if (view.Times.Count != 1 || view.Times[0] is not { } time || !IsDay(time) || !IsNews(time.Value)) return null;
        int at = time.Expression.Head;
        if (view.Is(at, "nmod") || view.Is(at, "compound") || view.Is(at, "amod")) return null;
        for (; at >= 0; at = view[at].HeadIndex)
        {
            if (at == telling.Proposition.Head || view.Sentence.IsBelow(telling.Proposition.Head, at)) return time.Value;
            if (view.Is(at, "acl") || view.Is(at, "advcl") || view.Is(at, "ccomp") || view.Is(at, "nmod")) return null;
        }
        return null;
    }

    // "Guns thundered again in February 1996, when each claimed to have been attacked, and 120 were taken prisoner": the only time of the sentence, if it
    // lies behind and belongs to a clause and not to a noun.
    private DateRange? OwnTime(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        if (!IsSimplePast(telling) || view.Times.Count != 1 || view.Times[0] is not { Expression.Function: TimeFunction.At, IsLabel: false } time) return null;
        int at = time.Expression.Head;
        if (view.Is(at, "nmod") || view.Is(at, "compound") || view.Is(at, "amod") || view[at].HeadIndex is var clause && (clause < 0 || view[clause].Upos != "VERB" || view[clause].Xpos != "VBD" || view.Is(clause, "acl"))) return null;
        return context.Document.Document.Published is { } published && time.From > published.LastDay ? null : time.Named ?? time.Value;
    }

    // "Relations were cut the day after that raid", "in the year of the coup": what the sentence says of its time is not understood; the times of others do not fit.
    private static bool TellsOtherTime(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        return view.Mentions.OfType<TimeExpression>().Any(t => t.Function == TimeFunction.At && view.Times.All(r => r.Expression != t) && view[t.Head].HeadIndex == VerbOf(telling));
    }

    private DateRange? ElsewhereTold(ToldEvent telling, ToldEvent? before) => DayBefore(telling) ?? (before is { Claim.Status: ClaimStatus.Happened } ? before.Claim.Date : null);

    // "On Friday the spokesman said that two had died. He called upon Chad to ...": the day that the main clause of a sentence before it in the
    // paragraph gives, as long as no other time is told between.
    private DateRange? DayBefore(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        if (!IsSimplePast(telling)) return null;
        for (int i = view.Index - 1; i >= Math.Max(0, view.Index - SentencesBack); i--)
        {
            SentenceView earlier = context.Sentences[i];
            if (earlier.Sentence.Block != view.Sentence.Block) return null;
            if (earlier.Times.Count == 0) continue;
            int root = Enumerable.Range(0, earlier.Count).FirstOrDefault(t => earlier[t].Head == 0);
            bool past = earlier[root].Xpos is "VBD" or "VBN" || earlier.Sentence.Children(root).Any(c => earlier.Is(c, "cop") && earlier[c].Form is "was" or "were");
            return past && TimeFinder.At(earlier, root, root, context.Document.Document.Published?.LastDay) is { } day && IsDay(day) ? day.Value : null;
        }
        return null;
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
        int verb = VerbOf(telling);
        return (view[verb].Xpos == "VBD" || view.Sentence.Children(verb).Any(c => view.Is(c, "aux") && view[c].Form is "was" or "were" or "did")) && !IsPastPerfect(telling);
    }

    /// <summary>"later in the day", "on the same day", "at that time", "on the occasion": the date of what was told last.</summary>
    private DateRange? SameDay(ToldEvent telling, ToldEvent? before)
    {
        SentenceView view = telling.Proposition.View;
        bool near = before?.Claim.Date is { IsSingle: true } && view.Index - before.Proposition.View.Index <= SentencesBack;
        for (int token = 0; token < view.Count; token++)
        {
            string word = view[token].Form.ToLowerInvariant();
            if (near && word is "day" or "morning" or "afternoon" or "evening" && PointsBack(view, token, word)) return before!.Claim.Date;
            if (word is "time" or "occasion" && Before(view, token, 1) is "that" or "the" or "this" or "same" && Before(view, token, 2) is "at" or "on" or "the" or "that" && TimeBefore(view, token) is { } then) return then;
            if (word == "then" && view.Is(token, "advmod") && view[token].HeadIndex == VerbOf(telling) && Before(view, token, 1) is not "since" && token > 1 && IsSimplePast(telling) && TimeBefore(view, token) is { } at) return at;
        }
        return null;
    }

    // "The following day", "two days afterwards", "a week earlier": counted from the day told last.
    private static DateRange? DaysFrom(ToldEvent telling, ToldEvent? before)
    {
        SentenceView view = telling.Proposition.View;
        if (before?.Claim.Date is not { IsSingle: true, Start: { Day: not null } day } || view.Index - before.Proposition.View.Index > SentencesBack) return null;
        for (int token = 1; token < view.Count; token++)
        {
            if (view.BareLemmaOf(token) is not ("day" or "week") || !HangsOn(view, token, VerbOf(telling))) continue;
            int unit = view.BareLemmaOf(token) == "week" ? 7 : 1;
            string first = Before(view, token, 1), next = token + 1 < view.Count ? view[token + 1].Form.ToLowerInvariant() : "";
            int? count = first is "following" or "next" && Before(view, token, 2) == "the" ? 1 : first is "a" or "one" ? 1 : Number(first);
            if (count is not { } n || (first is not ("following" or "next") && next is not ("later" or "afterwards" or "afterward" or "earlier" or "after" or "before"))) continue;
            return new DateRange(PartialDate.Of(day.FirstDay.AddDays((next is "earlier" or "before" ? -1 : 1) * n * unit)));
        }
        return null;
    }

    private static int? Number(string word) => Array.IndexOf(Numbers, word) is > 0 and int number ? number : null;

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static bool HangsOn(SentenceView view, int token, int verb)
    {
        for (int at = token, steps = 0; at >= 0 && steps < 4; at = view[at].HeadIndex, steps++)
            if (at == verb) return true;
        return false;
    }

    private static bool PointsBack(SentenceView view, int token, string word) =>
        (word == "day" && view.Sentence.Children(token).Any(c => view[c].Form.ToLowerInvariant() is "same" or "that"))
        || (Before(view, token, 1) == "the" && Before(view, token, 2) == "in");

    private static string Before(SentenceView view, int token, int steps) => token >= steps ? view[token - steps].Form.ToLowerInvariant() : "";

    // The time told last before a token: in its sentence or in the one before it in the paragraph.
    private DateRange? TimeBefore(SentenceView view, int token)
    {
        ResolvedTime? own = view.Times.LastOrDefault(t => t.Expression.Tokens.End <= token && t.Expression.Function == TimeFunction.At);
        if (own is not null) return own.Named ?? own.Value;
        if (view.Index == 0 || context.Sentences[view.Index - 1] is not { } earlier || earlier.Sentence.Block != view.Sentence.Block) return null;
        return earlier.Times.LastOrDefault(t => t.Expression.Function == TimeFunction.At) is { } time ? time.Named ?? time.Value : null;
    }
}
