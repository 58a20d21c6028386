using Entente.Gazetteers;
using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Numbers;

/// <summary>
/// Reads a quantity that begins at a piece: a number with what stands before it (a currency) or after it (a currency, a percent sign, a
/// unit, "times"), and ranges of them.
/// </summary>
internal sealed class QuantityReader(DataFiles data, Lexicon lexicon)
{
    private readonly MoneyReader money = new(new CurrencyTable(data, lexicon));
    private readonly UnitTable units = new(data, lexicon);
    private readonly MultipleReader multiples = new(lexicon);

    /// <summary>Reads a quantity; a plain number is one too.</summary>
    public QuantityRead? Read(PieceList pieces, int at)
    {
        if (multiples.ReadWord(pieces, at) is { } multiple) return multiple;
        bool isSigned = pieces.IsSymbol(at, '-') && pieces.IsGlued(at + 1);
        if (money.ReadPrefixed(pieces, at) is { } prefixed) return Ranged(pieces, prefixed);
        if (!NumberReader.TryReadSigned(pieces, at, out NumberRead number))
        {
            return !isSigned && NumberReader.TryReadOrdinal(pieces, at, out NumberRead ordinal)
                ? new QuantityRead { Start = at, End = ordinal.End, Kind = QuantityKind.Number, Value = ordinal.Value, IsOrdinal = true }
                : null;
        }
        if (pieces.Is(number.End - 1, "half") && pieces.Is(number.End, "a") && PercentEnd(pieces, number.End + 1, out decimal per) is var percentEnd and > 0)
            return Make(number, percentEnd, QuantityKind.Percentage, number.Value * per);
        if (NumberReader.TryReadOrdinal(pieces, at, out NumberRead rank) && rank.End > number.End)
            return new QuantityRead { Start = at, End = rank.End, Kind = QuantityKind.Number, Value = rank.Value, IsOrdinal = true };
        if (Suffixed(pieces, number) is { } quantity) return Ranged(pieces, quantity);
        if (ReadShared(pieces, number) is { } range) return range;
        return new QuantityRead { Start = at, End = number.End, Kind = QuantityKind.Number, Value = number.Value };
    }

    // What the words behind a number make of it; null if it stays a number.
    private QuantityRead? Suffixed(PieceList pieces, NumberRead number)
    {
        number = WithLetterScale(pieces, number);
        int at = number.End;
        if (pieces.IsSymbol(at, '-') && pieces.IsGlued(at) && pieces.IsGlued(at + 1)) at++;
        if (PercentEnd(pieces, at, out decimal perUnit) is var percent and > 0)
            return Make(number, percent, QuantityKind.Percentage, number.Value * perUnit);
        if (money.ReadSuffixed(pieces, number, at) is { } amount) return amount;
        if (units.TryMatch(pieces, at, out int end, out Unit unit) && IsUnitHere(pieces, number, at, end))
        {
            // "4.5 mt of freight" is millions, "50,000 mt of wheat" metric tons: trade papers write both.
            bool millions = end == at + 1 && pieces.Is(at, "mt") && number.Scale == 1 && number.Value < 500;
            decimal value = Times(number.Value, millions ? 1_000_000 : unit.Factor);
            return Make(number, end, QuantityKind.Measurement, value) with { Unit = unit.Base, Rate = unit.Rate ?? RateReader.After(pieces, end) };
        }
        return MultipleReader.ReadSuffixed(pieces, number, at);
    }

    // "5 to 7 percent", "2-2.4 bcm": both numbers share what follows the second.
    private QuantityRead? ReadShared(PieceList pieces, NumberRead low)
    {
        bool isBetween = pieces.Is(low.Start - 1, "between");
        int next = Connector(pieces, low.End, isBetween);
        if (next < 0 || !NumberReader.TryReadCardinal(pieces, next, out NumberRead high, isPrefixed: true)) return null;
        if (Suffixed(pieces, high) is not { } upper) return null;
        if (upper.Kind == QuantityKind.Multiple) return null;
        // "rose by a third to 1.1 billion": a part and what it grew to.
        if (low.IsInWords && low.Value < 1 && high.Value >= 1) return null;
        // "From 8.2 billion in 2020 to 14.1 billion": a year is no lower end.
        if (low.Value is >= 1900 and <= 2100 && pieces.Is(low.Start - 1, "in") && upper.Value > 100_000) return null;
        decimal factor = high.Value == 0 ? 1 : upper.Value / high.Value;
        decimal lower = Times(Shared(low, high), factor);
        if (lower > upper.Value) return null;
        // "rose from 5 to 7 percent" tells of two levels, not of a range; the second is read when the scan comes to it.
        if (pieces.Is(low.Start - 1, "from")) return upper with { Start = low.Start, End = low.End, Value = lower, Rate = upper.Rate };
        return upper with { Start = low.Start, Value = lower, High = upper.Value, HighStart = next };
    }

