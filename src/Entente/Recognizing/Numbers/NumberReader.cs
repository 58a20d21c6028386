using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Numbers;

/// <summary>
/// Reads cardinals, fractions and ordinals in words, digits or both: "two hundred and two thousand", "1.2bn", "5 lakh crore", "one and a
/// half million", "a quarter of a million", "half a dozen", "twenty-first". Each method returns whether a number begins at the piece.
/// </summary>
internal static class NumberReader
{
    // No quantity in a report is larger; and no product of a number and a scale below it overflows a decimal.
    private const decimal Most = 1e24m;

    /// <summary>The longest number, ordinal or cardinal, that begins at a piece.</summary>
    public static bool TryRead(PieceList pieces, int at, out NumberRead number)
    {
        if (TryReadSigned(pieces, at, out number)) return true;
        return TryReadOrdinal(pieces, at, out number);
    }

    /// <summary>A cardinal or fraction, with its sign.</summary>
    public static bool TryReadSigned(PieceList pieces, int at, out NumberRead number)
    {
        bool isSigned = pieces.IsSymbol(at, '-') && pieces.IsGlued(at + 1) && (pieces.IsNumeral(at + 1) || pieces.IsSymbol(at + 1, '$')) && IsFreeDash(pieces, at);
        if (isSigned || pieces.Is(at, "minus", "negative"))
        {
            if (!TryReadCardinal(pieces, at + 1, out number)) return false;
            number = number with { Start = at, Value = -number.Value };
            return true;
        }
        return TryReadCardinal(pieces, at, out number);
    }

    /// <summary>A cardinal or fraction without a sign.</summary>
    /// <param name="pieces">The text.</param>
    /// <param name="at">Index of the piece that it begins at.</param>
    /// <param name="number">What was read.</param>
    /// <param name="isPrefixed">Whether letters that are glued to it belong to it: USD115.</param>
    public static bool TryReadCardinal(PieceList pieces, int at, out NumberRead number, bool isPrefixed = false)
    {
        if (TryReadHalfOf(pieces, at, out number)) return true;
        if (!TryReadWhole(pieces, at, isPrefixed, out number, out decimal lastScale))
        {
            return TryReadArticleFraction(pieces, at, out number);
        }
        number = Fractioned(pieces, number, lastScale);
        return true;
    }

    /// <summary>A whole number without fractions behind it: "three" of "three quarters".</summary>
    public static bool TryReadCount(PieceList pieces, int at, out NumberRead number) => TryReadWhole(pieces, at, false, out number, out _);

    /// <summary>An ordinal: "third", "twenty-first", "one hundred and fifth", "21st".</summary>
    public static bool TryReadOrdinal(PieceList pieces, int at, out NumberRead number)
    {
        number = default;
        if (pieces.IsNumeral(at))
        {
            if (!pieces.IsGlued(at + 1) || !pieces.Is(at + 1, "st", "nd") && !pieces.Is(at + 1, "rd", "th") || pieces[at].PlainDigits is 0 or > 4) return false;
            number = new NumberRead(at, at + 2, pieces[at].Value, IsInWords: false, IsOrdinal: true);
            return true;
        }
        if (pieces.Word(at) is { Rank: { } rank, IsPlural: false })
        {
            number = new NumberRead(at, at + 1, rank, IsInWords: true, IsOrdinal: true);
            return true;
        }
        if (!TryReadCompoundRank(pieces, at, plural: false, out int end, out decimal value)) return false;
        number = new NumberRead(at, end, value, IsInWords: true, IsOrdinal: true);
        return true;
    }

    private static bool IsFreeDash(PieceList pieces, int dash) =>
        dash == 0 || !pieces.IsGlued(dash) || pieces.IsSymbol(dash - 1, '(') || pieces.IsSymbol(dash - 1, '"');

