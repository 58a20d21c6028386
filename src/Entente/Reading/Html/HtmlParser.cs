namespace Entente.Reading.Html;

/// <summary>
/// Parses HTML into a tree in one pass, in time linear in the page. It mends what pages get wrong in the common ways (unclosed paragraphs and
/// cells, stray end tags) and not by the letter of the standard's tree construction, whose reordering of nodes costs most of a parse
/// and does not change which text stands together. AngleSharp, which follows the standard, parses about 100 pages a second here.
/// </summary>
internal static class HtmlParser
{
    // Deeper elements are left open no more: what lies in them counts to the element at this depth.
    private const int MaxDepth = 400;
    private const int MaxNodes = 2_000_000;

    public static HtmlTree Parse(string source)
    {
        Builder b = new(source);
        int at = 0;
        while (at < source.Length && b.Count < MaxNodes)
        {
            int open = source.AsSpan(at).IndexOf('<');
            if (open != 0)
            {
                int end = open < 0 ? source.Length : at + open;
                b.Text(at, end);
                at = end;
                continue;
            }
            if (at + 1 >= source.Length) break;
            char c = source[at + 1];
            if (char.IsAsciiLetter(c)) at = StartTag(source, at, b);
            else if (c == '/') at = EndTag(source, at, b);
            else if (c is '!' or '?') at = SkipDeclaration(source, at, b);
            else
            {
                // A bare "<" in text.
                int next = source.AsSpan(at + 1).IndexOf('<');
                int end = next < 0 ? source.Length : at + 1 + next;
                b.Text(at, end);
                at = end;
            }
        }
        return b.Finish();
    }

    private static int StartTag(string source, int at, Builder b)
    {
        int name = at + 1, end = name;
        while (end < source.Length && source[end] > ' ' && source[end] is not ('>' or '/')) end++;
        Tag tag = Tags.Find(source.AsSpan(name, end - name));
        int close = TagEnd(source, end);
        bool empty = close > end && source[close - 1] == '/';
        bool opened = b.Open(tag, end, empty ? close - 1 : close);
        int next = Math.Min(source.Length, close + 1);
        if (Tags.IsVoid(tag) || (empty && tag is Tag.Svg or Tag.Other or Tag.Math))
        {
            if (opened) b.CloseLast();
            return next;
        }
        if (!Tags.IsRaw(tag)) return next;
        int stop = RawEnd(source, next, source.AsSpan(name, end - name));
        if (opened)
        {
            b.Text(next, stop);
            b.CloseLast();
        }
        int after = stop < source.Length ? source.AsSpan(stop).IndexOf('>') : -1;
        return after < 0 ? source.Length : stop + after + 1;
    }

    private static int EndTag(string source, int at, Builder b)
    {
        int name = at + 2, end = name;
        while (end < source.Length && source[end] > ' ' && source[end] is not ('>' or '/')) end++;
        Tag tag = Tags.Find(source.AsSpan(name, end - name));
        int close = source.AsSpan(end).IndexOf('>');
        if (tag == Tag.Br) b.Empty(Tag.Br, end);
        else b.Close(tag, source.AsSpan(name, end - name));
        return close < 0 ? source.Length : end + close + 1;
    }

    /// <summary>Where the ">" of a tag stands; quotes are looked into only where they follow "=".</summary>
    private static int TagEnd(string source, int at)
    {
        while (true)
        {
            int next = source.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (next < 0) return source.Length;
            at += next;
            if (source[at] == '>') return at;
            int before = at - 1;
            while (before > 0 && source[before] <= ' ') before--;
            if (source[before] != '=')
            {
                at++;
                continue;
            }
            int quote = source.AsSpan(at + 1).IndexOf(source[at]);
            // A quote that is never closed must not swallow the page.
            if (quote < 0)
            {
                int stop = source.AsSpan(at).IndexOf('>');
                return stop < 0 ? source.Length : at + stop;
            }
            at += quote + 2;
            if (at > source.Length) return source.Length;
        }
    }

