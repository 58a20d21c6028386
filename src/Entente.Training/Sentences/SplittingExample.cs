using Entente.Parsing.Conllu;
using Entente.Parsing.Tokenizing;

namespace Entente.Training.Sentences;

/// <summary>A paragraph of a treebank, cut into words by the tokenizer, with the places where its sentences end.</summary>
/// <param name="Text">The sentences with a space between them.</param>
/// <param name="Marks">Its words.</param>
/// <param name="Ends">Characters of the text after which a sentence ends.</param>
internal sealed record SplittingExample(string Text, List<TokenMark> Marks, HashSet<int> Ends)
{
    /// <summary>The paragraphs of a CoNLL-U file, as its comments newdoc and newpar divide it.</summary>
    public static IEnumerable<SplittingExample> Read(string path, Tokenizer tokenizer)
    {
        using StreamReader reader = new(path);
        List<string> sentences = [];
        foreach (ConlluSentence sentence in ConlluReader.Read(reader, path))
        {
            bool begins = sentence.Comments.Any(c => c.StartsWith("# newdoc", StringComparison.Ordinal) || c.StartsWith("# newpar", StringComparison.Ordinal));
            if (begins && sentences.Count > 0)
            {
                yield return Create(sentences, tokenizer);
                sentences.Clear();
            }
            sentences.Add(sentence.Comment("text") ?? sentence.Text);
        }
        if (sentences.Count > 0) yield return Create(sentences, tokenizer);
    }

    /// <summary>The paragraphs of a text file with a bar where each sentence ends but the last of a line.</summary>
    public static IEnumerable<SplittingExample> ReadMarked(string path, Tokenizer tokenizer) =>
        from line in File.ReadLines(path)
        where line.Length > 0 && line[0] != '#'
        select Create([.. line.Split('|', StringSplitOptions.TrimEntries)], tokenizer);

    private static SplittingExample Create(List<string> sentences, Tokenizer tokenizer)
    {
        string text = string.Join(' ', sentences);
        HashSet<int> ends = [];
        int at = 0;
        foreach (string sentence in sentences)
        {
            ends.Add(at + sentence.Length);
            at += sentence.Length + 1;
        }
        List<TokenMark> marks = [];
        tokenizer.Tokenize(text, 0, text.Length, marks);
        return new SplittingExample(text, marks, ends);
    }
}
