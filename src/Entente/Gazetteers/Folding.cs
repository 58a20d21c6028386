namespace Entente.Gazetteers;

/// <summary>
/// Brings spellings of one word together: lower case, letters without their marks, no apostrophes and full stops ("Türkiye" and
/// "Turkiye", "U.S." and "US", "Sana'a" and "Sanaa").
/// </summary>
public static class Folding
{
    // Base letters of U+00C0..U+024F and U+1E00..U+1EFF; '.' where there is none. The runtime folds nothing in invariant mode.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll..llnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs.b........d....ae.......kk......oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>The folded form of a text; white space and hyphens stay.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> buffer = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        return new string(buffer[..Fold(text, buffer)]);
    }

    /// <summary>Folds into a buffer at least as long as the text and returns how much of it was filled.</summary>
    internal static int Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        int length = 0;
        foreach (char c in text)
        {
            char folded = Fold(c);
            if (folded != '\0') buffer[length++] = folded;
        }
        return length;
    }

    /// <summary>The folded letter; '\0' for what is dropped.</summary>
    internal static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        '.' or '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or 'ʽ' or '`' or '´' or '"' or '“' or '”' => '\0',
        < '\u00C0' => c,
        <= '\u024F' => Latin[c - 0xC0] == '.' ? char.ToLowerInvariant(c) : Latin[c - 0xC0],
        'ə' => 'a',
        >= '\u0300' and <= '\u036F' => '\0',
        >= '\u1E00' and <= '\u1EFF' => LatinAdditional[c - 0x1E00] == '.' ? char.ToLowerInvariant(c) : LatinAdditional[c - 0x1E00],
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>Whether a character parts a word in two for lists: the hyphens and dashes.</summary>
    internal static bool IsHyphen(char c) => c is '-' or '‐' or '‑' or '–' or '—' or '/';
}
