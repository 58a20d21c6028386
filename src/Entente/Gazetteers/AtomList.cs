using Entente.Text;

namespace Entente.Gazetteers;

/// <summary>
/// A sentence as lists see it: folded words, parted at hyphens, without hyphens, full stops and quotation marks. However a tokenizer cuts
/// "Nur-Sultan" or "People's", the atoms are the same.
/// </summary>
internal sealed class AtomList
{
    private AtomList(int[] ids, int[] tokens, bool[] upper)
    {
        Ids = ids;
        Tokens = tokens;
        Upper = upper;
    }

    /// <summary>The vocabulary numbers; -1 for a word that no list has.</summary>
    public int[] Ids { get; }

    /// <summary>The token that each atom lies in.</summary>
    public int[] Tokens { get; }

    /// <summary>Whether the atom begins with a capital or a digit.</summary>
    public bool[] Upper { get; }

    /// <summary>How many atoms there are.</summary>
    public int Count => Ids.Length;

    /// <summary>The atoms of a sentence, numbered by a vocabulary.</summary>
    public static AtomList Of(Sentence sentence, Dictionary<string, int> vocabulary)
    {
        List<int> ids = new(sentence.Tokens.Count + 4), tokens = new(sentence.Tokens.Count + 4);
        List<bool> upper = new(sentence.Tokens.Count + 4);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[128];
        for (int t = 0; t < sentence.Tokens.Count; t++)
        {
            ReadOnlySpan<char> form = sentence.Tokens[t].Form;
            while (form.Length > 0)
            {
                int cut = 0;
                while (cut < form.Length && !Folding.IsHyphen(form[cut])) cut++;
                ReadOnlySpan<char> part = form[..Math.Min(cut, buffer.Length)];
                form = cut < form.Length ? form[(cut + 1)..] : [];
                int length = Folding.Fold(part, buffer);
                if (length == 0) continue;
                ids.Add(lookup.TryGetValue(buffer[..length], out int id) ? id : -1);
                tokens.Add(t);
                upper.Add(char.IsUpper(FirstLetter(part)) || char.IsAsciiDigit(part[0]));
            }
        }
        return new AtomList([.. ids], [.. tokens], [.. upper]);
    }

    /// <summary>The folded parts of a phrase of a list.</summary>
    /// <param name="phrase">As the list has it.</param>
    /// <param name="upper">A bit for each of the first 32 that begins with a capital.</param>
    public static List<string> Parse(string phrase, out uint upper)
    {
        upper = 0;
        List<string> atoms = [];
        string spaced = phrase.AsSpan().ContainsAny("'’,") ? phrase.Replace("'s", " 's", StringComparison.Ordinal).Replace("’s", " 's", StringComparison.Ordinal).Replace(",", " , ", StringComparison.Ordinal) : phrase;
        foreach (string part in spaced.Split([' ', '-', '‐', '‑', '–', '—', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string folded = Folding.Fold(part);
            if (folded.Length == 0) continue;
            if (char.IsUpper(FirstLetter(part)) && atoms.Count < 32) upper |= 1u << atoms.Count;
            atoms.Add(folded);
        }
        return atoms;
    }

    private static char FirstLetter(ReadOnlySpan<char> part)
    {
        foreach (char c in part)
        {
            if (char.IsLetterOrDigit(c)) return c;
        }
        return part[0];
    }
}
