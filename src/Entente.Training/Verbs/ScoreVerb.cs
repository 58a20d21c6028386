using System.CommandLine;
using Entente.Parsing;
using Entente.Training.Language;

namespace Entente.Training.Verbs;

/// <summary>entente-train score: how well a model analyses gold tokens.</summary>
internal static class ScoreVerb
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        Argument<FileInfo> gold = new("gold") { Description = "A treebank in CoNLL-U" };
        Option<FileInfo> model = new("--model") { Description = "Model file", DefaultValueFactory = _ => new FileInfo(Analyzer.DefaultPath) };
        Option<FileInfo?> entities = new("--entities") { Description = "The same sentences with entity tags (.iob2)" };
        Command command = new("score", "Score a model on gold tokens: tags, lemmas, trees, entities") { gold, model, entities };
        command.SetAction(parsed =>
        {
            Analyzer analyzer = Analyzer.Load(parsed.GetRequiredValue(model).FullName);
            IReadOnlyList<TrainingSentence> sentences =
                TrainingData.Load(new TreebankFiles(parsed.GetRequiredValue(gold).FullName, parsed.GetValue(entities)?.FullName), "/");
            Console.WriteLine(Scores.Of(analyzer, sentences));
            return 0;
        });
        return command;
    }
}
