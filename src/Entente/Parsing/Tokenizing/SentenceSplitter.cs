namespace Entente.Parsing.Tokenizing;

/// <summary>Finds where the sentences of one block end. Frozen after construction; linear in the number of words.</summary>
internal sealed class SentenceSplitter
{
    /// <summary>Adds the ends of the sentences that the marks from <paramref name="first"/> on make up.</summary>
    /// <param name="text">The text that the marks point into.</param>
    /// <param name="marks">Words; those from <paramref name="first"/> on are one block.</param>
    /// <param name="first">Index of the block's first word.</param>
    /// <param name="ends">Where the index after each sentence's last word is added; the last is the number of marks.</param>
    public void Split(ReadOnlySpan<char> text, List<TokenMark> marks, int first, List<int> ends)
    {
        for (int i = first; i < marks.Count - 1; i++)
        {
            ReadOnlySpan<char> t = text.Slice(marks[i].Start, marks[i].Length);
            if (t[^1] is not ('.' or '!' or '?' or '\u2026')) continue;
            int k = i + 1;
            while (k < marks.Count && marks[k].Start == marks[k - 1].End && text[marks[k].Start] is '"' or ')' or '\u201D' or '\u2019' or '\'' or ']') k++;
            if (k >= marks.Count) break;
            ReadOnlySpan<char> u = text.Slice(marks[k].Start, marks[k].Length);
            if (char.IsLower(u[0])) continue;
            if (t.Length > 1 && t[^1] == '.' && char.IsLetter(t[0])) continue;
            ends.Add(k);
            i = k - 1;
        }
        if (marks.Count > first) ends.Add(marks.Count);
    }
}
