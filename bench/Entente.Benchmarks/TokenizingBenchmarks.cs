using BenchmarkDotNet.Attributes;
using Entente.Gazetteers;
using Entente.Parsing.Tokenizing;

namespace Entente.Benchmarks;

/// <summary>Cutting a million characters of reports into words, and these into sentences.</summary>
[MemoryDiagnoser]
public class TokenizingBenchmarks
{
    private readonly Tokenizer tokenizer = new(new TokenLexicon(DataFiles.BuiltIn));
    private readonly SentenceSplitter splitter = new(BoundaryModel.ReadBuiltIn());
    private readonly List<TokenMark> marks = [];
    private readonly List<TokenMark> copy = [];
    private readonly List<int> ends = [];
    private readonly string text = Reports.Text(Reports.Read(null), 1_000_000);

    [GlobalSetup]
    public void Setup() => tokenizer.Tokenize(text, 0, text.Length, copy);

    [Benchmark(Baseline = true)]
    public int Words()
    {
        marks.Clear();
        tokenizer.Tokenize(text, 0, text.Length, marks);
        return marks.Count;
    }

    [Benchmark]
    public int Sentences()
    {
        marks.Clear();
        marks.AddRange(copy);
        ends.Clear();
        splitter.Split(text, marks, 0, ends);
        return ends.Count;
    }
}
