using System.Globalization;

namespace Entente.Parsing.Tokenizing;

/// <summary>What a UTF-16 code unit is to the tokenizer.</summary>
internal enum CharKind : byte
{
    /// <summary>Ends a token and belongs to none: white space, controls, marks of direction, zero-width spaces.</summary>
    Space,

    /// <summary>A letter of any script, or the underscore.</summary>
    Letter,

    /// <summary>A decimal digit.</summary>
    Digit,

    /// <summary>Belongs to what stands before it: combining marks, variation selectors, joiners, soft hyphens.</summary>
    Joiner,

    /// <summary>Half of a pair; what it is depends on the pair.</summary>
    Surrogate,

    /// <summary>Everything else.</summary>
    Symbol,
}

/// <summary>The kinds of all code units, from a table for ASCII and from their Unicode categories beyond it.</summary>
internal static class CharKinds
{
    private static readonly CharKind[] Ascii = [.. Enumerable.Range(0, 128).Select(c => Classify((char)c))];

    /// <summary>The kind of one code unit.</summary>
    public static CharKind Of(char c) => c < 128 ? Ascii[c] : Classify(c);

    /// <summary>Whether the code unit can stand inside a word.</summary>
    public static bool IsWord(char c) => Of(c) is CharKind.Letter or CharKind.Digit or CharKind.Joiner;

    /// <summary>The apostrophes in use, also the wrong ones.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '`' or '\u02BC' or '\u00B4' or '\u2032';

    private static CharKind Classify(char c)
    {
        if (c == '_') return CharKind.Letter;
        if (char.IsSurrogate(c)) return CharKind.Surrogate;
        if (char.IsWhiteSpace(c)) return CharKind.Space;
        return char.GetUnicodeCategory(c) switch
        {
            // The modifier apostrophe is a letter to Unicode; here it is what it looks like.
            _ when c == '\u02BC' => CharKind.Symbol,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharKind.Letter,
            UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharKind.Joiner,
            UnicodeCategory.Control => CharKind.Space,
            UnicodeCategory.Format => c is '\u00AD' or '\u200C' or '\u200D' ? CharKind.Joiner : CharKind.Space,
            _ => CharKind.Symbol,
        };
    }
}
