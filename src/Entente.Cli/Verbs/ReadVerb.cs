using System.CommandLine;
using Entente.Claims;
using Entente.Cli.Inputs;
using Entente.Gazetteers;
using Entente.Reading;
using Entente.Storage;
using Entente.Text;

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
    private readonly Option<bool> showCut = new("--show-cut") { Description = "Show how each report was read, what was cut from it and why, and store nothing" };
    private readonly Option<bool> withText = new("--with-text") { Description = "With --jsonl: print the text too, in which the offsets count" };
    private readonly Option<string> offsets = new("--offsets")
    {
        Description = "With --jsonl: what the offsets count: utf16, codepoints or utf8",
        HelpName = "UNIT",
        DefaultValueFactory = _ => "utf16",
    };
    private readonly Option<int> jobs = CommonOptions.Jobs();
    private readonly Option<string?> data = CommonOptions.Data();
    private readonly Option<string[]> include = new("--include") { Description = "Of folders: only files whose names fit, with * and ?; a pattern with / is for the path", HelpName = "PATTERN" };
    private readonly Option<string[]> exclude = new("--exclude") { Description = "Of folders: pass over files and folders whose names or paths fit", HelpName = "PATTERN" };
    private readonly Option<string?> since = new("--since") { Description = "Of folders: only files changed on this day or later", HelpName = "DATE" };
    private readonly Option<bool> follow = new("--follow") { Description = "Of feeds: fetch the page of each entry and read that" };
    private readonly Option<bool> isPrivate = new("--private") { Description = "Allow addresses inside one's own network" };
    private readonly Option<bool> ignoreRobots = new("--ignore-robots") { Description = "Fetch what robots.txt of a site does not allow" };

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        offsets.AcceptOnlyFromAmong("utf16", "codepoints", "utf8");
        Command command = new("read", "Read reports and keep what they claim") { inputs, ledger, jsonl, showCut, withText, offsets, jobs, data, include, exclude, since, follow, isPrivate, ignoreRobots };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        DataFiles files = new(parsed.GetValue(data));
        int workers = parsed.GetValue(jobs) is > 0 and int n ? n : Environment.ProcessorCount;
        InputOptions options = Options(parsed);
        string[] named = parsed.GetRequiredValue(inputs);
        Progress progress = new(surroundings);
        using StopSignals stop = new();
        if (parsed.GetValue(showCut))
        {
            using InputReader shown = new(new Reader(files, new ReadOptions { KeepCuts = true }), surroundings, options);
            return Show(shown.Read(named), surroundings, parsed.GetValue(jsonl), progress) ? ExitCode.Done : ExitCode.Unread;
        }
        Reader reader = new(files);
        Pipeline pipeline = new(files);
        bool all;
        if (parsed.GetValue(jsonl))
        {
            using InputReader printed = new(reader, surroundings, options);
            IEnumerable<Understood> understood = InOrder.Select(Until(stop, printed.Read(named)), workers, result => Understand(pipeline, result));
            all = Print(understood, surroundings, parsed.GetValue(withText), Unit(parsed.GetRequiredValue(offsets)), progress);
        }
        else
        {
            using ILedger kept = Ledger.Open(parsed.GetRequiredValue(ledger), surroundings.Clock);
            string stamp = ReadingStamp.Of(parsed.GetValue(data));
            FetchMemory memory = new(kept, stamp);
            using InputReader opened = new(reader, surroundings, options with { Memory = memory });
            // What is in the ledger as it is now is not parsed again: a run that was broken off goes on where it stopped.
            IEnumerable<(ReadResult Result, bool Held)> fresh = Until(stop, opened.Read(named)).Select(r => (r, r.Document is { } document && kept.Holds(document, stamp)));
            IEnumerable<Understood> understood = InOrder.Select(fresh, workers, item => item.Held ? Known(item.Result) : Understand(pipeline, item.Result, stamp));
            all = Keep(understood, surroundings, kept, memory, progress, stop.Token);
        }
        if (stop.ExitCode != 0)
        {
            surroundings.Complain(Messages.Stopped(stop.Name));
            return stop.ExitCode;
        }
        return all ? ExitCode.Done : ExitCode.Unread;
    }

    private static IEnumerable<ReadResult> Until(StopSignals stop, IEnumerable<ReadResult> results) => results.TakeWhile(_ => !stop.Token.IsCancellationRequested);

    private static bool Show(IEnumerable<ReadResult> results, Surroundings surroundings, bool json, Progress progress)
    {
        bool all = true;
        foreach (ReadResult result in results)
        {
            if (result.Document is { } document)
            {
                if (json) surroundings.Out.WriteLine(ReadingPrinter.Json(document));
                else ReadingPrinter.Text(document, surroundings.Out);
            }
            all &= Complained(new Understood(null, result.Skipped?.ToString()), progress, surroundings);
        }
        return all;
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

    private static bool Keep(IEnumerable<Understood> results, Surroundings surroundings, ILedger ledger, FetchMemory memory, Progress progress, CancellationToken stop)
    {
        bool all = true;
        int reports = 0, known = 0;
        LedgerChange change = default;
        List<ReadReport> batch = [];
        foreach (Understood result in results)
        {
            if (result.IsKnown)
            {
                known++;
                progress.Report(0);
            }
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
        memory.Keep();
        progress.End();
        // Who asked to stop does not wait for the comparison; the next command that opens the ledger makes up for it.
        if (!stop.IsCancellationRequested) ledger.Reconcile(left => progress.Say($"comparing, {left} topics left"));
        progress.End();
        string before = (known > 0 ? $", {known} as before" : "") + (memory.Unchanged > 0 ? $", {Count(memory.Unchanged, "page")} unchanged" : "");
        surroundings.Out.WriteLine($"{Count(reports + known, "report")} read, {change.Reports} new{before}; {Count(change.Claims, "new claim")}{(change.Removed > 0 ? $", {change.Removed} withdrawn" : "")}; kept in {ledger.Location}");
        return all;
    }

    private static bool Complained(Understood result, Progress progress, Surroundings surroundings)
    {
        if (result.Note is not null)
        {
            progress.End();
            surroundings.Complain(result.Note);
        }
        if (result.Trouble is null) return true;
        progress.End();
        surroundings.Complain(result.Trouble);
        return false;
    }

    private static Understood Known(ReadResult result) => new(null, null, NoteOn(result.Document!)) { IsKnown = true };

    // A report in another language is no fault of the input: it is said, and the exit code stays.
    private static string? NoteOn(Document document) => document.IsParsed ? null : Messages.OtherLanguage(document.Source, document.Language);

    private static Understood Understand(Pipeline pipeline, ReadResult result, string? stamp = null)
    {
        if (result.Document is not { } document) return new Understood(null, result.Skipped!.ToString());
        try
        {
            return new Understood(new ReadReport(document, pipeline.Read(document)) { Stamp = stamp }, null, NoteOn(document));
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
        FollowLinks = parsed.GetValue(follow),
        AllowPrivateAddresses = parsed.GetValue(isPrivate),
        IgnoreRobots = parsed.GetValue(ignoreRobots),
    };

    private static OffsetUnit Unit(string name) => name switch { "codepoints" => OffsetUnit.CodePoints, "utf8" => OffsetUnit.Utf8, _ => OffsetUnit.Utf16 };

    private static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";

    /// <param name="Report">What is to be kept, if anything.</param>
    /// <param name="Trouble">Why it could not be read or understood.</param>
    /// <param name="Note">What is to be said without its being a fault.</param>
    private sealed record Understood(ReadReport? Report, string? Trouble, string? Note = null)
    {
        /// <summary>Whether the ledger holds it as it is.</summary>
        public bool IsKnown { get; init; }
    }
}
