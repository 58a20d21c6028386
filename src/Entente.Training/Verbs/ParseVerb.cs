using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Entente.Parsing;
using Entente.Training.Language;

namespace Entente.Training.Verbs;

/// <summary>entente-train parse: gold tokens in, CoNLL-U out, and how fast.</summary>
internal static class ParseVerb
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        Argument<FileInfo> gold = new("gold") { Description = "A treebank in CoNLL-U, of which only the tokens are taken" };
        Option<FileInfo> model = new("--model") { Description = "Model file", DefaultValueFactory = _ => new FileInfo(Analyzer.DefaultPath) };
        Option<int> repeat = new("--repeat") { Description = "Analyse so many times, for the speed", DefaultValueFactory = _ => 1 };
        Command command = new("parse", "Analyse the tokens of a treebank with a model") { gold, model, repeat };
        command.SetAction(parsed =>
        {
            Stopwatch clock = Stopwatch.StartNew();
            Analyzer analyzer = Analyzer.Load(parsed.GetRequiredValue(model).FullName);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"model loaded in {clock.Elapsed.TotalMilliseconds:0} ms"));
            List<string[]> sentences = [.. TreebankReader.Trees(parsed.GetRequiredValue(gold).FullName).Select(s => s.Forms)];
            TokenAnnotation[][] results = [];
            for (int i = 0; i < parsed.GetValue(repeat); i++)
            {
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                clock.Restart();
                results = analyzer.Analyze(sentences);
                int words = sentences.Sum(s => s.Length);
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{words} words, {words / clock.Elapsed.TotalSeconds:0} words/s, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / words} bytes/word"));
            }
            using StreamWriter writer = new(Console.OpenStandardOutput());
            for (int s = 0; s < results.Length; s++)
            {
                for (int i = 0; i < results[s].Length; i++)
                {
                    TokenAnnotation a = results[s][i];
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1}\t{sentences[s][i]}\t{a.Lemma}\t{a.Upos}\t{a.Xpos}\t{a.Feats}\t{a.Head}\t{a.Deprel}\t_\tNER={a.EntityTag}\n"));
                }
                writer.Write('\n');
            }
            return 0;
        });
        return command;
    }
}
