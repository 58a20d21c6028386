using System.CommandLine;
using System.Text;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente import</c>: reports with their claims, as <c>read --jsonl --with-text</c> writes them, into the ledger.</summary>
internal sealed class ImportVerb : IVerb
{
    private const int Batch = 200;

    private readonly Argument<string[]> inputs = CommonOptions.Inputs("A file as 'entente read --jsonl --with-text' writes it, or - for standard input");
    private readonly Option<string> ledger = CommonOptions.Ledger();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("import", "Take claims that are there already into the ledger") { inputs, ledger };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(inputs), parsed.GetRequiredValue(ledger), surroundings));
        return command;
    }

    private static int Run(string[] inputs, string location, Surroundings surroundings)
    {
        using ILedger open = Ledger.Open(location, surroundings.Clock);
        LedgerChange change = default;
        bool all = true;
        foreach (string input in inputs)
        {
            if (input != "-" && !File.Exists(input))
            {
                surroundings.Complain(Messages.NoSuchFile(input));
                all = false;
                continue;
            }
            using StreamReader reader = new(input == "-" ? surroundings.Input : File.OpenRead(input), new UTF8Encoding(false));
            List<ReadReport> batch = [];
            for (int line = 1; reader.ReadLine() is { } text; line++)
            {
                if (string.IsNullOrWhiteSpace(text)) continue;
                try
                {
                    batch.Add(ReportJson.Read(text));
                }
                catch (FormatException error)
                {
                    surroundings.Complain($"{input}, line {line}: {error.Message}");
                    all = false;
                }
                if (batch.Count < Batch) continue;
                change += open.Add(batch);
                batch.Clear();
            }
            change += open.Add(batch);
        }
        open.Reconcile();
        surroundings.Out.WriteLine($"{change.Reports} new reports, {change.Claims} new claims; kept in {open.Location}");
        return all ? ExitCode.Done : ExitCode.Unread;
    }
}
