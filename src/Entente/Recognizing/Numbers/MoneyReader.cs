using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Numbers;

/// <summary>Reads amounts of money: "$1.2bn", "USD 545.2 million", "440 billion tenge", "3 dollars 50 cents", "75 USD million".</summary>
internal sealed class MoneyReader(CurrencyTable currencies)
{
    /// <summary>Whether the name of a currency begins at a piece.</summary>
    public bool IsCurrency(PieceList pieces, int at) => currencies.TryMatch(pieces, at, out _, out _);

    /// <summary>A currency and then its amount.</summary>
    public QuantityRead? ReadPrefixed(PieceList pieces, int at)
    {
        int start = at;
        bool isNegative = pieces.IsSymbol(at, '-') && pieces.IsGlued(at + 1) && !pieces.IsGlued(at);
        if (isNegative) at++;
        if (!currencies.TryMatch(pieces, at, out int end, out CurrencyName currency) || !currency.StandsBefore) return null;
        // A name that goes on to the left: "MyUSD".
        if (pieces.IsGlued(at) && pieces[at].Kind == PieceKind.Word && pieces[at - 1].Kind == PieceKind.Word) return null;
        if (pieces.IsSymbol(end, '-') && pieces.IsGlued(end) && pieces.IsGlued(end + 1)) end++;
        if (!NumberReader.TryReadCardinal(pieces, end, out NumberRead number, isPrefixed: true) || number.IsInWords) return null;
        number = WithLetterScale(pieces, number);
        bool isLetter = pieces[at].Length == 1 && pieces[at].Kind == PieceKind.Word && end == at + 1;
        // R5 billion is rand, R2 is not.
        if (isLetter && (!pieces.IsGlued(end) || number.Value < 1000)) return null;
        decimal value = number.Value * currency.Factor;
        QuantityRead read = new() { Start = start, End = number.End, Kind = QuantityKind.Money, Value = isNegative ? -value : value, Currency = currency.Code };
        return Finished(pieces, WithName(pieces, read));
    }

    /// <summary>The second amount of a range, in the currency of the first.</summary>
    public QuantityRead? ReadAmount(PieceList pieces, int at, QuantityRead first)
    {
        if (!NumberReader.TryReadCardinal(pieces, at, out NumberRead number, isPrefixed: true)) return null;
        number = WithLetterScale(pieces, number);
        return Finished(pieces, WithName(pieces, first with { Start = at, End = number.End, Value = number.Value, Rate = null }));
    }

    /// <summary>A number and then its currency.</summary>
    /// <param name="pieces">The text.</param>
    /// <param name="number">The number.</param>
    /// <param name="at">Index of the piece behind it, and behind a hyphen.</param>
    public QuantityRead? ReadSuffixed(PieceList pieces, NumberRead number, int at)
    {
        if (!currencies.TryMatch(pieces, at, out int end, out CurrencyName currency) || !currency.StandsAfter) return null;
        bool isSymbol = pieces[end - 1].Kind == PieceKind.Symbol || pieces[at].Kind == PieceKind.Symbol;
        // "3 USD50 cards", "in 2023 $5 million": the currency belongs to the number behind it.
        if (isSymbol && pieces.IsNumeral(end) && currencies.TryMatch(pieces, end + 1, out _, out CurrencyName part) && part.Minor is not null) isSymbol = false;
        if (currency.StandsBefore && !pieces.IsGlued(at) && pieces.IsNumeral(end) && (pieces.IsGlued(end) || isSymbol)) return null;
        if (isSymbol && pieces.IsNumeral(end) && !pieces.IsGlued(at) && pieces.Is(end + 1, "million", "billion")) return null;
        decimal value = number.Value * currency.Factor;
        if (pieces.Word(end)?.Scale is { } scale and >= 1000 && pieces[end].Length > 1 && currency.Minor is null && number.Scale == 1)
        {
            value *= scale;
            end++;
        }
        if (currency.Minor is null && currency.Factor == 1) end = Hundredths(pieces, end, ref value);
        if (currency.Minor is not null) value /= 100;
        return Finished(pieces, new QuantityRead { Start = number.Start, End = end, Kind = QuantityKind.Money, Value = value, Currency = currency.Code, Options = currency.Options, Minor = currency.Minor });
    }

    private static QuantityRead Finished(PieceList pieces, QuantityRead read) => read with { Rate = RateReader.After(pieces, read.End) };

    // "$5 million Canadian dollars", "$ 10 dollars", "$5m USD".
    private QuantityRead WithName(PieceList pieces, QuantityRead read)
    {
        if (!currencies.TryMatch(pieces, read.End, out int end, out CurrencyName named) || !named.StandsAfter || named.Minor is not null || pieces.IsNumeral(end)) return read;
        return named.Code == read.Currency || named.Code is null || read.Currency == "USD" ? read with { End = end, Currency = named.Code ?? read.Currency } : read;
    }

    // m, b, k, t, tn behind digits that a currency stands before.
    private static NumberRead WithLetterScale(PieceList pieces, NumberRead number)
    {
        int at = number.End;
        if (number.Scale != 1 || pieces[at].Length != 1 || pieces[at].Kind != PieceKind.Word || pieces.IsGlued(at + 1) && pieces[at + 1].Kind == PieceKind.Word) return number;
        if (!pieces.IsGlued(at) && !pieces.IsCapital(at)) return number;
        decimal scale = char.ToLowerInvariant(pieces.Form(at)[0]) switch { 'k' => 1e3m, 'm' => 1e6m, 'b' => 1e9m, 't' => 1e12m, _ => 1 };
        return scale == 1 ? number : number with { End = at + 1, Value = number.Value * scale, Scale = scale };
    }

    // "3 dollars 50 cents", "15 dollars and 50", "10 $ 30 cent".
    private int Hundredths(PieceList pieces, int at, ref decimal value)
    {
        int next = pieces.Is(at, "and") ? at + 1 : at;
        if (!NumberReader.TryReadCardinal(pieces, next, out NumberRead part) || part.Value is < 1 or >= 100 || decimal.Truncate(part.Value) != part.Value) return at;
        bool named = currencies.TryMatch(pieces, part.End, out int end, out CurrencyName minor) && minor.Minor is not null;
        bool ends = !part.IsInWords && pieces[part.End].Kind == PieceKind.Symbol && !pieces.IsSymbol(part.End, '%') && !pieces.IsSymbol(part.End, '-') && !currencies.TryMatch(pieces, part.End, out _, out _);
        if (!named && !ends) return at;
        value += part.Value / 100;
        return named ? end : part.End;
    }
}
