using Entente.Gazetteers;

namespace Entente.Parsing.Tokenizing;

/// <summary>
/// Mends words that were broken on the way: a blank or the end of a line inside a name ("Pakis tan", "Kazakh-" and "stan" below it), and a lost
/// blank between a name and a small word ("Kazakhstanand"). Only names of states, their people and capitals are known well enough to be sure of;
/// every other word stays as it is. The marks still lie on the characters of the text.
/// </summary>
internal sealed class BrokenNames
{
    private const int ShortestName = 6;

    // Words that may well follow a name or the beginning of one: "in Mali an agreement", "Green land".
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "an", "any", "as", "at", "in", "is", "on", "or", "to", "of", "am", "be", "by", "do", "go", "he", "if", "it", "me", "my", "no", "so", "up", "us", "we", "and", "are", "can", "for", "has",
        "the", "was", "man", "men", "land", "lands", "mark", "wan", "ova", "aria", "via", "den", "gal", "ate", "bad", "era", "ham", "key", "rain", "ran", "rat", "saw", "dad", "cow", "rest", "rid", "video", "ton", "town", "pore", "port", "don",
    };

    // Small words that are glued to names, and that no name ends or begins with.
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal) { "and", "the", "with", "will", "has", "have", "said", "from", "for", "signed", "would", "agreed" };

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> small = Small.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly int longest;

    public BrokenNames(DataFiles data)
    {
        foreach (DataRow row in data.Read("states"))
        {
            Add(row["name"]);
            Add(row["capital"]);
            foreach (string column in (ReadOnlySpan<string>)["names", "adjectives"])
            {
                foreach (string name in row.List(column)) Add(name);
            }
        }
        longest = names.Max(n => n.Length);
        lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Joins and parts the marks of one block in place.</summary>
    public void Mend(string text, List<TokenMark> marks)
    {
        for (int i = 0; i < marks.Count; i++)
        {
            TokenMark mark = marks[i];
            if (mark.Length < 2 || mark.Parts != 0) continue;
            char first = text[mark.Start];
            if (char.IsAsciiLetterUpper(first))
            {
                if (i + 1 < marks.Count && Joined(text, marks, i) is var count and > 0)
                {
                    marks[i] = new TokenMark(mark.Start, marks[i + count].End - mark.Start);
                    marks.RemoveRange(i + 1, count);
                }
                else if (mark.Length > ShortestName + 2)
                {
                    PartAfter(text, marks, i);
                }
            }
            else if (mark.Length > ShortestName + 2 && char.IsAsciiLetterLower(first))
            {
                PartBefore(text, marks, i);
            }
        }
    }

    /// <summary>The word of a mark: what stands there, without the break in it.</summary>
    public static string Form(string text, in TokenMark mark)
    {
        ReadOnlySpan<char> span = text.AsSpan(mark.Start, mark.Length);
        int gap = span.IndexOfAny(' ', '\n', '\r');
        if (gap <= 0) return span.ToString();
        ReadOnlySpan<char> rest = span[gap..].TrimStart();
        return string.Concat(span[..gap].TrimEnd('-'), rest);
    }

    private void Add(string? name)
    {
        if (name is { Length: >= ShortestName } && char.IsAsciiLetterUpper(name[0]) && name.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0) names.Add(name);
    }

    // How many marks belong to the one at an index; 0 where it is whole.
    private int Joined(string text, List<TokenMark> marks, int index)
    {
        TokenMark a = marks[index], b = marks[index + 1];
        int hyphens = 0;
        if (b.Length == 1 && text[b.Start] == '-' && b.Start == a.End && index + 2 < marks.Count)
        {
            b = marks[index + 2];
            hyphens = 1;
        }
        int gap = b.Start - a.End - hyphens;
        if (a.Length + b.Length < ShortestName || a.Length + b.Length > longest || b.Length < 2 || gap is < 1 or > 2 || b.Parts != 0) return 0;
        ReadOnlySpan<char> between = text.AsSpan(a.End + hyphens, gap), left = text.AsSpan(a.Start, a.Length), right = text.AsSpan(b.Start, b.Length);
        bool newLine = between.Contains('\n');
        // A hyphen parts a word only at the end of a line; a blank may be one, or a line that ends.
        if (hyphens == 1 ? !newLine : gap == 2 && !newLine) return 0;
        if (right.IndexOfAnyExceptInRange('a', 'z') >= 0 || left[1..].IndexOfAnyExceptInRange('a', 'z') >= 0 || words.Contains(right) || lookup.Contains(left) && right.Length < 3) return 0;
        Span<char> whole = stackalloc char[a.Length + b.Length];
        left.CopyTo(whole);
        right.CopyTo(whole[a.Length..]);
        return lookup.Contains(whole) ? 1 + hyphens : 0;
    }

    // "Kazakhstanand"
    private void PartAfter(string text, List<TokenMark> marks, int index)
    {
        TokenMark mark = marks[index];
        ReadOnlySpan<char> word = text.AsSpan(mark.Start, mark.Length);
        if (word[1..].IndexOfAnyExceptInRange('a', 'z') >= 0 || lookup.Contains(word)) return;
        for (int end = word.Length - 3; end >= ShortestName && word.Length - end <= 6; end--)
        {
            if (!small.Contains(word[end..]) || !lookup.Contains(word[..end])) continue;
            marks[index] = new TokenMark(mark.Start, end);
            marks.Insert(index + 1, new TokenMark(mark.Start + end, mark.Length - end));
            return;
        }
    }

    // "andKazakhstan"
    private void PartBefore(string text, List<TokenMark> marks, int index)
    {
        TokenMark mark = marks[index];
        ReadOnlySpan<char> word = text.AsSpan(mark.Start, mark.Length);
        int upper = word.IndexOfAnyInRange('A', 'Z');
        if (upper is < 2 or > 6 || !lookup.Contains(word[upper..]) || !(small.Contains(word[..upper]) || words.Contains(word[..upper]))) return;
        marks[index] = new TokenMark(mark.Start, upper);
        marks.Insert(index + 1, new TokenMark(mark.Start + upper, mark.Length - upper));
    }
}
