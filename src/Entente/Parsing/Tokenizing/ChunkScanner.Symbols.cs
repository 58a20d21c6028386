using System.Globalization;
using System.Text;

namespace Entente.Parsing.Tokenizing;

/// <summary>Punctuation, quotation marks, emoticons, emoji and everything that is neither letter nor digit.</summary>
internal ref partial struct ChunkScanner
{
    private int ScanSymbol(int i)
    {
        char c = text[i];
        if (CharKinds.Of(c) == CharKind.Joiner)
        {
            // A mark or joiner with nothing before it to belong to; a soft hyphen alone is nothing at all.
            if (c != '\u00AD') Add(i, i + 1);
            return i + 1;
        }
        int emoticon = c is ':' or ';' or '=' or '^' or '<' ? EmoticonEnd(i) : -1;
        if (emoticon > 0)
        {
            Add(i, emoticon);
            return emoticon;
        }
        switch (c)
        {
            case '.' when IsDigitAt(i + 1) && (i == start || !IsWordBefore(i)):
                return ScanNumberFrom(i, i + 1);
            case '+' when IsDigitAt(i + 1) && (i == start || text[i - 1] == '('):
                return ScanNumberFrom(i, i + 1);
            case '#' or '@' when IsLetterAt(i + 1) && (i == start || !IsWordBefore(i)):
                return ScanTag(i);
            case '.' or '!' or '?':
                return AddStops(i);
            case '-' or '*' or '=' or '~' or '+' or '<' or '>' or '|' or '\\' or '/' or '#' or '$' or '^' or '\u2026' or '\u2013' or '\u2014':
                return AddRun(i);
            case '\'' or '`' or '\u2018' or '\u2019' or '\u02BC':
                return ScanQuote(i);
            case '"' or '(' or ')' or '[' or ']' or '{' or '}' or ',' or ';' or ':' or '%' or '&':
                Add(i, i + 1);
                return i + 1;
            default:
                int to = i + 1;
                while (to < end && CharKinds.Of(text[to]) == CharKind.Joiner) to++;
                Add(i, to);
                return to;
        }
    }

    private readonly bool IsWordBefore(int i) => i > start && CharKinds.IsWord(text[i - 1]);

    // A number whose first sign is not a digit: ".5", "+44".
    private readonly int ScanNumberFrom(int from, int digit)
    {
        int to = digit;
        while (to < end && (IsDigitAt(to) || (text[to] is '.' or ',' or '-' && IsDigitAt(to + 1)))) to++;
        Add(from, to);
        return to;
    }

    private readonly int ScanTag(int from)
    {
        int to = from + 1;
        while (IsWordAt(to)) to++;
        Add(from, to);
        return to;
    }

    // "...", "?!", "!.": one token; but three dots and more are cut from what follows them.
    private readonly int AddStops(int from)
    {
        int to = from + 1;
        if (text[from] == '.') while (to < end && text[to] == '.') to++;
        if (to - from < 3 || text[from] != '.') while (to < end && text[to] is '.' or '!' or '?') to++;
        Add(from, to);
        return to;
    }

    private readonly int AddRun(int from)
    {
        int to = from + 1;
        while (to < end && text[to] == text[from]) to++;
        Add(from, to);
        return to;
    }

    // Quotation marks with one stroke, clitics cut off from their word, and what has lost its first letters ("'em", "'90s").
    private int ScanQuote(int i)
    {
        char c = text[i];
        if (Peek(i + 1) == c && c is '\'' or '`')
        {
            Add(i, i + 2);
            return i + 2;
        }
        int to = i + 1;
        while (IsWordAt(to)) to++;
        ReadOnlySpan<char> rest = text[(i + 1)..to];
        bool apostrophe = c is not ('`' or '\u2018');
        if (apostrophe && IsCliticRest(rest))
        {
            // "'s" of "(UN)'s", or after a space that should not be there.
            Add(i, to);
            return to;
        }
        if (apostrophe && !IsWordBefore(i) && (rest is "em" or "til" or "cause" or "tis" or "twas" || (rest.Length is 2 or 3 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1]) && (rest.Length == 2 || rest[2] == 's'))))
        {
            Add(i, to);
            return to;
        }
        Add(i, i + 1);
        quoteOpen = rest.Length > 0 && !IsWordBefore(i) && c != '\u2019';
        return i + 1;
    }

    private static bool IsCliticRest(ReadOnlySpan<char> rest) => rest.Length switch
    {
        1 => rest[0] is 's' or 'S',
        2 => rest is "re" or "ve" or "ll" or "RE" or "VE" or "LL",
        _ => false,
    };

    // An apostrophe between letters that closes a quotation, as in 'yes'and: only where one is open and a capital follows.
    private readonly bool IsClosingQuote(int i) => quoteOpen && text[i] is '\'' or '\u2019' && char.IsLower(text[i - 1]) && char.IsUpper(Peek(i + 1));

    private readonly int EmoticonEnd(int i)
    {
        if (i != start && IsWordBefore(i) && text[i] != '^') return -1;
        int to = i + 1;
        if (text[i] == '^') return Peek(to) == '_' && Peek(to + 1) == '^' ? to + 2 : -1;
        if (text[i] == '<') return Peek(to) == '3' && to + 1 == end ? to + 1 : -1;
        if (Peek(to) is '-' or '\'' or 'o') to++;
        if (Peek(to) is not (')' or '(' or 'D' or 'P' or 'p' or '/' or '|' or ']' or '[' or 'O' or '*')) return -1;
        char mouth = text[to++];
        while (to < end && text[to] == mouth && mouth is ')' or '(') to++;
        // A bracket may close one that was opened before: "(see below:)".
        return IsWordAt(to) || (mouth is '/' && Peek(to) == '/') ? -1 : to;
    }

    // A character beyond the basic plane: a letter joins a word; pictures are joined as their joiners say; half a pair stands alone.
    private readonly int ScanSurrogate(int from)
    {
        int to = from;
        bool joined = true, flag = false;
        while (to < end)
        {
            char c = text[to];
            if (CharKinds.Of(c) == CharKind.Joiner)
            {
                joined |= c == '\u200D';
                to++;
                continue;
            }
            if (!char.IsHighSurrogate(c) || to + 1 >= end || !char.IsLowSurrogate(text[to + 1]))
            {
                // After a joiner an old sign may follow, like the heart of some pairs.
                if (to == from || (joined && CharKinds.Of(c) == CharKind.Symbol && c > 0x2000)) to++;
                else break;
                joined = false;
                continue;
            }
            Rune rune = new(c, text[to + 1]);
            bool letter = Rune.IsLetterOrDigit(rune);
            bool skinTone = rune.Value is >= 0x1F3FB and <= 0x1F3FF;
            bool regional = rune.Value is >= 0x1F1E6 and <= 0x1F1FF;
            bool tag = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;
            if (!joined && !letter && !skinTone && !tag && !(flag && regional)) break;
            flag = regional && !flag;
            joined = letter;
            to += 2;
        }
        Add(from, to);
        return to;
    }
}
