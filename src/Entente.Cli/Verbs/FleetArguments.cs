using System.CommandLine;
using Entente.Fleet;

namespace Entente.Cli.Verbs;

/// <summary>The options that submit, work and queue share, and the settings that they come from.</summary>
internal sealed class FleetArguments
{
    public Option<string?> Queue { get; } = new("--queue") { Description = "The broker: amqp://user:password@host:port/vhost", HelpName = "URL" };

    public Option<string?> Name { get; } = new("--name") { Description = "The name of the queue (entente if not given)", HelpName = "NAME" };

    public Option<string?> Config { get; } = new("--config") { Description = "File of settings, 'name = value' a line; the environment goes before it, options before both", HelpName = "FILE" };

    public Option<string?> Archives { get; } = new("--archives")
    {
        Description = "Folder of WARC files, the same on all machines: their records are submitted as pointers",
        HelpName = "DIR",
    };

    public Option<string?> Log { get; } = Choice("--log", "Lines of the log: text or json", "text", "json");

    public Option<string?> LogLevel { get; } = Choice("--log-level", "What is logged: debug, info or warning (info if not given)", "debug", "info", "warning");

    public static Option<string?> Choice(string name, string description, params string[] values)
    {
        Option<string?> option = new(name) { Description = description };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    /// <summary>The settings of a command line.</summary>
    public FleetSettings Settings(ParseResult parsed) => new(parsed.GetValue(Config), Environment.GetEnvironmentVariable);

    /// <summary>The options that every verb has.</summary>
    public FleetOptions Options(ParseResult parsed, FleetSettings settings) => new()
    {
        Queue = settings.Text("queue", parsed.GetValue(Queue)) ?? throw new UsageException("--queue is missing: amqp://user:password@host:port/vhost"),
        Name = settings.Text("name", parsed.GetValue(Name)) ?? "entente",
    };

    /// <summary>The log, on standard error.</summary>
    public Fleet.Watching.LineLogger Logger(ParseResult parsed, FleetSettings settings, Surroundings surroundings) => new(
        surroundings.Error,
        settings.Text("log", parsed.GetValue(Log)) == "json",
        settings.Text("log-level", parsed.GetValue(LogLevel)) switch
        {
            "debug" => Microsoft.Extensions.Logging.LogLevel.Debug,
            "warning" => Microsoft.Extensions.Logging.LogLevel.Warning,
            _ => Microsoft.Extensions.Logging.LogLevel.Information,
        },
        surroundings.Clock);
}
