namespace Entente.Parsing.Tokenizing;

/// <summary>Addresses of pages and mailboxes, names of files: one token each.</summary>
internal ref partial struct ChunkScanner
{
    // The end of an address that begins here, or -1.
    private int AddressEnd(int from)
    {
        if (at > from)
        {
            int mail = MailEnd(from);
            if (mail > 0) return mail;
        }
        int to = from;
        int limit = Math.Min(end, from + Horizon);
        while (to < limit && CharKinds.IsWord(text[to])) to++;
        if (to + 1 >= limit) return -1;
        return text[to] switch
        {
            ':' when to + 2 < end && text[to + 1] == '/' && text[to + 2] == '/' && to - from > 2 => Trimmed(from),
            ':' when text[from..to].Equals("mailto", StringComparison.OrdinalIgnoreCase) || (text[from..to].Equals("doi", StringComparison.OrdinalIgnoreCase) && IsDigitAt(to + 1)) => Trimmed(from),
            '.' when text[from..to].Equals("www", StringComparison.OrdinalIgnoreCase) => Trimmed(from),
            '.' or '-' when from >= noDomainBefore && IsWordAt(to + 1) => DomainEnd(from, limit),
            _ => -1,
        };
    }

    private readonly int MailEnd(int from)
    {
        int to = from;
        int limit = Math.Min(end, from + Horizon);
        while (to < limit && (CharKinds.IsWord(text[to]) || text[to] is '.' or '-' or '+' or '%' or '&')) to++;
        if (to >= limit || text[to] != '@' || !IsWordAt(to + 1)) return -1;
        int host = ++to;
        limit = Math.Min(end, to + Horizon);
        while (to < limit && (CharKinds.IsWord(text[to]) || (text[to] is '.' or '-' && IsWordAt(to + 1)))) to++;
        // "Rice@ENRON": a name at a place without a domain is one token as well.
        return to > host ? to : -1;
    }

    // "weather.example.com", "talks.pdf", "comp.sources.unix", and what follows a slash behind a domain.
    private int DomainEnd(int from, int limit)
    {
        int to = from, label = from, dots = 0;
        bool lower = true;
        for (; to < limit; to++)
        {
            char c = text[to];
            if (c == '.' && IsWordAt(to + 1) && to > label)
            {
                dots++;
                label = to + 1;
            }
            else if (c is '-' && IsWordAt(to + 1))
            {
                continue;
            }
            else if (!CharKinds.IsWord(c))
            {
                break;
            }
            else if (!char.IsAsciiLetterLower(c))
            {
                lower = false;
            }
        }
        // What ends in no domain from here ends in none from its later words: each stretch is looked at once.
        noDomainBefore = to;
        if (dots == 0 || to - label < 2 || !char.IsAsciiLetter(text[label])) return -1;
        // "later.In the morning": a capital after the dot is the next sentence unless all of the ending is in capitals.
        if (char.IsUpper(text[label]) && char.IsLower(text[label + 1])) return -1;
        if (lexicon.IsDomain(text[label..to])) return Peek(to) == '/' ? Trimmed(from) : to;
        return lower && dots > 1 && label - from > 2 * dots && to - label > 2 ? to : -1;
    }

    // The chunk from here without the punctuation that closes the sentence or the bracket around it.
    private readonly int Trimmed(int from)
    {
        int to = from;
        while (to < end && text[to] is not ('<' or '>' or '"' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB')) to++;
        while (to > from + 1)
        {
            char last = text[to - 1];
            bool closes = last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '\u2019' or ']' or '}' || (last == ')' && !text[from..to].Contains('('));
            if (!closes) break;
            to--;
        }
        return to;
    }
}
