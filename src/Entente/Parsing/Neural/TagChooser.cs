using Entente.Numerics;

namespace Entente.Parsing.Neural;

/// <summary>
/// Chooses the combination of part of speech, Penn tag and feature string with the highest sum of scores among those that occur in
/// training. Combinations are grouped by Penn tag; a group whose tag, with the best part of speech and features there are, cannot reach
/// the best sum so far is passed over, which leaves one or two groups of fifty.
/// </summary>
internal sealed class TagChooser
{
    private readonly int upos, xpos;
    private readonly TagTriple[][] groups;
    private readonly int[][] rows;

    /// <summary>A chooser among the combinations of a label set.</summary>
    public TagChooser(LabelSet labels)
    {
        upos = labels.Upos.Count;
        xpos = labels.Xpos.Count;
        var byXpos = labels.Tags.Select((tag, row) => (tag, row)).ToLookup(t => t.tag.Xpos);
        groups = [.. Enumerable.Range(0, xpos).Select(x => byXpos[x].Select(t => t.tag).ToArray())];
        rows = [.. Enumerable.Range(0, xpos).Select(x => byXpos[x].Select(t => t.row).ToArray())];
    }

    /// <summary>The row of the best combination.</summary>
    /// <param name="scores">Parts of speech, Penn tags, feature strings.</param>
    public int Best(ReadOnlySpan<float> scores)
    {
        ReadOnlySpan<float> uposScores = scores[..upos], xposScores = scores.Slice(upos, xpos), featsScores = scores[(upos + xpos)..];
        float bound = Functions.Max(uposScores) + Functions.Max(featsScores);
        int likely = Functions.ArgMax(xposScores), best = -1;
        float top = float.NegativeInfinity;
        Try(likely, uposScores, xposScores, featsScores, ref best, ref top);
        for (int x = 0; x < groups.Length; x++)
        {
            if (x != likely && xposScores[x] + bound > top) Try(x, uposScores, xposScores, featsScores, ref best, ref top);
        }
        return Math.Max(0, best);
    }

    private void Try(int x, ReadOnlySpan<float> uposScores, ReadOnlySpan<float> xposScores, ReadOnlySpan<float> featsScores, ref int best, ref float top)
    {
        TagTriple[] group = groups[x];
        for (int i = 0; i < group.Length; i++)
        {
            float score = uposScores[group[i].Upos] + xposScores[x] + featsScores[group[i].Feats];
            if (score > top) (best, top) = (rows[x][i], score);
        }
    }
}
