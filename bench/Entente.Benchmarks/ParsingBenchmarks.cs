using BenchmarkDotNet.Attributes;
using Entente.Parsing;
using Entente.Text;

namespace Entente.Benchmarks;

/// <summary>Parsing the example reports.</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private readonly Parser parser = new();
    private readonly IReadOnlyList<Document> documents = Reports.Read(null);

    [Benchmark]
    public int Parse() => documents.Sum(d => parser.Parse(d).Sentences.Count);
}
