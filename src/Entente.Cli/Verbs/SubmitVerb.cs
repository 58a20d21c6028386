using System.CommandLine;
using Entente.Cli.Inputs;
using Entente.Fleet;
using Entente.Gazetteers;
using Entente.Reading;

namespace Entente.Cli.Verbs;

/// <summary><c>entente submit</c>: documents onto a queue, for workers on any number of machines.</summary>
internal sealed class SubmitVerb : IVerb
{
    private readonly Argument<string[]> inputs = CommonOptions.Inputs("A file, a folder, a URL, or - for standard input");
    private readonly FleetArguments fleet = new();
    private readonly Option<int?> mostWaiting = new("--most-waiting") { Description = "Wait while more documents than this are in the queue", HelpName = "N" };
    private readonly Option<string?> data = CommonOptions.Data();
    private readonly Option<bool> isPrivate = new("--private") { Description = "Allow addresses inside one's own network" };

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("submit", "Put reports on a queue, to be read by workers")
        {
            inputs, fleet.Queue, fleet.Name, fleet.Archives, mostWaiting, fleet.Config, data, isPrivate, fleet.Log, fleet.LogLevel,
        };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        using StopSignals stop = new();
        FleetSettings settings = fleet.Settings(parsed);
        FleetOptions options = fleet.Options(parsed, settings) with
        {
            Archives = settings.Text("archives", parsed.GetValue(fleet.Archives)),
            MostWaiting = settings.Number("most-waiting", parsed.GetValue(mostWaiting), 0, 0),
        };
        Reader reader = new(new DataFiles(settings.Text("data", parsed.GetValue(data))));
        using InputReader opened = new(reader, surroundings, new InputOptions { AllowPrivateAddresses = parsed.GetValue(isPrivate) });
        Progress progress = new(surroundings);
        bool all = true;
        return Task.Run(async () =>
        {
            await using Submitter submitter = new(options, fleet.Logger(parsed, settings, surroundings), surroundings.Clock);
            try
            {
                foreach (string input in parsed.GetRequiredValue(inputs))
                {
                    all &= await SubmitAsync(input, options, submitter, opened, progress, surroundings, stop.Token);
                }
                await submitter.FlushAsync(stop.Token);
            }
            catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
            {
                progress.End();
                surroundings.Complain($"stopped by {stop.Name} after {submitter.Confirmed} documents; submitting all again does no harm");
                return stop.ExitCode;
            }
            progress.End();
            surroundings.Out.WriteLine($"{submitter.Confirmed} document{(submitter.Confirmed == 1 ? "" : "s")} on the queue '{options.Name}', {submitter.Bytes / 1e6:0.0} MB");
            return all ? ExitCode.Done : ExitCode.Unread;
        }).GetAwaiter().GetResult();
    }

    private static async Task<bool> SubmitAsync(
        string input, FleetOptions options, Submitter submitter, InputReader opened, Progress progress, Surroundings surroundings, CancellationToken stop)
    {
        if (options.Archives is not null && File.Exists(input) && Submitter.IsArchive(input))
        {
            await submitter.SubmitRecordsAsync(input, stop);
            return true;
        }
        bool all = true;
        foreach (ReadResult result in opened.Read([input]))
        {
            stop.ThrowIfCancellationRequested();
            if (result.Document is { } document)
            {
                await submitter.SubmitAsync(document, stop);
                progress.Report(0);
                continue;
            }
            all = false;
            progress.End();
            surroundings.Complain(result.Skipped!.ToString());
        }
        return all;
    }
}
