using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Recognizing.Pieces;
using Entente.Recognizing.Times;
using Entente.Text;

namespace Entente.Resolving.Times;

/// <summary>
/// Puts time expressions on the calendar. News counts from the day of publication; a history (a text whose full dates lie years back, or
/// one without a day of publication) from the time told before in the text.
/// </summary>
internal sealed class TimeResolver
{
    // A text is a history if its dates more than a year from publication weigh this much, and twice as much as those near it. A full date
    // weighs two, a year alone one, "yesterday" or "on Monday" two. Tried 6 to 12 on WikiWars and MEANTIME: no text changes sides.
    private const int LeastFarWeight = 8;

    // In news, "the next day" goes on from a time told in the same sentence or the two before.
    private const int SentencesBack = 2;

    // A year among the first tokens of a sentence ("In 1976, ...") or in a heading says when what follows happened.
    private const int OpeningTokens = 4, HeadingTokens = 8;

    // An undated text with this many dates of its own tells a history.
    private const int LeastTold = 3;

    private readonly CalendarReckoner reckoner = new();

    /// <summary>A resolver with these lists.</summary>
    public TimeResolver(DataFiles data) => ArgumentNullException.ThrowIfNull(data);

    /// <summary>The times of a document that can be put on the calendar.</summary>
    public IEnumerable<ResolvedTime> Resolve(RecognizedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<TimePhrase> phrases = [.. document.Mentions.OfType<TimePhrase>()];
        if (phrases.Count == 0) return [];
        // A publication date that is only a month or year anchors nothing as exact as a day; its last day is the nearest guess for years.
        DateOnly? published = document.Document.Published is { } date ? (date.Day is null ? date.LastDay : date.FirstDay) : null;
        bool isNarrative = IsNarrative(phrases, published);
        Interval? told = isNarrative ? FirstYear(phrases) : null;
        int toldIn = -1;
        Interval? beside = null;
        int besideIn = -1;
        Interval? named = null;
        Interval? label = null;
        int labelledTo = -1;
        List<ResolvedTime> times = [];
        foreach (TimePhrase phrase in phrases)
        {
            bool near = isNarrative || phrase.Sentence - toldIn <= SentencesBack;
            // "Today" is the day of the dateline where the report came out later.
            DateOnly? now = phrase.Meaning is RelativeUnit { Unit: CalendarUnit.Day, FromText: false } && document.Document.DatelineDay is { } dateline ? dateline.FirstDay : published;
            // "$5 billion in 2023, against $4 billion a year earlier": counted from the year beside it.
            bool fromBeside = besideIn == phrase.Sentence && phrase.Meaning is Shifted { Base: null, FromText: true, Unit: CalendarUnit.Year } or RelativeUnit { FromText: true, Unit: CalendarUnit.Year };
            Sentence sentence = document.Sentences[phrase.Sentence];
            // "March 2006. ... Mineral water follows in May": an entry of a timeline is a history of its own.
            bool inEntry = sentence.Block <= labelledTo && phrase.Meaning is CalendarDate { Year: null, Weekday: 0 };
            Interval? from = IsOfThatYear(phrase.Meaning) ? named ?? told : fromBeside ? beside : near ? told : null;
            TimeContext context = inEntry ? new(now, label, true, TimeDirection.Unknown) : new(now, from, isNarrative, Direction(phrase, sentence));
            if (reckoner.Reckon(phrase.Meaning, context) is not { } interval) continue;
            named = interval;
            bool isLabel = IsLabel(phrase, document);
            times.Add(new ResolvedTime(phrase, Value(phrase, interval), interval.From, interval.To) { LastFrom = interval.LastFrom, IsLabel = isLabel, Named = Named(phrase, interval, context), Why = Why(phrase.Meaning, context) });
            if (isLabel && phrase.Meaning is CalendarDate { Year: not null } or Between { First: CalendarDate { Year: not null } } or Between { Last: CalendarDate { Year: not null } }) (label, labelledTo) = (interval, EntryEnd(document.Document, sentence.Block, phrase.Span.End));
            if (interval.To.DayNumber - interval.From.DayNumber is > 27 and < 370) (beside, besideIn) = (interval, phrase.Sentence);
            if (!GoesOn(phrase, sentence, document.Document.Text)) continue;
            told = interval;
            toldIn = phrase.Sentence;
        }
        return times;
    }

    // "in November of that year", "the same year": of the year named last, wherever that stands in the sentence or before it.
    private static bool IsOfThatYear(TimeMeaning meaning) => meaning is RelativeUnit { Unit: CalendarUnit.Year, Offset: 0, FromText: true } or CalendarDate { Within: RelativeUnit { Unit: CalendarUnit.Year, Offset: 0, FromText: true } };

    private static bool IsLabel(TimePhrase phrase, RecognizedDocument document)
    {
        Sentence sentence = document.Sentences[phrase.Sentence];
        return sentence.Block < document.Document.Blocks.Count && DateLabel.Labels(phrase, sentence, document.Document.Blocks[sentence.Block].Span, document.Document.Text);
    }

    // The last block that a date at the head of a block stands over: a heading that is nothing but a date, up to the next heading.
    private static int EntryEnd(Document document, int block, int end)
    {
        if (DateLabel.After(document.Text, end, document.Blocks[block].Span.End) < document.Blocks[block].Span.End) return block;
        while (block + 1 < document.Blocks.Count && document.Blocks[block + 1].Kind != BlockKind.Heading) block++;
        return block;
    }