    // "half a million", "half million", "half a dozen", "half of a billion", "quarter million", "a half", "half of", "by half".
    private static bool TryReadHalfOf(PieceList pieces, int at, out NumberRead number)
    {
        number = default;
        int start = at;
        if (pieces.Is(at, "a") && pieces.Word(at + 1) is { Denominator: 2 or 4, IsPlural: false }) at++;
        if (pieces.Word(at) is not { Denominator: { } denominator and (2 or 4), IsPlural: false, Rank: null } word) return false;
        if (pieces.IsSymbol(at + 1, '-') && pieces.IsGlued(at + 1) && pieces.IsGlued(at + 2) && pieces.Word(at + 2)?.Scale is null) return false;
        int next = at + 1;
        if (pieces.IsSymbol(next, '-')) next++;
        if (pieces.Is(next, "of")) next++;
        if (pieces.Is(next, "a", "one")) next++;
        if (pieces.Word(next)?.Scale is { } scale && pieces[next].Length > 1)
        {
            decimal value = scale / denominator;
            int end = Scaled(pieces, next + 1, ref value, out _);
            number = new NumberRead(start, end, value, IsInWords: true, Scale: scale);
            return true;
        }
        // A quarter alone is a part of a year or of a town; a half may be one of a match, but "half of" and "a half" are numbers.
        bool isFraction = start < at ? word.Text == "half" || pieces.Is(at + 1, "of")
            : word.Text == "half" && (pieces.Is(at + 1, "of") || (pieces.Is(at + 1, "a") && pieces.Is(at + 2, "percent", "percentage")) || pieces.Is(at - 1, "by", "nearly", "almost") || pieces.Is(at - 1, "about", "than", "over"));
        if (!isFraction) return false;
        number = new NumberRead(start, at + 1, 1 / denominator, IsInWords: true);
        return true;
    }

    // "a fifth", "a hundred thousand trillionths" have no number word of their own before the denominator.
    private static bool TryReadArticleFraction(PieceList pieces, int at, out NumberRead number)
    {
        number = default;
        if (!pieces.Is(at, "a", "an")) return false;
        int next = at + 1;
        if (!TryReadDenominator(pieces, next, plural: false, out int end, out decimal denominator)) return false;
        // "a third country" counts, "a third of", "by a third" divides.
        bool divides = end >= pieces.Count || pieces.Is(end, "of", "in", "to") || pieces.Is(end, "from", "more", "less") || (pieces[end].Kind == PieceKind.Symbol && !pieces.IsSymbol(end, '-'));
        if (!divides) return false;
        number = new NumberRead(at, end, 1 / denominator, IsInWords: true);
        return true;
    }

    // Digits or words without fractions. lastScale: the scale that the number ends with, 1 if none.
    private static bool TryReadWhole(PieceList pieces, int at, bool isPrefixed, out NumberRead number, out decimal lastScale)
    {
        number = default;
        lastScale = 1;
        decimal value;
        int end;
        bool inWords;
        if (pieces.IsNumeral(at))
        {
            if (!isPrefixed && !IsNumber(pieces, at)) return false;
            (value, end) = Numeral(pieces, at);
            inWords = false;
        }
        else if (TryReadWords(pieces, at, out end, out value))
        {
            inWords = true;
        }
        else
        {
            return false;
        }
        decimal product = value;
        end = Scaled(pieces, end, ref value, out lastScale);
        decimal whole = lastScale > 1 && product != 0 ? value / product : 1;
        if (lastScale == 1 && inWords && pieces.Word(end - 1)?.Scale is { } own) lastScale = whole = own;
        if (lastScale > 1 && !inWords) end = AfterScale(pieces, end, lastScale, ref value);
        if (inWords && pieces.Is(end, "point")) end = Decimals(pieces, end, ref value);
        if (value > Most) return false;
        number = new NumberRead(at, end, value, inWords, Scale: whole);
        return true;
    }

    // A numeral that is no part of a name (A380, B-52) and no time of day (18:00).
    private static bool IsNumber(PieceList pieces, int at)
    {
        if (!pieces.IsGlued(at)) return true;
        Piece before = pieces[at - 1];
        if (before.Kind == PieceKind.Word) return false;
        if (before.Symbol == ':' && pieces.IsNumeral(at - 2) && pieces[at].PlainDigits == 2) return false;
        return before.Symbol != '-' || !pieces.IsGlued(at - 1) || pieces[at - 2].Kind != PieceKind.Word || pieces.Word(at - 2)?.Month > 0;
    }

