using System.Net;

namespace Entente.Reading.Html;

/// <summary>A parsed page: nodes in document order over the source, which is never copied. Node 0 is a root without a tag.</summary>
internal sealed class HtmlTree(string source, HtmlNode[] nodes, int count)
{
    public string Source => source;

    public ReadOnlySpan<HtmlNode> Nodes => nodes.AsSpan(0, count);

    public int Count => count;

    /// <summary>The value of an attribute, entities decoded; null where the element has none of this name.</summary>
    public string? Attribute(int node, string name)
    {
        ReadOnlySpan<char> value = RawAttribute(node, name, out bool found);
        return !found ? null : value.Contains('&') ? WebUtility.HtmlDecode(value.ToString()) : value.ToString();
    }

    /// <summary>The value of an attribute as it stands in the source; empty where there is none.</summary>
    public ReadOnlySpan<char> RawAttribute(int node, string name, out bool found)
    {
        ref HtmlNode n = ref nodes[node];
        ReadOnlySpan<char> rest = source.AsSpan(n.Start, n.End - n.Start);
        while (NextAttribute(ref rest, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value))
        {
            if (!key.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            found = true;
            return value;
        }
        found = false;
        return [];
    }

    /// <summary>Takes the next attribute off the front of an element's attributes.</summary>
    public static bool NextAttribute(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        key = value = [];
        int at = 0;
        while (at < rest.Length && (rest[at] <= ' ' || rest[at] == '/')) at++;
        if (at >= rest.Length) return false;
        int start = at;
        while (at < rest.Length && rest[at] > ' ' && rest[at] is not ('=' or '/' or '>')) at++;
        if (at == start) at++;
        key = rest[start..at];
        while (at < rest.Length && rest[at] <= ' ') at++;
        if (at >= rest.Length || rest[at] != '=')
        {
            rest = rest[at..];
            return true;
        }
        at++;
        while (at < rest.Length && rest[at] <= ' ') at++;
        if (at >= rest.Length)
        {
            rest = [];
            return true;
        }
        char quote = rest[at];
        if (quote is '"' or '\'')
        {
            int close = rest[(at + 1)..].IndexOf(quote);
            int end = close < 0 ? rest.Length : at + 1 + close;
            value = rest[(at + 1)..end];
            rest = rest[Math.Min(rest.Length, end + 1)..];
            return true;
        }
        start = at;
        while (at < rest.Length && rest[at] > ' ') at++;
        value = rest[start..at];
        rest = rest[at..];
        return true;
    }

    /// <summary>The words of the text below a node, white space folded. What no reader sees is left out.</summary>
    public string TextOf(int node)
    {
        System.Text.StringBuilder text = new();
        int until = nodes[node].Until;
        for (int i = node + 1; i < until; i++)
        {
            if (nodes[i].Tag == Tag.Text) Append(text, i);
            else if (nodes[i].Tag is Tag.Script or Tag.Style) i = nodes[i].Until - 1;
            else if (Tags.IsBlock(nodes[i].Tag) || nodes[i].Tag == Tag.Br) AppendBlank(text);
        }
        return text.ToString().Trim();
    }

    /// <summary>Adds the words of a text node, white space folded to single blanks.</summary>
    public void Append(System.Text.StringBuilder text, int node)
    {
        ReadOnlySpan<char> raw = source.AsSpan(nodes[node].Start, nodes[node].End - nodes[node].Start);
        if (raw.Contains('&')) raw = WebUtility.HtmlDecode(raw.ToString());
        while (!raw.IsEmpty)
        {
            if (IsBlank(raw[0]))
            {
                AppendBlank(text);
                int skip = 1;
                while (skip < raw.Length && IsBlank(raw[skip])) skip++;
                raw = raw[skip..];
                continue;
            }
            int run = 1;
            while (run < raw.Length && !IsBlank(raw[run])) run++;
            text.Append(raw[..run]);
            raw = raw[run..];
        }
    }

    private static void AppendBlank(System.Text.StringBuilder text)
    {
        if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
    }

    private static bool IsBlank(char c) => c <= ' ' || c is '\u00A0' or '\u200B' or '\uFEFF' or '\u00AD' or '\u2028' or '\u2029' || (c > '\u1680' && char.IsWhiteSpace(c));
}
