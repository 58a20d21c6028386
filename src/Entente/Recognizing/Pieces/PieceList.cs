using Entente.Text;

namespace Entente.Recognizing.Pieces;

/// <summary>The pieces of one sentence, in order.</summary>
internal sealed class PieceList
{
    private static readonly Piece Nothing = new() { Start = 0, End = 0, Kind = PieceKind.Symbol };

    private Piece[] pieces;
    private int count;

    /// <summary>Cuts a stretch of text into pieces.</summary>
    public PieceList(string text, TextSpan span, Lexicon lexicon)
    {
        Text = text;
        // Words are about five characters long and a space.
        pieces = new Piece[(span.Length / 4) + 4];
        Cut(span, lexicon);
    }

    /// <summary>The document's text.</summary>
    public string Text { get; }

    /// <summary>How many pieces.</summary>
    public int Count => count;

    /// <summary>The piece at an index; past either end a symbol of no characters.</summary>
    public ref readonly Piece this[int index]
    {
        get
        {
            if (unchecked((uint)index) < unchecked((uint)count)) return ref pieces[index];
            return ref Nothing;
        }
    }

    /// <summary>The word at an index, or null.</summary>
    public Word? Word(int index) => unchecked((uint)index) < unchecked((uint)count) ? pieces[index].Word : null;

    /// <summary>Whether the piece at an index is this word, in lower case.</summary>
    public bool Is(int index, string word) => Word(index) is { } found && found.Text == word;

    /// <summary>Whether the piece at an index is one of two or three words.</summary>
    public bool Is(int index, string one, string two, string three = "") => Word(index) is { } found && (found.Text == one || found.Text == two || found.Text == three);

    /// <summary>Whether the piece at an index is this symbol.</summary>
    public bool IsSymbol(int index, char symbol) => unchecked((uint)index) < unchecked((uint)count) && pieces[index].Symbol == symbol;

    /// <summary>Whether the piece at an index is a numeral.</summary>
    public bool IsNumeral(int index) => unchecked((uint)index) < unchecked((uint)count) && pieces[index].Kind == PieceKind.Numeral;

    /// <summary>Whether the piece at an index follows the one before it without white space.</summary>
    public bool IsGlued(int index) => unchecked((uint)index) < unchecked((uint)count) && pieces[index].Glued;

    /// <summary>Whether the piece at an index begins with a capital.</summary>
    public bool IsCapital(int index) => unchecked((uint)index) < unchecked((uint)count) && char.IsUpper(Text[pieces[index].Start]);

    /// <summary>The characters of a piece as written.</summary>
    public ReadOnlySpan<char> Form(int index) => unchecked((uint)index) < unchecked((uint)count) ? Text.AsSpan(pieces[index].Start, pieces[index].Length) : [];

    /// <summary>The characters from one piece up to, not including, another.</summary>
    public TextSpan Span(int start, int end) => new(pieces[start].Start, pieces[end - 1].End);

    private void Cut(TextSpan span, Lexicon lexicon)
    {
        ReadOnlySpan<char> text = Text;
        Span<char> letters = stackalloc char[16];
        int datedUntil = -1;
        for (int at = span.Start, end = span.End; at < end;)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }
            bool glued = count > 0 && pieces[count - 1].End == at;
            if (!glued && AddressLength(text[at..end]) is var length and > 0)
            {
                // The digits of a web address are no quantities.
                Add(new Piece { Start = at, End = at + length, Kind = PieceKind.Symbol });
                at += length;
                continue;
            }
            if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]) && !(glued && pieces[count - 1].Kind != PieceKind.Symbol)))
            {
                Piece numeral = Numeral(text[..end], at, glued, datedUntil > at, out int whole);
                Add(numeral);
                at = numeral.End;
                datedUntil = Math.Max(datedUntil, whole);
            }
            else if (char.IsLetter(c))
            {
                int to = at + 1;
                while (to < end && (char.IsLetter(text[to]) || char.GetUnicodeCategory(text[to]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)) to++;
                int dots = 0;
                if (to == at + 1 && to + 1 < end && text[to] == '.' && char.IsLetter(text[to + 1]))
                {
                    // U.S., p.m.: single letters with dots between them, and the last dot if it is there.
                    int dotted = at;
                    while (dotted + 1 < end && dots < letters.Length && char.IsLetter(text[dotted]) && text[dotted + 1] == '.')
                    {
                        letters[dots++] = text[dotted];
                        dotted += 2;
                    }
                    bool lastAlone = dotted < end && char.IsLetter(text[dotted]) && (dotted + 1 == end || !char.IsLetter(text[dotted + 1])) && dots < letters.Length;
                    if (lastAlone) letters[dots++] = text[dotted++];
                    if (dots > 1 && (lastAlone || dotted == end || !char.IsLetter(text[dotted]))) to = dotted;
                    else dots = 0;
                }
                Word? word = lexicon.Find(dots > 1 ? letters[..dots] : text[at..to]);
                Add(new Piece { Start = at, End = to, Kind = PieceKind.Word, Glued = glued, Word = word });
                at = to;
            }
            else
            {
                double fraction = c > '\u007f' ? char.GetNumericValue(c) : -1;
                bool isFraction = fraction is > 0 and < 1;
                Add(new Piece
                {
                    Start = at,
                    End = at + 1,
                    Kind = isFraction ? PieceKind.Numeral : PieceKind.Symbol,
                    Glued = glued,
                    Symbol = isFraction ? '\0' : Plain(c),
                    // As a ratio again: every vulgar fraction sign is a whole number of 2520ths.
                    Value = isFraction ? (decimal)Math.Round(fraction * 2520) / 2520 : 0,
                    IsFractionSign = isFraction,
                });
                at++;
            }
        }
    }

    private void Add(in Piece piece)
    {
        if (count == pieces.Length) Array.Resize(ref pieces, 2 * count);
        pieces[count++] = piece;
    }

    private static int AddressLength(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return 0;
        int length = 0;
        while (length < text.Length && !char.IsWhiteSpace(text[length])) length++;
        ReadOnlySpan<char> chunk = text[..length];
        return text[0] is 'w' or 'W' || chunk.Contains("://", StringComparison.Ordinal) ? length : 0;
    }

    // What looks like one number and is none (17.10.2024) is cut at each of its separators; isPart: this is a later part of such a thing.
    private static Piece Numeral(ReadOnlySpan<char> text, int start, bool glued, bool isPart, out int whole)
    {
        int first = start;
        while (first < text.Length && char.IsAsciiDigit(text[first])) first++;
        int end = first;
        while (!isPart && end + 1 < text.Length && text[end] is ',' or '.' or '\u00a0' or '\u202f' or '\u2009' or '\'' or '\u2019' && char.IsAsciiDigit(text[end + 1]))
        {
            end += 2;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        }
        if (end == start) (first, end) = (start + 1, start + 1);
        whole = end;
        NumeralForm? form = NumeralForm.TryRead(text[start..end]);
        if (form is null && end > first)
        {
            end = first;
            form = NumeralForm.TryRead(text[start..end]);
        }
        return new Piece
        {
            Start = start,
            End = end,
            Kind = form is null ? PieceKind.Symbol : PieceKind.Numeral,
            Glued = glued,
            Value = form?.Value ?? 0,
            PlainDigits = form?.PlainDigits ?? 0,
            HasDecimals = form?.HasDecimals ?? false,
        };
    }

    private static char Plain(char c) => c switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '\u2015' => '-',
        '\u2018' or '\u2019' => '\'',
        '\u201c' or '\u201d' => '"',
        '\uff05' => '%',
        '\uff04' => '$',
        _ => c,
    };
}