    private static (decimal Value, int End) Numeral(PieceList pieces, int at)
    {
        decimal value = pieces[at].Value;
        int end = at + 1;
        // 1 234 567: groups of three digits after single spaces. Two groups at least, or a year and a count would be taken for one number.
        if (pieces[at].PlainDigits is >= 1 and <= 3)
        {
            int group = end;
            decimal grouped = value;
            while (pieces.IsNumeral(group) && pieces[group].Length >= 3 && pieces[group].Start == pieces[group - 1].End + 1
                && IsGroup(pieces, group) && grouped < 1e15m)
            {
                grouped = (grouped * 1000) + pieces[group].Value;
                group++;
                if (pieces[group - 1].HasDecimals) break;
            }
            if (group - end >= 2 && !(pieces.IsNumeral(group) && pieces[group].Start == pieces[group - 1].End + 1)) return (grouped, group);
        }
        // 2 1/4, 1/4, 5½
        if (pieces[end].IsFractionSign && pieces[at].PlainDigits > 0) return (value + pieces[end].Value, end + 1);
        if (pieces[at].PlainDigits is 1 or 2 && IsRatio(pieces, end)) return (value + (pieces[end].Value / pieces[end + 2].Value), end + 3);
        if (IsRatio(pieces, at) && pieces[at].PlainDigits is 1 or 2) return (value / pieces[at + 2].Value, at + 3);
        // 1e10, 1.3x10^6, -2500^-1
        if (pieces.Is(end, "e") && pieces.IsGlued(end)) return Exponent(pieces, end + 1, value, ten: true) ?? (value, end);
        if (pieces.Is(end, "x") && pieces[end + 1].Value == 10 && pieces.IsSymbol(end + 2, '^')) return Exponent(pieces, end + 3, value, ten: true) ?? (value, end);
        if (pieces.IsSymbol(end, '^')) return Exponent(pieces, end + 1, value, ten: false) ?? (value, end);
        return (value, end);
    }

    private static bool IsGroup(PieceList pieces, int at) =>
        pieces[at].PlainDigits == 3 || (pieces[at].HasDecimals && pieces.Form(at).IndexOfAny('.', ',') == 3);

    private static bool IsRatio(PieceList pieces, int at) =>
        pieces.IsNumeral(at) && pieces.IsNumeral(at + 2) && pieces.IsSymbol(at + 1, '/') && pieces.IsGlued(at + 1) == pieces.IsGlued(at + 2)
        && pieces[at].PlainDigits is 1 or 2 && pieces[at + 2].PlainDigits is 1 or 2 or 3 && pieces[at + 2].Value > pieces[at].Value
        && !pieces.IsSymbol(at + 3, '/') && !pieces.IsSymbol(at - 1, '/');

    private static (decimal, int)? Exponent(PieceList pieces, int at, decimal value, bool ten)
    {
        bool isNegative = pieces.IsSymbol(at, '-');
        if (isNegative || pieces.IsSymbol(at, '+')) at++;
        if (!pieces.IsNumeral(at) || pieces[at].PlainDigits is 0 or > 2) return null;
        double power = (double)pieces[at].Value * (isNegative ? -1 : 1);
        double result = ten ? (double)value * Math.Pow(10, power) : Math.Pow((double)value, power);
        return double.IsFinite(result) && Math.Abs(result) < (double)Most ? ((decimal)result, at + 1) : null;
    }

    // Words below the scales: "two hundred and two", "a hundred", "fifty - two"; with scales in falling order.
    private static bool TryReadWords(PieceList pieces, int at, out int end, out decimal value)
    {
        (end, value) = (at, 0);
        decimal total = 0, group = 0, lowest = decimal.MaxValue;
        bool any = false, hasUnits = false, hasTens = false, hasHundred = false;
        int i = at;
        if (pieces.Is(i, "a", "an"))
        {
            if (pieces.Word(i + 1) is not { Scale: not null } || pieces[i + 1].Length < 3 || pieces.Word(i + 1)!.Text.EndsWith('s') || pieces.Word(i + 1)!.Text is "mil" or "mio") return false;
            (group, any, hasUnits, i) = (1, true, true, i + 1);
        }
        while (true)
        {
            int word = i;
            if (any && word > at && pieces.IsSymbol(word, '-') && pieces.Word(word + 1) is { } after && (after.Small is not null || after.Scale >= 100)) word++;
            else if (any && pieces.Is(word, "and") && IsSmallerPart(pieces, word + 1, hasHundred && !hasTens && !hasUnits, total > 0 && group == 0, lowest)) word++;
            Word? found = pieces.Word(word);
            if (found?.Small is { } small)
            {
                if (hasUnits || (hasTens && small is 0 or > 9)) break;
                if (small >= 20) hasTens = true;
                else hasUnits = true;
                group += small;
            }
            else if (found?.Scale is 100 && any && group is > 0 and < 100 && !hasHundred)
            {
                group *= 100;
                (hasHundred, hasUnits, hasTens) = (true, false, false);
            }
            else if (found?.Scale is { } scale and not 100 && any && pieces[word].Length > 2 && (group > 0 || (scale > lowest && lowest < decimal.MaxValue)))
            {
                if (scale == 12 && found.Text == "dozens" && !any) break;
                if (scale < lowest) total += group * scale;
                else total = (total + group) * scale;
                (group, hasUnits, hasTens, hasHundred, lowest) = (0, false, false, false, scale);
                if (total > Most) return false;
            }
            else
            {
                break;
            }
            any = true;
            i = word + 1;
        }
        value = total + group;
        end = i;
        return any && i > at && !(i == at + 1 && pieces.Is(at, "a", "an"));
    }

