using Entente.Text;

namespace Entente.Gazetteers;

/// <summary>
/// Phrases with values, found in sentences by a trie of folded words. Fill it, then only look up; looking up is safe for several threads.
/// A phrase with capitals is found only where the text has them; one all in capitals ("WHO") only where the text has it all in capitals.
/// </summary>
/// <typeparam name="T">What stands behind a phrase.</typeparam>
internal sealed class PhraseLexicon<T>
{
    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> edges = [];
    private readonly List<List<Entry>?> nodes = [null];

    /// <summary>How many words the vocabulary has.</summary>
    public int WordCount => vocabulary.Count;

    /// <summary>Adds a phrase; several values of one phrase keep their order.</summary>
    public void Add(string phrase, T value)
    {
        List<string> atoms = AtomList.Parse(phrase, out uint upper);
        if (atoms.Count == 0) return;
        int node = 0;
        for (int i = 0; i < atoms.Count; i++)
        {
            if (!vocabulary.TryGetValue(atoms[i], out int id)) vocabulary.Add(atoms[i], id = vocabulary.Count);
            long key = ((long)node << 32) | (uint)id;
            if (!edges.TryGetValue(key, out int next))
            {
                next = nodes.Count;
                nodes.Add(null);
                edges.Add(key, next);
            }
            node = next;
        }
        bool acronym = atoms.Count == 1 && IsAcronym(phrase);
        (nodes[node] ??= []).Add(new Entry(value, upper, acronym));
    }

    /// <summary>The atoms of a sentence, for <see cref="Matches"/>.</summary>
    public AtomList Atoms(Sentence sentence) => AtomList.Of(sentence, vocabulary);

    /// <summary>All phrases that begin at an atom, the shortest first; their tokens are whole tokens.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="atoms">Its atoms.</param>
    /// <param name="start">Index of the first atom.</param>
    /// <param name="found">Filled with what is found.</param>
    public void Matches(Sentence sentence, AtomList atoms, int start, List<PhraseMatch<T>> found)
    {
        found.Clear();
        int node = 0;
        for (int i = start; i < atoms.Count && atoms.Ids[i] >= 0; i++)
        {
            if (!edges.TryGetValue(((long)node << 32) | (uint)atoms.Ids[i], out node)) return;
            if (nodes[node] is not { } entries || (i + 1 < atoms.Count && atoms.Tokens[i + 1] == atoms.Tokens[i])) continue;
            TokenRange range = new(atoms.Tokens[start], atoms.Tokens[i] + 1);
            foreach (Entry entry in entries)
            {
                if (Fits(sentence, atoms, start, i, entry)) found.Add(new PhraseMatch<T>(range, start, i + 1, entry.Value));
            }
        }
    }

    private static bool IsAcronym(string phrase)
    {
        int letters = 0;
        foreach (char c in phrase)
        {
            if (!char.IsLetter(c)) continue;
            if (!char.IsUpper(c)) return false;
            letters++;
        }
        return letters > 1;
    }

    private static bool Fits(Sentence sentence, AtomList atoms, int start, int last, Entry entry)
    {
        for (int i = start; i <= last && i - start < 32; i++)
        {
            if ((entry.Upper & (1u << (i - start))) != 0 && !atoms.Upper[i]) return false;
        }
        if (!entry.IsAcronym) return true;
        foreach (char c in sentence.Tokens[atoms.Tokens[start]].Form)
        {
            if (char.IsLower(c)) return false;
        }
        return true;
    }

    private sealed record Entry(T Value, uint Upper, bool IsAcronym);
}

/// <summary>A phrase found in a sentence.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="FirstAtom">Its first atom.</param>
/// <param name="EndAtom">The atom after its last.</param>
/// <param name="Value">What stands behind it.</param>
internal readonly record struct PhraseMatch<T>(TokenRange Tokens, int FirstAtom, int EndAtom, T Value);
