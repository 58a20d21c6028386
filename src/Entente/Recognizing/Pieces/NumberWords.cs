namespace Entente.Recognizing.Pieces;

/// <summary>The words of English numbers.</summary>
internal static class NumberWords
{
    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ranks =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly (string Word, decimal Scale)[] Scales =
    [
        ("hundred", 100), ("hundreds", 100), ("thousand", 1_000), ("thousands", 1_000), ("thsd", 1_000), ("thou", 1_000), ("k", 1_000),
        ("lakh", 100_000), ("lakhs", 100_000), ("lac", 100_000), ("crore", 10_000_000), ("crores", 10_000_000), ("cr", 10_000_000),
        ("million", 1_000_000), ("millions", 1_000_000), ("mln", 1_000_000), ("mn", 1_000_000), ("mio", 1_000_000), ("mil", 1_000_000),
        ("mm", 1_000_000), ("m", 1_000_000), ("billion", 1_000_000_000), ("billions", 1_000_000_000), ("bn", 1_000_000_000),
        ("bln", 1_000_000_000), ("bil", 1_000_000_000), ("b", 1_000_000_000), ("milliard", 1_000_000_000), ("milliards", 1_000_000_000),
        ("trillion", 1_000_000_000_000), ("trillions", 1_000_000_000_000), ("trln", 1_000_000_000_000), ("tn", 1_000_000_000_000),
        ("tln", 1_000_000_000_000), ("quadrillion", 1_000_000_000_000_000), ("dozen", 12), ("dozens", 12),
    ];

    /// <summary>Adds them to a lexicon.</summary>
    public static void AddTo(Lexicon lexicon)
    {
        for (int i = 0; i < Units.Length; i++) lexicon.Add(Units[i]).Small = i;
        foreach (string zero in (string[])["nought", "naught", "nil"]) lexicon.Add(zero).Small = 0;
        for (int i = 0; i < Tens.Length; i++)
        {
            lexicon.Add(Tens[i]).Small = (i + 2) * 10;
            AddRank(lexicon, Tens[i][..^1] + "ieth", (i + 2) * 10);
        }
        lexicon.Add("fourty").Small = 40;
        for (int i = 0; i < Ranks.Length; i++) AddRank(lexicon, Ranks[i], i + 1);
        foreach ((string word, decimal scale) in Scales) lexicon.Add(word).Scale = scale;
        foreach ((string word, decimal scale) in Scales.Where(s => s.Word is "hundred" or "thousand" or "million" or "billion" or "trillion"))
            AddRank(lexicon, word + "th", scale);
        Denominate(lexicon, "half", "halves", 2);
        Denominate(lexicon, "quarter", "quarters", 4);
        // A second is a time, a first is no part of anything.
        foreach (string word in (string[])["first", "second"]) lexicon.Add(word).Denominator = null;
        foreach (string word in (string[])["firsts", "seconds"]) lexicon.Add(word).Denominator = null;
        foreach (string word in GrammarWords.Split(' ')) lexicon.Add(word);
        foreach (string word in (string[])["a", "an"]) lexicon.Open(word, Opening.BeforeAnother);
        foreach (string word in (string[])["minus", "negative"]) lexicon.Open(word);
    }

    private const string GrammarWords =
        "a an and of the or point minus negative plus to between from up over in percent percentage per cent pct pc points ppt bps basis year " +
        "annum annually yearly annual day daily month monthly week weekly hour each every fold times twice thrice double doubled doubling triple " +
        "tripled tripling quadruple quadrupled quadrupling quintupled halved halving this that which any no some another new previous st nd rd th " +
        "s e x hectare last next one-off apiece everyday us no nr number about out by nearly almost more less";

    private static void AddRank(Lexicon lexicon, string word, decimal rank)
    {
        lexicon.Add(word).Rank = rank;
        Denominate(lexicon, word, word + "s", rank);
    }

    private static void Denominate(Lexicon lexicon, string singular, string plural, decimal denominator)
    {
        lexicon.Add(singular).Denominator = denominator;
        Word many = lexicon.Add(plural);
        many.Denominator = denominator;
        many.IsPlural = true;
    }
}
