using System.CommandLine;
using Entente.Cli.Inputs;
using Entente.Fleet;
using Entente.Fleet.Watching;
using Entente.Gazetteers;
using Entente.Reading;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente work</c>: reads what is submitted, until it is asked to stop.</summary>
internal sealed class WorkVerb : IVerb
{
    private readonly FleetArguments fleet = new();
    private readonly Option<string?> ledger = new("--ledger") { Description = "The ledger: postgres://user:password@host:port/database, or a SQLite file", HelpName = "FILE|URL" };
    private readonly Option<int> jobs = CommonOptions.Jobs();
    private readonly Option<string?> data = CommonOptions.Data();
    private readonly Option<int?> prefetch = new("--prefetch") { Description = "Documents that may be held unacknowledged (500)", HelpName = "N" };
    private readonly Option<int?> batch = new("--batch") { Description = "Reports of one transaction, at most (200)", HelpName = "N" };
    private readonly Option<int?> deliveries = new("--deliveries") { Description = "A document given out so often without being finished is a dead letter (20)", HelpName = "N" };
    private readonly Option<int?> documentSeconds = new("--document-seconds") { Description = "The longest that one document may take (60)", HelpName = "N" };
    private readonly Option<int?> compareSeconds = new("--compare-seconds") { Description = "Compare new claims with others so often while the queue never runs dry (300)", HelpName = "N" };
    private readonly Option<int?> stopSeconds = new("--stop-seconds") { Description = "The longest that finishing may take when asked to stop (30)", HelpName = "N" };
    private readonly Option<string?> http = new("--http") { Description = "Answer /health/live, /health/ready and /metrics at this host:port", HelpName = "HOST:PORT" };
    private readonly Option<bool> untilEmpty = new("--until-empty") { Description = "End when the queue is empty" };

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("work", "Read the reports of a queue and keep what they claim")
        {
            fleet.Queue, fleet.Name, ledger, jobs, untilEmpty, fleet.Archives, http, prefetch, batch, deliveries, documentSeconds, compareSeconds, stopSeconds, fleet.Config, data, fleet.Log, fleet.LogLevel,
        };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        FleetSettings settings = fleet.Settings(parsed);
        FleetOptions options = fleet.Options(parsed, settings) with
        {
            Archives = settings.Text("archives", parsed.GetValue(fleet.Archives)),
            Jobs = settings.Number("jobs", parsed.GetValue(jobs) is > 0 and int n ? n : null, 1, Environment.ProcessorCount),
            Prefetch = Math.Min(settings.Number("prefetch", parsed.GetValue(prefetch), 1, 500), ushort.MaxValue),
            Batch = settings.Number("batch", parsed.GetValue(batch), 1, 200),
            Deliveries = settings.Number("deliveries", parsed.GetValue(deliveries), 2, 20),
            DocumentTime = TimeSpan.FromSeconds(settings.Number("document-seconds", parsed.GetValue(documentSeconds), 1, 60)),
            CompareEvery = TimeSpan.FromSeconds(settings.Number("compare-seconds", parsed.GetValue(compareSeconds), 1, 300)),
            StopTime = TimeSpan.FromSeconds(settings.Number("stop-seconds", parsed.GetValue(stopSeconds), 1, 30)),
            UntilEmpty = parsed.GetValue(untilEmpty),
            Stamp = ReadingStamp.Of(settings.Text("data", parsed.GetValue(data))),
        };
        using StopSignals stop = new(options.StopTime + TimeSpan.FromSeconds(10));
        string location = settings.Text("ledger", parsed.GetValue(ledger)) ?? throw new UsageException("--ledger is missing: postgres://user:password@host:port/database");
        DataFiles files = new(settings.Text("data", parsed.GetValue(data)));
        Pipeline pipeline = new(files);
        using Worker worker = new(options, new Reader(files), pipeline.Read, () => Ledger.Open(location, surroundings.Clock), fleet.Logger(parsed, settings, surroundings), surroundings.Clock);
        using StatusServer? status = settings.Text("http", parsed.GetValue(http)) is { } address ? new StatusServer(address, worker.Health, worker.Metrics) : null;
        WorkEnd end = Task.Run(() => worker.RunAsync(stop.Token)).GetAwaiter().GetResult();
        surroundings.Out.WriteLine($"{worker.Documents} documents read, {worker.Claims} new claims");
        // Whoever supervises asked for the end, so it is no failure; a document that hangs is one.
        return end == WorkEnd.Stuck ? ExitCode.Unread : ExitCode.Done;
    }
}
