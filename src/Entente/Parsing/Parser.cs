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
    private readonly SentenceSplitter splitter = new(BoundaryModel.ReadBuiltIn());
    private readonly BrokenNames broken = new(DataFiles.BuiltIn);
    private readonly Analyzer analyzer;

    /// <summary>A parser with the English model that ships beside the program.</summary>
    /// <exception cref="EntenteException">The model file is missing or belongs to another version.</exception>
    public Parser() : this(Analyzer.Load(Analyzer.DefaultPath))
    {
    }

    internal Parser(Analyzer analyzer)
    {
        this.analyzer = analyzer;
    }

    /// <summary>A parser with the model of a file.</summary>
    /// <exception cref="EntenteException">The model file is missing or belongs to another version.</exception>
    public static Parser Load(string modelPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelPath);
        return new Parser(Analyzer.Load(modelPath));
    }

    /// <summary>Parses every block of a document. A block in which nothing can be read gives no sentence; nothing is thrown for text.</summary>
    public ParsedDocument Parse(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!document.IsParsed) return new ParsedDocument(document, []);
        List<TokenMark[]> sentences = [];
        List<int> blocks = [];
        List<string[]> forms = [];
        List<TokenMark> marks = [];
        List<int> ends = [];
        for (int block = 0; block < document.Blocks.Count; block++)
        {
            TextSpan span = document.Blocks[block].Span;
            marks.Clear();
            ends.Clear();
            tokenizer.Tokenize(document.Text, span.Start, span.End, marks);
            broken.Mend(document.Text, marks);
            splitter.Split(document.Text, marks, 0, ends);
            int start = 0;
            foreach (int end in ends)
            {
                TokenMark[] sentence = [.. marks[start..end]];
                sentences.Add(sentence);
                forms.Add(Array.ConvertAll(sentence, mark => BrokenNames.Form(document.Text, mark)));
                blocks.Add(block);
                start = end;
            }
        }
        TokenAnnotation[][] annotations = analyzer.Analyze(forms);
        List<Sentence> parsed = new(sentences.Count);
        for (int s = 0; s < annotations.Length; s++)
        {
            // The last word of a sentence has its neighbour in the next one of the same block.
            int after = s + 1 < annotations.Length && blocks[s + 1] == blocks[s] ? sentences[s + 1][0].Start : int.MaxValue;
            parsed.Add(new Sentence(Tokens(sentences[s], forms[s], annotations[s], after), blocks[s]));
        }
        return new ParsedDocument(document, parsed);
    }

    /// <summary>Tags and parses sentences whose words are given; the words stay as they are.</summary>
    public ParsedDocument Parse(Document document, IReadOnlyList<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sentences);
        TokenAnnotation[][] annotations = analyzer.Analyze([.. sentences.Select(s => s.Tokens.Select(t => t.Form).ToArray())]);
        return new ParsedDocument(
            document, [.. sentences.Select((s, i) => new Sentence([.. s.Tokens.Select((t, j) => Annotate(t, annotations[i][j]))], s.Block))]);
    }

    private static Token Annotate(Token token, in TokenAnnotation a) =>
        token with { Lemma = a.Lemma, Upos = a.Upos, Xpos = a.Xpos, Feats = a.Feats, Head = a.Head, Deprel = a.Deprel, EntityTag = a.EntityTag };

    private static Token[] Tokens(TokenMark[] marks, string[] forms, TokenAnnotation[] annotations, int after)
    {
        Token[] tokens = new Token[marks.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            TokenMark mark = marks[i];
            TokenAnnotation a = annotations[i];
            tokens[i] = new Token
            {
                Index = i,
                Form = forms[i],
                Span = new TextSpan(mark.Start, mark.End),
                SpaceAfter = (i + 1 == marks.Length ? after : marks[i + 1].Start) > mark.End,
                MultiwordLength = mark.Parts,
                Lemma = a.Lemma,
                Upos = a.Upos,
                Xpos = a.Xpos,
                Feats = a.Feats,
                Head = a.Head,
                Deprel = a.Deprel,
                EntityTag = a.EntityTag,
            };
        }
        return tokens;
    }
}
