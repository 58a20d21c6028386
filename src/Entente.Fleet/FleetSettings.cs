using System.Globalization;

namespace Entente.Fleet;

/// <summary>
/// Where the value of a setting comes from, in one order: the option of the command line; else the variable ENTENTE_NAME of the environment; else
/// the line "name = value" of the file that --config or ENTENTE_CONFIG names; else what is built in. Passwords belong in the file or the
/// environment: a command line is seen by everybody on the machine.
/// </summary>
public sealed class FleetSettings
{
    /// <summary>The settings that a file may hold.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "queue", "name", "ledger", "data", "archives", "jobs", "prefetch", "batch", "deliveries", "document-seconds", "compare-seconds", "stop-seconds", "most-waiting", "http", "log", "log-level",
    ];

    private readonly Func<string, string?> environment;
    private readonly Dictionary<string, string> file;

    /// <summary>Settings of a file and an environment.</summary>
    /// <param name="path">The file, or null for the one that the environment names, if it does.</param>
    /// <param name="environment">The variables of the environment.</param>
    /// <exception cref="EntenteException">The file is not there, or holds what is no setting.</exception>
    public FleetSettings(string? path, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        this.environment = environment;
        path ??= environment("ENTENTE_CONFIG");
        file = string.IsNullOrEmpty(path) ? [] : Read(path);
    }

    /// <summary>The value of a setting, or null where nobody gives one.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="option">What the command line says; null if nothing.</param>
    public string? Text(string name, string? option)
    {
        if (option is not null) return option;
        string variable = "ENTENTE_" + name.ToUpperInvariant().Replace('-', '_');
        return environment(variable) is { Length: > 0 } value ? value : file.GetValueOrDefault(name);
    }

    /// <summary>The whole number of a setting.</summary>
    /// <exception cref="EntenteException">It is none, or less than allowed.</exception>
    public int Number(string name, int? option, int least, int standard)
    {
        if (Text(name, option?.ToString(CultureInfo.InvariantCulture)) is not { } text) return standard;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least
            ? number
            : throw new EntenteException($"{name}: '{text}' cannot be; write a whole number from {least.ToString(CultureInfo.InvariantCulture)} on");
    }

    private static Dictionary<string, string> Read(string path)
    {
        if (!File.Exists(path)) throw new EntenteException($"{path}: no such file of settings");
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        int number = 0;
        foreach (string raw in File.ReadLines(path))
        {
            number++;
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? line : line[..equals].Trim();
            if (equals < 0 || !Names.Contains(name)) throw new EntenteException($"{path}, line {number}: '{name}' is no setting; there are {string.Join(", ", Names)}");
            values[name] = line[(equals + 1)..].Trim();
        }
        return values;
    }
}
