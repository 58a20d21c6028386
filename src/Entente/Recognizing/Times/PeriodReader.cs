using Entente.Recognizing.Numbers;
using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Times;

/// <summary>
/// Reads periods inside years: quarters, halves, seasons, decades, centuries, weeks, "the first 7 months of 2023". What lies behind "of" is
/// read by the caller's own reader. Each method gives the index after the period, or -1.
/// </summary>
internal sealed class PeriodReader(Func<PieceList, int, (int End, TimeMeaning? Meaning)> readTime)
{
    /// <summary>A period.</summary>
    public int Read(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        int i = pieces.Is(at, "the") ? at + 1 : at;
        meaning = null;
        if (pieces.IsNumeral(i) || pieces.IsSymbol(i, '\''))
        {
            int end = ReadDecade(pieces, i, out meaning);
            if (end < 0) end = ReadQuarterBehindYear(pieces, i, out meaning);
            if (end < 0) end = ReadMonthsOf(pieces, i, out meaning);
            if (end < 0) end = ReadCentury(pieces, i, out meaning);
            if (end < 0) end = ReadNth(pieces, i, out meaning);
            return end;
        }
        if (pieces.Word(i) is not { } word) return -1;
        if (word.Text is "q" or "h" or "hy") return ReadQuarter(pieces, i, out meaning);
        if (word.Text is "week" or "w") return ReadWeek(pieces, i, out meaning);
        if (word.Text is "fy" or "fiscal" or "calendar" or "financial" or "year") return ReadNamedYear(pieces, i, out meaning);
        if (word.Unit == CalendarUnit.Season) return ReadSeason(pieces, i, out meaning);
        if (word.Small is > 1) return ReadMonthsOf(pieces, i, out meaning) is var months and > 0 ? months : -1;
        if (word.Text is "twenties" or "thirties" or "forties" or "fifties" or "sixties" or "seventies" or "eighties" or "nineties")
        {
            int decade = 20 + (10 * Array.IndexOf(["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"], word.Text));
            meaning = new YearSpan(1900 + decade, 1909 + decade);
            return i + 1;
        }
        if (word.Rank is not null || word.Text is "last" or "opening" or "half") return ReadCentury(pieces, i, out meaning) is var century and > 0 ? century : ReadNth(pieces, i, out meaning);
        return -1;
    }

    // 1990s, 1990's, '90s, the 90s
    private static int ReadDecade(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        int i = pieces.IsSymbol(at, '\'') ? at + 1 : at;
        if (!pieces.IsNumeral(i) || pieces[i].PlainDigits is not (2 or 4) || pieces[i].Value % 10 != 0) return -1;
        int s = pieces.IsSymbol(i + 1, '\'') && pieces.IsGlued(i + 1) ? i + 2 : i + 1;
        if (!pieces.Is(s, "s") || !pieces.IsGlued(s) || !pieces.IsGlued(i + 1)) return -1;
        int year = (int)pieces[i].Value;
        if (pieces[i].PlainDigits == 2)
        {
            if (year == 0 || (i == at && !pieces.Is(at - 1, "the", "early", "late") && !pieces.Is(at - 1, "mid", "in"))) return -1;
            year = year >= 30 ? 1900 + year : 2000 + year;
        }
        if (year is < 1000 or > 2200) return -1;
        meaning = new YearSpan(year, year + 9);
        return s + 1;
    }

    // 2017-q1, 2019 H2, 2024Q3, 1Q24
    private static int ReadQuarterBehindYear(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        if (pieces[at].PlainDigits == 1 && pieces.Is(at + 1, "q", "h") && pieces.IsGlued(at + 1))
        {
            int year = pieces.IsNumeral(at + 2) && pieces.IsGlued(at + 2) && pieces[at + 2].PlainDigits is 2 or 4 ? (int)pieces[at + 2].Value : 0;
            int n = (int)pieces[at].Value;
            bool isQuarter = pieces.Is(at + 1, "q");
            if (n < 1 || n > (isQuarter ? 4 : 2)) return -1;
            meaning = new NthOf(n, isQuarter ? CalendarUnit.Quarter : CalendarUnit.Half, 1, year == 0 ? null : new CalendarDate(year < 100 ? 2000 + year : year, null, null));
            return year == 0 ? at + 2 : at + 3;
        }
        if (pieces[at].PlainDigits != 4 || !DateReader.Year(pieces, at, out _, out int first) && !(pieces.Is(at + 1, "q", "h") && pieces[at].Value is > 1900 and < 2200)) return -1;
        first = (int)pieces[at].Value;
        int q = pieces.IsSymbol(at + 1, '-') ? at + 2 : at + 1;
        if (!pieces.Is(q, "q", "h") || !pieces.IsNumeral(q + 1) || !pieces.IsGlued(q + 1)) return -1;
        int number = (int)pieces[q + 1].Value;
        CalendarUnit unit = pieces.Is(q, "q") ? CalendarUnit.Quarter : CalendarUnit.Half;
        if (number < 1 || number > (unit == CalendarUnit.Quarter ? 4 : 2)) return -1;
        meaning = new NthOf(number, unit, 1, new CalendarDate(first, null, null));
        return q + 2;
    }

