using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Entente.Claims;
using Entente.Fleet;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente queue</c>: how far the workers are, and what became a dead letter.</summary>
internal sealed class QueueVerb : IVerb
{
    private readonly FleetArguments fleet = new();
    private readonly Option<string?> ledger = new("--ledger") { Description = "The ledger that workers write: shows how many reports it has, and how many come", HelpName = "FILE|URL" };
    private readonly Option<double?> watch = new("--watch") { Description = "Look again so often, until stopped, and show rates", HelpName = "SECONDS" };
    private readonly Option<bool> dead = new("--dead") { Description = "List dead letters with their reasons" };
    private readonly Option<bool> retry = new("--retry") { Description = "Put dead letters back on the queue" };
    private readonly Option<int> limit = new("--limit") { Description = "How many dead letters are listed at most", HelpName = "N", DefaultValueFactory = _ => 50 };
    private readonly Option<bool> json = CommonOptions.Json();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("queue", "Show how a queue stands, and its dead letters") { fleet.Queue, fleet.Name, ledger, watch, dead, retry, limit, json, fleet.Config };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        FleetSettings settings = fleet.Settings(parsed);
        FleetOptions options = fleet.Options(parsed, settings);
        bool asJson = parsed.GetValue(json);
        if (parsed.GetValue(retry))
        {
            int moved = Task.Run(() => QueueInspector.RetryAsync(options)).GetAwaiter().GetResult();
            surroundings.Out.WriteLine(asJson ? $"{{\"moved\":{moved}}}" : $"{moved} dead letters are back on the queue");
            return ExitCode.Done;
        }
        if (parsed.GetValue(dead))
        {
            foreach (DeadLetter letter in Task.Run(() => QueueInspector.DeadAsync(options, Math.Max(1, parsed.GetValue(limit)))).GetAwaiter().GetResult())
            {
                surroundings.Out.WriteLine(asJson ? Json(j => Write(j, letter)) : $"{letter.Time ?? "?"}  {letter.Source}: {letter.Reason}");
            }
            return ExitCode.Done;
        }
        using ILedger? kept = settings.Text("ledger", parsed.GetValue(ledger)) is { } location ? Ledger.Open(location, surroundings.Clock, mustExist: true) : null;
        if (parsed.GetValue(watch) is not { } seconds)
        {
            Show(Look(options, kept), null, asJson, surroundings);
            return ExitCode.Done;
        }
        using StopSignals stop = new();
        TimeSpan pause = TimeSpan.FromSeconds(Math.Clamp(seconds, 0.1, 3600));
        for (Reading? before = null; !stop.Token.IsCancellationRequested;)
        {
            Reading now = Look(options, kept);
            Show(now, before, asJson, surroundings);
            surroundings.Out.Flush();
            before = now;
            stop.Token.WaitHandle.WaitOne(pause);
        }
        return ExitCode.Done;
    }

    private static Reading Look(FleetOptions options, ILedger? kept)
    {
        QueueState state = Task.Run(() => QueueInspector.LookAsync(options)).GetAwaiter().GetResult();
        long? reports = kept is null ? null : kept.Query("SELECT count(*) FROM reports").Rows.First()[0] is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
        return new Reading(state, reports, Stopwatch.GetTimestamp());
    }

    private static void Show(Reading now, Reading? before, bool asJson, Surroundings surroundings)
    {
        double seconds = before is null ? 0 : Math.Max(0.001, Stopwatch.GetElapsedTime(before.Time, now.Time).TotalSeconds);
        double? waiting = before is null ? null : (now.State.Waiting - before.State.Waiting) / seconds;
        double? reports = before?.Reports is null || now.Reports is null ? null : (now.Reports - before.Reports) / seconds;
        if (asJson)
        {
            surroundings.Out.WriteLine(Json(j =>
            {
                j.WriteNumber("waiting", now.State.Waiting);
                j.WriteNumber("workers", now.State.Workers);
                j.WriteNumber("dead", now.State.Dead);
                if (now.Reports is { } count) j.WriteNumber("reports", count);
                if (waiting is { } change) j.WriteNumber("waiting_per_second", Math.Round(change, 1));
                if (reports is { } rate) j.WriteNumber("reports_per_second", Math.Round(rate, 1));
            }));
            return;
        }
        string line = $"{now.State.Waiting} waiting, {now.State.Workers} worker{(now.State.Workers == 1 ? "" : "s")}, {now.State.Dead} dead";
        if (now.Reports is { } all) line += $"; {all} reports in the ledger";
        if (waiting is { } w) line += string.Create(CultureInfo.InvariantCulture, $"; queue {w:+0.0;-0.0;0.0}/s");
        if (reports is { } r) line += string.Create(CultureInfo.InvariantCulture, $", new reports {r:0.0}/s{(r > 0 && waiting < 0 ? $", empty in {TimeSpan.FromSeconds(Math.Round(now.State.Waiting / -waiting.Value)):c}" : "")}");
        surroundings.Out.WriteLine(line);
    }

    private static void Write(Utf8JsonWriter writer, DeadLetter letter)
    {
        writer.WriteString("source", letter.Source);
        writer.WriteString("reason", letter.Reason);
        writer.WriteString("time", letter.Time);
    }

    private static string Json(Action<Utf8JsonWriter> fields)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed record Reading(QueueState State, long? Reports, long Time);
}
