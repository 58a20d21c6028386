namespace Entente.Reading.Html;

/// <summary>
/// Cuts lists of teasers: three or more neighbours of one tag and class, each of which begins with a headline that is a link. A report's
/// own paragraphs do not.
/// </summary>
internal sealed class TeaserLists(HtmlTree tree, PageBlock[] blocks, int headline)
{
    private const int FewestTeasers = 3;
    private const int LongestTeaser = 120;

    public void Cut()
    {
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        // First block of every node, by one walk: blocks and nodes both lie in document order.
        int[] first = new int[nodes.Length + 1];
        int block = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            while (block < blocks.Length && blocks[block].FirstText < i) block++;
            first[i] = block;
        }
        first[nodes.Length] = blocks.Length;
        List<int> group = [];
        for (int i = 1; i < nodes.Length; i++)
        {
            HtmlNode parent = nodes[i];
            if (parent.Tag == Tag.Text || parent.Until - i < 12 || first[parent.Until] - first[i] < FewestTeasers * 2) continue;
            group.Clear();
            for (int child = i + 1; child < parent.Until; child = nodes[child].Until)
            {
                if (nodes[child].Tag is Tag.Text or Tag.Br or Tag.Hr or Tag.Script || first[child] == first[nodes[child].Until]) continue;
                if (!IsTeaser(child, first))
                {
                    CutGroup(group, first);
                    continue;
                }
                if (group.Count > 0 && !SameKind(tree, child, group[^1])) CutGroup(group, first);
                group.Add(child);
            }
            CutGroup(group, first);
        }
    }

    private void CutGroup(List<int> group, int[] first)
    {
        if (group.Count >= FewestTeasers)
        {
            foreach (int node in group)
            {
                for (int b = first[node]; b < first[tree.Nodes[node].Until]; b++) blocks[b].Cut ??= "teaser";
            }
        }
        group.Clear();
    }

    private bool IsTeaser(int node, int[] first)
    {
        HtmlNode n = tree.Nodes[node];
        if (n.Tag is Tag.P or Tag.Td or Tag.Tr or Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4 || !Tags.IsBlock(n.Tag)) return false;
        int from = first[node], until = first[n.Until];
        if (headline >= from && headline < until) return false;
        if (until - from < 2) return false;
        int words = 0, headings = 0;
        for (int b = from; b < until; b++)
        {
            PageBlock block = blocks[b];
            words += block.Words;
            Tag tag = tree.Nodes[block.Node].Tag;
            bool linked = block.LinkWords >= 3 && block.LinkWords * 10 >= block.Words * 8;
            if (linked && b <= from + 2) headings++;
            else if (tag is Tag.H2 or Tag.H3 or Tag.H4 && !linked && b == from) return false;
        }
        return headings > 0 && words <= LongestTeaser;
    }

    /// <summary>Whether two elements have the same tag and the same first class.</summary>
    public static bool SameKind(HtmlTree tree, int a, int b)
    {
        if (tree.Nodes[a].Tag != tree.Nodes[b].Tag) return false;
        return FirstWord(tree.RawAttribute(a, "class", out _)).SequenceEqual(FirstWord(tree.RawAttribute(b, "class", out _)));
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> names)
    {
        names = names.Trim();
        int space = names.IndexOf(' ');
        return space < 0 ? names : names[..space];
    }
}
