using System.Globalization;
using Entente.Claims;
using Entente.Fleet;
using Entente.Storage;
using Entente.Tests.Fleet;
using Xunit.Abstractions;

namespace Entente.Tests.Faults;

/// <summary>
/// Workers are killed, broker and database crash, connections are cut, logs have no room: at the end the ledger is what one undisturbed process
/// makes. The short form runs with all tests; ENTENTE_FAULT_DOCUMENTS, ENTENTE_FAULT_SECONDS and ENTENTE_FAULT_SENTENCES (of a document) make it longer.
/// </summary>
[Collection(FleetGroup.Name)]
public sealed class FleetFaultTests(FleetServers servers, ITestOutputHelper output) : IDisposable
{
    private const int Workers = 4;
    private const int Kinds = 9;

    private readonly string folder = Directory.CreateTempSubdirectory("entente-faults-").FullName;
    private readonly List<ProgramRun> workers = [];

    public void Dispose()
    {
        foreach (ProgramRun worker in workers) worker.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [FleetFact]
    public async Task Through_all_faults_nothing_is_lost_and_nothing_is_there_twice()
    {
        int documents = Setting("ENTENTE_FAULT_DOCUMENTS", 400), seconds = Setting("ENTENTE_FAULT_SECONDS", 20), sentences = Setting("ENTENTE_FAULT_SENTENCES", 5);
        FleetOptions queue = servers.Rabbit.NewQueue();
        string ledger = servers.Postgres.NewDatabase(), input = Path.Combine(folder, "reports.jsonl"), undisturbed = Path.Combine(folder, "undisturbed.db");
        VariedReports.WriteJsonLines(input, documents, mostSentences: sentences);
        using CutProxy broker = new(servers.Rabbit.Port), database = new(servers.Postgres.Port);
        string[] work =
        [
            "work", "--queue", RabbitServer.AddressAt(broker.Port), "--name", queue.Name, "--jobs", "1", "--batch", Math.Clamp(documents / 500, 20, 200).ToString(CultureInfo.InvariantCulture), "--deliveries", "100",
            "--ledger", ledger.Replace($":{servers.Postgres.Port}/", $":{database.Port}/", StringComparison.Ordinal),
        ];
        // Submitting goes through the faults too.
        using ProgramRun submit = ProgramRun.Start("submit", input, "--queue", RabbitServer.AddressAt(broker.Port), "--name", queue.Name);
        for (int i = 0; i < Workers; i++) workers.Add(ProgramRun.Start(work));

        // Each kind of fault once, then by chance; each after some progress, so that a slow machine is not merely kept from starting.
        Dictionary<string, int> faults = [];
        Random random = new(20251122);
        long start = Environment.TickCount64, kept = await ProgressAsync(ledger, 0, TimeSpan.FromMinutes(2));
        for (int i = 0; kept < documents && (i < Kinds || Environment.TickCount64 - start < seconds * 1000L); i++)
        {
            string fault = Fault(i < Kinds ? i : random.Next(Kinds), random.Next(Workers), broker, database, work);
            faults[fault] = faults.GetValueOrDefault(fault) + 1;
            kept = await ProgressAsync(ledger, kept, TimeSpan.FromSeconds(10));
            await Task.Delay(random.Next(1500));
        }
        Assert.Equal(0, submit.Wait());
        foreach (ProgramRun worker in workers) worker.Signal("KILL");
        long calm = Environment.TickCount64;
        // Two that finish it side by side, and one that nothing disturbs.
        using ProgramRun last = ProgramRun.Start([.. work, "--until-empty"]), other = ProgramRun.Start([.. work, "--until-empty"]), read = ProgramRun.Start("read", input, "--ledger", undisturbed);
        Assert.True(last.Wait(seconds: 3600) == 0, last.Error);
        Assert.True(other.Wait(seconds: 3600) == 0, other.Error);
        Assert.True(read.Wait(seconds: 3600) == 0, read.Error);

        QueueState state = await QueueInspector.LookAsync(queue);
        Assert.Equal((0, 0), (state.Waiting, state.Dead));
        int lines = LedgerDump.AssertSame(undisturbed, ledger);
        output.WriteLine($"{documents} documents, {(calm - start) / 1000} s of faults ({string.Join(", ", faults.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {f.Value}"))}); "
            + $"{kept} were kept when the faults ended, the others {(Environment.TickCount64 - calm) / 1000} s later; {lines} lines of the two ledgers are the same");
        Assert.True(lines > documents * 10, $"only {lines} lines");
    }

    private string Fault(int kind, int worker, CutProxy broker, CutProxy database, string[] work)
    {
        switch (kind)
        {
            case 0 or 1 or 2:
                workers[worker].Signal("KILL");
                Replace(worker, ProgramRun.Start(work));
                return "worker killed";
            case 3:
                workers[worker].Signal("TERM");
                Replace(worker, ProgramRun.Start(work));
                return "worker stopped";
            case 4:
                broker.Cut();
                return "broker cut off";
            case 5:
                // A log on a full disk: what cannot be written must not stop the work.
                workers[worker].Signal("KILL");
                Replace(worker, ProgramRun.InShell("exec $PROGRAM 2>/dev/full", work));
                return "worker with a full disk";
            case 6:
                database.Cut();
                return "database cut off";
            case 7:
                servers.Postgres.Crash();
                return "database crashed";
            default:
                servers.Rabbit.Kill();
                servers.Rabbit.Start();
                return "broker crashed";
        }
    }

    // How many reports are kept, once there are some more than before.
    private static async Task<long> ProgressAsync(string ledger, long before, TimeSpan patience)
    {
        long start = Environment.TickCount64, kept = before;
        while (kept < before + 10 && Environment.TickCount64 - start < patience.TotalMilliseconds)
        {
            await Task.Delay(100);
            using ILedger open = Ledger.Open(ledger, TimeProvider.System);
            kept = Convert.ToInt64(open.Query("SELECT count(*) FROM reports").Rows.First()[0], CultureInfo.InvariantCulture);
        }
        return kept;
    }

    private void Replace(int index, ProgramRun next)
    {
        // One that was asked to stop may still be finishing: it is let.
        workers.Add(workers[index]);
        workers[index] = next;
    }

    private static int Setting(string name, int standard) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : standard;
}
