using System.Diagnostics;
using System.Text;

namespace Entente.Tests.Faults;

/// <summary>The program in a process of its own, as a user runs it.</summary>
internal sealed class ProgramRun : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private ProgramRun(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        process = Process.Start(start) ?? throw new InvalidOperationException(start.FileName);
        process.OutputDataReceived += (_, e) => Add(output, e.Data);
        process.ErrorDataReceived += (_, e) => Add(error, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public string Error
    {
        get
        {
            lock (error) return error.ToString();
        }
    }

    public string Out
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <summary>The program's own file, beside the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Entente.Cli.dll");

    /// <summary>Starts it.</summary>
    public static ProgramRun Start(params string[] arguments) => new(new ProcessStartInfo("dotnet", [Program, .. arguments]) { WorkingDirectory = Path.GetTempPath() });

    /// <summary>Starts it from a shell that first sets limits or redirects; $PROGRAM stands for the command.</summary>
    public static ProgramRun InShell(string script, params string[] arguments) =>
        new(new ProcessStartInfo("/bin/sh", ["-c", script.Replace("$PROGRAM", $"dotnet '{Program}' \"$@\"", StringComparison.Ordinal), "entente", .. arguments]) { WorkingDirectory = Path.GetTempPath() });

    /// <summary>Runs it to its end.</summary>
    public static ProgramRun ToEnd(params string[] arguments)
    {
        ProgramRun run = Start(arguments);
        run.Wait();
        return run;
    }

    /// <summary>Waits for its end, and for its last line.</summary>
    /// <returns>Its exit code.</returns>
    public int Wait(int seconds = 300)
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(seconds * 1000)) throw new TimeoutException($"{seconds} s are over; {Error}");
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Sends a signal by its name: TERM, INT, KILL.</summary>
    public void Signal(string name)
    {
        if (process.HasExited) return;
        using Process kill = Process.Start("kill", ["-" + name, Id.ToString()]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static void Add(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }
}
