using Entente.Gazetteers;
using Entente.Parsing.Tokenizing;
using Entente.Text;

namespace Entente.Parsing;

/// <summary>
/// Finds sentences and words without analysing them: the first half of <see cref="Parser"/>, a hundred times as fast, for what needs no tags and
/// no tree. Each sentence's words hang on its first one. Built once, then frozen; safe for several threads at a time.
/// </summary>
public sealed class Segmenter
{
    private readonly Tokenizer tokenizer = new(new TokenLexicon(DataFiles.BuiltIn));
    private readonly SentenceSplitter splitter = new(BoundaryModel.ReadBuiltIn());

    /// <summary>The sentences of a document; none where it is not in a language that is parsed.</summary>
    public ParsedDocument Segment(Document document)
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
                Token[] tokens = new Token[end - start];
                for (int i = 0; i < tokens.Length; i++)
                {
                    TokenMark mark = marks[start + i];
                    bool spaced = start + i + 1 >= marks.Count || marks[start + i + 1].Start > mark.End;
                    tokens[i] = new Token { Index = i, Form = document.Text.Substring(mark.Start, mark.Length), Span = new TextSpan(mark.Start, mark.End), SpaceAfter = spaced, MultiwordLength = mark.Parts, Head = i == 0 ? 0 : 1 };
                }
                sentences.Add(new Sentence(tokens, block));
                start = end;
            }
        }
        return new ParsedDocument(document, sentences);
    }
}