    private static int RawEnd(string source, int at, ReadOnlySpan<char> name)
    {
        while (at < source.Length)
        {
            int next = source.AsSpan(at).IndexOf("</", StringComparison.Ordinal);
            if (next < 0) return source.Length;
            at += next;
            if (at + 2 + name.Length <= source.Length && source.AsSpan(at + 2, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)) return at;
            at += 2;
        }
        return source.Length;
    }

    private static int SkipDeclaration(string source, int at, Builder b)
    {
        string mark = source.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal) ? "-->" : source.AsSpan(at).StartsWith("<![CDATA[", StringComparison.Ordinal) ? "]]>" : ">";
        // Where one search to the end of the page found nothing, the thousand after it will not either.
        if (!b.Missing.Contains(mark))
        {
            int close = source.AsSpan(at + 2).IndexOf(mark, StringComparison.Ordinal);
            if (close >= 0) return at + 2 + close + mark.Length;
            b.Missing.Add(mark);
        }
        // A comment that is never closed: only its own tag is lost.
        int end = source.AsSpan(at).IndexOf('>');
        return end < 0 ? source.Length : at + end + 1;
    }

    private sealed class Builder
    {
        private readonly string source;
        private readonly int[] open = new int[MaxDepth];
        private HtmlNode[] nodes;
        private int depth;

        public Builder(string source)
        {
            this.source = source;
            nodes = new HtmlNode[Math.Max(64, source.Length / 40)];
            Add(Tag.Other, 0, 0);
            open[depth++] = 0;
        }

        public int Count { get; private set; }

        /// <summary>Ends of comments and the like that do not come any more.</summary>
        public List<string> Missing { get; } = [];

        public void Text(int start, int end)
        {
            if (start < end) Add(Tag.Text, start, end);
        }

        public void Empty(Tag tag, int at) => Add(tag, at, at);

        /// <summary>Opens an element; false where it lies too deep to be left open.</summary>
        public bool Open(Tag tag, int attributes, int end)
        {
            while (depth > 1 && Tags.IsEndedBy(nodes[open[depth - 1]].Tag, tag)) CloseLast();
            // <p><b>one<p>two: the paragraph ends although something in running text is still open in it.
            if (Tags.IsBlock(tag)) CloseThrough(tag);
            int node = Add(tag, attributes, end);
            if (depth == MaxDepth) return false;
            open[depth++] = node;
            return true;
        }

        public void CloseLast()
        {
            if (depth > 1) nodes[open[--depth]].Until = Count;
        }

        public void Close(Tag tag, ReadOnlySpan<char> name)
        {
            if (tag is Tag.Body or Tag.Html) return;
            for (int i = depth - 1; i > 0; i--)
            {
                Tag at = nodes[open[i]].Tag;
                // Elements that are not told apart are at least told by their names, which end where their attributes begin.
                if (at == tag && (tag != Tag.Other || nodes[open[i]].Start > name.Length && source.AsSpan(nodes[open[i]].Start - name.Length, name.Length).SequenceEqual(name)))
                {
                    while (depth > i) nodes[open[--depth]].Until = Count;
                    return;
                }
                if (tag != Tag.Other && Tags.IsWall(at, tag)) return;
            }
        }

        public HtmlTree Finish()
        {
            while (depth > 0) nodes[open[--depth]].Until = Count;
            return new HtmlTree(source, nodes, Count);
        }

        private void CloseThrough(Tag tag)
        {
            for (int i = depth - 1; i > 0 && depth - i <= 8; i--)
            {
                Tag at = nodes[open[i]].Tag;
                if (Tags.IsEndedBy(at, tag) && at is Tag.P or Tag.Li or Tag.Dt or Tag.Dd)
                {
                    while (depth > i) nodes[open[--depth]].Until = Count;
                    return;
                }
                if (Tags.IsBlock(at)) return;
            }
        }

        private int Add(Tag tag, int start, int end)
        {
            if (Count == nodes.Length) Array.Resize(ref nodes, nodes.Length * 2);
            nodes[Count] = new HtmlNode { Tag = tag, Parent = depth == 0 ? -1 : open[depth - 1], Until = Count + 1, Start = start, End = end };
            return Count++;
        }
    }
}
