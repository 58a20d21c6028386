using System.CommandLine;
using Entente.Claims;
using Entente.Cli.Inputs;
using Entente.Gazetteers;
using Entente.Reading;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente read</c>: documents in, claims into the ledger or out as JSONL.</summary>
internal sealed class ReadVerb : IVerb
{
    // A batch is one transaction: large enough to be fast, small enough that little is read again after a crash.
    private const int BatchReports = 200;
    private const int BatchClaims = 5000;

    private readonly Argument<string[]> inputs = CommonOptions.Inputs("A file, a folder, a URL, or - for standard input");
    private readonly Option<string> ledger = CommonOptions.Ledger();
    private readonly Option<bool> jsonl = new("--jsonl") { Description = "Print one JSON object a document and store nothing" };
    private readonly Option<bool> withText = new("--with-text") { Description = "With --jsonl: print the text too, in which the offsets count" };
    private readonly Option<string> offsets = new("--offsets")
    {
        Description = "With --jsonl: what the offsets count: utf16, codepoints or utf8",
        HelpName = "UNIT",
        DefaultValueFactory = _ => "utf16",
    };
    private readonly Option<int> jobs = CommonOptions.Jobs();
    private readonly Option<string?> data = CommonOptions.Data();
    private readonly Option<string[]> include = new("--include") { Description = "Of folders: only files whose names fit, with * and ?", HelpName = "PATTERN" };
    private readonly Option<string[]> exclude = new("--exclude") { Description = "Of folders: pass over files and folders whose names fit", HelpName = "PATTERN" };
    private readonly Option<string?> since = new("--since") { Description = "Of folders: only files changed on this day or later", HelpName = "DATE" };
    private readonly Option<bool> isPrivate = new("--private") { Description = "Allow addresses inside one's own network" };
    private readonly Option<bool> ignoreRobots = new("--ignore-robots") { Description = "Fetch what robots.txt of a site does not allow" };

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        offsets.AcceptOnlyFromAmong("utf16", "codepoints", "utf8");
        Command command = new("read", "Read reports and keep what they claim") { inputs, ledger, jsonl, withText, offsets, jobs, data, include, exclude, since, isPrivate, ignoreRobots };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        DataFiles files = new(parsed.GetValue(data));
        Reader reader = new(files);
        int workers = parsed.GetValue(jobs) is > 0 and int n ? n : Environment.ProcessorCount;
        Pipeline pipeline = new(files);
        using InputReader opened = new(reader, surroundings, Options(parsed));
        IEnumerable<ReadResult> results = opened.Read(parsed.GetRequiredValue(inputs));
        IEnumerable<Understood> understood = InOrder.Select(results, workers, result => Understand(pipeline, result));
        Progress progress = new(surroundings);
        bool all = parsed.GetValue(jsonl)
            ? Print(understood, surroundings, parsed.GetValue(withText), Unit(parsed.GetRequiredValue(offsets)), progress)
            : Keep(understood, surroundings, parsed.GetRequiredValue(ledger), progress);
        return all ? ExitCode.Done : ExitCode.Unread;
    }

    private static bool Print(IEnumerable<Understood> results, Surroundings surroundings, bool withText, OffsetUnit unit, Progress progress)
    {
        bool all = true;
        foreach (Understood result in results)
        {
            if (result.Report is { } report)
            {
                surroundings.Out.WriteLine(ClaimJson.Line(report.Document, report.Claims, withText, unit));
                progress.Report(report.Claims.Count);
            }
            all &= Complained(result, progress, surroundings);
        }
        progress.End();
        return all;
    }

    private static bool Keep(IEnumerable<Understood> results, Surroundings surroundings, string location, Progress progress)
    {
        using ILedger ledger = Ledger.Open(location, surroundings.Clock);
        bool all = true;
        int reports = 0;
        LedgerChange change = default;
        List<ReadReport> batch = [];
        foreach (Understood result in results)
        {
            if (result.Report is { } report)
            {
                reports++;
                batch.Add(report);
                progress.Report(report.Claims.Count);
                if (batch.Count >= BatchReports || batch.Sum(b => b.Claims.Count) >= BatchClaims)
                {
                    change += ledger.Add(batch);
                    batch.Clear();
                }
            }
            all &= Complained(result, progress, surroundings);
        }
        change += ledger.Add(batch);
        progress.End();
        ledger.Reconcile(left => progress.Say($"comparing, {left} topics left"));
        progress.End();
        surroundings.Out.WriteLine($"{Count(reports, "report")} read, {change.Reports} new; {Count(change.Claims, "new claim")}{(change.Removed > 0 ? $", {change.Removed} withdrawn" : "")}; kept in {ledger.Location}");
        return all;
    }

    private static bool Complained(Understood result, Progress progress, Surroundings surroundings)
    {
        if (result.Trouble is null) return true;
        progress.End();
        surroundings.Complain(result.Trouble);
        return false;
    }

    private static Understood Understand(Pipeline pipeline, ReadResult result)
    {
        if (result.Document is not { } document) return new Understood(null, result.Skipped!.ToString());
        try
        {
            return new Understood(new ReadReport(document, pipeline.Read(document)), null);
        }
        catch (Exception error) when (error is not (OutOfMemoryException or EntenteException))
        {
            // A fault of ours in one report must not cost the others. The report is kept, without claims.
            return new Understood(new ReadReport(document, []), $"{document.Source}: could not be understood ({error.GetType().Name}: {error.Message})");
        }
    }

    private InputOptions Options(ParseResult parsed) => new()
    {
        Include = parsed.GetValue(include) ?? [],
        Exclude = parsed.GetValue(exclude) ?? [],
        Since = parsed.GetValue(since) is { } day ? new DateTimeOffset(CommonOptions.Day("--since", day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
        AllowPrivateAddresses = parsed.GetValue(isPrivate),
        IgnoreRobots = parsed.GetValue(ignoreRobots),
    };

    private static OffsetUnit Unit(string name) => name switch { "codepoints" => OffsetUnit.CodePoints, "utf8" => OffsetUnit.Utf8, _ => OffsetUnit.Utf16 };

    private static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";

    private sealed record Understood(ReadReport? Report, string? Trouble);
}