    // Whether the words after "and" can belong to the number before it: smaller than its last scale, and no scale of their own above it.
    private static bool IsSmallerPart(PieceList pieces, int at, bool afterHundred, bool afterScale, decimal lowest)
    {
        if (!afterHundred && !afterScale) return false;
        if (pieces.Word(at)?.Small is null) return false;
        int i = at;
        while (pieces.Word(i)?.Small is not null || (pieces.IsSymbol(i, '-') && i > at)) i++;
        // "two and a half" and "one hundred and three fifths": the fraction is read elsewhere.
        if (afterScale && lowest >= 1000 && pieces.Word(i)?.Denominator is not null) return false;
        if (pieces.Word(i)?.Scale is not { } scale) return true;
        if (scale == 100) return afterScale && lowest > 100 && pieces.Word(i + 1)?.Scale is not { } higher;
        return afterHundred ? true : scale < lowest;
    }

    // Scales after a base: "million", "bn", "lakh crore", glued or not. One-letter ones only glued, or after a space in capitals' sums.
    private static int Scaled(PieceList pieces, int at, ref decimal value, out decimal last)
    {
        last = 1;
        while (true)
        {
            int word = pieces.IsSymbol(at, '-') && pieces.IsGlued(at + 1) && pieces.Word(at + 1)?.Scale is >= 1000 && pieces[at + 1].Length > 2 ? at + 1 : at;
            if (pieces.Word(word)?.Scale is not { } scale || !IsScale(pieces, word)) return at;
            if (Math.Abs(value) * scale > Most) return at;
            value *= scale;
            last = scale;
            at = word + 1;
            // "3 hundred thousand", "5 lakh crore" go on; "2 million dozen" does not.
            if (scale is not (100 or 100_000 or 1000)) return at;
        }
    }

    private static bool IsScale(PieceList pieces, int at)
    {
        if (pieces[at].Length == 1)
        {
            // 10k, 2.33 k; m and b are metres and bytes unless something says money, which MoneyReader knows.
            return pieces.Is(at, "k") && (pieces.IsGlued(at) || !pieces.IsCapital(at)) && !pieces.IsGlued(at + 1);
        }
        return pieces.Word(at)!.Text != "mm" || (pieces.IsGlued(at) && pieces.IsCapital(at));
    }

    // "4 thousand 3 hundred and 21": after a scale, smaller parts in digits.
    private static int AfterScale(PieceList pieces, int at, decimal lowest, ref decimal value)
    {
        while (lowest is 100 or 1000)
        {
            int next = pieces.Is(at, "and") ? at + 1 : at;
            if (pieces.IsNumeral(next) && pieces[next].PlainDigits is > 0 and < 4 && pieces[next].Value > 0)
            {
                decimal part = pieces[next].Value, scale = 1;
                int end = next + 1;
                if (pieces.Word(end)?.Scale is { } own && IsScale(pieces, end)) (part, scale, end) = (part * own, own, end + 1);
                if (part >= lowest || (next == at && scale == 1)) return at;
                value += part;
                (at, lowest) = (end, scale);
                continue;
            }
            if (next > at && pieces.Word(next)?.Small is > 0 && TryReadWords(pieces, next, out int wordsEnd, out decimal words) && words < lowest)
            {
                value += words;
                return wordsEnd;
            }
            return at;
        }
        if (lowest > 1000 && pieces.Is(at, "and") && TryReadWords(pieces, at + 1, out int to, out decimal small) && small >= 100 && small < lowest)
        {
            value += small;
            return to;
        }
        return at;
    }

    // "two hundred point seventy-one", "nought point nought four".
    private static int Decimals(PieceList pieces, int at, ref decimal value)
    {
        decimal place = 0.1m;
        int i = at + 1;
        if (pieces.Word(i)?.Small is >= 10 && TryReadWords(pieces, i, out int end, out decimal whole) && whole < 100)
        {
            value += whole / 100;
            return end;
        }
        for (; pieces.Word(i)?.Small is { } digit and < 10 && place > 1e-12m; i++, place /= 10) value += digit * place;
        return i == at + 1 ? at : i;
    }

