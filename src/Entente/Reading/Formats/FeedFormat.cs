using System.Buffers;
using System.Net;
using System.Text;

namespace Entente.Reading.Formats;

/// <summary>
/// Reads RSS 0.9 to 2.0, RDF and Atom feeds. By tags and not by an XML parser: a good part of the feeds of the world is not well-formed, and
/// an undeclared entity or a stray ampersand must not lose the other entries. Entities of a document type are not expanded, so none
/// can flood.
/// </summary>
internal static class FeedFormat
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private const int MaxEntries = 100_000;

    /// <summary>The entries of a feed, in order.</summary>
    public static List<RawReport> Parse(string xml, string source)
    {
        List<RawReport> entries = [];
        Dictionary<string, string> channel = new(StringComparer.OrdinalIgnoreCase), entry = new(StringComparer.OrdinalIgnoreCase);
        bool inEntry = false;
        int inAuthor = 0, nested = 0;
        for (int at = 0; at < xml.Length && entries.Count < MaxEntries;)
        {
            int open = xml.AsSpan(at).IndexOf('<');
            if (open < 0) break;
            at += open;
            if (Skips(xml, ref at)) continue;
            int close = xml.AsSpan(at).IndexOf('>');
            if (close < 0) break;
            ReadOnlySpan<char> tag = xml.AsSpan(at + 1, close - 1);
            at += close + 1;
            bool end = tag.StartsWith("/"), empty = tag.EndsWith("/");
            string name = NameOf(end ? tag[1..] : tag);
            if (name is "item" or "entry")
            {
                if (inEntry) entries.Add(ToReport(entry, channel, source));
                entry.Clear();
                inEntry = !end && !empty;
                if (inEntry && Attribute(tag, "rdf:about") is { } about) entry["about"] = about;
                continue;
            }
            if (name is "author" or "contributor" or "source" or "image" or "textinput")
            {
                // Their titles and names are not the entry's.
                if (end) nested = Math.Max(0, nested - 1);
                else if (!empty) nested++;
                if (name == "author") inAuthor = end || empty ? 0 : 1;
                if (!end && !empty && name == "author" && PlainAuthor(xml.AsSpan(at)) is { } plain) Put(inEntry ? entry : channel, "author", Decode(plain));
                continue;
            }
            if (end) continue;
            Dictionary<string, string> target = inEntry ? entry : channel;
            if (name is "rss" or "feed" or "rdf" or "channel")
            {
                if (Attribute(tag, "xml:lang") is { } language) Put(channel, "language", language);
                continue;
            }
            if (name == "link")
            {
                string? rel = Attribute(tag, "rel"), href = Attribute(tag, "href");
                if (href is not null && rel is null or "alternate") Put(target, "link", href!);
                else if (href is null && !empty) Put(target, "link", Decode(Content(xml, ref at, "link")));
                continue;
            }
            if (empty || !IsField(name)) continue;
            if (nested > 0 && !(inAuthor > 0 && name == "name")) continue;
            string raw = Content(xml, ref at, RawNameOf(tag));
            string type = Attribute(tag, "type") ?? "";
            // XHTML stands as it is; everything else is escaped once.
            string value = type.Equals("xhtml", StringComparison.OrdinalIgnoreCase) ? raw : Decode(raw);
            Put(target, name == "name" ? "author" : name, value);
        }
        if (inEntry) entries.Add(ToReport(entry, channel, source));
        return entries;
    }

    private static bool IsField(string name) => name is "title" or "description" or "summary" or "content" or "encoded" or "fulltext" or "pubdate" or "date" or "published" or "issued" or "created"
        or "updated" or "modified" or "creator" or "name" or "guid" or "id" or "language" or "body" or "abstract";

    private static RawReport ToReport(Dictionary<string, string> entry, Dictionary<string, string> channel, string source)
    {
        string? body = Longest(First(entry, "encoded"), First(entry, "content"), First(entry, "fulltext"), First(entry, "body")) ?? First(entry, "description", "summary", "abstract");
        string? title = First(entry, "title") is { } t ? Plain(t) : null;
        bool markup = body is not null && body.Contains('<', StringComparison.Ordinal) && body.Contains('>', StringComparison.Ordinal);
        string? link = First(entry, "link") ?? (First(entry, "guid", "id", "about") is { } id && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : null);
        return new RawReport
        {
            Source = source,
            Id = First(entry, "guid", "id"),
            // An entry of nothing but a headline says what the headline says.
            Text = markup ? null : body ?? title,
            Html = markup ? body : null,
            Title = title,
            Publisher = First(channel, "title") is { } publisher ? Plain(publisher) : null,
            Author = First(entry, "creator", "author") is { } author ? Plain(author) : null,
            Url = link,
            Published = First(entry, "pubdate", "published", "issued", "date", "created", "updated", "modified"),
            Language = First(entry, "language") ?? First(channel, "language"),
            IsFragment = true,
        };
    }

    private static string? First(Dictionary<string, string> fields, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (fields.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value)) return value.Trim();
        }
        return null;
    }

    private static string? Longest(params ReadOnlySpan<string?> values)
    {
        string? best = null;
        foreach (string? value in values)
        {
            if (value is not null && (best is null || value.Length > best.Length)) best = value;
        }
        return best;
    }

    private static void Put(Dictionary<string, string> fields, string name, string value)
    {
        if (!string.IsNullOrWhiteSpace(value)) fields.TryAdd(name, value);
    }

    /// <summary>Passes over comments, declarations and processing instructions; true where there was one.</summary>
    private static bool Skips(string xml, ref int at)
    {
        ReadOnlySpan<char> s = xml.AsSpan(at);
        string? mark = s.StartsWith("<!--") ? "-->" : s.StartsWith("<![CDATA[") ? "]]>" : s.StartsWith("<?") ? "?>" : s.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? DoctypeEnd(s) : s.StartsWith("<!") ? ">" : null;
        if (mark is null) return false;
        int end = s[2..].IndexOf(mark, StringComparison.Ordinal);
        at = end < 0 ? xml.Length : at + 2 + end + mark.Length;
        return true;
    }

    private static string DoctypeEnd(ReadOnlySpan<char> s)
    {
        int subset = s.IndexOf('['), close = s.IndexOf('>');
        return subset >= 0 && subset < close ? "]>" : ">";
    }

    /// <summary>RSS names the author in the element itself, Atom in elements below it. Looks a name's length ahead and no farther: authors may be left open by the thousand.</summary>
    private static string? PlainAuthor(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(rest.Length, 400)].TrimStart();
        bool wrapped = rest.StartsWith("<![CDATA[");
        if (wrapped) rest = rest[9..];
        int end = wrapped ? rest.IndexOf("]]>", StringComparison.Ordinal) : rest.IndexOf('<');
        return end > 0 && (wrapped || rest[end..].StartsWith("</")) ? rest[..end].Trim().ToString() : null;
    }

    /// <summary>What stands up to the end tag of an element, CDATA unwrapped; the position goes behind it.</summary>
    private static string Content(string xml, ref int at, string name)
    {
        StringBuilder content = new();
        while (at < xml.Length)
        {
            int open = xml.AsSpan(at).IndexOf('<');
            if (open < 0)
            {
                content.Append(xml, at, xml.Length - at);
                at = xml.Length;
                break;
            }
            content.Append(xml, at, open);
            at += open;
            ReadOnlySpan<char> s = xml.AsSpan(at);
            if (s.StartsWith("<![CDATA["))
            {
                int end = s.IndexOf("]]>", StringComparison.Ordinal);
                int stop = end < 0 ? s.Length : end;
                // What is in CDATA is not escaped: escape it, so that decoding the whole gives it back.
                content.Append(WebUtility.HtmlEncode(s[9..Math.Max(9, stop)].ToString()));
                at += end < 0 ? s.Length : end + 3;
                continue;
            }
            if (s.StartsWith("</") && s.Length > name.Length + 2 && s[2..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(s[name.Length + 2]))
            {
                int close = s.IndexOf('>');
                at += close < 0 ? s.Length : close + 1;
                break;
            }
            content.Append('<');
            at++;
        }
        return content.ToString();
    }

    private static string Decode(string value) => value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value).Trim() : value.Trim();

    /// <summary>A title without the markup that some feeds put into it.</summary>
    private static string Plain(string value)
    {
        if (!value.Contains('<', StringComparison.Ordinal) && !value.Contains('&', StringComparison.Ordinal)) return value.Trim();
        StringBuilder plain = new();
        bool inTag = false;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c == '<' && i + 1 < value.Length && (char.IsAsciiLetter(value[i + 1]) || value[i + 1] == '/')) inTag = true;
            if (!inTag) plain.Append(c);
            if (c == '>') inTag = false;
        }
        return WebUtility.HtmlDecode(plain.ToString()).Trim();
    }

    private static string RawNameOf(ReadOnlySpan<char> tag)
    {
        int end = tag.IndexOfAny(NameEnds);
        return (end < 0 ? tag : tag[..end]).ToString();
    }

    /// <summary>The name without its prefix, in small letters; "media:title" and the like are not "title".</summary>
    private static string NameOf(ReadOnlySpan<char> tag)
    {
        string name = RawNameOf(tag).ToLowerInvariant();
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return name;
        string prefix = name[..colon], local = name[(colon + 1)..];
        return prefix is "media" or "itunes" or "geo" or "georss" or "wfw" or "slash" or "feedburner" or "thr" or "xhtml" or "html" or "sy" or "psc" or "gd" ? name : local;
    }

    private static string? Attribute(ReadOnlySpan<char> tag, string name)
    {
        int space = tag.IndexOfAny(" \t\r\n");
        if (space < 0) return null;
        ReadOnlySpan<char> rest = tag[space..].TrimEnd('/');
        while (Html.HtmlTree.NextAttribute(ref rest, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value))
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return WebUtility.HtmlDecode(value.ToString()).Trim();
        }
        return null;
    }
}
