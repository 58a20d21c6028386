using System.Text;
using Entente.Gazetteers;
using Entente.Reading.Dates;
using Entente.Reading.PlainText;
using Entente.Text;

namespace Entente.Reading.Html;

/// <summary>Reads a page: the report's own text, its title, publisher, author, address, language and day.</summary>
internal sealed class HtmlReader
{
    private readonly BodyFinder bodies;
    private readonly PageDay days;
    private readonly bool keepCuts;

    public HtmlReader(DataFiles data, DateScanner dates, bool keepCuts)
    {
        this.keepCuts = keepCuts;
        days = new PageDay(dates);
        Furniture furniture = new(data);
        bodies = new BodyFinder(new PageHints(data), furniture, new HeaderReader(furniture, dates));
    }

    /// <param name="html">The page.</param>
    /// <param name="url">Its address, if known.</param>
    /// <param name="whole">Whether all of it is the report, as in feeds.</param>
    public PageReport Read(string html, string? url, bool whole = false)
    {
        HtmlTree tree = HtmlParser.Parse(html);
        List<PageBlock> blocks = BlockBuilder.Build(tree);
        PageMetadata meta = PageMetadata.Of(tree);
        PageBody body = bodies.Judge(tree, blocks, meta.Meta("og:title") ?? meta.TitleElement, whole);
        List<Cut> cuts = [];
        StringBuilder text = new();
        List<Block> kept = [];
        foreach (PageBlock block in body.Blocks)
        {
            if (block.Cut is not null)
            {
                if (keepCuts) cuts.Add(new Cut(new TextSpan(text.Length, text.Length), block.Cut, BodyFinder.Text(tree, block)));
                continue;
            }
            string words = block.Text ?? BodyFinder.Text(tree, block);
            if (words.Length == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            Tag tag = tree.Nodes[block.Node].Tag;
            BlockKind kind = tag is >= Tag.H1 and <= Tag.H6 ? BlockKind.Heading : tag == Tag.Li ? BlockKind.ListItem : BlockKind.Paragraph;
            kept.Add(new Block(new TextSpan(text.Length, text.Length + words.Length), kind));
            text.Append(words);
        }
        (string? site, string? siteWhere) = meta.Named("og:site_name", "application-name", "twitter:site_name");
        if (site is null && meta.LdPublisher is not null) (site, siteWhere) = (meta.LdPublisher, "JSON-LD publisher");
        string? heading = body.Headline >= 0 ? BodyFinder.Text(tree, body.Blocks[body.Headline]) : null;
        (string? title, string? titleWhere) = PageTitle.Of(meta, heading, site);
        (string? author, string? authorWhere) = AuthorOf(meta);
        (string? address, string? addressWhere) = AddressOf(meta);
        string? language = LanguageOf(meta);
        FoundDay? published = days.Published(tree, meta, body.Blocks, body.Headline, body.From, body.Until, url), updated = days.Updated(meta);
        return new PageReport(text.ToString(), kept)
        {
            Cuts = cuts,
            Title = title,
            Publisher = site,
            Author = author,
            Url = address,
            Language = language,
            Published = published?.Day,
            Updated = updated?.Day,
            Origins = new Origins
            {
                Title = titleWhere,
                Publisher = siteWhere,
                Author = authorWhere,
                Url = addressWhere,
                Language = language is null ? null : "what the page says",
                Published = published?.Where,
                Updated = updated?.Where,
            },
        };
    }

    private static (string? Author, string? Where) AuthorOf(PageMetadata meta)
    {
        (string? author, string? where) = meta.LdAuthor is { } linked ? (linked, "JSON-LD author") : meta.Named("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl");
        return author is null || author.Contains("://", StringComparison.Ordinal) || author.Length > 120 ? (null, null) : (author, where);
    }

    private static (string? Address, string? Where) AddressOf(PageMetadata meta)
    {
        (string? address, string? where) = meta.Canonical is { } canonical ? (canonical, "canonical link") : meta.Named("og:url");
        return address is not null && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? (address.Trim(), where) : (null, null);
    }

    private static string? LanguageOf(PageMetadata meta)
    {
        string? tag = meta.HtmlLanguage ?? meta.Meta("og:locale", "content-language", "language", "dc.language");
        if (string.IsNullOrWhiteSpace(tag)) return null;
        string code = tag.Trim().Split('-', '_', ',')[0].ToLowerInvariant();
        return code.Length == 2 && char.IsAsciiLetterLower(code[0]) && char.IsAsciiLetterLower(code[1]) ? code : null;
    }
}
