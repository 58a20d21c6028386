using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Times;

/// <summary>
/// Says whether a date stands over its paragraph instead of in a sentence: a timeline's "April 23: ...", "March 2006. ...", a live report's "Sat 23 Feb, 19:20",
/// a heading that is a date.
/// </summary>
internal static class DateLabel
{
    /// <summary>Whether a time of the first sentence of a block is the label of that block: at its very head, closed by a colon, a dash, a bar, a full stop or the end of the line.</summary>
    public static bool Labels(TimeExpression time, Sentence sentence, TextSpan block, string text)
    {
        if (time.Tokens.Start > 1 || time.Function != TimeFunction.At || sentence.Tokens[0].Span.Start - block.Start > 3) return false;
        if (time.Tokens.Start == 1 && sentence.Tokens[0].Upos is not ("PUNCT" or "SYM")) return false;
        int at = After(text, time.Span.End, block.End);
        if (at >= block.End || text[at] is '\n' or '\r' or ':' or '–' or '—' or '|' or '•' || (text[at] == '-' && at + 1 < block.End && text[at + 1] is ' ' or '-')) return true;
        // "March 2006. Russia prohibits wine": nothing else is in the sentence.
        return time.Tokens.End == sentence.Tokens.Count - 1 && sentence.Tokens[^1].Form == ".";
    }

    /// <summary>Where the text goes on after a date, past a comma, a bracket and a clock time: ", 19:20 GMT".</summary>
    public static int After(string text, int at, int end)
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

    /// <summary>Whether a block begins with a clock time, as an entry of a live report.</summary>
    public static bool BeginsWithClock(string text, TextSpan block) =>
        ClockEnd(text, block.Start, block.End) is var end && (end >= block.End || (end > 0 && text[end] is '\n' or '\r' or ' ' or ':' or '|'));

    private static int ClockEnd(string text, int at, int end)
    {
        int i = at;
        while (i < end && char.IsAsciiDigit(text[i])) i++;
        if (i - at is < 1 or > 2 || i + 2 >= end || text[i] is not (':' or '.') || !char.IsAsciiDigit(text[i + 1]) || !char.IsAsciiDigit(text[i + 2])) return -1;
        i += 3;
        return i < end && char.IsAsciiDigit(text[i]) ? -1 : i;
    }
}
