using System.Runtime.InteropServices;

namespace Entente.Parsing.Tokenizing;

/// <summary>
/// Finds where the sentences of one block end: a logistic model looks at each gap that may be an end, from left to right.
/// Frozen after construction; linear in the number of words.
/// </summary>
internal sealed class SentenceSplitter(BoundaryModel model)
{
    /// <summary>No sentence is longer: what takes more than linear time in a sentence stays bounded, and the analyzer need not cut what it gets. The longest sentence of EWT and GUM has 159 words.</summary>
    public const int LongestSentence = 200;

    /// <summary>Adds the ends of the sentences that the marks from <paramref name="first"/> on make up.</summary>
    /// <param name="text">The text that the marks point into.</param>
    /// <param name="marks">Words; those from <paramref name="first"/> on are one block. A stop that turns out to be the sentence's becomes a word.</param>
    /// <param name="first">Index of the block's first word.</param>
    /// <param name="ends">Where the index after each sentence's last word is added; the last is the number of marks.</param>
    public void Split(ReadOnlySpan<char> text, List<TokenMark> marks, int first, List<int> ends)
    {
        ReadOnlySpan<TokenMark> block = CollectionsMarshal.AsSpan(marks)[first..];
        if (block.Length == 0) return;
        BoundaryFeatures gap = new(text, block);
        Span<uint> features = stackalloc uint[BoundaryFeatures.Count];
        int begin = 0, inside = 0, firstEnd = ends.Count;
        gap.Pass(0);
        for (int next = 1; next < block.Length; next++)
        {
            inside = Math.Max(inside - 1, block[next - 1].Parts - 1);
            bool isEnd = false;
            if (inside <= 0 && gap.IsCandidate(next))
            {
                gap.Extract(next, features);
                isEnd = model.Score(features) > 0;
            }
            if (isEnd)
            {
                AddSentence(text, block, begin, next, first, ends);
                begin = next;
                gap.Begin(next);
            }
            gap.Pass(next);
        }
        AddSentence(text, block, begin, block.Length, first, ends);
        FinalStops.CutOff(text, marks, first, ends, firstEnd);
    }

    // Adds the end of a sentence, and before it the places where one that is too long is cut: after the strongest sign of its second half.
    private static void AddSentence(ReadOnlySpan<char> text, ReadOnlySpan<TokenMark> block, int begin, int end, int first, List<int> ends)
    {
        while (end - begin > LongestSentence)
        {
            int best = begin + LongestSentence, bestRank = 0;
            for (int i = begin + (LongestSentence / 2); i <= begin + LongestSentence; i++)
            {
                int rank = CutRank(text, block, i);
                if (rank < bestRank || rank == 0) continue;
                best = i;
                bestRank = rank;
            }
            begin = best;
            ends.Add(first + begin);
        }
        ends.Add(first + end);
    }

    private static int CutRank(ReadOnlySpan<char> text, ReadOnlySpan<TokenMark> block, int next)
    {
        for (int back = 1; back < 4 && next - back >= 0; back++)
        {
            if (block[next - back].Parts > back) return 0;
        }
        char left = text[block[next - 1].End - 1];
        if (block[next].Start == block[next - 1].End) return left is '.' or ';' or ',' ? 2 : 1;
        return left switch { '.' or '!' or '?' => 6, ';' => 5, ':' or '\u2014' or '\u2013' => 4, ',' => 3, _ => 2 };
    }
}
