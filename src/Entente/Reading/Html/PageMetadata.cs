using System.Net;

namespace Entente.Reading.Html;

/// <summary>
/// What a page says of itself outside its text: meta elements, links, JSON-LD and the title element; one walk over the nodes. The first of
/// equal kind wins, since pages list themselves before what they link to.
/// </summary>
internal sealed class PageMetadata
{
    // A page of teasers has a hundred; a page with more was made to hold the reader up.
    private const int MaxTimes = 500;

    private readonly Dictionary<string, string> metas = new(StringComparer.OrdinalIgnoreCase);

    public string? TitleElement { get; private set; }

    public string? Canonical { get; private set; }

    public string? HtmlLanguage { get; private set; }

    /// <summary>JSON-LD: the first value of these keys anywhere in it.</summary>
    public string? LdHeadline { get; private set; }

    public string? LdPublished { get; private set; }

    public string? LdModified { get; private set; }

    public string? LdPublisher { get; private set; }

    public string? LdAuthor { get; private set; }

    /// <summary>Elements that carry a moment: time, and what has the property datePublished.</summary>
    public List<int> Times { get; } = [];

    public static PageMetadata Of(HtmlTree tree)
    {
        PageMetadata m = new();
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        // Most pages have no such property: one look at the whole source saves a look at every element.
        bool properties = tree.Source.Contains("datePublished", StringComparison.OrdinalIgnoreCase);
        for (int i = 0; i < nodes.Length; i++)
        {
            HtmlNode node = nodes[i];
            switch (node.Tag)
            {
                case Tag.Html:
                    m.HtmlLanguage ??= tree.Attribute(i, "lang") ?? tree.Attribute(i, "xml:lang");
                    break;
                case Tag.Title:
                    m.TitleElement ??= tree.TextOf(i) is { Length: > 0 } title ? title : null;
                    break;
                case Tag.Meta:
                    m.Add(tree, i);
                    break;
                case Tag.Link:
                    if (m.Canonical is null && tree.RawAttribute(i, "rel", out _).Equals("canonical", StringComparison.OrdinalIgnoreCase)) m.Canonical = tree.Attribute(i, "href");
                    break;
                case Tag.Time:
                    if (m.Times.Count < MaxTimes) m.Times.Add(i);
                    break;
                case Tag.Script:
                    if (node.Until > i + 1 && tree.Source.AsSpan(node.Start, node.End - node.Start).Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                        m.AddLinkedData(tree.Source.AsSpan(nodes[i + 1].Start, nodes[i + 1].End - nodes[i + 1].Start));
                    break;
                case Tag.Text:
                    break;
                default:
                    if (properties && node.End - node.Start > 20 && tree.Source.AsSpan(node.Start, node.End - node.Start).Contains("datePublished", StringComparison.OrdinalIgnoreCase) && m.Times.Count < MaxTimes) m.Times.Insert(0, i);
                    break;
            }
        }
        return m;
    }

    /// <summary>The content of the first meta element of one of these names, properties or itemprops.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (metas.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value)) return value.Trim();
        }
        return null;
    }

    /// <summary>The same, with where it stands: "meta og:title".</summary>
    public (string? Value, string? Where) Named(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Meta(name) is { } value) return (value, "meta " + name);
        }
        return (null, null);
    }

    /// <summary>All meta elements, as name and content.</summary>
    public IEnumerable<KeyValuePair<string, string>> Metas => metas;

    private void Add(HtmlTree tree, int node)
    {
        string? content = null;
        List<string> names = [];
        HtmlNode n = tree.Nodes[node];
        ReadOnlySpan<char> rest = tree.Source.AsSpan(n.Start, n.End - n.Start);
        while (HtmlTree.NextAttribute(ref rest, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value))
        {
            if (key.Equals("content", StringComparison.OrdinalIgnoreCase)) content = value.ToString();
            else if (key.Equals("name", StringComparison.OrdinalIgnoreCase) || key.Equals("property", StringComparison.OrdinalIgnoreCase) || key.Equals("itemprop", StringComparison.OrdinalIgnoreCase)
                || key.Equals("http-equiv", StringComparison.OrdinalIgnoreCase)) names.Add(value.ToString());
        }
        if (content is null || metas.Count > 500) return;
        if (content.Contains('&', StringComparison.Ordinal)) content = WebUtility.HtmlDecode(content);
        foreach (string name in names) metas.TryAdd(name, content);
    }

    // By key and not by a JSON parser: what pages write there is often no JSON (line breaks in strings, trailing commas, two documents).
    private void AddLinkedData(ReadOnlySpan<char> json)
    {
        LdPublished ??= Value(json, "\"datePublished\"") ?? Value(json, "\"dateCreated\"") ?? Value(json, "\"uploadDate\"");
        LdModified ??= Value(json, "\"dateModified\"");
        LdHeadline ??= Value(json, "\"headline\"");
        LdPublisher ??= NameUnder(json, "\"publisher\"");
        LdAuthor ??= NameUnder(json, "\"author\"");
    }

    private static string? NameUnder(ReadOnlySpan<char> json, string key)
    {
        int at = json.IndexOf(key, StringComparison.Ordinal);
        if (at < 0) return null;
        ReadOnlySpan<char> rest = json[(at + key.Length)..];
        rest = rest[..Math.Min(rest.Length, 600)];
        ReadOnlySpan<char> direct = rest.TrimStart(" \t\r\n:[");
        if (direct.Length > 0 && direct[0] == '"') return String(direct);
        return Value(rest, "\"name\"");
    }

    private static string? Value(ReadOnlySpan<char> json, string key)
    {
        int at = json.IndexOf(key, StringComparison.Ordinal);
        if (at < 0) return null;
        ReadOnlySpan<char> rest = json[(at + key.Length)..].TrimStart();
        if (rest.IsEmpty || rest[0] != ':') return null;
        rest = rest[1..].TrimStart();
        return rest.Length > 0 && rest[0] == '"' ? String(rest) : null;
    }

    /// <summary>The JSON string at the front.</summary>
    private static string? String(ReadOnlySpan<char> json)
    {
        System.Text.StringBuilder value = new();
        for (int i = 1; i < json.Length && value.Length < 500; i++)
        {
            char c = json[i];
            if (c == '"') return value.Length == 0 ? null : WebUtility.HtmlDecode(value.ToString().Trim());
            if (c != '\\')
            {
                value.Append(c);
                continue;
            }
            if (++i >= json.Length) break;
            if (json[i] == 'u' && i + 4 < json.Length && ushort.TryParse(json.Slice(i + 1, 4), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out ushort code))
            {
                value.Append((char)code);
                i += 4;
            }
            else
            {
                value.Append(json[i] is 'n' or 't' or 'r' ? ' ' : json[i]);
            }
        }
        return null;
    }
}
