using System.Diagnostics;
using System.Globalization;
using Entente.Claims;
using Entente.Cli;
using Entente.Storage;
using Entente.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Entente.Tests.Faults;

/// <summary>
/// What a machine does to a program: full disk, read-only files, a locked ledger, signals, a clock that goes back, too few file handles. Each time a
/// clear message, nothing corrupt, and reading again completes.
/// </summary>
public sealed class ProgramFaultTests : IDisposable
{
    private const int Reports = 200;

    private readonly string folder = Directory.CreateTempSubdirectory("entente-program-").FullName;
    private readonly string input;
    private readonly string ledger;

    public ProgramFaultTests()
    {
        input = Path.Combine(folder, "reports.jsonl");
        ledger = Path.Combine(folder, "ledger.db");
        VariedReports.WriteJsonLines(input, Reports);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [MountFact]
    public void A_full_disk_is_told_and_with_room_reading_again_completes()
    {
        string small = Directory.CreateDirectory(Path.Combine(folder, "small")).FullName, location = Path.Combine(small, "ledger.db");
        // The mount is seen by this process alone, and goes with it. First too little room, then enough.
        using ProgramRun run = InMounts(
            $"mount -t tmpfs -o size=700k none {small} && ( $PROGRAM; echo \"code $?\"; mount -o remount,size=40m {small}; $PROGRAM; echo \"code $?\"; cp {location} {ledger} )",
            "read", input, "--ledger", location);
        run.Wait();
        Assert.Contains("code 2", run.Out, StringComparison.Ordinal);
        Assert.Contains("the disk is full", run.Error, StringComparison.Ordinal);
        Assert.Contains("code 0", run.Out, StringComparison.Ordinal);
        AssertWhole(ledger);
        LedgerDump.AssertSame(Undisturbed(), ledger);
    }

    [MountFact]
    public void A_read_only_ledger_is_told_and_stays_as_it_was()
    {
        string place = Directory.CreateDirectory(Path.Combine(folder, "place")).FullName, location = Path.Combine(place, "ledger.db");
        Assert.Equal(0, Read(location));
        byte[] before = File.ReadAllBytes(location);
        using ProgramRun run = InMounts($"mount --bind {place} {place} && mount -o remount,bind,ro {place} && exec $PROGRAM", "read", Repository.Path("examples"), "--ledger", location);
        Assert.Equal(2, run.Wait());
        Assert.Contains("may you write to", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(location));
    }

    [Fact]
    public void A_ledger_that_another_program_locks_is_waited_for()
    {
        Assert.Equal(0, Read(ledger, Repository.Path("examples")));
        using SqliteConnection other = new($"Data Source={ledger};Pooling=false");
        other.Open();
        using (SqliteTransaction held = other.BeginTransaction(deferred: false))
        {
            using ProgramRun run = ProgramRun.Start("read", input, "--ledger", ledger);
            Thread.Sleep(4000);
            Assert.False(run.HasEnded, run.Error);
            held.Rollback();
            Assert.Equal(0, run.Wait());
        }
        AssertWhole(ledger);
        Assert.Equal(Reports, Count(ledger, "SELECT count(*) FROM reports WHERE source LIKE '%reports.jsonl'"));
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public void A_signal_ends_it_in_good_order_and_reading_again_completes(string signal, int code)
    {
        using ProgramRun direct = ProgramRun.Start("read", input, input, input, input, "--jobs", "1", "--ledger", ledger + ".2");
        for (int i = 0; i < 600 && !File.Exists(ledger + ".2"); i++) Thread.Sleep(50);
        direct.Signal(signal);
        int ended = direct.Wait();
        Assert.True(ended == code || ended == 0, $"{ended}: {direct.Error}");
        if (ended == code) Assert.Contains($"stopped by SIG{signal}; what was read is kept", direct.Error, StringComparison.Ordinal);
        AssertWhole(ledger + ".2");
        Assert.Equal(0, Read(ledger + ".2"));
        LedgerDump.AssertSame(Undisturbed(), ledger + ".2");
    }

    [Fact]
    public void A_killed_run_leaves_a_whole_ledger_and_reading_again_completes()
    {
        for (int i = 0; i < 3; i++)
        {
            using ProgramRun run = ProgramRun.Start("read", input, "--ledger", ledger);
            for (int wait = 0; wait < 600 && !run.HasEnded && !File.Exists(ledger); wait++) Thread.Sleep(20);
            Thread.Sleep(100 * i);
            run.Signal("KILL");
            run.Wait();
            AssertWhole(ledger);
        }
        Assert.Equal(0, Read(ledger));
        LedgerDump.AssertSame(Undisturbed(), ledger);
    }

    [Fact]
    public void A_clock_that_goes_back_changes_nothing_but_times()
    {
        using StringWriter output = new(), error = new();
        for (int i = 0; i < 2; i++)
        {
            Surroundings surroundings = new() { Input = Stream.Null, Out = output, Error = error, Clock = new ClockThatGoesBack() };
            Assert.Equal(0, EntenteCommand.Run(["read", input, "--ledger", ledger], surroundings));
        }
        Assert.Equal("", error.ToString());
        LedgerDump.AssertSame(Undisturbed(), ledger);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(80)]
    [InlineData(100)]
    public void With_too_few_file_handles_it_says_so_and_with_enough_it_completes(int handles)
    {
        using (ProgramRun run = ProgramRun.InShell($"ulimit -n {handles}; exec $PROGRAM", "read", input, "--ledger", ledger))
        {
            // Below some fifty the runtime itself cannot start, in its own words.
            int code = run.Wait();
            if (handles < FileHandles.Needed) Assert.Equal((2, Messages.FewFileHandles(handles) + "\n"), (code, run.Error));
            else Assert.Equal((0, ""), (code, run.Error));
        }
        if (File.Exists(ledger)) AssertWhole(ledger);
        Assert.Equal(0, Read(ledger));
        LedgerDump.AssertSame(Undisturbed(), ledger);
    }

    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 1024L)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max cpu time              unlimited            unlimited            seconds   ", null)]
    public void The_limit_of_file_handles_is_read_as_Linux_tells_it(string line, long? limit) => Assert.Equal(limit, FileHandles.In(["Limit                     Soft Limit", line]));

    [Theory]
    [InlineData(5, "is locked by another program")]
    [InlineData(8, "is read-only")]
    [InlineData(10, "the disk is full or fails")]
    [InlineData(11, "is damaged")]
    [InlineData(13, "make room and read the same again")]
    [InlineData(14, "cannot be opened")]
    public void What_SQLite_says_of_a_fault_is_told_with_the_way_out(int code, string words)
    {
        using Database database = SqliteDatabase.Open(ledger, mustExist: false);
        Assert.Contains(words, database.Explain(new SqliteException("error", code)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--jsonl")]
    [InlineData("--ledger=other.db")]
    public void Output_that_cannot_be_written_is_told_in_a_line(string option)
    {
        using ProgramRun run = ProgramRun.InShell($"cd {folder}; exec $PROGRAM >/dev/full", "read", input, option);
        Assert.Equal(2, run.Wait());
        Assert.Matches("^entente: [^\n]*No space left on device\n$", run.Error);
    }

    private static ProgramRun InMounts(string script, params string[] arguments) =>
        ProgramRun.InShell("exec unshare -m sh -c '" + script.Replace("$PROGRAM", $"dotnet {ProgramRun.Program} \"$@\"", StringComparison.Ordinal) + "' entente \"$@\"", arguments);

    private int Read(string location, string? what = null)
    {
        using ProgramRun run = ProgramRun.ToEnd("read", what ?? input, "--ledger", location);
        return run.Wait();
    }

    private string Undisturbed()
    {
        string location = Path.Combine(folder, "undisturbed.db");
        Assert.Equal(0, Read(location));
        return location;
    }

    private static void AssertWhole(string location)
    {
        if (new FileInfo(location).Length == 0) return;
        using SqliteConnection connection = new($"Data Source={location};Pooling=false");
        connection.Open();
        using SqliteCommand check = new("PRAGMA integrity_check", connection);
        Assert.Equal("ok", check.ExecuteScalar());
        using SqliteCommand tables = new("SELECT count(*) FROM sqlite_master WHERE name = 'claims'", connection);
        if (Convert.ToInt64(tables.ExecuteScalar(), CultureInfo.InvariantCulture) == 0) return;
        // Whole batches only: no claim without its report, no evidence without its claim.
        Assert.Equal(0, Count(location, "SELECT count(*) FROM claims c WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.report = c.report)"));
        Assert.Equal(0, Count(location, "SELECT count(*) FROM evidence e WHERE NOT EXISTS (SELECT 1 FROM claims c WHERE c.claim = e.claim)"));
    }

    private static long Count(string location, string sql)
    {
        using ILedger open = Ledger.Open(location, TimeProvider.System, mustExist: true);
        return Convert.ToInt64(open.Query(sql).Rows.First()[0], CultureInfo.InvariantCulture);
    }

    private sealed class ClockThatGoesBack : TimeProvider
    {
        private DateTimeOffset now = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now = now.AddHours(-7);
    }
}

/// <summary>A test that mounts file systems of its own; skipped, by name, where that is not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Allowed = new(() =>
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo("unshare", ["-m", "sh", "-c", "mount -t tmpfs none /mnt"]) { RedirectStandardError = true, UseShellExecute = false });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    public MountFactAttribute()
    {
        if (!Allowed.Value) Skip = "This machine does not let the tests mount file systems (unshare -m)";
    }
}
