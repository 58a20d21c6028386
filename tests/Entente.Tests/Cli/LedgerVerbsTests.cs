using System.Diagnostics;
using System.Text.Json;
using Entente.Cli;
using Entente.Claims;
using Entente.Storage;
using Entente.Tests.Claims;
using Entente.Tests.Storage;

namespace Entente.Tests.Cli;

public sealed class LedgerVerbsTests(Xunit.Abstractions.ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("entente-verbs-").FullName;

    private string Db => Path.Combine(folder, "l.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Import_takes_what_read_printed_and_asking_finds_it()
    {
        string[] lines = [.. LedgerTests.Trade().Select(r => ClaimJson.Line(Quoted(r).Document, Quoted(r).Claims, withText: true))];
        CommandRun run = CommandRun.Of(string.Join('\n', lines) + "\n{\"text\":\"x\",\"claims\":[{\"kind\":\"dance\"}]}\n", "import", "-", "--ledger", Db);
        Assert.Equal(ExitCode.Unread, run.ExitCode);
        Assert.Equal($"4 new reports, 8 new claims; kept in {Db}\n", run.Out);
        Assert.Contains("line 5", run.Error, StringComparison.Ordinal);
        Assert.Contains("cannot both hold", CommandRun.Of("", "check", "--ledger", Db).Out, StringComparison.Ordinal);
        Assert.Contains("allied relations", CommandRun.Of("", "promises", "KAZ", "TJK", "--ledger", Db).Out, StringComparison.Ordinal);
        Assert.Equal(3, CommandRun.Of("", "ask", "trade", "--json", "--ledger", Db).Out.TrimEnd('\n').Split('\n').Length);
        Assert.StartsWith("id,kind,status,", CommandRun.Of("", "ask", "--kind", "figure", "--format", "csv", "--ledger", Db).Out, StringComparison.Ordinal);
        Assert.Equal("n\n3\n", CommandRun.Of("", "sql", "SELECT count(*) AS n FROM figures", "--format", "csv", "--ledger", Db).Out);
        using JsonDocument dossier = JsonDocument.Parse(CommandRun.Of("", "dossier", "Kazakhstan", "TJK", "--json", "--ledger", Db).Out);
        Assert.Equal(7, dossier.RootElement.GetProperty("claims").EnumerateObject().Sum(p => p.Value.GetInt32()));
        foreach (string format in (string[])["jsonl", "csv", "plover", "polecat", "gdelt", "gdelt-mentions", "phoenix", "icews", "iati", "ftm"])
        {
            Assert.Equal(ExitCode.Done, CommandRun.Of("", "export", "--format", format, "--ledger", Db).ExitCode);
        }
    }

    [Theory]
    [InlineData("dossier", "Atlantis")]
    [InlineData("dossier", "KAZ", "Kazakhstan")]
    [InlineData("ask", "--since", "yesterday")]
    [InlineData("ask", "--actor", "KAZ", "--actor", "TJK", "--actor", "UZB")]
    [InlineData("export", "--format", "pdf")]
    [InlineData("judge", "a", "b")]
    public void Wrong_usage_exits_with_1(params string[] args)
    {
        using (Ledger.Open(Db))
        {
        }
        CommandRun run = CommandRun.Of("", [.. args, "--ledger", Db]);
        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Out));
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public void A_ledger_that_is_not_there_exits_with_2_and_says_how_to_make_one()
    {
        CommandRun run = CommandRun.Of("", "dossier", "KAZ", "--ledger", Path.Combine(folder, "none.db"));
        Assert.Equal(ExitCode.Unread, run.ExitCode);
        Assert.Contains("entente read", run.Error, StringComparison.Ordinal);
    }

    // The program is killed while it writes, again and again at other moments; what it leaves is whole, and running it to the end completes it.
    [Fact]
    public void A_process_killed_while_it_writes_leaves_a_whole_ledger_that_the_next_run_completes()
    {
        string input = Path.Combine(folder, "in.jsonl"), program = Path.Combine(AppContext.BaseDirectory, "Entente.Cli.dll");
        File.WriteAllLines(input, Enumerable.Range(1, 400).SelectMany(LedgerTests.Trade).Select(r => ClaimJson.Line(Quoted(r).Document, Quoted(r).Claims, withText: true)));
        Random random = new(7);
        int killed = 0, inTheMidst = 0;
        for (int i = 0, rounds = int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_KILLS"), out int n) ? n : 12; i < rounds; i++)
        {
            using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, "import", input, "--ledger", Db]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (!process.WaitForExit(random.Next(150, 2500)))
            {
                process.Kill();
                process.WaitForExit();
                killed++;
            }
            if (!File.Exists(Db)) continue;
            using ILedger left = Ledger.Open(Db);
            // Every report that is there has all its claims, and every claim its words.
            long[] counts = [.. left.Query("SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM claims), (SELECT count(DISTINCT claim) FROM evidence)").Rows.Single().Select(v => (long)v!)];
            Assert.Equal((counts[0] * 2, counts[1]), (counts[1], counts[2]));
            if (left.Query("SELECT 1 FROM pending").Rows.Any() || counts[0] < 1600) inTheMidst++;
            else
            {
                // All is there: from the beginning, so that the next is killed while it writes too.
                left.Dispose();
                foreach (string file in Directory.GetFiles(folder, "l.db*")) File.Delete(file);
            }
        }
        Assert.True(killed > 0, "no run was killed");
        output.WriteLine($"{killed} runs were killed, {inTheMidst} of them before all was there");
        Assert.Equal(ExitCode.Done, CommandRun.Of("", "import", input, "--ledger", Db).ExitCode);
        string fresh = Path.Combine(folder, "fresh.db");
        CommandRun.Of("", "import", input, "--ledger", fresh);
        const string Facts = "SELECT id, status, happens, claims, reports, independent FROM facts ORDER BY id";
        Assert.Equal(CommandRun.Of("", "sql", Facts, "--json", "--ledger", fresh).Out, CommandRun.Of("", "sql", Facts, "--json", "--ledger", Db).Out);
        using ILedger whole = Ledger.Open(Db);
        Assert.Equal("ok", whole.Query("PRAGMA integrity_check").Rows.Single()[0]);
    }

    [Fact]
    public void Results_come_in_the_order_of_the_items_whatever_the_number_of_jobs()
    {
        int[] items = [.. Enumerable.Range(0, 500)];
        foreach (int jobs in (int[])[1, 2, 7]) Assert.Equal(items.Select(i => i * 2), InOrder.Select(items, jobs, i =>
        {
            if (i % 50 == 0) Thread.Sleep(5);
            return i * 2;
        }));
        Assert.Throws<InvalidOperationException>(() => InOrder.Select(items, 3, i => i == 100 ? throw new InvalidOperationException() : i).Count());
    }

    // The samples' quotes do not stand in their texts: put them there.
    private static ReadReport Quoted(ReadReport report)
    {
        string text = report.Document.Text;
        List<Claim> claims = [];
        foreach (Claim claim in report.Claims)
        {
            string quote = claim.Evidence[0].Quote;
            text += " " + quote;
            claims.Add(claim with { Evidence = Samples.Says(quote, text.Length - quote.Length) });
        }
        return new ReadReport(Samples.Report(text, report.Document.Published?.ToString(), report.Document.Publisher, report.Document.Url), claims);
    }
}
