using System.Diagnostics;
using System.Text.Json;
using Entente.Cli;

namespace Entente.Tests.Cli;

/// <summary>An analyst's day on the examples, from the first report to the last export, through the command alone.</summary>
public sealed class AnalystsDayTests : IDisposable
{
    private const string Facts = "SELECT id, kind, status, happens, claims, reports, independent, disputed, promised FROM facts ORDER BY id";
    private const string Judged = "SELECT left_id, right_id, verdict, made_by, reason FROM judgements WHERE withdrawn_at IS NULL ORDER BY left_id, right_id, verdict, made_by, reason";

    private readonly string folder = Directory.CreateTempSubdirectory("entente-day-").FullName;

    private string Db => Path.Combine(folder, "day.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_day_of_an_analyst()
    {
        // Morning: the reports are read, and read again by mistake.
        Assert.Contains("11 reports read, 11 new", Run("read", Repository.Path("examples")), StringComparison.Ordinal);
        string facts = Run("sql", Facts, "--json");
        Assert.Contains("0 new claims", Run("read", Repository.Path("examples")), StringComparison.Ordinal);
        Assert.Equal(facts, Run("sql", Facts, "--json"));

        // What is agreed between the two, and who says so?
        string pair = Run("dossier", "Kazakhstan", "Tajikistan");
        Assert.Contains("treaty: allied relations", pair, StringComparison.Ordinal);
        Assert.Contains("trade turnover: $1.2 billion, +7.4 %", pair, StringComparison.Ordinal);
        Assert.Contains("Example Gazette, 2024-08-22, https://gazette.example/2024/08/22/allies", pair, StringComparison.Ordinal);
        Assert.Contains("4 agreements", pair, StringComparison.Ordinal);

        // Where do sources differ? Both are quoted.
        string check = Run("check");
        Assert.Matches(@"two values that cannot both hold: \$(5\.4 billion and \$19\.8|19\.8 billion and \$5\.4) billion", check);
        Assert.Contains("Example Bishkek Daily", check, StringComparison.Ordinal);
        Assert.Contains("Example Markets", check, StringComparison.Ordinal);

        // What do official statistics say?
        Assert.Contains("new claims", Run("import", Repository.Path("tests", "Entente.Tests", "Asking", "statistics", "imts.csv")), StringComparison.Ordinal);
        Assert.Contains("official statistics have another value", Run("check", "China", "Kyrgyzstan"), StringComparison.Ordinal);
        string compared = Run("dossier", "CHN", "KGZ");
        Assert.Contains("reports say $5.4 billion (72.7 % less), IMF $19.76 billion", compared, StringComparison.Ordinal);
        Assert.Contains("agrees", compared, StringComparison.Ordinal);

        // What was promised, and did it happen?
        string promises = Run("promises", "KAZ", "TJK", "--as-of", "2026-01-01");
        Assert.Contains("trade turnover: $2 billion (target); so far $1.2 billion in 2024", promises, StringComparison.Ordinal);
        Assert.Equal("", Run("promises", "KAZ", "TJK", "--overdue", "--as-of", "2026-01-01"));
        Assert.Contains("overdue", Run("promises", "KAZ", "TJK", "--overdue", "--as-of", "2045-01-01"), StringComparison.Ordinal);

        // One claim is wrong, and is taken out of the facts; the correction is gold for scoring.
        using (JsonDocument first = JsonDocument.Parse(Run("ask", "--actor", "KAZ", "--actor", "TJK", "--kind", "event", "--limit", "1", "--json")))
        {
            string id = first.RootElement.GetProperty("claim").GetProperty("id").GetString()!;
            int before = int.Parse(Run("sql", "SELECT count(*) AS n FROM facts", "--format", "csv").Split('\n')[1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains($"{id} wrong  by anna: not said", Run("judge", id, "--verdict", "wrong", "--by", "anna", "--reason", "not said"), StringComparison.Ordinal);
            Assert.Equal($"n\n{before - 1}\n", Run("sql", "SELECT count(*) AS n FROM facts", "--format", "csv"));
            string gold = Path.Combine(folder, "gold");
            Assert.StartsWith("1 corrected reports", Run("export", "--format", "gold", "--output", gold), StringComparison.Ordinal);
            Assert.Single(Directory.GetFiles(gold, "*.txt"));
            Assert.Contains("event", Run("score", gold), StringComparison.Ordinal);
            Run("judge", id, "--withdraw", "--by", "anna");
            Assert.Equal($"n\n{before}\n", Run("sql", "SELECT count(*) AS n FROM facts", "--format", "csv"));
        }

        // Evening: a page to send, and tables for the others.
        Assert.Contains("<svg", Run("dossier", "KAZ", "TJK", "--format", "html"), StringComparison.Ordinal);
        Assert.StartsWith("# Kazakhstan and Tajikistan", Run("dossier", "KAZ", "TJK", "--format", "md"), StringComparison.Ordinal);
        Assert.StartsWith("China-Kyrgyzstan-Uzbekistan railway\n", Run("dossier", "--project", "railway"), StringComparison.Ordinal);
        Assert.Equal(61, Run("export", "--format", "gdelt").Split('\n')[0].Split('\t').Length);
    }

    [Fact]
    public void Two_processes_that_read_in_two_orders_at_once_give_what_one_gives()
    {
        string[] files = [.. Directory.GetFiles(Repository.Path("examples")).Where(f => !f.EndsWith("README.md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        using Process forward = Start(files), backward = Start([.. files.Reverse()]);
        foreach (Process process in (Process[])[forward, backward])
        {
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, output);
        }
        string facts = Run("sql", Facts, "--json"), judged = Run("sql", Judged, "--json");
        string alone = Path.Combine(folder, "alone.db");
        Assert.Equal(0, CommandRun.Of("", ["read", .. files.Reverse(), "--ledger", alone]).ExitCode);
        Assert.Equal(CommandRun.Of("", "sql", Facts, "--json", "--ledger", alone).Out, facts);
        Assert.Equal(CommandRun.Of("", "sql", Judged, "--json", "--ledger", alone).Out, judged);
        Assert.Equal("n\n11\n", Run("sql", "SELECT count(*) AS n FROM reports", "--format", "csv"));
    }

    private Process Start(string[] files)
    {
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Entente.Cli.dll"), "read", .. files, "--ledger", Db]) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private string Run(params string[] args)
    {
        CommandRun run = CommandRun.Of("", args[0] == "score" ? args : [.. args, "--ledger", Db]);
        Assert.True(run.ExitCode == ExitCode.Done, $"{string.Join(' ', args)}: {run.Error}");
        return run.Out;
    }
}
