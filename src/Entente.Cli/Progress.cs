using System.Diagnostics;

namespace Entente.Cli;

/// <summary>One line on a terminal that says how far a long run is; off a terminal nothing.</summary>
internal sealed class Progress(Surroundings surroundings)
{
    private const int MillisecondsBetween = 200;

    private readonly long started = Stopwatch.GetTimestamp();
    private long said;
    private long reports;
    private long claims;
    private bool open;

    /// <summary>One more report was read.</summary>
    public void Report(int claimsOfIt)
    {
        reports++;
        claims += claimsOfIt;
        Say(null);
    }

    /// <summary>Says something, or how many were read.</summary>
    public void Say(string? what)
    {
        if (!surroundings.ErrorIsTerminal || (said != 0 && Stopwatch.GetElapsedTime(said).TotalMilliseconds < MillisecondsBetween)) return;
        said = Stopwatch.GetTimestamp();
        double seconds = Math.Max(0.001, Stopwatch.GetElapsedTime(started).TotalSeconds);
        what ??= FormattableString.Invariant($"{reports} reports, {claims} claims, {reports / seconds:0} reports/s");
        // Back to the start of the line, and clear what was there.
        surroundings.Error.Write($"\r\u001b[K{what}");
        surroundings.Error.Flush();
        open = true;
    }

    /// <summary>Clears the line, so that something else can be said.</summary>
    public void End()
    {
        if (open) surroundings.Error.Write("\r\u001b[K");
        open = false;
    }
}
