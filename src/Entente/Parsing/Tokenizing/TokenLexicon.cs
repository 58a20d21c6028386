using Entente.Gazetteers;

namespace Entente.Parsing.Tokenizing;

/// <summary>The words of <c>data/parsing/tokens.tsv</c>: what cannot be cut by its characters alone.</summary>
internal sealed class TokenLexicon
{
    private readonly Dictionary<string, AbbreviationKind> abbreviations = new(StringComparer.Ordinal);
    private readonly HashSet<string> domains = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> prefixes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> units = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> wholes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> multiwords = new(StringComparer.OrdinalIgnoreCase);

    // First and last letter and length of the multiword forms: most words need no look-up.
    private readonly bool[] multiwordGate = new bool[1024];

    /// <summary>Reads the table.</summary>
    /// <exception cref="EntenteException">A row has a class that is not known.</exception>
    public TokenLexicon(DataFiles files)
    {
        foreach (DataRow row in files.Read("parsing/tokens"))
        {
            string form = row.Required("form");
            switch (row.Required("class"))
            {
                case "abbreviation": abbreviations[form] = AbbreviationKind.Always; break;
                case "abbreviation-number": abbreviations[form] = AbbreviationKind.BeforeNumber; break;
                case "domain": domains.Add(form); break;
                case "prefix": prefixes.Add(form); break;
                case "unit": units.Add(form); break;
                case "whole": wholes.Add(form); break;
                case "multiword":
                    multiwords[form] = int.TryParse(row.Required("first"), out int first) && first > 0 && first < form.Length
                        ? first
                        : throw new EntenteException($"{row.File}, line {row.Line}: 'first' counts the letters of the first word, 1 to {form.Length - 1}.");
                    multiwordGate[Gate(form)] = true;
                    break;
                default: throw new EntenteException($"{row.File}, line {row.Line}: '{row.Required("class")}' is no class of word; the head of the file lists them.");
            }
        }
    }

    /// <summary>What kind of abbreviation a word before a full stop is.</summary>
    public AbbreviationKind Abbreviation(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 8) return AbbreviationKind.None;
        var lookup = abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out AbbreviationKind kind)) return kind;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return !lower.SequenceEqual(word) && lookup.TryGetValue(lower, out kind) ? kind : AbbreviationKind.None;
    }

    /// <summary>Whether the last label of a dotted name is that of an address or a file.</summary>
    public bool IsDomain(ReadOnlySpan<char> label) => label.Length is > 1 and < 8 && domains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);

    /// <summary>Whether a word stays together with what follows its hyphen.</summary>
    public bool IsPrefix(ReadOnlySpan<char> word) => word.Length is > 0 and < 9 && prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether letters glued to a number are a unit.</summary>
    public bool IsUnit(ReadOnlySpan<char> word) => word.Length is > 0 and < 5 && units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether a word with a sign inside stays whole.</summary>
    public bool IsWhole(ReadOnlySpan<char> word) => word.Length is > 2 and < 12 && wholes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Letters of the first of the two words that a word without apostrophe is made of ("can|not"), or 0.</summary>
    public int FirstOfMultiword(ReadOnlySpan<char> word) =>
        word.Length is > 1 and < 10 && multiwordGate[Gate(word)] && multiwords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int first) ? first : 0;

    private static int Gate(ReadOnlySpan<char> word) => ((word.Length * 1024) + ((word[0] | 0x20) * 32) + (word[^1] | 0x20)) % 1021;
}
