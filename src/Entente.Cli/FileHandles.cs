using System.Globalization;

namespace Entente.Cli;

/// <summary>How many files the process may have open. Asked before anything else: with too few the program's own libraries cannot be loaded, which would be told in words that help nobody.</summary>
internal static class FileHandles
{
    /// <summary>Reading into a ledger works from 91 on (tried in steps of ten, .NET 10 on Linux); the queue and pages want more, one for each connection.</summary>
    public const long Needed = 100;

    private const string Limits = "/proc/self/limits";
    private const string Line = "Max open files";

    /// <summary>The limit of this process; null where it cannot be told.</summary>
    public static long? Limit()
    {
        try
        {
            return OperatingSystem.IsLinux() ? In(File.ReadAllLines(Limits)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The soft limit that the lines of Linux's /proc/self/limits tell.</summary>
    internal static long? In(IReadOnlyList<string> lines)
    {
        foreach (string line in lines)
        {
            if (!line.StartsWith(Line, StringComparison.Ordinal)) continue;
            string soft = line[Line.Length..].TrimStart().Split(' ')[0];
            return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out long limit) ? limit : null;
        }
        return null;
    }
}
