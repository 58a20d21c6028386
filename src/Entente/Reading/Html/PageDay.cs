using Entente.Reading.Dates;
using Entente.Text;

namespace Entente.Reading.Html;

/// <summary>
/// The day on which a page was first published, from where pages say it, in this order: JSON-LD, meta elements, elements with the
/// property datePublished, the address, time elements, visible lines near the headline, the day of the latest change, and last the scripts.
/// </summary>
internal sealed class PageDay(DateScanner dates)
{
    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datePublished", "rnews:datePublished", "article.published", "published_time", "publishdate", "publish_date",
        "publish-date", "pubdate", "pub_date", "publication_date", "publication-date", "date_published", "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "cXenseParse:publishtime",
        "dc.date.issued", "dcterms.issued", "DC.date", "dc.date.created", "dcterms.created", "dcterms.date", "citation_publication_date", "citation_date", "article_date_original", "originalpublicationdate",
        "OriginalPublicationDate", "date", "created", "shareaholic:article_published_time", "bt:pubDate", "displaydate", "ptime", "Date", "news_publish_date", "vr:published_time", "og:pubdate", "article:date",
        "dateCreated", "release_date", "og:article:date", "video:release_date", "og:release_date", "article:post_date",
    ];

    private static readonly string[] ModifiedMetas =
        ["article:modified_time", "og:updated_time", "dateModified", "lastmod", "last-modified", "dc.date.modified", "dcterms.modified", "revised", "modified", "article:modified", "updated_time", "og:modified_time", "lastModified"];

    private static readonly string[] CommentClasses = ["comment-meta", "commentmeta", "comment-date", "comment-body", "commentlist", "comment-author", "comment-list"];
    private static readonly string[] DateClasses = ["date", "time", "publish", "posted", "pubdate", "byline", "meta", "datum", "fecha", "info", "kicker", "created", "submitted", "dateline", "stamp", "tarih", "data"];
    private static readonly string[] PublishedWords = ["publish", "posted", "veröffentlicht", "erstellt", "publié", "publicado", "pubblicato", "опубликовано", "vom ", "am ", "stand:", "created", "eingestellt", "released", "issued", "on ", "erschienen", "mise en ligne", "yayın", "публикац", "تاریخ", "نشر"];
    private static readonly string[] PublishedLabels = ["published", "posted", "veröffentlicht", "erschienen", "publié", "publicado", "pubblicato", "опубликовано", "mise en ligne", "yayınlan", "yayımlan"];

    private static readonly string[] ThisArticle = ["dieser artikel", "dieser beitrag", "this article", "this entry", "this post", "this report", "cet article", "este artículo", "questo articolo", "эта статья"];

    // Days of people and not of the report.
    private static readonly string[] OthersWords = ["registriert", "joined", "member since", "mitglied seit", "dabei seit", "inscrit", "born", "geboren", "регистрация"];
    private static readonly string[] UpdatedWords = ["updated", "modified", "aktualisiert", "geändert", "mis à jour", "actualizado", "обновлено", "letzte änderung", "last change", "aggiornato", "güncelle"];

    // Metas that some systems fill with the day of the last change.
    private static readonly string[] WeakMetas = ["date", "Date", "DC.date", "dcterms.date", "created", "dateCreated"];

    // What scripts call the day of publication, where nothing that people or search engines read tells it.
    private static readonly string[] ScriptKeys =
        ["datePublished", "date_published", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate", "published_date", "publicationDate", "publication_date", "firstPublished", "first_published", "pubDate", "pubdate", "published_time", "publishedTime"];

    /// <summary>The day of publication; an address that names a day next to it knows better, since moments are often given in another zone's time.</summary>
    public FoundDay? Published(HtmlTree tree, PageMetadata meta, PageBlock[] blocks, int headline, int bodyFrom, int bodyUntil, string? url)
    {
        FoundDay? address = (UrlDay(meta.Canonical) ?? UrlDay(meta.Meta("og:url")) ?? UrlDay(url)) is { } named ? new FoundDay(named, "address") : null;
        FoundDay? day = FindFirst(tree, meta, blocks, headline, bodyFrom, bodyUntil, address);
        return address is { } a && day is { } d && Math.Abs(a.Day.FirstDay.DayNumber - d.Day.FirstDay.DayNumber) == 1 ? a : day ?? Updated(meta) ?? Scripted(tree);
    }

    /// <summary>The day of the latest change that the page tells of.</summary>
    public FoundDay? Updated(PageMetadata meta)
    {
        if (DayOf(meta.LdModified) is { } changed) return new FoundDay(changed, "JSON-LD dateModified");
        foreach (string name in ModifiedMetas)
        {
            if (DayOf(meta.Meta(name)) is { } day) return new FoundDay(day, "meta " + name);
        }
        return null;
    }

    private FoundDay? FindFirst(HtmlTree tree, PageMetadata meta, PageBlock[] blocks, int headline, int bodyFrom, int bodyUntil, FoundDay? address)
    {
        if (DayOf(meta.LdPublished) is { } linked) return new FoundDay(linked, "JSON-LD datePublished");
        foreach (string name in PublishedMetas)
        {
            if (DayOf(meta.Meta(name)) is not { } day) continue;
            if (Array.IndexOf(WeakMetas, name) >= 0 && Visible(tree, blocks, headline, bodyFrom, bodyUntil, labelled: true) is { } said && said.FirstDay < day.FirstDay) return new FoundDay(said, "a line that says when it was published");
            return new FoundDay(day, "meta " + name);
        }
        foreach (KeyValuePair<string, string> pair in meta.Metas)
        {
            if (pair.Key.Contains("publi", StringComparison.OrdinalIgnoreCase) && !pair.Key.Contains("modif", StringComparison.OrdinalIgnoreCase) && DayOf(pair.Value) is { } day) return new FoundDay(day, "meta " + pair.Key);
        }
        foreach (int node in meta.Times)
        {
            if (!IsPublishedProperty(tree, node)) continue;
            if ((DayOf(tree.Attribute(node, "datetime")) ?? DayOf(tree.Attribute(node, "content")) ?? DayOf(tree.TextOf(node))) is { } day) return new FoundDay(day, "datePublished of an element");
        }
        if (address is not null) return address;
        if (TimeElement(tree, meta, blocks, headline, bodyFrom, bodyUntil) is { } time) return new FoundDay(time, "time element");
        return Visible(tree, blocks, headline, bodyFrom, bodyUntil, labelled: false) is { } shown ? new FoundDay(shown, "a line near the headline") : null;
    }

    /// <summary>"publishedAt":"2024-03-12T..." in a script, as pages are written that a program in the browser fills.</summary>
    private FoundDay? Scripted(HtmlTree tree)
    {
        string source = tree.Source;
        foreach (string key in ScriptKeys)
        {
            int at = source.IndexOf(key, StringComparison.Ordinal);
            for (int tries = 0; at >= 0 && tries < 4; tries++, at = source.IndexOf(key, at + key.Length, StringComparison.Ordinal))
            {
                int value = at + key.Length;
                if (value >= source.Length || (at > 0 && char.IsLetter(source[at - 1]))) continue;
                ReadOnlySpan<char> rest = source.AsSpan(value, Math.Min(60, source.Length - value)).TrimStart("\\\"': =");
                if (rest.Length >= 10 && char.IsAsciiDigit(rest[0]) && DayOf(rest[..10].ToString()) is { } day) return new FoundDay(day, "script " + key);
            }
        }
        return null;
    }

    private static bool IsPublishedProperty(HtmlTree tree, int node) =>
        tree.RawAttribute(node, "itemprop", out _).Contains("datePublished", StringComparison.OrdinalIgnoreCase)
        || tree.RawAttribute(node, "property", out _).Contains("datePublished", StringComparison.OrdinalIgnoreCase)
        || tree.RawAttribute(node, "pubdate", out bool found).Length > 0 || found;

    /// <summary>The day of a moment or date in any layout; years before the web or without a day do not count.</summary>
    private PartialDate? DayOf(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > 300) return null;
        foreach (FoundDate date in dates.Scan(value, 0, Math.Min(80, value.Length)))
        {
            if (date.IsFull && date.Year >= 1994) return date.ToPartialDate();
        }
        return null;
    }

    /// <summary>/2020/01/08/ or 2020-01-08 in an address.</summary>
    private PartialDate? UrlDay(string? url)
    {
        if (url is null || url.Length > 2000) return null;
        int host = url.IndexOf("://", StringComparison.Ordinal), path = host < 0 ? 0 : url.IndexOf('/', host + 3);
        if (path < 0) return null;
        int query = url.IndexOf('?', path);
        foreach (FoundDate date in dates.Scan(url, path, query < 0 ? url.Length : query))
        {
            // Numbers of eight digits are ids as often as dates: the year must be a likely one.
            if (date.IsFull && date.Year is >= 1994 and <= 2035 && !date.IsAmbiguous) return date.ToPartialDate();
        }
        return null;
    }

    /// <summary>Of the time elements the one nearest the headline; teasers elsewhere carry theirs too.</summary>
    private PartialDate? TimeElement(HtmlTree tree, PageMetadata meta, PageBlock[] blocks, int headline, int bodyFrom, int bodyUntil)
    {
        int best = -1, bestCost = int.MaxValue;
        int anchor = headline >= 0 ? blocks[headline].FirstText : bodyFrom < blocks.Length ? blocks[Math.Min(bodyFrom, blocks.Length - 1)].FirstText : 0;
        int end = bodyUntil > 0 && bodyUntil <= blocks.Length ? blocks[bodyUntil - 1].UntilText : tree.Count;
        foreach (int node in meta.Times)
        {
            if (DayOf(tree.Attribute(node, "datetime")) is null && DayOf(tree.TextOf(node)) is null) continue;
            int cost = Math.Abs(node - anchor);
            if (node > end + 200 || IsInside(tree, node, Tag.Aside, Tag.Nav, Tag.Footer)) cost += 5000;
            int parent = tree.Nodes[node].Parent;
            string around = tree.Nodes[parent].Until - parent < 60 ? tree.TextOf(parent) : "";
            if (around.Length is > 0 and < 200 && Has(around, UpdatedWords) && !Has(around, PublishedWords)) cost += 1000;
            if (tree.RawAttribute(node, "class", out _).Contains("updated", StringComparison.OrdinalIgnoreCase) && !tree.RawAttribute(node, "class", out _).Contains("publish", StringComparison.OrdinalIgnoreCase)) cost += 1000;
            if (cost >= bestCost) continue;
            bestCost = cost;
            best = node;
        }
        return best < 0 ? null : DayOf(tree.Attribute(best, "datetime")) ?? DayOf(tree.TextOf(best));
    }

    private static bool IsInside(HtmlTree tree, int node, params ReadOnlySpan<Tag> tags)
    {
        for (int i = tree.Nodes[node].Parent; i > 0; i = tree.Nodes[i].Parent)
        {
            if (tags.Contains(tree.Nodes[i].Tag)) return true;
        }
        return false;
    }

    private PartialDate? Visible(HtmlTree tree, PageBlock[] blocks, int headline, int bodyFrom, int bodyUntil, bool labelled)
    {
        PartialDate? best = null;
        int bestScore = 0;
        int top = headline >= 0 ? headline : bodyFrom, firstLead = -1;
        for (int i = 0; i < blocks.Length; i++)
        {
            PageBlock b = blocks[i];
            // Long paragraphs tell of dates; only at the very head of the text may one begin with its own.
            bool lead = b.Words > 30, says = false;
            if (lead && i >= bodyFrom && b.Cut is null && firstLead < 0) firstLead = i;
            if (lead && i != firstLead && (i < bodyFrom || i > bodyFrom + 1))
            {
                // "This article was posted on 14 December 2015 by ..., who ...", below the text.
                says = i >= bodyUntil && Has(BodyFinder.Text(tree, b).AsSpan()[..Math.Min(40, BodyFinder.Text(tree, b).Length)], ThisArticle);
                if (!says) continue;
            }
            string text = BodyFinder.Text(tree, b);
            // "Published:" may stand in an element of its own.
            string label = i > 0 && blocks[i - 1].Words <= 4 ? BodyFinder.Text(tree, blocks[i - 1]) + " " : "";
            int limit = Math.Min(text.Length, lead ? 60 : 240);
            if (text.AsSpan(0, limit).IndexOfAnyInRange('0', '9') < 0 && text.AsSpan(0, limit).IndexOfAnyInRange('\u0660', '\u06F9') < 0) continue;
            foreach (FoundDate date in dates.Scan(text, 0, limit))
            {
                if (!date.IsFull || date.Year < 1994) continue;
                int score = 1;
                if (b.Words <= 8) score += 3;
                else if (b.Words <= 20) score += 1;
                int far = i - top;
                if (far is >= -4 and <= 8) score += 4 - Math.Min(3, Math.Abs(far) / 2);
                if (i >= bodyFrom - 3 && i <= bodyUntil + 2) score += 1;
                if (lead && (date.Span.Start == 0 || says)) score += 3;
                string before = label + text[..date.Span.Start];
                bool updated = Has(before, UpdatedWords);
                if (updated) score -= 2;
                else if (Has(before, PublishedWords)) score += 2;
                // Of a label that speaks for itself no other day of the page can be meant.
                if (labelled && (updated || lead || !Has(before, PublishedLabels))) continue;
                if (Has(before, OthersWords) || IsComment(tree, b)) score -= 5;
                if (HasDateClass(tree, b)) score += 3;
                if (b.Cut is "teaser" or "sidebar" or "comments" or "menu" or "links") score -= 3;
                if (b.Cut is "footer" or "copyright") score -= 2;
                if (score <= bestScore) continue;
                bestScore = score;
                best = date.ToPartialDate();
            }
        }
        return bestScore >= 3 ? best : null;
    }

    private static bool IsComment(HtmlTree tree, in PageBlock block)
    {
        int node = tree.Nodes[block.FirstText].Parent;
        for (int up = 0; up < 8 && node > 0; up++, node = tree.Nodes[node].Parent)
        {
            ReadOnlySpan<char> id = tree.RawAttribute(node, "id", out _);
            if (id.Contains("comment-", StringComparison.OrdinalIgnoreCase) || Has(tree.RawAttribute(node, "class", out _), CommentClasses)) return true;
        }
        return false;
    }

    private static bool HasDateClass(HtmlTree tree, in PageBlock block)
    {
        int node = tree.Nodes[block.FirstText].Parent;
        for (int up = 0; up < 3 && node > 0; up++, node = tree.Nodes[node].Parent)
        {
            if (Has(tree.RawAttribute(node, "class", out _), DateClasses) || Has(tree.RawAttribute(node, "id", out _), DateClasses)) return true;
            if (node == block.Node && up > 0) return false;
        }
        return false;
    }

    private static bool Has(ReadOnlySpan<char> text, string[] words)
    {
        foreach (string word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
