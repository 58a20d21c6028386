using System.Buffers;
using System.Text;

namespace Entente.Reading.Encodings;

/// <summary>Undoes the commonest broken text: UTF-8 that was once read as Windows-1252 or Windows-1251 and saved so ("Ã©", "â€™", "Р°").</summary>
internal static class Mojibake
{
    private static readonly SearchValues<char> Firsts = SearchValues.Create("ÃÂÄÅÐÑâРС");

    /// <summary>The text as it was meant where all of its foreign letters undo without loss; else the text itself.</summary>
    public static string Repair(string text)
    {
        // Vectorized, and true of nearly every text.
        if (text.AsSpan().IndexOfAny(Firsts) < 0) return text;
        int marks = Marks(text);
        if (marks < 2) return text;
        foreach (int page in (ReadOnlySpan<int>)[1252, 1251])
        {
            // Lines are undone one by one: a page may quote one broken line among good ones.
            string repaired = RepairBy(text, Charsets.Page(page));
            if (Marks(repaired) * 4 < marks) return repaired;
        }
        return text;
    }

    private static string RepairBy(string text, Encoding page)
    {
        StringBuilder result = new(text.Length);
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '\n') continue;
            string line = text[start..i];
            result.Append(Marks(line) == 0 ? line : Undo(line, page) ?? line);
            if (i < text.Length) result.Append('\n');
            start = i + 1;
        }
        return result.ToString();
    }

    private static string? Undo(string line, Encoding page)
    {
        byte[] bytes = new byte[line.Length * 2];
        int n = 0;
        Span<char> one = stackalloc char[1];
        Span<byte> encoded = stackalloc byte[4];
        foreach (char c in line)
        {
            if (c < 0x80 || c is >= '\u0080' and <= '\u009F')
            {
                // What the page leaves undefined comes through as a control character.
                bytes[n++] = (byte)c;
                continue;
            }
            one[0] = c;
            int written = page.GetBytes(one, encoded);
            if (written != 1 || (encoded[0] == '?' && c != '?')) return null;
            bytes[n++] = encoded[0];
        }
        return System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, n)) ? Encoding.UTF8.GetString(bytes, 0, n) : null;
    }

    /// <summary>How many pairs of characters look like the two halves of one UTF-8 character.</summary>
    private static int Marks(string text)
    {
        int marks = 0;
        for (int i = 1; i < text.Length; i++)
        {
            char a = text[i - 1], b = text[i];
            if (b < 0x80) continue;
            if (a is 'Ã' or 'Â' or 'Ä' or 'Å' or 'Ð' or 'Ñ' && (b < 0xC0 || b > 0x2000 || b is >= 'Œ' and <= 'ƒ')) marks++;
            else if (a == 'â' && b is '€' or '„' or '†') marks++;
            else if (a is 'Р' or 'С' && b is >= '\u0402' and <= '\u040F' or >= '\u0452' and <= '\u045F' or '°' or '±' or '»' or '‚' or 'µ' or '¶' or '·' or '…' or '†' or '‡' or '€' or '‹' or '™' or '›' or '“' or '”' or '–' or '—' or '\u00A0' or '«' or '¬' or '®' or '¤' or '¦' or '§' or '©') marks++;
        }
        return marks;
    }
}
