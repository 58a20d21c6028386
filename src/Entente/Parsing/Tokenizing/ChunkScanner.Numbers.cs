namespace Entente.Parsing.Tokenizing;

/// <summary>Numbers: groups, decimals, dates, times, telephone numbers, and the units glued to them.</summary>
internal ref partial struct ChunkScanner
{
    private int ScanNumber(int from)
    {
        int address = AddressEnd(from);
        if (address > from)
        {
            Add(from, address);
            return address;
        }
        int to = HyphenedNumberEnd(from);
        if (to < 0)
        {
            to = from;
            while (to < end)
            {
                if (CharKinds.Of(text[to]) is CharKind.Digit or CharKind.Joiner) to++;
                else if (text[to] is '.' or ',' or ':' or '/' && IsDigitAt(to + 1)) to++;
                else break;
            }
        }
        if (!IsLetterAt(to))
        {
            if (to < end && CharKinds.IsApostrophe(text[to]) && Peek(to + 1) is 's' or 'S' && !IsWordAt(to + 2)) return AddPossessiveNumber(from, to);
            Add(from, to);
            return to;
        }
        int letters = to;
        while (IsWordAt(letters)) letters++;
        ReadOnlySpan<char> suffix = text[to..letters];
        if (IsOrdinalOrDecade(suffix))
        {
            Add(from, letters);
            return letters;
        }
        if (lexicon.IsUnit(suffix) || AfterCurrency(from))
        {
            Add(from, to);
            // The unit may be an abbreviation with a stop, or stand before a slash: both are a word's business.
            return ScanWord(to);
        }
        // A code: "3143C", "18T", "7b2-x" keeps what is glued to it.
        return AddWithClitics(from, letters);
    }

    // "2024's" is the year and a clitic; "1990's" and "60's" are decades.
    private readonly int AddPossessiveNumber(int from, int to)
    {
        if (text[to - 1] == '0' && to - from is 2 or 4)
        {
            Add(from, to + 2);
            return to + 2;
        }
        marks.Add(new TokenMark(from, to - from, 2));
        marks.Add(new TokenMark(to, 2));
        return to + 2;
    }

    // The end of a telephone number, a date or a code with hyphens (713-555-0100, 555-0100, 2022-08-26), or -1: "12-13" is cut.
    private readonly int HyphenedNumberEnd(int from)
    {
        int to = from, groups = 0, firstLength = 0, lastLength = 0;
        while (true)
        {
            int group = to;
            while (IsDigitAt(to) && to - group < 12) to++;
            lastLength = to - group;
            if (groups++ == 0) firstLength = lastLength;
            if (Peek(to) != '-' || !IsDigitAt(to + 1) || groups > 8) break;
            to++;
        }
        if (IsWordAt(to) || groups == 1) return -1;
        return groups > 2 || (firstLength == 3 && lastLength == 4) ? to : -1;
    }

    private static bool IsOrdinalOrDecade(ReadOnlySpan<char> suffix) =>
        suffix is "s" or "S" || (suffix.Length == 2 && ((char)(suffix[0] | 0x20), (char)(suffix[1] | 0x20)) is ('s', 't') or ('n', 'd') or ('r', 'd') or ('t', 'h'));

    private readonly bool AfterCurrency(int from) => from > start && char.GetUnicodeCategory(text[from - 1]) == System.Globalization.UnicodeCategory.CurrencySymbol;
}
