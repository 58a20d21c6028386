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

    public HtmlReader(DataFiles data, DateScanner dates)
    {
        Dates = dates;
        bodies = new BodyFinder(new PageHints(data), new Furniture(data));
    }

    private DateScanner Dates { get; }

    public PageReport Read(string html, string? url)
    {
        HtmlTree tree = HtmlParser.Parse(html);
        List<PageBlock> blocks = BlockBuilder.Build(tree);
        List<PageBlock> body = bodies.Find(tree, blocks, null);
        StringBuilder text = new();
        List<Block> kept = [];
        foreach (PageBlock block in body)
        {
            string words = BodyFinder.Text(tree, block);
            if (words.Length == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            Tag tag = tree.Nodes[block.Node].Tag;
            BlockKind kind = tag is >= Tag.H1 and <= Tag.H6 ? BlockKind.Heading : tag == Tag.Li ? BlockKind.ListItem : BlockKind.Paragraph;
            kept.Add(new Block(new TextSpan(text.Length, text.Length + words.Length), kind));
            text.Append(words);
        }
        return new PageReport(text.ToString(), kept);
    }
}