    private static NumberRead Fractioned(PieceList pieces, NumberRead number, decimal lastScale)
    {
        int at = number.End;
        bool isWhole = decimal.Truncate(number.Value) == number.Value;
        if (!isWhole) return number;
        int next = pieces.IsSymbol(at, '-') ? at + 1 : at;
        // "two thirds", "one-eighth", "one twenty-fifth"; of a million.
        if (number.IsInWords && TryReadDenominator(pieces, next, plural: number.Value != 1, out int end, out decimal denominator) && !IsPartOfYear(pieces, next, end))
        {
            decimal value = number.Value / denominator;
            if (pieces.Is(end, "of") && pieces.Is(end + 1, "a", "one") && pieces.Word(end + 2)?.Scale is { } whole) (value, end) = (value * whole, end + 3);
            else if (pieces.Word(end)?.Scale is { } scale && pieces[end].Length > 1) (value, end) = (value * scale, end + 1);
            return number with { End = end, Value = value };
        }
        // "one over three", "1 in twenty-one": one of so many.
        if (number.Value == 1 && pieces.Is(at, "over", "in") && TryReadWhole(pieces, at + 1, false, out NumberRead below, out _) && below.Value is > 1 and <= 1000
            && (pieces.Is(at, "over") || below.End >= pieces.Count || pieces[below.End].Kind == PieceKind.Symbol) && !(pieces[at + 1].PlainDigits == 4))
        {
            return number with { End = below.End, Value = 1 / below.Value };
        }
        if (!pieces.Is(at, "and")) return number;
        // "one and a half million", "3 million and a half", "five and two thirds".
        if (TryReadPart(pieces, at + 1, out int partEnd, out decimal part))
        {
            decimal scale = lastScale >= 1000 ? lastScale : 1;
            if (pieces.Word(partEnd)?.Scale is { } higher && pieces[partEnd].Length > 1)
            {
                decimal value = lastScale > 1 ? number.Value + (part * higher) : (number.Value + part) * higher;
                return value > Most ? number : number with { End = partEnd + 1, Value = value, Scale = higher };
            }
            return number with { End = partEnd, Value = number.Value + (part * scale) };
        }
        // "twenty and three and three fifths"
        if (number.IsInWords && TryReadWords(pieces, at + 1, out int plusEnd, out decimal plus) && plus < 10 && number.Value % 10 == 0 && pieces.Is(plusEnd, "and")
            && TryReadPart(pieces, plusEnd + 1, out partEnd, out part))
        {
            return number with { End = partEnd, Value = number.Value + plus + part };
        }
        return number;
    }

    // "a half", "one fourth", "three quarters", "fifty-four hundredths"
    private static bool TryReadPart(PieceList pieces, int at, out int end, out decimal part)
    {
        part = 0;
        decimal numerator = 1;
        if (pieces.Is(at, "a", "one")) end = at + 1;
        else if (!TryReadWords(pieces, at, out end, out numerator)) return false;
        if (pieces.IsSymbol(end, '-')) end++;
        if (!TryReadDenominator(pieces, end, plural: numerator != 1, out int to, out decimal denominator)) return false;
        (end, part) = (to, numerator / denominator);
        return true;
    }

    private static bool TryReadDenominator(PieceList pieces, int at, bool plural, out int end, out decimal denominator)
    {
        (end, denominator) = (at + 1, 0);
        if (pieces.Word(at) is { Denominator: { } found } word && word.IsPlural == plural)
        {
            denominator = found;
            return true;
        }
        return TryReadCompoundRank(pieces, at, plural, out end, out denominator);
    }

    // "twenty-fifth", "one hundred and fifth", "twenty-firsts".
    private static bool TryReadCompoundRank(PieceList pieces, int at, bool plural, out int end, out decimal rank)
    {
        (end, rank) = (at, 0);
        if (!TryReadWords(pieces, at, out int to, out decimal whole) || whole < 20 || whole > 1e9m) return false;
        if (pieces.IsSymbol(to, '-') || pieces.Is(to, "and")) to++;
        Word? last = pieces.Word(to);
        decimal? add = last is null ? null : plural ? PluralRank(last) : last.IsPlural ? null : last.Rank;
        if (add is not { } value) return false;
        rank = value >= 100 ? whole * value : whole + value;
        if (value < 100 && whole % 10 != 0) return false;
        end = to + 1;
        return true;
    }

    private static decimal? PluralRank(Word word) => word.IsPlural && word.Text is not ("halves" or "quarters") ? word.Denominator ?? (word.Text == "seconds" ? 2 : 1) : null;

    // "three quarters of growth": quarters of a year are the calendar's.
    private static bool IsPartOfYear(PieceList pieces, int at, int end) =>
        pieces.Word(at)?.Unit == CalendarUnit.Quarter && (pieces.Is(end, "in", "year", "ago") || pieces.Is(end, "earlier") || !pieces.Is(at - 1, "three", "one"));
}
