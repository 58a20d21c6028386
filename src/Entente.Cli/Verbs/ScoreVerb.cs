using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
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
    private readonly Option<string?> only = new("--only") { Description = "Only reports whose name matches this regular expression: '[13579]$'", HelpName = "REGEX" };
    private readonly Option<bool> calibration = new("--calibration") { Description = "Show band by band how many claims were right" };
    private readonly Option<string?> fit = new("--fit") { Description = "Learn confidences from these reports and write them to this file: data/confidence.tsv", HelpName = "FILE" };
    private readonly Option<int> jobs = CommonOptions.Jobs();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("score", "Compare what is found in reports with gold claims") { gold, errors, only, calibration, fit, jobs, json, data };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        string folder = parsed.GetRequiredValue(gold);
        if (!Directory.Exists(folder)) throw new UsageException(Messages.NoSuchFile(folder));
        DataFiles files = new(parsed.GetValue(data));
        Reader reader = new(files);
        Pipeline pipeline = new(files, isCalibrated: parsed.GetValue(fit) is null);
        Regex? wanted = Pattern(parsed.GetValue(only));
        int workers = parsed.GetValue(jobs) is > 0 and int n ? n : Environment.ProcessorCount;
        string[] names = [.. Directory.EnumerateFiles(folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Where(f => File.Exists(Path.Combine(folder, f + ".txt")) && wanted?.IsMatch(f) != false).Order(StringComparer.Ordinal)];
        PanelScore score = new();
        List<Claim> claims = [];
        foreach ((string name, string found, string text, IReadOnlyList<Claim> of) in InOrder.Select(names, workers, name => Found(Path.Combine(folder, name + ".txt"), name, reader, pipeline)))
        {
            using JsonDocument want = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".json"))), got = JsonDocument.Parse(found);
            score.Add(name, want.RootElement, got.RootElement, text);
            claims.AddRange(of);
        }
        if (parsed.GetValue(fit) is { } path)
        {
            File.WriteAllText(path, ConfidenceFit.Table([.. claims.Zip(score.Judged, (c, j) => (c, j.Right))], $"{names.Length} reports with {score.Judged.Count} claims"));
            return ExitCode.Done;
        }
        if (parsed.GetValue(calibration))
        {
            surroundings.Out.Write(Calibration.Table(score.Judged, score.Gold));
            return ExitCode.Done;
        }
        surroundings.Out.Write(parsed.GetValue(json) ? score.Json() + "\n" : score.Table());
        foreach (string error in score.Errors.Take(parsed.GetValue(errors))) surroundings.Out.WriteLine("  " + error);
        return ExitCode.Done;
    }

    private static Regex? Pattern(string? pattern)
    {
        try
        {
            return pattern is null ? null : new Regex(pattern, RegexOptions.NonBacktracking);
        }
        catch (ArgumentException problem)
        {
            throw new UsageException($"--only: '{pattern}' is no regular expression: {problem.Message}");
        }
    }

    private static (string Name, string Found, string Text, IReadOnlyList<Claim> Claims) Found(string path, string name, Reader reader, Pipeline pipeline)
    {
        using FileStream stream = File.OpenRead(path);
        if (reader.Read(stream, path).FirstOrDefault()?.Document is not { } document) return (name, """{"claims":[]}""", "", []);
        IReadOnlyList<Claim> claims = pipeline.Read(document);
        return (name, ClaimJson.Line(document, claims), document.Text, claims);
    }
}
