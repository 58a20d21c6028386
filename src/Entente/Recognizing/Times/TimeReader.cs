using Entente.Gazetteers;
using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Times;

/// <summary>Reads a time that begins at a piece: a date, a period, a relative time, a part of one, or a range of two.</summary>
internal sealed class TimeReader
{
    // "the end of the beginning of ..." ends somewhere.
    private const int Deepest = 4;

    private readonly PeriodReader periods;
    private readonly RelativeReader relatives;
    private readonly FeastReader feasts;

    /// <summary>A reader with these lists, whose words are added to a lexicon.</summary>
    public TimeReader(DataFiles data, Lexicon lexicon)
    {
        periods = new PeriodReader((pieces, at) => (ReadOne(pieces, at, out TimeMeaning? meaning, Deepest - 1), meaning));
        relatives = new RelativeReader((pieces, at) => (ReadOne(pieces, at, out TimeMeaning? meaning, Deepest - 1), meaning));
        feasts = new FeastReader(data, lexicon);
    }

    /// <summary>The time that begins at a piece: none, one, or two that share a year ("April and June 1955").</summary>
    public IReadOnlyList<TimeRead> Read(PieceList pieces, int at)
    {
        if (!MayBegin(pieces, at)) return [];
        if (RangeReader.ReadDays(pieces, at) is { } days) return [days with { Function = FunctionReader.Of(pieces, days) }];
        int end = ReadOne(pieces, at, out TimeMeaning? meaning, Deepest);
        if (end < 0 && IsNow(pieces, at)) (end, meaning) = (at + 1, new RelativeUnit(CalendarUnit.Day, 0));
        if (end < 0 && RangeReader.IsDayBeforeRange(pieces, at, out int dayEnd, out int day)) (end, meaning) = (dayEnd, new CalendarDate(null, null, day));
        if (end < 0) return [];
        TimeRead first = new(at, end, meaning!);
        IReadOnlyList<TimeRead> reads = RangeReader.Extend(pieces, first, (list, i) => (ReadOne(list, i, out TimeMeaning? second, Deepest), second));
        if (reads.Count == 1 && reads[0].Meaning is CalendarDate { Month: null, Year: null, Weekday: 0 } && !IsDayHere(pieces, at)) return [];
        if (reads.Count == 1 && pieces.Word(at) is { Small: not null } && reads[0].Meaning is CalendarDate { Month: null, Year: null, Weekday: 0 }) return [];
        if (reads.Count == 1 && IsNow(pieces, at) && reads[0].End == at + 1) return [];
        return [.. reads.Select(r => r with { Function = FunctionReader.Of(pieces, r) })];
    }

    private int ReadOne(PieceList pieces, int at, out TimeMeaning? meaning, int depth)
    {
        meaning = null;
        if (depth == 0 || at >= pieces.Count) return -1;
        int end = ReadPart(pieces, at, out meaning, depth);
        if (end > 0) return end;
        end = periods.Read(pieces, at, out meaning);
        int relative = relatives.Read(pieces, at, out TimeMeaning? other);
        if (relative > end) (end, meaning) = (relative, other);
        int dated = DateReader.Read(pieces, at, out CalendarDate date);
        if (dated > end) (end, meaning) = (dated, date);
        int feast = feasts.Read(pieces, at, out TimeMeaning? fest);
        if (feast > end) (end, meaning) = (feast, fest);
        if (end < 0)
        {
            end = YearReader.Read(pieces, at, out int year);
            if (end > 0) meaning = new CalendarDate(year, null, null);
        }
        return end < 0 ? -1 : Behind(pieces, end, ref meaning, depth);
    }

