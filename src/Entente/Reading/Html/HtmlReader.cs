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
    private readonly bool keepCuts;

    public HtmlReader(DataFiles data, DateScanner dates, bool keepCuts)
    {
        this.keepCuts = keepCuts;
        Dates = dates;
        Furniture furniture = new(data);
        bodies = new BodyFinder(new PageHints(data), furniture, new HeaderReader(furniture, dates));
    }

    private DateScanner Dates { get; }

    public PageReport Read(string html, string? url)
    {
        HtmlTree tree = HtmlParser.Parse(html);
        List<PageBlock> blocks = BlockBuilder.Build(tree);
        string? title = PageTitle(tree);
        PageBlock[] judged = bodies.Judge(tree, blocks, title);
        List<Cut> cuts = [];
        StringBuilder text = new();
        List<Block> kept = [];
        foreach (PageBlock block in judged)
        {
            if (block.Cut is not null)
            {
                if (keepCuts) cuts.Add(new Cut(new TextSpan(text.Length, text.Length), block.Cut, BodyFinder.Text(tree, block)));
                continue;
            }
            string words = BodyFinder.Text(tree, block);
            if (words.Length == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            Tag tag = tree.Nodes[block.Node].Tag;
            BlockKind kind = tag is >= Tag.H1 and <= Tag.H6 ? BlockKind.Heading : tag == Tag.Li ? BlockKind.ListItem : BlockKind.Paragraph;
            kept.Add(new Block(new TextSpan(text.Length, text.Length + words.Length), kind));
            text.Append(words);
        }
        return new PageReport(text.ToString(), kept) { Cuts = cuts };
    }

    private static string? PageTitle(HtmlTree tree)
    {
        for (int i = 0; i < tree.Count; i++)
        {
            if (tree.Nodes[i].Tag == Tag.Title) return tree.TextOf(i);
        }
        return null;
    }
}
