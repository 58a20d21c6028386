namespace Entente.Parsing.Tokenizing;

/// <summary>
/// Cuts text into words as UD English does (EWT 2.16): clitics and possessives are words of a multiword token, hyphens and slashes
/// between words stand alone, units and currency signs are cut from their numbers, abbreviations keep their full stops.
/// Frozen after construction; linear in the length of the text; no allocation but the list's own growth.
/// </summary>
internal sealed class Tokenizer(TokenLexicon lexicon)
{
    /// <summary>Adds the words between two places of a text, in order and without overlap.</summary>
    /// <param name="text">The whole text; the marks count from its start.</param>
    /// <param name="start">First code unit to look at.</param>
    /// <param name="end">Code unit after the last.</param>
    /// <param name="marks">Where the words are added.</param>
    public void Tokenize(ReadOnlySpan<char> text, int start, int end, List<TokenMark> marks)
    {
        ChunkScanner scanner = new(text, end, lexicon, marks);
        int i = start;
        while (i < end)
        {
            if (CharKinds.Of(text[i]) == CharKind.Space)
            {
                i++;
                continue;
            }
            int chunk = i;
            while (i < end && char.IsAsciiLetter(text[i])) i++;
            if (i == end || CharKinds.Of(text[i]) == CharKind.Space)
            {
                // Three words in four are nothing but letters between spaces.
                scanner.AddWord(chunk, i);
                continue;
            }
            while (i < end && CharKinds.Of(text[i]) != CharKind.Space) i++;
            scanner.Scan(chunk, i);
        }
    }
}
