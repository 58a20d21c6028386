using Entente.Parsing;
using Entente.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Parsing;

/// <summary>The laws of the whole stage, whatever the text is.</summary>
public sealed class ParserTests
{
    private static readonly Parser Parser = new();

    [Fact]
    public void A_token_holds_the_characters_of_its_span_and_every_sentence_is_one_tree()
    {
        string[] pieces = ["Kazakhstan's ", "don't ", "$1.2bn ", "Dec. ", "U.S. ", "met", " ", ". ", "\n", "\u00A0", "(", ")", "\"", "😀", "\uD83D", "\0", "مرحبا ", "a\u00ADb ", "–", "the ", "ministers ", "signed ", "[1]"];
        Gen<string> texts = Gen.ArrayOf(Gen.Elements(pieces)).Select(p => string.Concat(p));
        Prop.ForAll(texts.ToArbitrary(), text => Check(text, [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)])).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(80));
    }

    [Fact]
    public void No_sentence_crosses_the_end_of_a_block()
    {
        const string text = "Talks resume in May and the border\nstays closed. Trade grew";
        int end = text.IndexOf("border", StringComparison.Ordinal);
        ParsedDocument parsed = Check(text, [new Block(new TextSpan(0, end), BlockKind.Title), new Block(new TextSpan(end, text.Length), BlockKind.Paragraph)]);
        Assert.Equal([0, 1, 1], parsed.Sentences.Select(s => s.Block));
        Assert.Equal(["Talks resume in May and the", "border\nstays closed.", "Trade grew"], parsed.Sentences.Select(s => s.Span.In(text)));
    }

    [Fact]
    public void Fifty_thousand_words_without_an_end_are_parsed() =>
        Assert.True(Check(string.Concat(Enumerable.Repeat("word ", 50_000)), [new Block(new TextSpan(0, 250_000), BlockKind.Paragraph)]).Sentences.Count >= 250);

    [Fact]
    public void A_document_in_another_language_has_no_sentences() =>
        Assert.Empty(Parser.Parse(new Document { Source = "-", Text = "Bonjour.", Language = "fr", Blocks = [new Block(new TextSpan(0, 8), BlockKind.Paragraph)] }).Sentences);

    private static ParsedDocument Check(string text, Block[] blocks)
    {
        ParsedDocument parsed = Parser.Parse(new Document { Source = "-", Text = text, Blocks = blocks });
        int at = 0;
        foreach (Sentence sentence in parsed.Sentences)
        {
            Assert.Single(sentence.Tokens, t => t.Head == 0);
            Assert.True(blocks[sentence.Block].Span.Contains(sentence.Span));
            for (int i = 0; i < sentence.Tokens.Count; i++)
            {
                Token token = sentence.Tokens[i];
                Assert.Equal(token.Form, token.Span.In(text));
                Assert.True(token.Span.Start >= at && token.Index == i && sentence.IsBelow(i, sentence.Root));
                at = token.Span.End;
            }
        }
        return parsed;
    }
}
