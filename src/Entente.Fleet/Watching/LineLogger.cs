using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Claims;
using Microsoft.Extensions.Logging;

namespace Entente.Fleet.Watching;

/// <summary>Writes one line an event, for people or as JSON with every field by its name.</summary>
/// <param name="output">Where lines go; may be written by several threads.</param>
/// <param name="json">Whether as JSON.</param>
/// <param name="least">What is less important is left out.</param>
/// <param name="clock">The time.</param>
public sealed class LineLogger(TextWriter output, bool json, LogLevel least, TimeProvider clock) : ILogger
{
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (!IsEnabled(logLevel)) return;
        string time = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), message = formatter(state, exception).ReplaceLineEndings(" ");
        string line = json ? Json(time, logLevel, eventId, message, state as IReadOnlyList<KeyValuePair<string, object?>>, exception) : $"{time} {Word(logLevel)} {message}{(exception is null ? "" : " " + exception.Message.ReplaceLineEndings(" "))}";
        lock (gate)
        {
            try
            {
                output.WriteLine(line);
                output.Flush();
            }
            catch (IOException)
            {
                // A log on a full disk must not stop the work.
                return;
            }
        }
    }

    private static string Json(string time, LogLevel level, EventId id, string message, IReadOnlyList<KeyValuePair<string, object?>>? fields, Exception? exception)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("time", time);
            writer.WriteString("level", Word(level));
            writer.WriteString("event", id.Name);
            writer.WriteNumber("number", id.Id);
            writer.WriteString("message", message);
            foreach ((string name, object? value) in fields ?? [])
            {
                if (name == "{OriginalFormat}") continue;
                string key = char.ToLowerInvariant(name[0]) + name[1..];
                switch (value)
                {
                    case long number: writer.WriteNumber(key, number); break;
                    case int number: writer.WriteNumber(key, number); break;
                    case double number: writer.WriteNumber(key, Math.Round(number, 3)); break;
                    default: writer.WriteString(key, Convert.ToString(value, CultureInfo.InvariantCulture)); break;
                }
            }
            if (exception is not null) writer.WriteString("exception", exception.ToString());
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warning",
        _ => "error",
    };
}
