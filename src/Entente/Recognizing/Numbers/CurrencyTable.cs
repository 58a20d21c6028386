using Entente.Gazetteers;
using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Numbers;

/// <summary>The names and symbols of currencies, from data/currencies.tsv.</summary>
internal sealed class CurrencyTable
{
    // In small letters these codes are no English words.
    private static readonly string[] SmallCodes = ["usd", "eur", "gbp", "rmb", "cny", "jpy", "rub", "kzt", "chf", "inr", "aud", "cad"];

    private readonly PhraseTable<CurrencyName> names;

    /// <summary>The table, with its words added to a lexicon.</summary>
    public CurrencyTable(DataFiles data, Lexicon lexicon)
    {
        names = new PhraseTable<CurrencyName>(lexicon);
        Dictionary<string, List<(string Code, bool IsDefault)>> nouns = new(StringComparer.Ordinal), minors = new(StringComparer.Ordinal);
        foreach (DataRow row in data.Read("currencies"))
        {
            string code = row.Required("code");
            bool isDefault = row["default"] is not null;
            names.Add(code, new CurrencyName(code, null, 1, true, true), isExact: true, opens: true);
            names.Add("M" + code, new CurrencyName(code, null, 1_000_000, true, true), isExact: true, opens: true);
            foreach (string symbol in row.List("symbols"))
            {
                // Two letters after a number are more often a unit or an abbreviation than a currency.
                bool after = symbol.Length > 2 || !symbol.All(char.IsAsciiLetter) || symbol is "TL" or "DM" or "Ft" or "Tk";
                names.Add(symbol, new CurrencyName(code, null, 1, true, after), isExact: symbol.Any(char.IsAsciiLetter) && !symbol.Contains('$', StringComparison.Ordinal), opens: true);
            }
            foreach (string noun in row.List("names"))
            {
                Note(nouns, noun, code, isDefault);
                foreach (string adjective in row.List("adjectives")) names.Add($"{adjective} {noun}", new CurrencyName(code, null, 1, false, true));
            }
            foreach (string minor in row.List("minor")) Note(minors, minor, code, isDefault: false);
        }
        foreach ((string noun, List<(string Code, bool IsDefault)> codes) in nouns)
            names.Add(noun, new CurrencyName(Chosen(codes), null, 1, noun is "rmb" or "rupees", true) { Options = codes.Count > 1 ? [.. codes.Select(c => c.Code)] : [] }, opens: noun is "rmb" or "rupees");
        foreach ((string minor, List<(string Code, bool IsDefault)> codes) in minors.Where(m => !nouns.ContainsKey(m.Key)))
            names.Add(minor, new CurrencyName(Chosen(codes), minor, 1, false, true));
        foreach (string code in SmallCodes) names.Add(code, new CurrencyName(code == "rmb" ? "CNY" : code.ToUpperInvariant(), null, 1, true, true), opens: true);
    }

    /// <summary>The currency whose name or symbol begins at a piece.</summary>
    public bool TryMatch(PieceList pieces, int at, out int end, out CurrencyName currency)
    {
        if (!names.TryMatch(pieces, at, out end, out currency)) return false;
        // "a $5 note", "the firm's $5 million": an article or clitic before the sign is no part of it; "C $5" is.
        bool isLetter = end == at + 2 && pieces[at].Length == 1 && pieces[at].Kind == PieceKind.Word && !pieces.IsGlued(at + 1);
        return !isLetter || pieces.Form(at)[0] is not ('A' or 'I' or 'a' or 's' or 't' or 'd' or 'm' or 'i');
    }

    private static void Note(Dictionary<string, List<(string Code, bool IsDefault)>> table, string word, string code, bool isDefault)
    {
        if (!table.TryGetValue(word, out List<(string Code, bool IsDefault)>? codes)) table[word] = codes = [];
        codes.Add((code, isDefault));
    }

    private static string? Chosen(List<(string Code, bool IsDefault)> codes)
    {
        List<(string Code, bool IsDefault)> defaults = codes.FindAll(c => c.IsDefault);
        return defaults.Count == 1 ? defaults[0].Code : codes.Count == 1 ? codes[0].Code : null;
    }
}
