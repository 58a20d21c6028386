namespace Entente.Recognizing.Pieces;

/// <summary>What a piece is made of.</summary>
internal enum PieceKind
{
    /// <summary>Letters; or letters with dots between them ("U.S.").</summary>
    Word,

    /// <summary>Digits with their separators, as one number.</summary>
    Numeral,

    /// <summary>Any other character, by itself.</summary>
    Symbol,
}

/// <summary>
/// A run of characters that the grammars of quantities and times read as one: a word, a numeral or a symbol. "$1.2bn" is three pieces
/// however a tokenizer cuts it, so these grammars stand on pieces and not on tokens.
/// </summary>
internal readonly struct Piece
{
    /// <summary>First code unit in the document's text.</summary>
    public required int Start { get; init; }

    /// <summary>The code unit after its last.</summary>
    public required int End { get; init; }

    /// <summary>What it is made of.</summary>
    public required PieceKind Kind { get; init; }

    /// <summary>Whether no white space stands before it.</summary>
    public bool Glued { get; init; }

    /// <summary>The word, if the grammars know it.</summary>
    public Word? Word { get; init; }

    /// <summary>The symbol, with the many dashes made one and curly quotes straight; else '\0'.</summary>
    public char Symbol { get; init; }

    /// <summary>The value of a numeral.</summary>
    public decimal Value { get; init; }

    /// <summary>Digits of a numeral without separators in it; 0 where it has separators.</summary>
    public int PlainDigits { get; init; }

    /// <summary>Whether the numeral has a decimal part.</summary>
    public bool HasDecimals { get; init; }

    /// <summary>Whether it is a vulgar fraction sign: ½.</summary>
    public bool IsFractionSign { get; init; }

    /// <summary>Characters in it.</summary>
    public int Length => End - Start;
}
