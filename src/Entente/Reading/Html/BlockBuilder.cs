using System.Buffers;

namespace Entente.Reading.Html;

/// <summary>Cuts a page into blocks of text and measures them; one pass over the nodes.</summary>
internal static class BlockBuilder
{
    private static readonly SearchValues<string> HidingWords = SearchValues.Create(["hidden", "none"], StringComparison.OrdinalIgnoreCase);

    public static List<PageBlock> Build(HtmlTree tree)
    {
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        List<PageBlock> blocks = [];
        PageBlock block = default;
        int[] enclosing = new int[nodes.Length];
        int linkUntil = 0, lineNode = 0;
        bool filled = false;
        int breaks = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            ref readonly HtmlNode node = ref nodes[i];
            int parent = node.Parent;
            int around = parent < 0 ? 0 : enclosing[parent];
            if (node.Tag == Tag.Text)
            {
                if (around != lineNode && filled) Flush(tree, blocks, ref block, ref filled, i);
                lineNode = around;
                ReadOnlySpan<char> text = tree.Source.AsSpan(node.Start, node.End - node.Start);
                if (text.IsWhiteSpace()) continue;
                if (!filled)
                {
                    block = new PageBlock { Node = around, FirstText = i };
                    filled = true;
                }
                Measure(text, ref block, i < linkUntil);
                block.UntilText = i + 1;
                breaks = 0;
                continue;
            }
            if (Tags.IsSkipped(node.Tag) || IsHidden(tree, i, node.Tag))
            {
                enclosing[i] = around;
                i = node.Until - 1;
                continue;
            }
            if (Tags.IsBlock(node.Tag))
            {
                if (filled) Flush(tree, blocks, ref block, ref filled, i);
                enclosing[i] = i;
                lineNode = i;
                continue;
            }
            enclosing[i] = around;
            if (node.Tag == Tag.A && i >= linkUntil) linkUntil = node.Until;
            // Two line breaks in a row part paragraphs.
            if (node.Tag == Tag.Br && ++breaks >= 2 && filled) Flush(tree, blocks, ref block, ref filled, i);
        }
        if (filled) Flush(tree, blocks, ref block, ref filled, nodes.Length);
        return blocks;
    }

    private static void Flush(HtmlTree tree, List<PageBlock> blocks, ref PageBlock block, ref bool filled, int until)
    {
        filled = false;
        if (block.Words == 0) return;
        HtmlNode last = tree.Nodes[block.UntilText - 1];
        ReadOnlySpan<char> end = tree.Source.AsSpan(last.Start, last.End - last.Start).TrimEnd().TrimEnd("\"'”’»)]");
        block.EndsSentence = !end.IsEmpty && (end[^1] is '.' or '!' or '?' or '…' or ':' or ';' or '。' or '؟' || end.EndsWith("&rdquo;", StringComparison.Ordinal) || end.EndsWith("&raquo;", StringComparison.Ordinal) || end.EndsWith("&quot;", StringComparison.Ordinal) || end.EndsWith("&#8221;", StringComparison.Ordinal) || end.EndsWith("&hellip;", StringComparison.Ordinal));
        blocks.Add(block);
    }

    private static void Measure(ReadOnlySpan<char> text, ref PageBlock block, bool inLink)
    {
        int words = 0, marks = 0, letters = 0;
        bool inside = false;
        foreach (char c in text)
        {
            if (c <= ' ' || c == '\u00A0')
            {
                inside = false;
                continue;
            }
            letters++;
            if (c is ',' or '.' or ';' or '?' or '!' or '،' or '。' or '、') marks++;
            // Scripts without blanks: every second character counts as a word.
            if (c >= '\u3040' && c < '\uD7A4')
            {
                if (letters % 2 == 0) words++;
                inside = true;
                continue;
            }
            if (!inside && char.IsLetterOrDigit(c))
            {
                words++;
                inside = true;
            }
        }
        block.Words += words;
        block.Marks += marks;
        block.Letters += letters;
        if (inLink) block.LinkWords += words;
    }

    private static bool IsHidden(HtmlTree tree, int node, Tag tag)
    {
        HtmlNode n = tree.Nodes[node];
        if (n.End - n.Start < 6 || !(Tags.IsBlock(tag) || tag is Tag.Span or Tag.Other)) return false;
        ReadOnlySpan<char> attributes = tree.Source.AsSpan(n.Start, n.End - n.Start);
        if (attributes.IndexOfAny(HidingWords) < 0) return false;
        if (attributes.Contains("hidden", StringComparison.OrdinalIgnoreCase))
        {
            _ = tree.RawAttribute(node, "hidden", out bool hidden);
            if (hidden) return true;
            if (tag is not (Tag.Body or Tag.Html or Tag.Article or Tag.Main) && tree.RawAttribute(node, "aria-hidden", out _) is "true") return true;
        }
        if (!attributes.Contains("none", StringComparison.OrdinalIgnoreCase)) return false;
        ReadOnlySpan<char> style = tree.RawAttribute(node, "style", out _);
        int at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        ReadOnlySpan<char> value = style[(at + 7)..].TrimStart(" :");
        return value.StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
