using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Events;

/// <summary>
/// The dates that stand over paragraphs instead of in their sentences: a timeline's "April 23: ...", a live report's "Sat 23 Feb, 19:20", a heading
/// that is a date. A live report's entry with a clock time alone is of the day of the one before it.
/// </summary>
internal sealed class HeadingDays
{
    private readonly Dictionary<int, DateRange> days = [];

    /// <summary>The heading dates of a report.</summary>
    public HeadingDays(ExtractionContext context)
    {
        string text = context.Document.Document.Text;
        IReadOnlyList<Block> blocks = context.Document.Document.Blocks;
        DateRange? held = null;
        bool overAll = false;
        int last = -1;
        foreach (SentenceView view in context.Sentences)
        {
            int block = view.Sentence.Block;
            if (block == last || block >= blocks.Count) continue;
            last = block;
            TextSpan span = blocks[block].Span;
            if (TimeAtHead(view, text, span.End) is { } time)
            {
                held = time.Value;
                overAll = After(text, time.Expression.Span.End, span.End) >= span.End;
            }
            else if (!(overAll && blocks[block].Kind != BlockKind.Heading) && !BeginsWithClock(text, span))
            {
                (held, overAll) = (null, false);
            }
            if (held is not null) days[block] = held;
        }
    }

    /// <summary>The date over the paragraph of a sentence, or null.</summary>
    public DateRange? Of(SentenceView view) => days.GetValueOrDefault(view.Sentence.Block);

    // A date at the very head, closed by a colon, a dash, a bar or the end of the line, with or without a clock time.
    private static ResolvedTime? TimeAtHead(SentenceView view, string text, int end)
    {
        ResolvedTime? time = view.Times.FirstOrDefault(t => t.Expression.Tokens.Start <= 1 && t.Expression.Function == TimeFunction.At && t.Value is { Start: not null, End: not null });
        if (time is null || (time.Expression.Tokens.Start == 1 && view[0].Upos is not ("PUNCT" or "SYM"))) return null;
        int at = After(text, time.Expression.Span.End, end);
        bool ends = at >= end || text[at] is '\n' or '\r' or ':' or '–' or '—' or '|' or '•' || (text[at] == '-' && at + 1 < end && text[at + 1] is ' ' or '-');
        return ends ? time : null;
    }

    // Past a comma, a bracket and a clock time: ", 19:20 GMT".
    private static int After(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or ',' or ')' or '.') at++;
        int clock = ClockEnd(text, at, end);
        if (clock < 0) return at;
        at = clock;
        while (at < end && text[at] == ' ') at++;
        int zone = at;
        while (zone < end && char.IsAsciiLetterUpper(text[zone])) zone++;
        if (zone - at is >= 2 and <= 4) at = zone;
        while (at < end && text[at] == ' ') at++;
        return at;
    }

    private static bool BeginsWithClock(string text, TextSpan span) => ClockEnd(text, span.Start, span.End) is var end && (end >= span.End || (end > 0 && text[end] is '\n' or '\r' or ' ' or ':' or '|'));

    private static int ClockEnd(string text, int at, int end)
    {
        int i = at;
        while (i < end && char.IsAsciiDigit(text[i])) i++;
        if (i - at is < 1 or > 2 || i + 2 >= end || text[i] is not (':' or '.') || !char.IsAsciiDigit(text[i + 1]) || !char.IsAsciiDigit(text[i + 2])) return -1;
        i += 3;
        return i < end && char.IsAsciiDigit(text[i]) ? -1 : i;
    }
}