    // Q3, Q3 2024, Q1-2019, H1 of last year
    private int ReadQuarter(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        if (!pieces.IsNumeral(at + 1) || !pieces.IsGlued(at + 1) || pieces[at + 1].PlainDigits != 1) return -1;
        CalendarUnit unit = pieces.Is(at, "q") ? CalendarUnit.Quarter : CalendarUnit.Half;
        int number = (int)pieces[at + 1].Value;
        if (number < 1 || number > (unit == CalendarUnit.Quarter ? 4 : 2)) return -1;
        int end = at + 2;
        TimeMeaning? whole = Whole(pieces, ref end);
        meaning = new NthOf(number, unit, 1, whole);
        return end;
    }

    // nine months of this year, 11 months of 2023, "seven months to July"
    private int ReadMonthsOf(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        if (!NumberReader.TryReadCount(pieces, at, out NumberRead number) || number.Value is < 1 or > 52 || decimal.Truncate(number.Value) != number.Value) return -1;
        int unitAt = pieces.IsSymbol(number.End, '-') ? number.End + 1 : number.End;
        CalendarUnit unit = pieces.Word(unitAt)?.Unit ?? CalendarUnit.None;
        if (unit is not (CalendarUnit.Month or CalendarUnit.Quarter or CalendarUnit.Week) || !pieces.Is(unitAt + 1, "of", "in")) return -1;
        int end = unitAt + 1;
        TimeMeaning? whole = Whole(pieces, ref end);
        if (whole is not (CalendarDate { Month: null, Weekday: 0 } or RelativeUnit { Unit: CalendarUnit.Year, Month: 0 })) return -1;
        meaning = new NthOf(1, unit, (int)number.Value, whole);
        return end;
    }

    private static int ReadCentury(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        if (!NumberReader.TryReadOrdinal(pieces, at, out NumberRead rank) || rank.Value is < 1 or > 22) return -1;
        int i = pieces.IsSymbol(rank.End, '-') ? rank.End + 1 : rank.End;
        if (!pieces.Is(i, "century")) return -1;
        int first = ((int)rank.Value - 1) * 100;
        meaning = new YearSpan(Math.Max(first, 1), first + 99);
        return i + 1;
    }

    // third quarter of 2023, first half of last year, first 7 months of 2023, last week of July, 9th month of next year
    private int ReadNth(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        int i = at;
        bool fromEnd = pieces.Is(i, "last");
        int number = 1;
        if (fromEnd || pieces.Is(i, "opening"))
        {
            i++;
        }
        else if (!pieces.Is(i, "half"))
        {
            if (!NumberReader.TryReadOrdinal(pieces, i, out NumberRead rank) || rank.Value is < 1 or > 53) return -1;
            (number, i) = ((int)rank.Value, rank.End);
        }
        else if (!pieces.IsSymbol(i + 1, '-') || !pieces.Is(i + 2, "year"))
        {
            return -1;
        }
        int count = 1;
        bool counted = false;
        if (NumberReader.TryReadCount(pieces, i, out NumberRead several) && several.Value is >= 1 and <= 100 && decimal.Truncate(several.Value) == several.Value && !pieces.Is(i, "half"))
        {
            if (number != 1) return -1;
            (count, i, counted) = ((int)several.Value, several.End, true);
        }
        if (pieces.IsSymbol(i, '-')) i++;
        if (pieces.Is(i, "full", "fiscal", "calendar")) i++;
        CalendarUnit unit = pieces.Word(i)?.Unit ?? CalendarUnit.None;
        if (pieces.Is(i, "half") && pieces.IsSymbol(i + 1, '-') && pieces.Is(i + 2, "year")) i += 2;
        if (unit is CalendarUnit.None or CalendarUnit.Season or CalendarUnit.Century or CalendarUnit.Decade or CalendarUnit.Fortnight or CalendarUnit.Weekend) return -1;
        if (fromEnd && !counted && !pieces.Is(i + 1, "of") && !pieces.Is(i + 1, "in")) return -1;
        if (unit == CalendarUnit.Quarter && number > 4 || unit == CalendarUnit.Half && number > 2 || unit == CalendarUnit.Month && number + count > 13) return -1;
        int end = i + 1;
        TimeMeaning? whole = Whole(pieces, ref end);
        if (whole is null)
        {
            // "in the first quarter", "for the first half": of this year; but a first day, week or year of what is not a time is none.
            bool led = pieces.Is(at - 1, "the") && (pieces.Is(at - 2, "in", "for", "during") || pieces.Is(at - 2, "of", "since", "from") || pieces.Is(at - 2, "by", "to"));
            bool alone = unit == CalendarUnit.Quarter || (unit == CalendarUnit.Half && led) || (unit == CalendarUnit.Month && count > 1 && led);
            if (!alone || fromEnd || pieces.Is(end, "of") || (unit == CalendarUnit.Quarter && count > 1)) return -1;
        }
        else if (unit is CalendarUnit.Year or CalendarUnit.Day && whole is CalendarDate { Month: null, Weekday: 0 } && count == 1 && unit == CalendarUnit.Year)
        {
            return -1;
        }
        meaning = new NthOf(number, unit, count, whole, fromEnd);
        return end;
    }

