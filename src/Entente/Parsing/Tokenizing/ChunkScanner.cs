namespace Entente.Parsing.Tokenizing;

/// <summary>Cuts one run of characters without white space into words, from left to right.</summary>
internal ref partial struct ChunkScanner
{
    // Longer tokens are cut: nothing that anybody reads is longer, and what comes after may cost more than linear time in a word.
    private const int LongestToken = 500;

    // How far a decision looks ahead: an address longer than this is not seen as one from its first dot.
    private const int Horizon = 200;

    private readonly ReadOnlySpan<char> text;
    private readonly int blockEnd;
    private readonly TokenLexicon lexicon;
    private readonly List<TokenMark> marks;

    // Start and end of the chunk at hand.
    private int start;
    private int end;

    // Last "@" of the chunk, or -1: words before it may be the name of a mailbox.
    private int at;

    // No name of a page or file begins before this place.
    private int noDomainBefore;

    // Whether a single quotation mark was opened and not yet closed: an apostrophe after "s" then closes it.
    private bool quoteOpen;

    public ChunkScanner(ReadOnlySpan<char> text, int blockEnd, TokenLexicon lexicon, List<TokenMark> marks)
    {
        this.text = text;
        this.blockEnd = blockEnd;
        this.lexicon = lexicon;
        this.marks = marks;
    }

    /// <summary>Cuts the chunk between two places.</summary>
    public void Scan(int from, int to)
    {
        start = from;
        end = to;
        at = text[from..to].LastIndexOf('@') is var found and >= 0 ? from + found : -1;
        int i = from;
        while (i < to)
        {
            i = CharKinds.Of(text[i]) switch
            {
                CharKind.Letter => ScanWord(i),
                CharKind.Digit => ScanNumber(i),
                CharKind.Surrogate => ScanSurrogate(i),
                _ => ScanSymbol(i),
            };
        }
    }

    /// <summary>Adds a word that has no sign inside; two where it is written as one of two ("cannot").</summary>
    public readonly void AddWord(int from, int to)
    {
        int first = lexicon.FirstOfMultiword(text[from..to]);
        if (first > 0)
        {
            marks.Add(new TokenMark(from, first, 2));
            marks.Add(new TokenMark(from + first, to - from - first));
            return;
        }
        Add(from, to);
    }

    private readonly void Add(int from, int to)
    {
        while (to - from > LongestToken)
        {
            int cut = from + LongestToken;
            if (char.IsLowSurrogate(text[cut])) cut--;
            marks.Add(new TokenMark(from, cut - from));
            from = cut;
        }
        marks.Add(new TokenMark(from, to - from));
    }

    private readonly char Peek(int i) => i < end ? text[i] : '\0';

    private readonly bool IsWordAt(int i) => i < end && CharKinds.IsWord(text[i]);

    private readonly bool IsLetterAt(int i) => i < end && CharKinds.Of(text[i]) == CharKind.Letter;

    private readonly bool IsDigitAt(int i) => i < end && char.IsAsciiDigit(text[i]);

    // The first character after white space from here on, or '\0' at the end of the block. Looks no further than a line's worth.
    private readonly char NextVisible(int i)
    {
        int last = Math.Min(blockEnd, i + Horizon);
        while (i < last && CharKinds.Of(text[i]) == CharKind.Space) i++;
        return i < last ? text[i] : '\0';
    }
}