    private static string? Why(TimeMeaning meaning, TimeContext context)
    {
        TimeMeaning first = meaning switch { Between between => between.First, PartOf part => part.Whole, NthOf { Whole: { } whole } => whole, _ => meaning };
        if (first is CalendarDate { Year: not null } or YearSpan) return null;
        bool fromText = context.IsNarrative || first is RelativeUnit { FromText: true } or Shifted { FromText: true } or SameIn;
        if (fromText && context.Told is { } told) return $"counted from {told.First}, told before";
        if (context.Published is not { } published) return context.Told is { } known ? $"counted from {known.First}, told before" : null;
        string sense = first is CalendarDate ? context.Direction switch { TimeDirection.Past => ", the verb looks back", TimeDirection.Future => ", the verb looks ahead", _ => "" } : "";
        return $"counted from the day of publication, {PartialDate.Of(published)}{sense}";
    }

    // What counts in weeks names a month: that of the days, or the one whose week it is ("the last week of January").
    private DateRange? Named(TimePhrase phrase, Interval interval, TimeContext context)
    {
        TimeMeaning meaning = phrase.Meaning is PartOf part ? part.Whole : phrase.Meaning;
        bool weekly = phrase.Function == TimeFunction.At && meaning is RelativeUnit { Unit: CalendarUnit.Week or CalendarUnit.Fortnight, Weekday: 0 } or Shifted { Unit: CalendarUnit.Week or CalendarUnit.Fortnight, MoreDays: 0 } or NthOf { Unit: CalendarUnit.Week };
        if (!weekly) return null;
        Interval named = meaning is NthOf { Whole: { } whole } && reckoner.Reckon(whole, context) is { First: { Month: not null, Day: null } } month ? month : interval;
        return named.First.Month is { } first && named.Last.Month is { } last ? new DateRange(new PartialDate(named.First.Year, first), new PartialDate(named.Last.Year, last)) : null;
    }

    // "called a summit for Tuesday": to come. "Closed since Friday": past.
    private static TimeDirection Direction(TimePhrase phrase, Sentence sentence) =>
        phrase.Function == TimeFunction.Since && phrase.Tokens.Start > 0 && sentence.Tokens[phrase.Tokens.Start - 1].Form.Equals("since", StringComparison.OrdinalIgnoreCase)
            ? TimeDirection.Past
            : phrase is { Meaning: CalendarDate { Year: null, Weekday: > 0 }, Tokens.Start: > 0 } && sentence.Tokens[phrase.Tokens.Start - 1].Form == "for"
                ? TimeDirection.Future
                : TenseReader.Around(sentence, phrase.Tokens);

    private static DateRange Value(TimePhrase phrase, Interval interval) => phrase.Function switch
    {
        TimeFunction.Since => new DateRange(interval.First, null),
        TimeFunction.Until or TimeFunction.By => new DateRange(null, interval.Last),
        _ => new DateRange(interval.First, interval.Last),
    };

    private static bool IsNarrative(List<TimePhrase> phrases, DateOnly? published)
    {
        // Without a day of publication only a text with many dates of its own tells a history; in others "last year" stays open.
        if (published is not { } day) return phrases.Count(p => p.Function == TimeFunction.At && p.Meaning is CalendarDate { Year: not null } or Between { First: CalendarDate { Year: not null } }) >= LeastTold;
        int far = 0, near = 0;
        foreach (TimePhrase phrase in phrases)
        {
            TimeMeaning meaning = phrase.Meaning is Between between ? between.First : phrase.Meaning;
            // Nobody writes "yesterday" years later.
            if (meaning is RelativeUnit { Unit: CalendarUnit.Day, Offset: not 0, FromText: false }) near += LeastFarWeight;
            else if (meaning is RelativeUnit { FromText: false } or CalendarDate { Weekday: > 0, Year: null }) near += 2;
            if (meaning is not CalendarDate { Year: { } year } date) continue;
            int weight = date.Month is null ? 1 : 2;
            if (Math.Abs(year - day.Year) > 1) far += weight;
            else near += weight;
        }
        return far >= LeastFarWeight && far > 2 * near;
    }

    private static Interval? FirstYear(List<TimePhrase> phrases)
    {
        foreach (TimePhrase phrase in phrases)
        {
            TimeMeaning meaning = phrase.Meaning is Between between ? between.First : phrase.Meaning;
            if (meaning is CalendarDate { Year: { } year } date) return date.Month is { } month ? Interval.Months(year, month, 1) : Interval.Years(year, year);
        }
        return null;
    }

    // Whether the text goes on from this time: not from an aside in brackets, nor from what lasts years, nor from a year inside a sentence
    // ("the 1975 agreement", "planned for 1976"), which is more often looked back or ahead at.
    private static bool GoesOn(TimePhrase phrase, Sentence sentence, string text)
    {
        if (phrase.Span.Start > 0 && text[phrase.Span.Start - 1] == '(') return false;
        return phrase.Meaning switch
        {
            YearSpan or Rolling or PartOf { Whole: YearSpan } or RelativeUnit { Unit: CalendarUnit.Decade or CalendarUnit.Century } => false,
            Shifted { Unit: CalendarUnit.Year or CalendarUnit.Decade or CalendarUnit.Century } => false,
            CalendarDate { Month: null, Day: null, Weekday: 0 } => phrase.Tokens.Start < OpeningTokens || sentence.Tokens.Count < HeadingTokens,
            _ => true,
        };
    }
}
