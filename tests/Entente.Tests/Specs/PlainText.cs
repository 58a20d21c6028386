using Entente.Parsing;
using Entente.Text;

namespace Entente.Tests.Specs;

/// <summary>A document of one sentence whose tokens are the words between spaces: for what needs no model.</summary>
internal static class PlainText
{
    /// <summary>The parsed document of a sentence.</summary>
    public static ParsedDocument Parse(string text, PartialDate? published)
    {
        Document document = new() { Source = "-", Text = text, Blocks = [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)], Published = published };
        List<Token> tokens = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf(' ', start);
            if (end < 0) end = text.Length;
            if (end > start) tokens.Add(new Token { Index = tokens.Count, Form = text[start..end], Span = new TextSpan(start, end), Head = tokens.Count == 0 ? 0 : 1 });
            start = end + 1;
        }
        return new ParsedDocument(document, [new Sentence(tokens)]);
    }
}
