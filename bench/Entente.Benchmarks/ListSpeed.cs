using System.Diagnostics;
using System.Globalization;
using System.Text;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Benchmarks;

/// <summary>
/// How long the lists of recognition and resolution take to load: the first time, when the process has compiled nothing, and again. To be run in
/// a process of its own.
/// </summary>
internal static class ListSpeed
{
    private const int Again = 10;

    /// <summary>The times, as Markdown.</summary>
    public static string Report()
    {
        StringBuilder report = new();
        report.Append("| loading all lists | processor time, ms | clock, ms |\n|---|--:|--:|\n");
        Line(report, "first in the process", [Load()]);
        Line(report, "again, best of ten", [.. Enumerable.Range(0, Again).Select(_ => Load())]);
        return report.ToString();
    }

    private static void Line(StringBuilder report, string what, (double Processor, double Clock)[] times) =>
        report.Append(CultureInfo.InvariantCulture, $"| {what} | {times.Min(t => t.Processor):0} | {times.Min(t => t.Clock):0} |\n");

    private static (double Processor, double Clock) Load()
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan start = process.TotalProcessorTime;
        long clock = Stopwatch.GetTimestamp();
        object[] stages = [new Recognizer(), new Resolver()];
        double elapsed = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        process.Refresh();
        GC.KeepAlive(stages);
        return ((process.TotalProcessorTime - start).TotalMilliseconds, elapsed);
    }
}
