using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Entente.Claims;
using Entente.Extracting;
using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Parsing.Conllu;
using Entente.Parsing.Tokenizing;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Storage;
using Entente.Text;

namespace Entente.Benchmarks;

/// <summary>
/// Words a second of each stage on one thread, with what the stages before it made at hand. Time is processor time of the process, so that a
/// busy machine does not change the table much; of several rounds the fastest counts, after one that warms up.
/// </summary>
internal static class Speed
{
    private const int Rounds = 5;
    private const int WordsARound = 40_000;

    /// <summary>The table, as Markdown.</summary>
    public static string Table(string? folder)
    {
        IReadOnlyList<Document> reports = Reports.Read(folder);
        Tokenizer tokenizer = new(new TokenLexicon(DataFiles.BuiltIn));
        SentenceSplitter splitter = new(BoundaryModel.ReadBuiltIn());
        Parser parser = new();
        Recognizer recognizer = new();
        Resolver resolver = new();
        Extractor extractor = new();
        ParsedDocument[] once = [.. reports.Select(parser.Parse)];
        int words = once.Sum(p => p.Sentences.Sum(s => s.Tokens.Count));
        Document[] documents = [.. Enumerable.Repeat(reports, Math.Max(1, WordsARound / words)).SelectMany(r => r)];
        ParsedDocument[] parsed = [.. documents.Select(parser.Parse)];
        RecognizedDocument[] recognized = [.. parsed.Select(recognizer.Recognize)];
        ResolvedDocument[] resolved = [.. recognized.Select(resolver.Resolve)];
        IReadOnlyList<Claim>[] claims = [.. resolved.Select(extractor.Extract)];
        words = parsed.Sum(p => p.Sentences.Sum(s => s.Tokens.Count));

        StringBuilder table = new();
        table.Append(CultureInfo.InvariantCulture, $"{words:N0} words in {documents.Length} reports ({reports.Count} different); {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores.\n\n");
        table.Append("| step | words a second, one core | share of the whole | bytes allocated a word |\n|---|--:|--:|--:|\n");
        List<(string Step, double Seconds, double Bytes)> rows =
        [
            Measure("words and sentences", () => CutAll(documents, tokenizer, splitter)),
            Measure("parse (with the step above)", () => Each(documents, d => parser.Parse(d).Sentences.Count)),
            Measure("recognize", () => Each(parsed, p => recognizer.Recognize(p).GetHashCode())),
            Measure("resolve", () => Each(recognized, r => resolver.Resolve(r).GetHashCode())),
            Measure("extract", () => Each(resolved, r => extractor.Extract(r).Count)),
            Measure("keep in SQLite", () => Keep(documents, claims)),
        ];
        long characters = documents.Sum(d => (long)d.Text.Length);
        double whole = rows.Skip(1).Sum(r => r.Seconds);
        foreach ((string step, double seconds, double bytes) in rows)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {step} | {words / seconds:N0} | {seconds / whole:P0} | {bytes / words:N0} |\n");
        }
        table.Append(CultureInfo.InvariantCulture, $"| **text to claims in SQLite** | **{words / whole:N0}** | {1:P0} | {rows.Skip(1).Sum(r => r.Bytes) / words:N0} |\n");
        (_, double conllu, double conlluBytes) = Measure("raw text to CoNLL-U", () => Each(documents, d => Write(parser.Parse(d))));
        table.Append(CultureInfo.InvariantCulture, $"\nRaw text to CoNLL-U: {words / conllu:N0} words a second, {conlluBytes / words:N0} bytes allocated a word.\n");
        table.Append(CultureInfo.InvariantCulture, $"Words and sentences: {characters / rows[0].Seconds / 1e6:0.0} million characters a second.\n");
        Segmenter segmenter = new();
        Recognizer quantities = Recognizer.OfQuantities(DataFiles.BuiltIn);
        Resolver times = Resolver.OfTimes(DataFiles.BuiltIn);
        (_, double alone, _) = Measure("quantities and times", () => Each(documents, d => times.Resolve(quantities.Recognize(segmenter.Segment(d))).Times.Count));
        table.Append(CultureInfo.InvariantCulture, $"All mentions, parse at hand: {characters / rows[2].Seconds / 1e6:0.0} MB/s; quantities and times with words and sentences, no parse: {characters / alone / 1e6:0.0} MB/s.\n");
        table.Append(CultureInfo.InvariantCulture, $"Recognizing and resolving take {(rows[2].Seconds + rows[3].Seconds) / rows[1].Seconds:P0} of the time of the parse.\n");
        return table.ToString();
    }

    private static (string Step, double Seconds, double Bytes) Measure(string step, Action run)
    {
        run();
        double best = double.MaxValue;
        long before = GC.GetAllocatedBytesForCurrentThread();
        using Process process = Process.GetCurrentProcess();
        for (int i = 0; i < Rounds; i++)
        {
            process.Refresh();
            TimeSpan start = process.TotalProcessorTime;
            run();
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - start).TotalSeconds);
        }
        return (step, Math.Max(best, 1e-4), (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Rounds);
    }

    private static void Each<T>(T[] items, Func<T, int> work)
    {
        foreach (T item in items) work(item);
    }

    private static void CutAll(Document[] documents, Tokenizer tokenizer, SentenceSplitter splitter)
    {
        List<TokenMark> marks = [];
        List<int> ends = [];
        foreach (Document document in documents)
        {
            foreach (Block block in document.Blocks)
            {
                marks.Clear();
                ends.Clear();
                tokenizer.Tokenize(document.Text, block.Span.Start, block.Span.End, marks);
                splitter.Split(document.Text, marks, 0, ends);
            }
        }
    }

    private static int Write(ParsedDocument parsed)
    {
        new ConlluWriter(TextWriter.Null).Write(parsed);
        return 0;
    }

    private static void Keep(Document[] documents, IReadOnlyList<Claim>[] claims)
    {
        string file = Path.Combine(Path.GetTempPath(), $"entente-speed-{Environment.ProcessId}.db");
        try
        {
            using ILedger ledger = Ledger.Open(file, TimeProvider.System);
            // Reports that are equal are kept once: each gets a name of its own.
            ledger.Add([.. documents.Select((d, i) => new ReadReport(d with { Source = $"{i}", Id = $"{i}", Text = $"{d.Text}\n{i}" }, claims[i]))]);
        }
        finally
        {
            foreach (string part in new[] { "", "-wal", "-shm" }) File.Delete(file + part);
        }
    }
}