    // week 31, week 27 of last year, the week of April 10th, w/c Feb 4, the week beginning February 4
    private int ReadWeek(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        int end;
        if (pieces.Is(at, "week") && pieces.IsNumeral(at + 1) && pieces[at + 1].PlainDigits is 1 or 2 && pieces[at + 1].Value is >= 1 and <= 53)
        {
            end = at + 2;
            TimeMeaning? whole = Whole(pieces, ref end);
            meaning = new NthOf((int)pieces[at + 1].Value, CalendarUnit.Week, 1, whole);
            return end;
        }
        int i = at + 1;
        if (pieces.Is(at, "w"))
        {
            if (!pieces.IsSymbol(i, '/') || !pieces.Is(i + 1, "c")) return -1;
            i += 2;
        }
        else if (pieces.Is(i, "of"))
        {
            i++;
        }
        else if (pieces.Is(i, "beginning", "starting", "commencing"))
        {
            i += pieces.Is(i + 1, "on") ? 2 : 1;
        }
        else
        {
            return -1;
        }
        if (pieces.Is(i, "the")) i++;
        (int dayEnd, TimeMeaning? day) = readTime(pieces, i);
        if (day is null && pieces.Is(i - 1, "the") && DateReader.Day(pieces, i, out dayEnd, out int number)) day = new CalendarDate(null, null, number);
        if (day is not CalendarDate { Day: not null }) return -1;
        meaning = new NthOf(1, CalendarUnit.Week, 1, day);
        return dayEnd;
    }

    // FY2024, fiscal year 2023-24, the year 2020
    private static int ReadNamedYear(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        int i = at + 1;
        if (!pieces.Is(at, "fy", "year") && !pieces.Is(i++, "year")) return -1;
        if (pieces.Is(at, "fy") && pieces.IsNumeral(i) && pieces[i].PlainDigits == 2)
        {
            meaning = new CalendarDate(DateReader.TwoDigits((int)pieces[i].Value), null, null);
            return i + 1;
        }
        if (!DateReader.Year(pieces, i, out int end, out int year)) return -1;
        meaning = new CalendarDate(year, null, null);
        return end;
    }

    // summer 2023, the winter of 2023-24
    private static int ReadSeason(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        int season = SeasonNumber(pieces.Word(at)!.Text);
        int i = pieces.Is(at + 1, "of", "in") || pieces.IsSymbol(at + 1, ',') ? at + 2 : at + 1;
        if (!DateReader.Year(pieces, i, out int end, out int year)) return -1;
        if (pieces.IsSymbol(end, '-') || pieces.IsSymbol(end, '/'))
        {
            if (pieces.IsNumeral(end + 1) && pieces[end + 1].PlainDigits is 2 or 4) end += 2;
        }
        meaning = new SeasonOf(season, new CalendarDate(year, null, null));
        return end;
    }

    /// <summary>1 to 4 for the name of a season.</summary>
    public static int SeasonNumber(string word) => word switch { "spring" => 1, "summer" => 2, "autumn" or "fall" => 3, _ => 4 };

    // "of 2023", "2023", "last year", "of the year", "in July"
    private TimeMeaning? Whole(PieceList pieces, ref int end)
    {
        int i = end;
        if (pieces.IsSymbol(i, '-') && pieces.IsGlued(i)) i++;
        else if (pieces.IsSymbol(i, ',') && DateReader.Year(pieces, i + 1, out _, out _)) i++;
        bool linked = pieces.Is(i, "of", "in");
        if (linked) i++;
        if (linked && pieces.Is(i, "the") && pieces.Is(i + 1, "year") && !DateReader.Year(pieces, i + 2, out _, out _))
        {
            end = i + 2;
            return new RelativeUnit(CalendarUnit.Year, 0, FromText: true);
        }
        (int after, TimeMeaning? whole) = readTime(pieces, i);
        if (whole is null && DateReader.Year(pieces, i, out int yearEnd, out int year)) (after, whole) = (yearEnd, new CalendarDate(year, null, null));
        if (whole is null || (!linked && whole is not (CalendarDate { Month: null, Weekday: 0 } or RelativeUnit { Unit: CalendarUnit.Year, Month: 0 }))) return null;
        end = after;
        return whole;
    }
}
