using System.CommandLine;
using Entente.Claims;
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
    private readonly Option<bool> withText = new("--with-text") { Description = "With --jsonl: print the text too, in which the offsets count" };
    private readonly Option<string> offsets = new("--offsets")
    {
        Description = "With --jsonl: what the offsets count: utf16, codepoints or utf8",
        HelpName = "UNIT",
        DefaultValueFactory = _ => "utf16",
    };
    private readonly Option<int> jobs = CommonOptions.Jobs();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        offsets.AcceptOnlyFromAmong("utf16", "codepoints", "utf8");
        Command command = new("read", "Read reports and keep what they claim") { inputs, ledger, jsonl, withText, offsets, jobs, data };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        DataFiles files = new(parsed.GetValue(data));
        Reader reader = new(files);
        int workers = parsed.GetValue(jobs) is > 0 and int n ? n : Environment.ProcessorCount;
        Pipeline pipeline = new(files);
        IEnumerable<ReadResult> results = Inputs(parsed.GetRequiredValue(inputs), reader, surroundings);
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

    private static OffsetUnit Unit(string name) => name switch { "codepoints" => OffsetUnit.CodePoints, "utf8" => OffsetUnit.Utf8, _ => OffsetUnit.Utf16 };

    private static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";

    private static IEnumerable<ReadResult> Inputs(string[] inputs, Reader reader, Surroundings surroundings)
    {
        foreach (string input in inputs)
        {
            if (input == "-")
            {
                foreach (ReadResult result in reader.Read(surroundings.Input, "-")) yield return result;
                continue;
            }
            string[] files = Directory.Exists(input) ? [.. Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [input];
            foreach (string file in files)
            {
                if (!File.Exists(file))
                {
                    yield return new ReadResult(new Skipped(file, "no such file or folder"));
                    continue;
                }
                using FileStream stream = File.OpenRead(file);
                foreach (ReadResult result in reader.Read(stream, file)) yield return result;
            }
        }
    }

    private sealed record Understood(ReadReport? Report, string? Trouble);
}
