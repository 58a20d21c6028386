using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Numbers;

/// <summary>Reads multiples: "2.4-fold", "tenfold", "three times higher", "twice", "doubled".</summary>
internal sealed class MultipleReader
{
    private static readonly (string Word, decimal Value)[] Verbs =
    [
        ("twice", 2), ("doubled", 2), ("doubling", 2), ("tripled", 3), ("tripling", 3), ("trebled", 3), ("trebling", 3), ("thrice", 3),
        ("quadrupled", 4), ("quadrupling", 4), ("quintupled", 5), ("sextupled", 6), ("halved", 0.5m), ("halving", 0.5m),
    ];

    // Verbs in the base form are adjectives too ("double taxation"): these words before them make them verbs or levels.
    private static readonly (string Word, decimal Value)[] Bases = [("double", 2), ("triple", 3), ("treble", 3), ("quadruple", 4), ("halve", 0.5m)];

    private static readonly string[] Leads = ["to", "will", "would", "could", "can", "may", "should", "than", "nearly", "almost", "about", "roughly", "approximately"];

    private static readonly string[] Followers =
        ["more", "higher", "larger", "greater", "bigger", "as", "the", "less", "lower", "smaller", "faster", "cheaper", "over", "that", "what", "its", "their", "compared", "longer"];

    private static readonly string[] Risers = ["increased", "grew", "rose", "grown", "risen", "up", "multiplied", "by", "expanded", "increase", "growth", "soared", "surged", "jumped"];

    private readonly Dictionary<string, decimal> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> bases;

    /// <summary>A reader, with its words added to a lexicon.</summary>
    public MultipleReader(Lexicon lexicon)
    {
        foreach ((string word, decimal value) in Verbs) words[word] = value;
        foreach ((string number, decimal value) in (ReadOnlySpan<(string, decimal)>)[("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("twelve", 12), ("twenty", 20), ("hundred", 100), ("thousand", 1000)])
            words[number + "fold"] = value;
        bases = Bases.ToDictionary(b => b.Word, b => b.Value, StringComparer.Ordinal);
        foreach (string word in words.Keys.Concat(bases.Keys)) lexicon.Open(word);
        foreach (string word in Leads.Concat(Followers).Concat(Risers)) lexicon.Add(word);
    }

    /// <summary>A multiple that is one word.</summary>
    public QuantityRead? ReadWord(PieceList pieces, int at)
    {
        if (pieces.Word(at) is not { } word) return null;
        if (words.TryGetValue(word.Text, out decimal value) || (bases.TryGetValue(word.Text, out value) && pieces.Word(at - 1) is { } lead && Leads.Contains(lead.Text)))
            return new QuantityRead { Start = at, End = at + 1, Kind = QuantityKind.Multiple, Value = value };
        return null;
    }

    /// <summary>A number and then "-fold" or "times".</summary>
    public static QuantityRead? ReadSuffixed(PieceList pieces, NumberRead number, int at)
    {
        bool isFold = pieces.Is(at, "fold");
        bool isTimes = pieces.Is(at, "times") && ((pieces.Word(at + 1) is { } follower && Followers.Contains(follower.Text)) || (pieces.Word(number.Start - 1) is { } riser && Risers.Contains(riser.Text)));
        return isFold || isTimes ? new QuantityRead { Start = number.Start, End = at + 1, Kind = QuantityKind.Multiple, Value = number.Value } : null;
    }
}
