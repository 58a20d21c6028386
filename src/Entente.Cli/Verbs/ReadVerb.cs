using System.CommandLine;

namespace Entente.Cli.Verbs;

/// <summary><c>entente read</c>: documents in, claims into the ledger or out as JSONL.</summary>
internal sealed class ReadVerb : IVerb
{
    private readonly Argument<string[]> inputs = CommonOptions.Inputs("A file, a folder, a URL, or - for standard input");
    private readonly Option<string> ledger = CommonOptions.Ledger();
    private readonly Option<bool> jsonl = new("--jsonl") { Description = "Print one JSON object a document and store nothing" };
    private readonly Option<int> jobs = CommonOptions.Jobs();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("read", "Read reports and keep what they claim") { inputs, ledger, jsonl, jobs };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        surroundings.Complain(Messages.NotBuilt(parsed.CommandResult.Command.Name));
        return ExitCode.Unread;
    }
}
