using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Asking;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente sql</c>: a query of one's own, which cannot change anything.</summary>
internal sealed class SqlVerb : IVerb
{
    private readonly Argument<string> query = new("QUERY") { Description = "A SELECT on the views of docs/ledger.md" };
    private readonly Option<string> format = new("--format") { Description = "table, json or csv", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string> ledger = CommonOptions.Ledger();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        format.AcceptOnlyFromAmong("table", "json", "csv");
        Command command = new("sql", "Run a read-only SQL query on the ledger") { query, format, json, ledger };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        using ILedger open = Ledger.Open(parsed.GetRequiredValue(ledger), surroundings.Clock, mustExist: true);
        open.Reconcile();
        (IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) = open.Query(parsed.GetRequiredValue(query));
        string shape = parsed.GetValue(json) ? "json" : parsed.GetRequiredValue(format);
        try
        {
            if (shape == "json") Json(columns, rows, surroundings.Out);
            else if (shape == "csv") Csv(columns, rows, surroundings.Out);
            else Table(columns, rows, surroundings.Out);
        }
        catch (DbException error)
        {
            throw new EntenteException($"The query broke off: {error.Message}", error);
        }
        return ExitCode.Done;
    }

    private static void Json(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, TextWriter output)
    {
        foreach (IReadOnlyList<object?> row in rows)
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions))
            {
                writer.WriteStartObject();
                for (int i = 0; i < columns.Count; i++)
                {
                    switch (row[i])
                    {
                        case null: writer.WriteNull(columns[i]); break;
                        case long number: writer.WriteNumber(columns[i], number); break;
                        case double number: writer.WriteNumber(columns[i], number); break;
                        default: writer.WriteString(columns[i], Text(row[i])); break;
                    }
                }
                writer.WriteEndObject();
            }
            output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        }
    }

    private static void Csv(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, TextWriter output)
    {
        ClaimCsv.Row(output, columns);
        foreach (IReadOnlyList<object?> row in rows) ClaimCsv.Row(output, row.Select(Text));
    }

    // Columns are as wide as the first rows need; later rows may stick out, for the table is streamed.
    private static void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, TextWriter output)
    {
        const int Measured = 200, Widest = 60;
        List<string[]> first = [];
        int[] widths = [.. columns.Select(c => c.Length)];
        bool headed = false;
        void Head()
        {
            headed = true;
            output.WriteLine(string.Join("  ", columns.Select((c, i) => c.PadRight(widths[i]))).TrimEnd());
            output.WriteLine(string.Join("  ", widths.Select(w => new string('-', w))));
            foreach (string[] row in first) Write(row);
        }
        void Write(string[] row) => output.WriteLine(string.Join("  ", row.Select((c, i) => c.PadRight(widths[i]))).TrimEnd());
        foreach (IReadOnlyList<object?> row in rows)
        {
            string[] cells = [.. row.Select(v => Wording.Clean(Text(v)))];
            if (headed)
            {
                Write(cells);
                continue;
            }
            first.Add(cells);
            for (int i = 0; i < cells.Length; i++) widths[i] = Math.Max(widths[i], Math.Min(Widest, cells[i].Length));
            if (first.Count == Measured) Head();
        }
        if (!headed) Head();
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
