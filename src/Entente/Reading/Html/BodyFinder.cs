using System.Text;
using Entente.Reading.PlainText;

namespace Entente.Reading.Html;

/// <summary>
/// Finds the blocks of a page that are its report. Running text is told from links by what is measured of each block; parts that name
/// themselves as something else (menus, comments, teasers) fall away if they hold little of it; from the top of the page the way down
/// follows the element that holds nearly all of the rest; and inside that, blocks that do not read as text are cut.
/// </summary>
internal sealed class BodyFinder(PageHints hints, Furniture furniture, HeaderReader headers)
{
    // An element whose name says that it is furniture is cut unless it holds this share of the page's running text: some sites
    // call the whole page "page-with-sidebar". Tried 0.2 to 0.6 on the development pages.
    private const double StrongHintShare = 0.4;
    private const double WeakHintShare = 0.15;

    // The way down stops where no child holds this share of the running text.
    private const double DescentShare = 0.5;

    // What a word that is no running text costs, against one that is. Tried 0.3 to 2.5 on the development pages: F1 rises by 0.004.
    private const double BadWord = 2.5;

    public PageBody Judge(HtmlTree tree, List<PageBlock> list, string? title, bool whole)
    {
        PageBlock[] blocks = [.. list];
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        foreach (ref PageBlock block in blocks.AsSpan()) block.Score = ScoreOf(nodes, block);
        // Running text before any block up to i: sums over an element are differences.
        double[] good = Sums(blocks);
        CutByName(tree, blocks, good);
        int headline = HeadlineOf(tree, blocks, title);
        new TeaserLists(tree, blocks, headline).Cut();
        good = Sums(blocks);
        int container = whole ? 0 : Descend(tree, blocks, good, headline);
        (int from, int until) = Range(blocks, container, nodes[container].Until);
        CutInside(tree, blocks, from, until, title);
        for (int i = 0; i < blocks.Length; i++)
        {
            if (i < from || i >= until) blocks[i].Cut ??= "outside the report";
        }
        return new PageBody(blocks, headline, from, until);
    }

    private static float ScoreOf(ReadOnlySpan<HtmlNode> nodes, in PageBlock b)
    {
        double links = (double)b.LinkWords / b.Words;
        Tag tag = nodes[b.Node].Tag;
        if (links > 0.5) return -1;
        if (tag is >= Tag.H1 and <= Tag.H6) return 0;
        double words = b.Words * (1 - links);
        if (tag is Tag.P or Tag.Blockquote or Tag.Pre or Tag.Dd) return words >= 8 || (b.EndsSentence && words >= 3) ? (float)words : 0;
        if (tag == Tag.Li) return words >= 8 && b.EndsSentence ? (float)(words * 0.7) : 0;
        return words >= 12 && b.Marks > 0 ? (float)(b.EndsSentence ? words : words * 0.6) : 0;
    }

    private static double[] Sums(PageBlock[] blocks)
    {
        double[] sums = new double[blocks.Length + 1];
        for (int i = 0; i < blocks.Length; i++) sums[i + 1] = sums[i] + (blocks[i].Cut is null ? Math.Max(0, blocks[i].Score) : 0);
        return sums;
    }