    // "$5m to $6m", "between 5 percent and 7 percent", "$5-6 million".
    private QuantityRead Ranged(PieceList pieces, QuantityRead low)
    {
        bool isBetween = pieces.Is(low.Start - 1, "between");
        int next = Connector(pieces, low.End, isBetween);
        if (next < 0 || pieces.Is(low.Start - 1, "from")) return low;
        QuantityRead? high;
        if (low.Kind == QuantityKind.Money && low.Minor is null && pieces.IsNumeral(next))
        {
            // The symbol before the first number counts for both: "$5-6 million", "$1 to $2".
            high = money.ReadAmount(pieces, next, low);
            if (high is null) return low;
            decimal scale = high.Value / Math.Max(pieces[next].Value, 1e-9m);
            bool shares = scale >= 1000 && low.Value < 1000 && low.Value <= pieces[next].Value;
            if (shares) low = low with { Value = low.Value * scale };
        }
        else
        {
            high = money.ReadPrefixed(pieces, next) ?? (NumberReader.TryReadCardinal(pieces, next, out NumberRead number) ? Suffixed(pieces, number) : null);
        }
        if (high is null || high.Kind != low.Kind || high.Unit != low.Unit || (high.Currency != low.Currency && low.Currency is not null) || high.Value <= low.Value) return low;
        return low with { End = high.End, High = high.Value, HighStart = next, Rate = high.Rate };
    }

    private static int Connector(PieceList pieces, int at, bool isBetween)
    {
        if (pieces.IsSymbol(at, '-') || pieces.IsSymbol(at, '~')) return at + 1;
        if (pieces.Is(at, "to") || (isBetween && pieces.Is(at, "and"))) return at + 1;
        return pieces.Is(at, "up") && pieces.Is(at + 1, "to") ? at + 2 : -1;
    }

    private static decimal Shared(NumberRead low, NumberRead high) =>
        low.Scale == 1 && high.Scale >= 1000 && low.Value <= high.Value / high.Scale ? Times(low.Value, high.Scale) : low.Value;

    // 1.5m tonnes, 3m people, 2b barrels: a million or billion where a name of things in the plural, a unit or a currency follows.
    private NumberRead WithLetterScale(PieceList pieces, NumberRead number)
    {
        int at = number.End;
        if (number.IsInWords || number.Scale != 1 || !pieces.Is(at, "m", "b") || !pieces.IsGlued(at) || pieces.IsGlued(at + 1)) return number;
        bool counts = money.IsCurrency(pieces, at + 1) || units.TryMatch(pieces, at + 1, out _, out _) || IsPlural(pieces, at + 1);
        if (!counts) return number;
        decimal scale = pieces.Word(at)!.Scale ?? 1;
        return number with { End = at + 1, Value = Times(number.Value, scale), Scale = scale };
    }

    private static bool IsPlural(PieceList pieces, int at)
    {
        ReadOnlySpan<char> form = pieces.Form(at);
        return form.Length > 3 && pieces[at].Kind == PieceKind.Word && (form[^1] == 's' || form is "people" or "men" or "women" or "children") && form is not ("across" or "less" or "plus");
    }

    private static bool IsUnitHere(PieceList pieces, NumberRead number, int at, int end)
    {
        bool isLetter = end == at + 1 && pieces[at].Length == 1;
        // "the 3 t" of a list: a letter is a unit only behind digits, and not where more letters are glued to it.
        if (isLetter && (number.IsInWords || (pieces.IsGlued(end) && pieces[end].Kind == PieceKind.Word))) return false;
        return !(pieces.IsSymbol(end, '\'') && pieces.IsGlued(end) && isLetter);
    }

    private static int PercentEnd(PieceList pieces, int at, out decimal perUnit)
    {
        perUnit = 1;
        if (pieces.IsSymbol(at, '%')) return at + 1;
        if (pieces.Is(at, "percent", "pct") || (pieces.Is(at, "pc") && !pieces.IsCapital(at))) return at + 1;
        if (pieces.Is(at, "per") && pieces.Is(at + 1, "cent")) return at + 2;
        if (pieces.Is(at, "percentage") && pieces.Is(at + 1, "point", "points")) return at + 2;
        if (pieces.Is(at, "bps") || (pieces.Is(at, "basis") && pieces.Is(at + 1, "point", "points")))
        {
            perUnit = 0.01m;
            return pieces.Is(at, "bps") ? at + 1 : at + 2;
        }
        return -1;
    }

    private static QuantityRead Make(NumberRead number, int end, QuantityKind kind, decimal value) =>
        new() { Start = number.Start, End = end, Kind = kind, Value = value };

    private static decimal Times(decimal value, decimal factor) => Math.Abs(value) > 1e24m / Math.Max(factor, 1) ? value : value * factor;
}
