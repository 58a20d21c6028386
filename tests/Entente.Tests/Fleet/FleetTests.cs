using System.IO.Compression;
using System.Text;
using Entente.Claims;
using Entente.Fleet;
using Entente.Reading;
using Entente.Storage;
using Entente.Tests.Cli;
using Entente.Tests.Faults;
using Entente.Text;
using Microsoft.Extensions.Logging.Abstractions;

namespace Entente.Tests.Fleet;

/// <summary>Submitting and working on a real broker and database.</summary>
[Collection(FleetGroup.Name)]
public sealed class FleetTests(FleetServers servers) : IDisposable
{
    private static readonly Lazy<Pipeline> Shared = new(() => new Pipeline());

    private readonly string folder = Directory.CreateTempSubdirectory("entente-fleet-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [FleetFact]
    public void What_is_submitted_and_worked_is_what_read_keeps()
    {
        FleetOptions queue = servers.Rabbit.NewQueue();
        string ledger = servers.Postgres.NewDatabase(), examples = Repository.Path("examples");
        string[] where = ["--queue", queue.Queue, "--name", queue.Name];
        CommandRun submitted = CommandRun.Of("", ["submit", examples, .. where]);
        Assert.Equal((0, ""), (submitted.ExitCode, submitted.Error));
        Assert.Contains($"on the queue '{queue.Name}'", submitted.Out, StringComparison.Ordinal);
        Assert.StartsWith("11 waiting, 0 workers, 0 dead", CommandRun.Of("", ["queue", .. where]).Out, StringComparison.Ordinal);
        CommandRun worked = CommandRun.Of("", ["work", "--ledger", ledger, "--until-empty", "--log", "json", .. where]);
        Assert.Equal(0, worked.ExitCode);
        Assert.Contains("\"event\":\"Ends\"", worked.Error, StringComparison.Ordinal);
        Assert.Contains("\"waiting\":0", CommandRun.Of("", ["queue", "--json", "--ledger", ledger, .. where]).Out, StringComparison.Ordinal);

        Assert.True(LedgerDump.AssertSame(Read(examples), ledger) > 100);
    }

    [FleetFact]
    public async Task Submitting_again_changes_nothing()
    {
        FleetOptions queue = servers.Rabbit.NewQueue();
        string ledger = servers.Postgres.NewDatabase();
        Document[] documents = Documents(20);
        await SubmitAsync(queue, [.. documents, .. documents]);
        Assert.Equal(WorkEnd.Drained, await WorkAsync(queue, ledger));
        string[] once = [.. LedgerDump.Lines(ledger)];
        await SubmitAsync(queue, documents);
        Assert.Equal(WorkEnd.Drained, await WorkAsync(queue, ledger));
        Assert.Equal(once, LedgerDump.Lines(ledger));
        Assert.Equal(20, once.Count(l => l.StartsWith("0:", StringComparison.Ordinal)));
    }

    [FleetFact]
    public async Task A_document_that_costs_its_worker_the_connection_each_time_becomes_a_dead_letter_and_takes_no_other_with_it()
    {
        FleetOptions queue = servers.Rabbit.NewQueue();
        string ledger = servers.Postgres.NewDatabase();
        Document[] documents = Documents(30);
        await SubmitAsync(queue, documents);
        using CutProxy proxy = new(servers.Rabbit.Port);
        WorkEnd end = await WorkAsync(queue with { Queue = RabbitServer.AddressAt(proxy.Port) }, ledger, document =>
        {
            if (document.Id == documents[11].Id)
            {
                proxy.Cut();
                Thread.Sleep(100);
            }
            return Shared.Value.Read(document);
        });
        Assert.Equal(WorkEnd.Drained, end);
        Assert.Contains("given out 20 times without being finished", Assert.Single(await QueueInspector.DeadAsync(queue, 10)).Reason, StringComparison.Ordinal);
        Assert.InRange(LedgerDump.Lines(ledger).Count(l => l.StartsWith("0:", StringComparison.Ordinal)), 29, 30);
    }

    [FleetFact]
    public async Task A_document_that_hangs_becomes_a_dead_letter_and_takes_no_other_with_it()
    {
        FleetOptions queue = servers.Rabbit.NewQueue() with { DocumentTime = TimeSpan.FromSeconds(1) };
        string ledger = servers.Postgres.NewDatabase();
        Document[] documents = Documents(30);
        await SubmitAsync(queue, documents);
        string poison = documents[11].Id!;
        WorkEnd end = WorkEnd.Stuck;
        int workers = 0;
        while (end == WorkEnd.Stuck && workers++ < 6)
        {
            end = await WorkAsync(queue, ledger, document =>
            {
                if (document.Id == poison) Thread.Sleep(60_000);
                return Shared.Value.Read(document);
            });
        }
        Assert.Equal(WorkEnd.Drained, end);
        DeadLetter dead = Assert.Single(await QueueInspector.DeadAsync(queue, 10));
        Assert.Contains("took longer than 1 s, 3 times", dead.Reason, StringComparison.Ordinal);
        Assert.NotNull(dead.Time);
        Assert.Equal(29, LedgerDump.Lines(ledger).Count(l => l.StartsWith("0:", StringComparison.Ordinal)));

        // The fault is mended: it is put back, and read.
        Assert.Equal(1, await QueueInspector.RetryAsync(queue));
        Assert.Equal(WorkEnd.Drained, await WorkAsync(queue, ledger));
        Assert.Equal(0, (await QueueInspector.LookAsync(queue)).Dead);
        Assert.Equal(30, LedgerDump.Lines(ledger).Count(l => l.StartsWith("0:", StringComparison.Ordinal)));
    }

    [FleetFact]
    public async Task A_report_that_cannot_be_understood_is_kept_without_claims_and_told_as_a_dead_letter()
    {
        FleetOptions queue = servers.Rabbit.NewQueue();
        string ledger = servers.Postgres.NewDatabase();
        Document[] documents = Documents(5);
        await SubmitAsync(queue, documents);
        await WorkAsync(queue, ledger, document => document.Id == documents[2].Id ? throw new InvalidOperationException("a fault of ours") : Shared.Value.Read(document));
        Assert.Contains("a fault of ours", Assert.Single(await QueueInspector.DeadAsync(queue, 10)).Reason, StringComparison.Ordinal);
        Assert.Equal(5, LedgerDump.Lines(ledger).Count(l => l.StartsWith("0:", StringComparison.Ordinal)));
    }

    [FleetFact]
    public async Task Records_of_an_archive_are_read_where_they_lie()
    {
        string archive = Path.Combine(folder, "pages.warc.gz");
        WriteArchive(archive, [.. Documents(6).Select(d => d.Text)]);
        FleetOptions queue = servers.Rabbit.NewQueue() with { Archives = folder };
        string ledger = servers.Postgres.NewDatabase();
        await using (Submitter submitter = new(queue, NullLogger.Instance))
        {
            Assert.Equal(6, await submitter.SubmitRecordsAsync(archive));
            await submitter.FlushAsync();
        }
        Assert.Equal(WorkEnd.Drained, await WorkAsync(queue, ledger));
        LedgerDump.AssertSame(Read(archive), ledger);
    }

    [FleetFact]
    public async Task A_worker_opens_no_file_outside_its_folder_of_archives()
    {
        string archive = Path.Combine(folder, "pages.warc.gz"), elsewhere = Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName;
        WriteArchive(archive, ["Kazakhstan and China signed an agreement on trade."]);
        FleetOptions queue = servers.Rabbit.NewQueue();
        string ledger = servers.Postgres.NewDatabase();
        await using (Submitter submitter = new(queue with { Archives = folder }, NullLogger.Instance))
        {
            await submitter.SubmitRecordsAsync(archive);
            await submitter.FlushAsync();
        }
        await WorkAsync(queue with { Archives = elsewhere }, ledger);
        Assert.Single(await QueueInspector.DeadAsync(queue, 10));
        await QueueInspector.RetryAsync(queue);
        await WorkAsync(queue, ledger);
        Assert.Contains("--archives", Assert.Single(await QueueInspector.DeadAsync(queue, 10)).Reason, StringComparison.Ordinal);
    }

    [FleetFact]
    public async Task A_worker_that_is_asked_to_stop_finishes_what_it_has_in_hand_and_another_does_the_rest()
    {
        FleetOptions queue = servers.Rabbit.NewQueue() with { Batch = 10 };
        string ledger = servers.Postgres.NewDatabase();
        await SubmitAsync(queue, Documents(60));
        using CancellationTokenSource stop = new();
        int read = 0;
        WorkEnd end = await WorkAsync(
            queue, ledger,
            document =>
            {
                if (Interlocked.Increment(ref read) == 25) stop.Cancel();
                return Shared.Value.Read(document);
            },
            stop.Token);
        Assert.Equal(WorkEnd.Stopped, end);
        int kept = LedgerDump.Lines(ledger).Count(l => l.StartsWith("0:", StringComparison.Ordinal));
        Assert.InRange(kept, 25, 59);
        Assert.Equal(kept, read);
        Assert.Equal(60 - kept, (await QueueInspector.LookAsync(queue)).Waiting);
        Assert.Equal(WorkEnd.Drained, await WorkAsync(queue, ledger));
        Assert.Equal(60, LedgerDump.Lines(ledger).Count(l => l.StartsWith("0:", StringComparison.Ordinal)));
    }

    [FleetFact]
    public void Wrong_addresses_and_queues_are_told_in_a_line()
    {
        FleetOptions queue = servers.Rabbit.NewQueue();
        Assert.Equal("entente: --queue is missing: amqp://user:password@host:port/vhost\n", CommandRun.Of("", "queue").Error);
        CommandRun unknown = CommandRun.Of("", "queue", "--queue", queue.Queue, "--name", "nobody-made-this");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("there is no queue 'nobody-made-this' yet", unknown.Error, StringComparison.Ordinal);
        CommandRun wrong = CommandRun.Of("", "queue", "--queue", queue.Queue.Replace("guest:guest", "guest:wrong", StringComparison.Ordinal));
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("user or password is wrong", wrong.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("guest:", wrong.Error, StringComparison.Ordinal);
    }

    [FleetFact]
    public async Task Several_writers_of_one_ledger_lose_nothing_and_keep_nothing_twice()
    {
        string ledger = servers.Postgres.NewDatabase();
        ReadReport[] reports = [.. Documents(120).Select(d => new ReadReport(d, Shared.Value.Read(d)))];
        // Each writer has most of what the others have, in an order of its own, and compares in between.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(w => Task.Run(() =>
        {
            Random random = new(w);
            using ILedger own = Ledger.Open(ledger, TimeProvider.System);
            foreach (ReadReport[] batch in reports.Where((_, i) => i % 4 != w).OrderBy(_ => random.Next()).Chunk(7))
            {
                own.Add(batch);
                if (random.Next(4) == 0) own.Reconcile();
            }
            own.Reconcile();
        })));
        string single = Path.Combine(folder, "single.db");
        using (ILedger one = Ledger.Open(single, TimeProvider.System))
        {
            one.Add(reports);
            one.Reconcile();
        }
        LedgerDump.AssertSame(single, ledger);
    }

    private static async Task SubmitAsync(FleetOptions queue, IEnumerable<Document> documents)
    {
        await using Submitter submitter = new(queue, NullLogger.Instance);
        foreach (Document document in documents) await submitter.SubmitAsync(document);
        await submitter.FlushAsync();
    }

    private static async Task<WorkEnd> WorkAsync(FleetOptions queue, string ledger, Func<Document, IReadOnlyList<Claim>>? understand = null, CancellationToken stop = default)
    {
        using Worker worker = new(queue with { UntilEmpty = true }, new Reader(), understand ?? Shared.Value.Read, () => Ledger.Open(ledger, TimeProvider.System), NullLogger.Instance);
        return await worker.RunAsync(stop);
    }

    private Document[] Documents(int count)
    {
        string path = Path.Combine(folder, "varied.jsonl");
        VariedReports.WriteJsonLines(path, count);
        using FileStream file = File.OpenRead(path);
        return [.. new Reader().Read(file, "varied").Select(r => r.Document!)];
    }

    private string Read(string input)
    {
        string ledger = Path.Combine(folder, "read.db");
        Assert.Equal(0, CommandRun.Of("", "read", input, "--ledger", ledger).ExitCode);
        return ledger;
    }

    private static void WriteArchive(string path, string[] texts)
    {
        using FileStream file = File.Create(path);
        for (int i = 0; i < texts.Length; i++)
        {
            string page = $"<html><head><title>Page {i}</title></head><body><article><p>{string.Join("</p><p>", texts[i].Split('\n', StringSplitOptions.RemoveEmptyEntries))}</p></article></body></html>";
            byte[] http = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
            using GZipStream member = new(file, CompressionLevel.Fastest, leaveOpen: true);
            member.Write(Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{i}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {http.Length}\r\n\r\n"));
            member.Write(http);
            member.Write("\r\n\r\n"u8);
        }
    }
}