    // What may follow a date and says in which year or week it lies: "June 3 last year", "Tuesday of last week", "Monday two weeks from now".
    private int Behind(PieceList pieces, int end, ref TimeMeaning? meaning, int depth)
    {
        if (meaning is not CalendarDate { Year: null } date) return end;
        int i = pieces.Is(end, "of", "in") || (pieces.IsSymbol(end, ',') && date.Weekday > 0) ? end + 1 : end;
        if (pieces.Is(i, "the") && pieces.Is(i + 1, "same", "previous", "following")) i++;
        if (!pieces.Is(i, "this", "last", "next") && !pieces.Is(i, "previous", "the", "that") && !pieces.Is(i, "same", "current", "following") && !pieces.IsNumeral(i) && pieces.Word(i)?.Small is null) return end;
        int after = relatives.Read(pieces, i, out TimeMeaning? within);
        bool fits = after > 0 && within switch
        {
            RelativeUnit { Unit: CalendarUnit.Year, Month: 0 } => date.Month is not null || date.Weekday > 0,
            RelativeUnit { Unit: CalendarUnit.Month, Month: 0 } => date.Day is not null,
            RelativeUnit { Unit: CalendarUnit.Week, Weekday: 0 } => date.Month is null && date.Day is null && date.Weekday > 0,
            Shifted { Base: null, FromText: false } => date.Month is null && date.Day is null && date.Weekday > 0,
            _ => false,
        };
        if (!fits || depth == 0) return end;
        meaning = date with { Within = within };
        return after;
    }

    // early 2024, mid-November, the end of the month, late in April
    private int ReadPart(PieceList pieces, int at, out TimeMeaning? meaning, int depth)
    {
        meaning = null;
        int i = pieces.Is(at, "the") ? at + 1 : at;
        if (pieces.Is(i, "very")) i++;
        Portion part;
        switch (pieces.Word(i)?.Text)
        {
            case "early" or "beginning" or "start" or "onset": part = Portion.Early; break;
            case "mid" or "middle": part = Portion.Middle; break;
            case "late" or "end": part = Portion.Late; break;
            default: return -1;
        }
        bool noun = pieces.Is(i, "beginning", "start", "onset") || pieces.Is(i, "middle", "end");
        int next = i + 1;
        if (pieces.IsSymbol(next, '-')) next++;
        if (pieces.Is(next, "of")) next++;
        else if (noun && !(pieces.Word(next)?.Month > 0 || pieces[next].PlainDigits == 4)) return -1;
        else if (pieces.Is(next, "in", "on") && !noun) next++;
        int article = pieces.Is(next, "the") ? next + 1 : next;
        if (pieces.Word(article)?.Unit is CalendarUnit.Week or CalendarUnit.Month or CalendarUnit.Year or CalendarUnit.Quarter or CalendarUnit.Decade && noun && pieces.Is(next - 1, "of")
            && !DateReader.Year(pieces, article + 1, out _, out _) && !pieces.Is(article + 1, "of"))
        {
            meaning = new PartOf(part, new RelativeUnit(pieces.Word(article)!.Unit, 0, FromText: true));
            return article + 1;
        }
        int end = DateReader.Year(pieces, next, out int yearEnd, out int year) ? yearEnd : -1;
        TimeMeaning? whole = end > 0 ? new CalendarDate(year, null, null) : null;
        int other = ReadOne(pieces, next, out TimeMeaning? longer, depth - 1);
        if (other > end) (end, whole) = (other, longer);
        if (end < 0 || whole is CalendarDate { Day: not null } or CalendarDate { Weekday: > 0 } or RelativeUnit { Unit: CalendarUnit.Day }) return -1;
        meaning = new PartOf(part, whole!);
        return end;
    }

    private static bool IsNow(PieceList pieces, int at) => pieces.Is(at, "now") && (pieces.Is(at - 1, "between") || pieces.Is(at + 1, "and", "until", "to"));

    // "the 18th", "on the 4th": a day of a month that nothing names.
    private static bool IsDayHere(PieceList pieces, int at)
    {
        int day = pieces.Is(at, "the") ? at + 1 : at;
        return day > at && pieces.IsNumeral(day) && pieces.Is(at - 1, "on", "until", "by") && DateReader.Day(pieces, day, out int end, out _) && end > day + 1
            && (end >= pieces.Count || pieces[end].Kind == PieceKind.Symbol);
    }

    // Only these pieces can begin a time; everything else is passed over without a look.
    private static bool MayBegin(PieceList pieces, int at)
    {
        Piece piece = pieces[at];
        return piece.Kind switch
        {
            PieceKind.Numeral => true,
            PieceKind.Symbol => piece.Symbol == '\'',
            _ => piece.Word is not null,
        };
    }
}
