using System.Text.Json;
using Entente.Claims;

namespace Entente.Tests.Cli;

/// <summary>What somebody sees who reads a folder with all that goes wrong in folders.</summary>
public sealed class ReadVerbTests : IDisposable
{
    private const string Report = "ASTANA, March 12, 2024 (Test News) - Kazakhstan and Tajikistan signed an agreement on trade in Astana on Tuesday.";
    private readonly string folder = Directory.CreateTempSubdirectory("entente-read").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Says_one_line_for_each_input_that_cannot_be_read_and_reads_the_rest()
    {
        Write("a-picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0]);
        Write("b-empty.txt", []);
        Write("c-lines.jsonl", "{\"id\":\"1\",\"text\":\"Chad and Niger met.\"}\n{\"id\": oops\n{\"id\":\"3\",\"text\":\"Mali and Togo met.\"}\n"u8.ToArray());
        Write("d-latin.txt", System.Text.Encoding.Latin1.GetBytes("The envoys of Peru met in Bogot\u00e1 with se\u00f1or Jos\u00e9 Mu\u00f1oz of the ministry."));
        // A line longer than any report may be; the 100 MB are refused in the same way, after the same 16.
        Write("e-line.txt", Enumerable.Repeat((byte)'a', 17 << 20).ToArray());
        File.CreateSymbolicLink(Path.Combine(folder, "f-circle"), folder);
        Write("g-good.txt", System.Text.Encoding.UTF8.GetBytes(Report));
        CommandRun run = CommandRun.Of("", "read", "--jsonl", "--with-text", folder, Path.Combine(folder, "absent.txt"));
        Assert.Equal(2, run.ExitCode);
        string[] complaints = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["a-picture.txt: not text", "b-empty.txt: nothing in it", "c-lines.jsonl, line 2: broken JSON", "e-line.txt: longer than 16 MB", "absent.txt: no such file"], complaints.Select(c => c[(c.LastIndexOf('/') + 1)..]).Select((c, i) => c[..Math.Min(c.Length, Lengths[i])]));
        string[] texts = [.. run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!)];
        Assert.Equal(4, texts.Length);
        Assert.Contains("Bogot\u00e1 with se\u00f1or Jos\u00e9 Mu\u00f1oz", texts[2], StringComparison.Ordinal);
    }

    private static readonly int[] Lengths = ["a-picture.txt: not text".Length, "b-empty.txt: nothing in it".Length, "c-lines.jsonl, line 2: broken JSON".Length, "e-line.txt: longer than 16 MB".Length, "absent.txt: no such file".Length];

    [Fact]
    public void Names_in_complaints_neither_break_the_line_nor_steer_the_terminal()
    {
        CommandRun run = CommandRun.Of("", "read", "--jsonl", "no\u001b[31m\nsuch.txt", "");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("entente: no?[31m such.txt: no such file or folder\nentente: '': an empty name\n", run.Error);
    }

    [Fact]
    public void Passes_over_pipes_in_folders_instead_of_waiting_for_them()
    {
        if (!OperatingSystem.IsLinux()) return;
        using (System.Diagnostics.Process made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(folder, "pipe"))) made.WaitForExit();
        Write("good.txt", System.Text.Encoding.UTF8.GetBytes(Report));
        CommandRun run = CommandRun.Of("", "read", "--jsonl", folder);
        Assert.Contains("pipe: a pipe, socket or device", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Keeps_a_report_in_another_language_and_says_that_it_was_not_parsed()
    {
        CommandRun run = CommandRun.Of("Президенты Казахстана и Таджикистана подписали договор о границе, сообщили в министерстве.", "read", "--jsonl", "-");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("entente: -: kept, but no claims read from it: its language is 'ru', and only English is parsed\n", run.Error);
        Assert.Equal("ru", JsonDocument.Parse(run.Out).RootElement.GetProperty("language").GetString());
    }

    [Fact]
    public void A_run_that_was_broken_off_goes_on_where_it_stopped()
    {
        string ledger = Path.Combine(folder, "run.db");
        Write("in/a.txt", System.Text.Encoding.UTF8.GetBytes(Report));
        Assert.StartsWith("1 report read, 1 new; ", CommandRun.Of("", "read", Path.Combine(folder, "in"), "--ledger", ledger).Out, StringComparison.Ordinal);
        Write("in/b.txt", "MINSK, 3 May 2024 (Test News) - Belarus and Georgia signed a treaty on Friday."u8.ToArray());
        Assert.StartsWith("2 reports read, 1 new, 1 as before; ", CommandRun.Of("", "read", Path.Combine(folder, "in"), "--ledger", ledger).Out, StringComparison.Ordinal);
        // Other lists may read other claims from the same report.
        Directory.CreateDirectory(Path.Combine(folder, "lists"));
        Write("lists/note.txt", "x"u8.ToArray());
        Assert.StartsWith("2 reports read, 0 new; 0 new claims", CommandRun.Of("", "read", Path.Combine(folder, "in"), "--ledger", ledger, "--data", Path.Combine(folder, "lists")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_copies_of_one_report_by_several_publishers_as_one_voice()
    {
        const string text = "The foreign ministers of Kazakhstan and Tajikistan signed an agreement on trade in Astana on Tuesday, the ministry in Astana said. The two sides also spoke about water and about the railway that is to be built through the mountains, and will meet again next year.";
        string Line(string publisher, string body) => JsonSerializer.Serialize(new { text = body, publisher, published = "2024-03-12", url = $"http://{publisher}.example/1" }) + "\n";
        string lines = Line("alpha", text) + Line("beta", text.Replace("and will meet again next year", "it was said", StringComparison.Ordinal)) + Line("gamma", "Kazakhstan and Tajikistan signed an agreement on trade on Tuesday; the minister of the first called it a beginning, and that of the second had little to add before he flew home.");
        string ledger = Path.Combine(folder, "wire.db");
        CommandRun.Of(lines, "read", "-", "--ledger", ledger);
        using ILedger kept = Entente.Storage.Ledger.Open(ledger);
        Fact fact = Assert.Single(kept.Facts(new FactQuery()), f => f.Kind == "agreement");
        Assert.Equal((3, 2), (fact.Reports, fact.Independent));
    }

    [Fact]
    public void Shows_what_was_cut_and_where_title_and_day_were_found()
    {
        const string page = "<html><head><title>Wells on the border | Nomad</title><meta property='og:site_name' content='Nomad'><meta property='article:published_time' content='2024-05-06T09:00:00Z'></head>"
            + "<body><nav><a href=/>Home</a> <a href=/world>World</a></nav><h1>Wells on the border</h1><p>The envoys of Chad and Niger met in Zinder on Monday and agreed to open two more wells.</p><p>They will meet again in June, the ministry said.</p></body></html>";
        CommandRun run = CommandRun.Of(page, "read", "--show-cut", "-");
        Assert.Contains("  title      Wells on the border  (heading)\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  publisher  Nomad  (meta og:site_name)\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  published  2024-05-06  (meta article:published_time)\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(": Home", run.Out, StringComparison.Ordinal);
        JsonElement json = JsonDocument.Parse(CommandRun.Of(page, "read", "--show-cut", "--jsonl", "-").Out).RootElement;
        Assert.Equal("meta article:published_time", json.GetProperty("found").GetProperty("published").GetString());
        Assert.NotEqual(0, json.GetProperty("cut").GetArrayLength());
    }

    private void Write(string name, byte[] bytes)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
