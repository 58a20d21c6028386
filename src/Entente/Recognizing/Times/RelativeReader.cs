using Entente.Recognizing.Numbers;
using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Times;

/// <summary>
/// Reads times that are counted from the day of publication or from a time told before: "yesterday", "last year", "next Friday", "the past
/// five years", "two days ago", "a year earlier", "three weeks from tomorrow". Each method gives the index after it, or -1.
/// </summary>
internal sealed class RelativeReader(Func<PieceList, int, (int End, TimeMeaning? Meaning)> readTime)
{
    /// <summary>A relative time.</summary>
    public int Read(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        int i = pieces.Is(at, "the") ? at + 1 : at;
        if (pieces.Word(i) is not { } word) return pieces.IsNumeral(i) ? ReadCounted(pieces, i, out meaning) : -1;
        // A list of phrases, read in one piece.
        switch (word.Text)
        {
            case "today" or "tonight":
                meaning = new RelativeUnit(CalendarUnit.Day, 0);
                return i + 1;
            case "yesterday":
                meaning = new RelativeUnit(CalendarUnit.Day, -1);
                return i + 1;
            case "tomorrow":
                meaning = new RelativeUnit(CalendarUnit.Day, 1);
                return i + 1;
            case "day" when pieces.Is(i + 1, "before", "after") && pieces.Is(i + 2, "yesterday", "tomorrow"):
                meaning = new RelativeUnit(CalendarUnit.Day, pieces.Is(i + 1, "before") ? -2 : 2);
                return i + 3;
            case "day" when i > at && (pieces.Is(i + 1, "before", "after") && EndsClause(pieces, i + 2) || pieces.Is(i + 1, "following")):
                meaning = new RelativeUnit(CalendarUnit.Day, pieces.Is(i + 1, "before") ? -1 : 1, FromText: true);
                return i + 2;
            case "latter" when pieces.Is(i + 1, "part", "half") && pieces.Is(i + 2, "of"):
                (int wholeEnd, TimeMeaning? latterOf) = pieces.Is(i + 3, "the") && pieces.Is(i + 4, "year") ? (i + 5, new RelativeUnit(CalendarUnit.Year, 0, FromText: true)) : readTime(pieces, i + 3);
                if (latterOf is null) return -1;
                meaning = new PartOf(pieces.Is(i + 1, "half") ? Portion.SecondHalf : Portion.Late, latterOf);
                return wholeEnd;
            case "same" when pieces.Is(i + 1, "period", "month", "quarter") || pieces.Is(i + 1, "time", "day"):
                return ReadSamePeriod(pieces, i, out meaning) is var same and > 0 ? same : ReadModified(pieces, i, i > at, out meaning);
            case "year" when pieces.Is(i + 1, "to") && pieces.Is(i + 2, "date"):
                meaning = new Between(new RelativeUnit(CalendarUnit.Year, 0), new RelativeUnit(CalendarUnit.Day, 0));
                return i + 3;
            case "week" or "month" or "year" or "day" or "fortnight" when i > at && EndsClause(pieces, i + 1) && !pieces.Is(i + 1, "in", "when") && pieces.Is(at - 1, "for", "in"):
                meaning = new RelativeUnit(word.Unit, 0);
                return i + 1;
            case "week" or "month" or "year" when i > at && pieces.Is(i + 1, "after") && pieces.Is(i + 2, "next"):
                meaning = new RelativeUnit(word.Unit, 2);
                return i + 3;
            case "weekend" when i > at || pieces.Is(at - 1, "at", "over"):
                meaning = new RelativeUnit(CalendarUnit.Weekend, 0);
                return i + 1;
            case "later" or "earlier" when pieces.Is(i + 1, "this") && pieces.Word(i + 2)?.Unit is CalendarUnit.Week or CalendarUnit.Month or CalendarUnit.Year:
                meaning = new PartOf(word.Text == "later" ? Portion.SecondHalf : Portion.FirstHalf, new RelativeUnit(pieces.Word(i + 2)!.Unit, 0));
                return i + 3;
            case "later" when pieces.Is(i + 1, "in") && pieces.Is(i + 2, "the") && pieces.Word(i + 3)?.Unit is CalendarUnit.Month or CalendarUnit.Year:
                meaning = new RelativeUnit(pieces.Word(i + 3)!.Unit, 0, FromText: true);
                return i + 4;
            case "this" or "current" or "last" or "past" or "previous" or "preceding" or "next" or "coming" or "following" or "upcoming" or "same" or "that":
                return ReadModified(pieces, i, i > at, out meaning);
        }
        return word.Small is not null || word.Text is "a" or "an" or "exactly" or "over" or "just" || word.Unit != CalendarUnit.None ? ReadCounted(pieces, i, out meaning) : -1;
    }

