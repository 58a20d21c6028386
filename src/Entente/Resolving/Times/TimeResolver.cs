using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Recognizing.Times;
using Entente.Text;

namespace Entente.Resolving.Times;

/// <summary>
/// Puts time expressions on the calendar. News counts from the day of publication; a history (a text whose full dates lie years back, or
/// one without a day of publication) from the time told before in the text.
/// </summary>
internal sealed class TimeResolver
{
    // A text is a history if it has this many full dates more than a year from publication, and twice as many as near it.
    private const int FewestFarDates = 4;

    // In news, "the next day" goes on from a time told in the same sentence or the one before.
    private const int SentencesBack = 1;

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
        List<ResolvedTime> times = [];
        foreach (TimePhrase phrase in phrases)
        {
            bool near = isNarrative || phrase.Sentence - toldIn <= SentencesBack;
            TimeContext context = new(published, near ? told : null, isNarrative, TenseReader.Around(document.Sentences[phrase.Sentence], phrase.Tokens));
            if (reckoner.Reckon(phrase.Meaning, context) is not { } interval) continue;
            times.Add(new ResolvedTime(phrase, Value(phrase, interval), interval.From, interval.To));
            if (!GoesOn(phrase, document.Document.Text)) continue;
            told = interval;
            toldIn = phrase.Sentence;
        }
        return times;
    }

    private static DateRange Value(TimePhrase phrase, Interval interval) => phrase.Function switch
    {
        TimeFunction.Since => new DateRange(interval.First, null),
        TimeFunction.Until or TimeFunction.By => new DateRange(null, interval.Last),
        _ => new DateRange(interval.First, interval.Last),
    };

    private static bool IsNarrative(List<TimePhrase> phrases, DateOnly? published)
    {
        if (published is not { } day) return true;
        int far = 0, near = 0;
        foreach (TimePhrase phrase in phrases)
        {
            TimeMeaning meaning = phrase.Meaning is Between between ? between.First : phrase.Meaning;
            if (meaning is RelativeUnit { FromText: false } or CalendarDate { Weekday: > 0, Year: null }) near++;
            if (meaning is not CalendarDate { Year: { } year, Month: not null }) continue;
            if (Math.Abs(year - day.Year) > 1) far++;
            else near++;
        }
        return far >= FewestFarDates && far > 2 * near;
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

    // Whether the text goes on from this time: not from an aside in brackets, nor from what lasts years.
    private static bool GoesOn(TimePhrase phrase, string text) =>
        phrase.Meaning is not (YearSpan or Rolling or PartOf { Whole: YearSpan }) && !(phrase.Span.Start > 0 && text[phrase.Span.Start - 1] == '(');
}
