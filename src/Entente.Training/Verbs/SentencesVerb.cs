using System.CommandLine;
using Entente.Parsing.Tokenizing;
using Entente.Training.Sentences;

namespace Entente.Training.Verbs;

/// <summary>entente-train sentences SETTINGS: trains the model of sentence ends and writes it with its card.</summary>
internal static class SentencesVerb
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        Argument<FileInfo> settings = new("settings") { Description = "Settings of the model (JSON), as src/Entente.Training/english-sentences.json" };
        Option<DirectoryInfo> data = new("--data") { Description = "Folder of the data sets", Required = true };
        Option<FileInfo> output = new("--out") { Description = "Model file to write; the card is written beside it", Required = true };
        Command command = new("sentences", "Train the model of sentence ends and write it with its card; takes seconds") { settings, data, output };
        command.SetAction(parsed =>
        {
            SentenceTrainer trainer = new(SentenceTraining.Load(parsed.GetRequiredValue(settings).FullName), Console.Error.WriteLine);
            BoundaryModel model = trainer.Train(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(settings).DirectoryName ?? ".");
            string file = parsed.GetRequiredValue(output).FullName;
            using (FileStream stream = File.Create(file)) model.Write(stream);
            File.WriteAllText(Path.ChangeExtension(file, ".md"), SentenceCard.Of(model));
            return 0;
        });
        return command;
    }
}