    // this, last or next with a unit, weekday, month, season, or so many units.
    private static int ReadModified(PieceList pieces, int at, bool hasArticle, out TimeMeaning? meaning)
    {
        meaning = null;
        int i = at + 1;
        string word = pieces.Word(at)!.Text;
        int offset = Offset(word);
        bool isPast = offset < 0;
        if (word is "this" && pieces.Is(i, "past", "coming", "upcoming"))
        {
            // "this past Wednesday", "this coming May"
            isPast = pieces.Is(i, "past");
            if (DateReader.Weekday(pieces, i + 1, out int dayEnd, out int nearest))
            {
                meaning = new CalendarDate(null, null, null, nearest, new RelativeUnit(CalendarUnit.Day, isPast ? -1 : 1));
                return dayEnd;
            }
            (word, offset, i) = (isPast ? "last" : "next", isPast ? -1 : 1, i + 1);
        }
        if (pieces.Is(i, "fiscal", "calendar", "working") || (pieces.Is(i, "financial", "full", "business") && pieces.Word(i + 1)?.Unit == CalendarUnit.Year)) i++;
        // "last Friday", "next Monday": of the week before and after; a date may follow: "this Friday, June 15".
        if (DateReader.Weekday(pieces, i, out int afterDay, out int weekday))
        {
            int dated = DateReader.Read(pieces, i, out CalendarDate full);
            if (dated > afterDay && full.Day is not null)
            {
                meaning = full;
                return dated;
            }
            meaning = word is "coming" or "upcoming" ? new CalendarDate(null, null, null, weekday, new RelativeUnit(CalendarUnit.Day, 1))
                : word is "same" or "that" ? new CalendarDate(null, null, null, weekday)
                : new RelativeUnit(CalendarUnit.Week, offset, weekday);
            return afterDay;
        }
        if (DateReader.Month(pieces, i, out int afterMonth, out int month, isSure: pieces.IsCapital(i) || (word is "last" or "next" && !pieces.Is(i, "may", "march"))))
        {
            int dated = DateReader.Read(pieces, i, out CalendarDate full);
            if (dated > afterMonth)
            {
                meaning = full.Year is null && word is "last" or "next" ? full with { Within = null } : full;
                return dated;
            }
            meaning = new RelativeUnit(CalendarUnit.Month, offset, Month: month);
            return afterMonth;
        }
        CalendarUnit unit = pieces.Word(i)?.Unit ?? CalendarUnit.None;
        if (unit == CalendarUnit.None && pieces.Is(i, "workweek", "work"))
        {
            meaning = new RelativeUnit(CalendarUnit.Week, offset, Weekday: -5);
            return pieces.Is(i, "workweek") ? i + 1 : i + 2;
        }
        if (unit == CalendarUnit.Season)
        {
            meaning = new SeasonOf(PeriodReader.SeasonNumber(pieces.Word(i)!.Text), null, offset);
            return i + 1;
        }
        if (unit != CalendarUnit.None && !pieces.Word(i)!.Text.EndsWith('s'))
        {
            if (unit == CalendarUnit.Half) return -1;
            if (pieces.Is(i - 1, "working")) return With(new RelativeUnit(CalendarUnit.Week, offset, Weekday: -5), i + 1, out meaning);
            // "this day" and "that time" point at what the text tells; "the next day", "the previous year" count from it.
            bool fromText = word is "same" or "that" or "preceding" || (hasArticle && word is "next" or "following" or "previous" or "past" && unit is not (CalendarUnit.Decade or CalendarUnit.Century or CalendarUnit.Quarter));
            fromText |= word is "following" or "previous" && unit is CalendarUnit.Day or CalendarUnit.Month or CalendarUnit.Year;
            // The past and the coming decade are ten years from now; the next one begins with a round year.
            if (unit == CalendarUnit.Decade && word is "past" or "last" or "coming" or "upcoming") return With(new Rolling(10, CalendarUnit.Year, isPast), i + 1, out meaning);
            if (unit == CalendarUnit.Year && word == "past") return With(new Rolling(12, CalendarUnit.Month, IsPast: true), i + 1, out meaning);
            // "last week on Tuesday" is one day.
            int on = pieces.Is(i + 1, "on") ? i + 2 : i + 1;
            if (unit == CalendarUnit.Week && DateReader.Weekday(pieces, on, out int onEnd, out int inWeek)) return With(new RelativeUnit(CalendarUnit.Week, offset, inWeek), onEnd, out meaning);
            return With(new RelativeUnit(unit, offset, FromText: fromText), i + 1, out meaning);
        }
        // "the past five years", "next 3 days", "the last two decades"
        if (word is "this" or "that" or "same" or "current") return -1;
        if (!NumberReader.TryReadCount(pieces, i, out NumberRead number) || !IsCount(number)) return -1;
        int unitAt = number.End;
        if (pieces.IsSymbol(unitAt, '-')) unitAt++;
        unit = pieces.Word(unitAt)?.Unit ?? CalendarUnit.None;
        if (unit is CalendarUnit.None or CalendarUnit.Half or CalendarUnit.Season or CalendarUnit.Weekend) return -1;
        return With(new Rolling((int)number.Value, unit, isPast), unitAt + 1, out meaning);
    }

