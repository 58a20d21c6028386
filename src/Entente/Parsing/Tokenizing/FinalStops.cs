namespace Entente.Parsing.Tokenizing;

/// <summary>
/// The full stop of an abbreviation that ends a sentence is the sentence's: UD English cuts it off ("etc" "."), but leaves those of
/// dotted ones ("U.S.", "p.m."). Where sentences end is known only after words were cut, so this comes last.
/// </summary>
internal static class FinalStops
{
    /// <summary>Cuts the stops off, and moves the ends of the sentences on by the words that this adds.</summary>
    public static void CutOff(ReadOnlySpan<char> text, List<TokenMark> marks, int first, List<int> ends, int firstEnd)
    {
        List<TokenMark>? changed = null;
        int start = first;
        for (int e = firstEnd; e < ends.Count; e++)
        {
            int end = ends[e], last = end - 1;
            while (last > start && marks[last].Length == 1 && text[marks[last].Start] is '"' or '\u201D' or '\u2019' or '\'' or ')') last--;
            TokenMark mark = marks[last];
            bool cut = mark.Length > 2 && text[mark.End - 1] == '.' && char.IsLetter(text[mark.End - 2]) && !text.Slice(mark.Start, mark.Length - 1).Contains('.');
            if (cut && changed is null)
            {
                changed = new List<TokenMark>(marks.Count + 8);
                changed.AddRange(marks[..start]);
            }
            for (int i = start; changed is not null && i < end; i++)
            {
                if (cut && i == last)
                {
                    changed.Add(mark with { Length = mark.Length - 1 });
                    changed.Add(new TokenMark(mark.End - 1, 1));
                }
                else
                {
                    changed.Add(marks[i]);
                }
            }
            start = end;
            if (changed is not null) ends[e] = changed.Count;
        }
        if (changed is null) return;
        marks.Clear();
        marks.AddRange(changed);
    }
}
