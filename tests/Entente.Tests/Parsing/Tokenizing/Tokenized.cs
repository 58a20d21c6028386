using Entente.Gazetteers;
using Entente.Parsing.Tokenizing;

namespace Entente.Tests.Parsing.Tokenizing;

/// <summary>A block of text cut into words and sentences, for tests.</summary>
internal sealed class Tokenized
{
    private static readonly Tokenizer Tokenizer = new(new TokenLexicon(DataFiles.BuiltIn));
    private static readonly SentenceSplitter Splitter = new(BoundaryModel.ReadBuiltIn());

    public Tokenized(string text)
    {
        Text = text;
        Tokenizer.Tokenize(text, 0, text.Length, Marks);
        Splitter.Split(text, Marks, 0, Ends);
    }

    public string Text { get; }

    public List<TokenMark> Marks { get; } = [];

    public List<int> Ends { get; } = [];

    /// <summary>The words between spaces; those of a multiword token joined by "|".</summary>
    public string Words => Join(0, Marks.Count);

    /// <summary>The sentences, written as <see cref="Words"/>.</summary>
    public string[] Sentences => [.. Ends.Select((end, i) => Join(i == 0 ? 0 : Ends[i - 1], end))];

    private string Join(int start, int end)
    {
        List<string> words = [];
        for (int i = start; i < end; i += Math.Max(1, Marks[i].Parts))
        {
            words.Add(string.Join('|', Marks.GetRange(i, Math.Max(1, Marks[i].Parts)).Select(m => Text.Substring(m.Start, m.Length))));
        }
        return string.Join(' ', words);
    }
}
