using System.Text;

namespace Entente.Cli;

/// <summary>What a verb may touch of the world outside: its streams, whether they are terminals, and the clock. Tests put their own in.</summary>
internal sealed record Surroundings
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard input, as bytes: its encoding is for the reader to find out.</summary>
    public required Stream Input { get; init; }

    /// <summary>Results and nothing else; buffered, UTF-8, lines end with LF. Flushed when the command ends.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard output as bytes, for a verb that speaks a protocol on it and leaves <see cref="Out"/> alone.</summary>
    public Stream Output { get; init; } = Stream.Null;

    /// <summary>Everything that is not a result: one line an event.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at <see cref="Out"/>: tables may be drawn and coloured.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>: progress may be shown.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal that results go to; 100 where there is none.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The time; verbs never ask the system for it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The streams of this process.</summary>
    public static Surroundings OfProcess() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = Console.OpenStandardOutput(),
        Out = new StreamWriter(Console.OpenStandardOutput(), Utf8, bufferSize: 1 << 16) { NewLine = "\n" },
        Error = new StreamWriter(Console.OpenStandardError(), Utf8, bufferSize: 1 << 10) { NewLine = "\n", AutoFlush = true },
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? 100 : Math.Clamp(Console.WindowWidth, 60, 140),
    };

    /// <summary>Opens a file, or standard input for "-", as UTF-8 or as its byte-order mark says.</summary>
    /// <exception cref="EntenteException">There is no such file.</exception>
    public TextReader OpenText(string path)
    {
        if (path == "-") return new StreamReader(Input, Utf8);
        return File.Exists(path) ? new StreamReader(path, Utf8) : throw new EntenteException(Messages.NoSuchFile(path));
    }

    /// <summary>Reports one thing that went wrong, in one line, on standard error.</summary>
    public void Complain(string message) => Error.WriteLine("entente: " + OneLine(message));

    // File names and what a server answers are others' words: nothing in them steers the terminal or makes a second line.
    private static string OneLine(string message) =>
        !message.AsSpan().ContainsAnyInRange('\0', '\u001F') && !message.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
            ? message
            : string.Concat(message.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? '?' : c)).Trim();
}
