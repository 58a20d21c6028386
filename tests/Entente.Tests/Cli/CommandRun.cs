using System.Text;
using Entente.Cli;

namespace Entente.Tests.Cli;

/// <summary>What one run of the command gave.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs the command in this process, with text for its standard input.</summary>
    public static CommandRun Of(string input, params string[] args)
    {
        StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        int code = EntenteCommand.Run(args, new Surroundings
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Out = output,
            Error = error,
        });
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
