using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Times;

/// <summary>Reads what the words around a time say of it: since, until, by.</summary>
internal static class FunctionReader
{
    /// <summary>The function of a time that was read.</summary>
    public static TimeFunction Of(PieceList pieces, TimeRead read)
    {
        if (read.Meaning is Between) return TimeFunction.At;
        int at = read.Start - 1;
        while (at >= 0 && (pieces.Is(at, "the", "about", "around") || pieces.Is(at, "early", "at"))) at--;
        // "until late on Tuesday", "by the end of June", "until midnight on 1 May"
        int before = at;
        while (before > at - 4 && pieces.Word(before)?.Text is "on" or "in" or "of" or "the" or "late" or "early" or "end" or "close" or "start" or "midnight" or "noon") before--;
        if (before < at && pieces.Is(before, "until", "till", "by")) return pieces.Is(before, "by") ? TimeFunction.By : TimeFunction.Until;
        bool onwards = pieces.Is(read.End, "onward", "onwards") || (pieces.Is(read.End, "and") && pieces.Is(read.End + 1, "after", "beyond"));
        switch (pieces.Word(at)?.Text)
        {
            case "since" or "after": return TimeFunction.Since;
            case "until" or "till" or "through": return TimeFunction.Until;
            case "before": return pieces.Is(at - 1, "the", "as") || pieces.Is(at - 1, "day", "days", "years") ? TimeFunction.At : TimeFunction.Until;
            case "to" when pieces.Is(at - 1, "up", "prior", "valid"): return TimeFunction.Until;
            case "by": return TimeFunction.By;
            case "than" when pieces.Is(at - 1, "later") && pieces.Is(at - 2, "no", "not"): return TimeFunction.By;
            case "from" when pieces.Is(at - 1, "starting", "beginning", "effective") || onwards || read.Meaning is CalendarDate { Day: not null } || pieces.Is(at - 1, "force", "apply", "starts"): return TimeFunction.Since;
            case "starting" or "beginning" or "effective": return TimeFunction.Since;
            case "on" or "in" when pieces.Is(at - 1, "starting", "beginning"): return TimeFunction.Since;
        }
        return onwards ? TimeFunction.Since : TimeFunction.At;
    }
}
