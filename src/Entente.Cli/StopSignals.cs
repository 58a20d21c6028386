using System.Runtime.InteropServices;

namespace Entente.Cli;

/// <summary>
/// SIGINT and SIGTERM as a request to finish: the first is a request, the second ends the program at once, as if this were not there.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    // A read from a terminal or a silent server does not see the request.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly TimeSpan grace;
    private Timer? deadline;

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private int code;

    /// <param name="grace">How long finishing may take; 10 s if not given.</param>
    public StopSignals(TimeSpan? grace = null)
    {
        this.grace = grace ?? Grace;
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, On), PosixSignalRegistration.Create(PosixSignal.SIGTERM, On)];
    }

    /// <summary>Whether a signal came.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>The exit code of a program that a signal ended: 128 and the signal's number; 0 where none came.</summary>
    public int ExitCode => Volatile.Read(ref code);

    /// <summary>What to call it in a message.</summary>
    public string Name => ExitCode == 143 ? "SIGTERM" : "SIGINT";

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations) registration.Dispose();
        deadline?.Dispose();
        source.Dispose();
    }

    private void On(PosixSignalContext context)
    {
        if (Interlocked.CompareExchange(ref code, context.Signal == PosixSignal.SIGTERM ? 143 : 130, 0) != 0) return;
        context.Cancel = true;
        deadline = new Timer(_ => Environment.Exit(ExitCode), null, grace, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }
}