    // "the same period last year", "the same month of 2022", "the same period a year earlier": what was told, in another year.
    private int ReadSamePeriod(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        int i = pieces.Is(at + 2, "of", "in") || pieces.IsSymbol(at + 2, ',') ? at + 3 : at + 2;
        (int end, TimeMeaning? year) = readTime(pieces, i);
        if (year is not (CalendarDate { Year: not null, Month: null } or RelativeUnit { Unit: CalendarUnit.Year, Month: 0 } or Shifted { Unit: CalendarUnit.Year, Base: null })) return -1;
        meaning = new SameIn(year);
        return end;
    }

    // so many units ago, earlier, later, before or after another time; "5 upcoming years".
    private int ReadCounted(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        int i = pieces.Is(at, "exactly", "over", "just") ? at + 1 : at;
        int count = 1;
        if (pieces.Is(i, "a", "an"))
        {
            i++;
            if (pieces.Is(i, "full")) i++;
        }
        else if (NumberReader.TryReadCount(pieces, i, out NumberRead number) && IsCount(number))
        {
            (count, i) = ((int)number.Value, number.End);
        }
        else if (i == at && pieces.Word(i)?.Unit is null or CalendarUnit.None)
        {
            return -1;
        }
        if (pieces.IsSymbol(i, '-')) i++;
        if (pieces.Is(i, "upcoming", "coming", "next") || pieces.Is(i, "following", "past", "last"))
        {
            if (pieces.Word(i + 1)?.Unit is { } rolled and not (CalendarUnit.None or CalendarUnit.Season or CalendarUnit.Half) && i > at && pieces.Word(i + 1)!.Text.EndsWith('s'))
                return With(new Rolling(count, rolled, pieces.Is(i, "past", "last")), i + 2, out meaning);
            return -1;
        }
        CalendarUnit unit = pieces.Word(i)?.Unit ?? CalendarUnit.None;
        if (unit is CalendarUnit.None or CalendarUnit.Season or CalendarUnit.Half or CalendarUnit.Weekend) return -1;
        i++;
        int days = 0;
        if (pieces.Is(i, "and") && NumberReader.TryReadCardinal(pieces, i + 1, out NumberRead more) && IsCount(more) && pieces.Word(more.End)?.Unit is CalendarUnit.Day or CalendarUnit.Week && pieces.Is(more.End + 1, "ago"))
            (days, i) = ((int)more.Value * (pieces.Word(more.End)!.Unit == CalendarUnit.Week ? 7 : 1), more.End + 1);
        switch (pieces.Word(i)?.Text)
        {
            case "ago" or "back":
                if (pieces.Is(i, "back") && !EndsClause(pieces, i + 1)) return -1;
                return With(new Shifted(-count, unit, MoreDays: -days), i + 1, out meaning);
            case "earlier" or "before" or "previously" when EndsClause(pieces, i + 1) || pieces.Is(i, "earlier"):
                return With(new Shifted(-count, unit, FromText: true), i + 1, out meaning);
            case "later" or "after" or "afterwards" or "on" when EndsClause(pieces, i + 1) || pieces.Is(i, "later", "afterwards"):
                return With(new Shifted(count, unit, FromText: true), i + 1, out meaning);
            case "hence":
                return With(new Shifted(count, unit), i + 1, out meaning);
            case "from" when pieces.Is(i + 1, "now"):
                return With(new Shifted(count, unit), i + 2, out meaning);
            case "before" or "after" or "from":
                (int end, TimeMeaning? start) = readTime(pieces, i + 1);
                // "64 days from 21 November to 31 January" lasts; it is not counted from there.
                if (start is not null && pieces.Is(i, "from") && pieces.Is(end, "to", "until", "till")) break;
                if (start is null || (pieces.Is(i, "from") && start is CalendarDate { Day: null, Weekday: 0 })) break;
                return With(new Shifted(pieces.Is(i, "before") ? -count : count, unit, start), end, out meaning);
        }
        // "in two weeks", "in five days' time": where something says that it is to come.
        if (pieces.Is(at - 1, "in") && IsToCome(pieces, at))
        {
            if (pieces.IsSymbol(i, '\'')) i++;
            if (pieces.Is(i, "s")) i++;
            if (pieces.Is(i, "time")) i++;
            return With(new Shifted(count, unit), i, out meaning);
        }
        return -1;
    }

    private static bool IsToCome(PieceList pieces, int at)
    {
        for (int i = at - 2; i >= 0 && i > at - 10; i--)
        {
            if (pieces.Is(i, "will", "shall", "would") || pieces.Is(i, "going", "expected", "scheduled") || pieces.Is(i, "due", "planned", "plans")) return true;
        }
        return false;
    }

    private static bool IsCount(NumberRead number) => number.Value is >= 1 and <= 1000 && decimal.Truncate(number.Value) == number.Value;

    private static bool EndsClause(PieceList pieces, int at) =>
        at >= pieces.Count || (pieces[at].Kind == PieceKind.Symbol && !pieces.IsSymbol(at, '\'')) || pieces.Is(at, "and", "when", "in") || pieces.Is(at, "with", "by", "that");

    private static int Offset(string word) => word switch
    {
        "last" or "past" or "previous" or "preceding" => -1,
        "next" or "coming" or "following" or "upcoming" => 1,
        _ => 0,
    };

    private static int With(TimeMeaning read, int end, out TimeMeaning? meaning)
    {
        meaning = read;
        return end;
    }
}
