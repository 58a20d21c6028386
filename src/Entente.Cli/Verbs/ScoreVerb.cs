using System.CommandLine;
using System.Text.Json;
using Entente.Claims;
using Entente.Cli.Scoring;
using Entente.Gazetteers;
using Entente.Reading;

namespace Entente.Cli.Verbs;

/// <summary><c>entente score</c>: how many claims of a gold panel are found.</summary>
internal sealed class ScoreVerb : IVerb
{
    private readonly Argument<string> gold = new("GOLD") { Description = "Folder with NAME.txt, the report, and NAME.json, its gold claims" };
    private readonly Option<int> errors = new("--errors") { Description = "Show so many of the errors", HelpName = "N" };
    private readonly Option<int> jobs = CommonOptions.Jobs();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("score", "Compare what is found in reports with gold claims") { gold, errors, jobs, json, data };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        string folder = parsed.GetRequiredValue(gold);
        if (!Directory.Exists(folder)) throw new UsageException(Messages.NoSuchFile(folder));
        DataFiles files = new(parsed.GetValue(data));
        Reader reader = new(files);
        Pipeline pipeline = new(files);
        int workers = parsed.GetValue(jobs) is > 0 and int n ? n : Environment.ProcessorCount;
        string[] names = [.. Directory.EnumerateFiles(folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Where(f => File.Exists(Path.Combine(folder, f + ".txt"))).Order(StringComparer.Ordinal)];
        PanelScore score = new();
        foreach ((string name, string found, string text) in InOrder.Select(names, workers, name => Found(Path.Combine(folder, name + ".txt"), name, reader, pipeline)))
        {
            using JsonDocument want = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".json"))), got = JsonDocument.Parse(found);
            score.Add(name, want.RootElement, got.RootElement, text);
        }
        surroundings.Out.Write(parsed.GetValue(json) ? score.Json() + "\n" : score.Table());
        foreach (string error in score.Errors.Take(parsed.GetValue(errors))) surroundings.Out.WriteLine("  " + error);
        return ExitCode.Done;
    }

    private static (string Name, string Found, string Text) Found(string path, string name, Reader reader, Pipeline pipeline)
    {
        using FileStream stream = File.OpenRead(path);
        if (reader.Read(stream, path).FirstOrDefault()?.Document is not { } document) return (name, """{"claims":[]}""", "");
        return (name, ClaimJson.Line(document, pipeline.Read(document)), document.Text);
    }
}
