namespace Entente.Parsing.Tokenizing;

/// <summary>Words: their inner signs, the full stop of abbreviations, clitics.</summary>
internal ref partial struct ChunkScanner
{
    private int ScanWord(int from)
    {
        int address = AddressEnd(from);
        if (address > from)
        {
            Add(from, address);
            return address;
        }
        int to = from, segment = from;
        bool dotted = false;
        while (true)
        {
            while (IsWordAt(to)) to++;
            if (to >= end) break;
            char sign = text[to];
            if (sign == '$' && IsDollarName(from, to))
            {
                Add(from, to + 1);
                return to + 1;
            }
            bool more = IsWordAt(to + 1);
            if (!more) break;
            if (sign == '.')
            {
                if (!JoinsAtDot(segment, to)) break;
                dotted = true;
            }
            else if (sign == '-')
            {
                if (!JoinsAtHyphen(from, segment, to)) break;
            }
            else if (CharKinds.IsApostrophe(sign))
            {
                if (!IsLetterAt(to + 1) || IsClosingQuote(to)) break;
                to++;
                continue;
            }
            else if (!(sign == '&' && JoinsAtAmpersand(segment, to)) && !(sign == '+' && IsDigitAt(to + 1) && to - segment <= 2) && !(sign == '/' && JoinsAtSlash(from, to)))
            {
                break;
            }
            segment = ++to;
        }
        if (Peek(to) == '.' && KeepsStop(from, to, dotted))
        {
            Add(from, to + 1);
            return to + 1;
        }
        return AddWithClitics(from, to);
    }

    // "U.S", "a.m", "Ph.D": single letters between dots; "Booking.com" and "report.doc" are found as addresses before.
    private readonly bool JoinsAtDot(int segment, int dot)
    {
        bool single = dot - segment == 1 || (dot - segment == 2 && char.IsAsciiLetterUpper(text[segment]) && char.IsAsciiLetterUpper(Peek(dot + 1)));
        return single && IsLetterAt(dot + 1) && !IsWordAt(dot + 2);
    }

    // "anti-corruption", "mid-2023", "Naqsh-e": all others are cut.
    private readonly bool JoinsAtHyphen(int from, int segment, int hyphen)
    {
        if (lexicon.IsPrefix(text[segment..hyphen])) return true;
        int next = hyphen + 1, to = next;
        while (IsWordAt(to)) to++;
        return (to - next == 1 && text[next] is 'e' or 'i' && char.IsUpper(text[segment])) || lexicon.IsWhole(text[from..to]);
    }

    // "R&D", "AT&T": capitals on both sides.
    private readonly bool JoinsAtAmpersand(int segment, int sign) =>
        sign - segment <= 3 && char.IsUpper(text[sign - 1]) == char.IsUpper(Peek(sign + 1)) && (sign - segment == 1 || char.IsUpper(text[sign - 1]))
        && (!IsWordAt(sign + 3) || char.IsUpper(Peek(sign + 2)) || !IsWordAt(sign + 2));

    // "US$", "A$", "HK$".
    private readonly bool IsDollarName(int from, int to) => to - from <= 3 && !text[from..to].ContainsAnyExceptInRange('A', 'Z');

    private readonly bool JoinsAtSlash(int from, int slash)
    {
        int to = slash + 1;
        while (IsWordAt(to) && to - slash < 12) to++;
        return lexicon.IsWhole(text[from..to]);
    }

    // A full stop at text[to] after the word: part of it, or the end of the sentence?
    private readonly bool KeepsStop(int from, int to, bool dotted)
    {
        char next = Peek(to + 1);
        if (next == '.') return false;
        if (dotted) return true;
        ReadOnlySpan<char> word = text[from..to];
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            // An initial: a capitalized word follows. "I" is one only after another name.
            char after = next == '\0' ? NextVisible(to + 1) : next;
            return char.IsUpper(after) && (word[0] != 'I' || AfterName(from));
        }
        return lexicon.Abbreviation(word) switch
        {
            AbbreviationKind.Always => !char.IsLower(next),
            AbbreviationKind.BeforeNumber => char.IsAsciiDigit(next == '\0' ? NextVisible(to + 1) : next),
            _ => false,
        };
    }

    private readonly bool AfterName(int from)
    {
        if (marks.Count == 0) return false;
        TokenMark last = marks[^1];
        return last.Length > 1 && last.End == from - 1 && char.IsUpper(text[last.Start]) && char.IsLetter(text[last.End - 1]);
    }

    // Adds text[from..to] and the clitics in it: "do|n't", "Kazakhstan|'s", "could|n't|'ve"; also a possessive apostrophe at text[to].
    private int AddWithClitics(int from, int to)
    {
        if (to < end && CharKinds.IsApostrophe(text[to]) && text[to] != '`' && to - from > 1 && !quoteOpen && text[to - 1] is 's' or 'S' or 'z' or 'x' && !IsWordAt(to + 1))
        {
            marks.Add(new TokenMark(from, to - from, 2));
            marks.Add(new TokenMark(to, 1));
            return to + 1;
        }
        int last = CliticStart(from, to);
        if (last <= from)
        {
            AddWord(from, to);
            return to;
        }
        int middle = CliticStart(from, last);
        if (middle > from)
        {
            marks.Add(new TokenMark(from, middle - from, 3));
            marks.Add(new TokenMark(middle, last - middle));
        }
        else
        {
            marks.Add(new TokenMark(from, last - from, 2));
        }
        marks.Add(new TokenMark(last, to - last));
        return to;
    }

    // Where the clitic at the end of text[from..to] begins, or -1.
    private readonly int CliticStart(int from, int to)
    {
        int sign = to - 2;
        if (sign <= from) return -1;
        char last = (char)(text[to - 1] | 0x20);
        if (CharKinds.IsApostrophe(text[sign]))
        {
            if (last is 's' or 'm' or 'd') return sign;
            return last == 't' && (text[sign - 1] | 0x20) == 'n' && sign - 1 > from ? sign - 1 : -1;
        }
        sign--;
        if (sign <= from || !CharKinds.IsApostrophe(text[sign])) return -1;
        char first = (char)(text[to - 2] | 0x20);
        return (first, last) is ('r', 'e') or ('v', 'e') or ('l', 'l') ? sign : -1;
    }
}
