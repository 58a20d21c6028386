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
        string? site = meta.Meta("og:site_name", "application-name", "twitter:site_name") ?? meta.LdPublisher;
        string? heading = body.Headline >= 0 ? BodyFinder.Text(tree, body.Blocks[body.Headline]) : null;
        return new PageReport(text.ToString(), kept)
        {
            Cuts = cuts,
            Title = PageTitle.Of(meta, heading, site),
            Publisher = site ?? meta.LdPublisher,
            Author = AuthorOf(meta),
            Url = AddressOf(meta),
            Language = LanguageOf(meta),
            Published = days.Find(tree, meta, body.Blocks, body.Headline, body.From, body.Until, url),
        };
    }

    private static string? AuthorOf(PageMetadata meta)
    {
        string? author = meta.LdAuthor ?? meta.Meta("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl");
        return author is null || author.Contains("://", StringComparison.Ordinal) || author.Length > 120 ? null : author;
    }

    private static string? AddressOf(PageMetadata meta)
    {
        string? address = meta.Canonical ?? meta.Meta("og:url");
        return address is not null && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address.Trim() : null;
    }

    private static string? LanguageOf(PageMetadata meta)
    {
        string? tag = meta.HtmlLanguage ?? meta.Meta("og:locale", "content-language", "language", "dc.language");
        if (string.IsNullOrWhiteSpace(tag)) return null;
        string code = tag.Trim().Split('-', '_', ',')[0].ToLowerInvariant();
        return code.Length == 2 && char.IsAsciiLetterLower(code[0]) && char.IsAsciiLetterLower(code[1]) ? code : null;
    }
}
