using System.CommandLine;
using System.Text;
using Entente.Asking.Statistics;
using Entente.Claims;
using Entente.Gazetteers;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary>
/// <c>entente import</c>: what need not be read: reports with their claims, as <c>read --jsonl --with-text</c> writes them, and tables of official
/// statistics, which are known by their header.
/// </summary>
internal sealed class ImportVerb : IVerb
{
    private const int Batch = 200;

    private readonly Argument<string[]> inputs = CommonOptions.Inputs("A file as 'entente read --jsonl --with-text' writes it, a CSV file of UN Comtrade, IMF trade (IMTS, DOTS) or World Bank indicators, or - for standard input");
    private readonly Option<string> ledger = CommonOptions.Ledger();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("import", "Take claims and official statistics that are there already into the ledger") { inputs, ledger, data };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(inputs), parsed.GetRequiredValue(ledger), parsed.GetValue(data), surroundings));
        return command;
    }

    private static int Run(string[] inputs, string location, string? folder, Surroundings surroundings)
    {
        StatisticsReader? statistics = null;
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
            // One object a line begins with a brace, no table does.
            if (reader.Peek() is not ('{' or -1))
            {
                statistics ??= new StatisticsReader(CommonOptions.Names(folder), new DataFiles(folder));
                try
                {
                    foreach (ReadReport[] some in statistics.Read(reader, input == "-" ? "stdin" : input).Chunk(Batch)) change += open.Add(some);
                }
                catch (FormatException error)
                {
                    surroundings.Complain($"{input}: {error.Message}");
                    all = false;
                }
                continue;
            }
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