    /// <summary>The blocks whose text lies in nodes from one index up to another.</summary>
    private static (int From, int Until) Range(PageBlock[] blocks, int node, int untilNode)
    {
        int low = 0, high = blocks.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (blocks[middle].FirstText < node) low = middle + 1;
            else high = middle;
        }
        int from = low;
        high = blocks.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (blocks[middle].FirstText < untilNode) low = middle + 1;
            else high = middle;
        }
        return (from, low);
    }

    private void CutByName(HtmlTree tree, PageBlock[] blocks, double[] good)
    {
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        double all = good[^1];
        int block = 0;
        for (int i = 1; i < nodes.Length; i++)
        {
            while (block < blocks.Length && blocks[block].FirstText < i) block++;
            if (block == blocks.Length) return;
            ref readonly HtmlNode node = ref nodes[i];
            if (node.Tag is Tag.Text or Tag.Html or Tag.Body || Tags.IsSkipped(node.Tag))
            {
                if (Tags.IsSkipped(node.Tag)) i = node.Until - 1;
                continue;
            }
            // Nothing in it.
            if (blocks[block].FirstText >= node.Until) continue;
            (string reason, int weight) = HintOf(tree, i, node.Tag);
            if (weight == 0) continue;
            (int from, int until) = Range(blocks, i, node.Until);
            if (from >= until) continue;
            double share = all == 0 ? 0 : (good[until] - good[from]) / all;
            if (share > (weight >= 2 ? StrongHintShare : WeakHintShare)) continue;
            for (int k = from; k < until; k++) blocks[k].Cut ??= reason;
            i = node.Until - 1;
        }
    }

    private (string Reason, int Weight) HintOf(HtmlTree tree, int node, Tag tag)
    {
        switch (tag)
        {
            case Tag.Nav:
                return ("menu", 2);
            case Tag.Footer:
                return ("footer", 2);
            case Tag.Aside:
                return ("sidebar", 2);
            case Tag.Figcaption or Tag.Caption:
                return ("caption", 2);
            case Tag.Figure:
                return ("caption", 2);
            case Tag.Form or Tag.Fieldset or Tag.Menu or Tag.Label:
                return ("form", 1);
            case Tag.Header:
                return ("page head", 1);
            case Tag.Address:
                return ("contact", 1);
        }
        HtmlNode n = tree.Nodes[node];
        if (n.End - n.Start < 5 || !(Tags.IsBlock(tag) || tag is Tag.Span or Tag.A or Tag.Other or Tag.Em or Tag.Strong)) return ("", 0);
        (string Reason, int Weight) best = ("", 0);
        ReadOnlySpan<char> rest = tree.Source.AsSpan(n.Start, n.End - n.Start);
        while (HtmlTree.NextAttribute(ref rest, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value))
        {
            bool named = key.Equals("class", StringComparison.OrdinalIgnoreCase) || key.Equals("id", StringComparison.OrdinalIgnoreCase) || key.Equals("role", StringComparison.OrdinalIgnoreCase)
                || key.Equals("data-component", StringComparison.OrdinalIgnoreCase) || key.Equals("aria-label", StringComparison.OrdinalIgnoreCase);
            if (key.Equals("itemprop", StringComparison.OrdinalIgnoreCase) && value.Equals("articleBody", StringComparison.OrdinalIgnoreCase)) return ("", 0);
            if (!named) continue;
            if (value is "complementary") return ("sidebar", 2);
            if (value is "contentinfo") return ("footer", 2);
            (string Reason, int Weight) hint = hints.Of(value);
            if (hint.Weight > best.Weight) best = hint;
        }
        return best;
    }

    /// <summary>
    /// The element that holds the report: on the way down to most of the running text, the one that holds the most of it over what else it
    /// holds. A lead that stands beside the rest of the text pulls the choice up to what holds both.
    /// </summary>
    private static int Descend(HtmlTree tree, PageBlock[] blocks, double[] good, int headline)
    {
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        double[] bad = new double[blocks.Length + 1];
        for (int i = 0; i < blocks.Length; i++)
        {
            PageBlock b = blocks[i];
            bool heading = nodes[b.Node].Tag is >= Tag.H1 and <= Tag.H6;
            bad[i + 1] = bad[i] + (b.Cut is not null || b.Score > 0 || heading ? 0 : Math.Min(b.Words, 12) + 2);
        }
        int at = 0, chosen = 0;
        double most = double.MinValue;
        while (true)
        {
            (int from, int until) = Range(blocks, at, nodes[at].Until);
            double here = good[until] - good[from];
            double worth = here - (BadWord * (bad[until] - bad[from]));
            if (worth >= most)
            {
                most = worth;
                chosen = at;
            }
            int best = -1;
            double held = 0;
            for (int child = at + 1; child < nodes[at].Until; child = nodes[child].Until)
            {
                if (nodes[child].Tag == Tag.Text) continue;
                (int a, int b) = Range(blocks, child, nodes[child].Until);
                double inside = good[b] - good[a];
                if (inside <= held) continue;
                held = inside;
                best = child;
            }
            // Reports one after the other in one page: the one under the page's own title.
            if (headline >= 0 && best >= 0 && SameKindUnderHeadline(tree, blocks, good, at, blocks[headline].FirstText) is var own and > 0)
            {
                at = own;
                most = double.MinValue;
                continue;
            }
            if (best < 0 || held < here * DescentShare || nodes[best].Tag is Tag.P or Tag.Li) return chosen;
            at = best;
        }
    }

    /// <summary>
    /// Of the children of an element, the one that holds the headline and a fair share of the running text, if there are others of the same
    /// tag and class with running text; 0 if not.
    /// </summary>
    private static int SameKindUnderHeadline(HtmlTree tree, PageBlock[] blocks, double[] good, int parent, int headlineNode)
    {
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        if (headlineNode <= parent || headlineNode >= nodes[parent].Until) return 0;
        int own = parent + 1;
        while (own < nodes[parent].Until && nodes[own].Until <= headlineNode) own = nodes[own].Until;
        if (own >= nodes[parent].Until || nodes[own].Tag == Tag.Text) return 0;
        (int a, int b) = Range(blocks, own, nodes[own].Until);
        (int from, int until) = Range(blocks, parent, nodes[parent].Until);
        double held = good[b] - good[a];
        if (held < 80 || held > 0.95 * (good[until] - good[from])) return 0;
        for (int child = parent + 1; child < nodes[parent].Until; child = nodes[child].Until)
        {
            if (child == own || nodes[child].Tag != nodes[own].Tag) continue;
            (int c, int d) = Range(blocks, child, nodes[child].Until);
            if (good[d] - good[c] >= 40 && HasHeading(nodes, child) && TeaserLists.SameKind(tree, child, own)) return own;
        }
        return 0;
    }

    private static bool HasHeading(ReadOnlySpan<HtmlNode> nodes, int node)
    {
        for (int i = node + 1; i < nodes[node].Until; i++)
        {
            if (nodes[i].Tag is Tag.H1 or Tag.H2 or Tag.H3) return true;
        }
        return false;
    }

    /// <summary>The block of the page's headline: the heading that says what the page's title says; else the only H1; -1 if there is none.</summary>
    private static int HeadlineOf(HtmlTree tree, PageBlock[] blocks, string? title)
    {
        string? folded = title is null ? null : Furniture.Fold(title);
        int h1 = -1, h1s = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            Tag tag = tree.Nodes[blocks[i].Node].Tag;
            if (tag is not (>= Tag.H1 and <= Tag.H3) || blocks[i].Words < 2) continue;
            if (folded is not null && blocks[i].Words >= 3)
            {
                string heading = Furniture.Fold(Text(tree, blocks[i]));
                if (heading.Length >= 12 && (folded.StartsWith(heading, StringComparison.Ordinal) || heading.StartsWith(folded, StringComparison.Ordinal))) return i;
            }
            if (tag != Tag.H1) continue;
            h1s++;
            if (h1 < 0) h1 = i;
        }
        return h1s == 1 ? h1 : -1;
    }

    private void CutInside(HtmlTree tree, PageBlock[] blocks, int from, int until, string? title)
    {
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        string? foldedTitle = title is null ? null : Furniture.Fold(title);
        double all = 0, passed = 0;
        for (int i = from; i < until; i++) all += blocks[i].Cut is null ? Math.Max(0, blocks[i].Score) : 0;
        string? rest = null;
        for (int i = from; i < until; i++)
        {
            if (rest is not null)
            {
                blocks[i].Cut ??= rest;
                continue;
            }
            ref PageBlock b = ref blocks[i];
            if (b.Cut is not null) continue;
            double links = (double)b.LinkWords / b.Words;
            Tag tag = nodes[b.Node].Tag;
            bool heading = tag is >= Tag.H1 and <= Tag.H6;
            if (links > 0.6 && b.Words - b.LinkWords < 12)
            {
                // A paragraph may be one link with a full stop; a line of links is none.
                b.Cut = "links";
                continue;
            }
            if (!heading && b.Words > 45)
            {
                passed += Math.Max(0, b.Score);
                continue;
            }
            string text = b.Text = Text(tree, b);
            if (heading && foldedTitle is not null && Furniture.Fold(text) == foldedTitle) b.Cut = "title";
            else if (tag == Tag.H1) b.Cut = "title";
            else if (b.Words <= 40 && furniture.Match(text) is { } hit)
            {
                b.Cut = hit.Reason;
                // What ends a text ends it here too, if enough of it has been seen.
                if (hit.Effect == FurnitureEffect.Rest && passed > all * 0.3) rest = hit.Reason;
            }
            else if (b.Words <= 14 && !heading && headers.IsDateLine(text)) b.Cut = "date line";
            else if (b.Words <= 45 && passed > all * 0.8 && IsContact(text)) b.Cut = "contact";
            else passed += Math.Max(0, b.Score);
        }
        // A heading speaks for what follows it; without that it is a label of something that was cut.
        for (int i = until - 1; i >= from; i--)
        {
            if (blocks[i].Cut is not null || nodes[blocks[i].Node].Tag is not (>= Tag.H1 and <= Tag.H6)) continue;
            int next = i + 1;
            while (next < until && blocks[next].Cut is not null) next++;
            if (next == until) blocks[i].Cut = "heading of nothing";
        }
    }

    /// <summary>"Write to A. Writer at a.writer@paper.example", "Follow him @writer": how to reach who wrote it, at the end.</summary>
    private static bool IsContact(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0) return false;
        foreach (string word in (ReadOnlySpan<string>)["follow", "email", "e-mail", "contact", "reach", "write to", "twitter", "tweet", "facebook", "newsletter"])
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>The words of a block.</summary>
    public static string Text(HtmlTree tree, in PageBlock block)
    {
        StringBuilder text = new();
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        for (int i = block.FirstText; i < block.UntilText; i++)
        {
            if (nodes[i].Tag == Tag.Text) tree.Append(text, i);
            else if (Tags.IsSkipped(nodes[i].Tag)) i = Math.Max(i, nodes[i].Until - 1);
            else if (nodes[i].Tag == Tag.Br && text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }
        return text.ToString().Trim();
    }
}
