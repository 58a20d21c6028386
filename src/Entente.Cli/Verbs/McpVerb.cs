using System.CommandLine;
using Entente.Claims;
using Entente.Cli.Mcp;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente mcp</c>: the ledger as tools for language models, over standard input and output.</summary>
internal sealed class McpVerb : IVerb
{
    private readonly Option<string> ledger = CommonOptions.Ledger();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("mcp", "Serve the ledger to language models as tools that only read (Model Context Protocol, over standard input and output)") { ledger, data };
        command.SetAction((parsed, cancel) => RunAsync(parsed, surroundings, cancel));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancel)
    {
        string location = parsed.GetRequiredValue(ledger);
        // What a killed reading left undone is done once, before anybody asks; after that nothing is written.
        using (ILedger open = Ledger.Open(location, surroundings.Clock, mustExist: true)) open.Reconcile();
        using ILedger reading = Ledger.OpenForReading(location);
        LedgerTools tools = new(reading, CommonOptions.Names(parsed.GetValue(data)), surroundings.Clock);
        await LedgerServer.RunAsync(tools, surroundings.Input, surroundings.Output, cancel);
        return ExitCode.Done;
    }
}
