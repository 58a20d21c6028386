using System.Threading.Channels;
using Entente.Claims;
using Entente.Fleet.Broker;
using Entente.Fleet.Messages;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Entente.Fleet.Working;

/// <summary>
/// One worker on one connection: readers on threads of their own, and one that commits and acknowledges. When the connection is lost, what was
/// not acknowledged belongs to the broker again, and the session ends.
/// </summary>
internal sealed class WorkSession : IDisposable
{
    private const int MostClaims = 5000;
    private const int MostStrikes = 3;
    private const int LookAfter = 30;
    private static readonly TimeSpan LongestBatch = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    private readonly FleetOptions options;
    private readonly WorkTools tools;
    private readonly PatientLedger ledger;
    private readonly IChannel channel;
    private readonly Waiting waiting;
    private readonly Acknowledgements acknowledgements = new();
    private readonly Channel<Understood> understood = Channel.CreateUnbounded<Understood>();
    private readonly TaskCompletionSource<string> lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource ended = new();
    private long compared;
    private int readers;
    private volatile bool isEnding;

    private WorkSession(FleetOptions options, WorkTools tools, PatientLedger ledger, IChannel channel)
    {
        this.options = options;
        this.tools = tools;
        this.ledger = ledger;
        this.channel = channel;
        // Chance decides the order of suspects only; nothing that is kept depends on it.
        waiting = new Waiting(tools.Clock, Random.Shared);
        compared = tools.Clock.GetTimestamp();
    }

    /// <summary>How many documents it holds.</summary>
    public int Held => waiting.Held;

    /// <summary>Begins to take documents.</summary>
    public static async Task<WorkSession> BeginAsync(IConnection connection, FleetOptions options, WorkTools tools, PatientLedger ledger, CancellationToken cancellation)
    {
        IChannel channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null), cancellation);
        await BrokerDoor.DeclareAsync(channel, options, cancellation);
        return new WorkSession(options, tools, ledger, channel);
    }

    /// <summary>Works until it is asked to stop, the connection is lost, the queue is empty, or a document takes too long.</summary>
    /// <returns>Why it ended; null where the connection was lost.</returns>
    public async Task<WorkEnd?> RunAsync(CancellationToken stop)
    {
        await channel.BasicQosAsync(0, (ushort)options.Prefetch, global: false, stop);
        channel.ChannelShutdownAsync += (_, e) =>
        {
            lost.TrySetResult(e.ReplyText);
            return Task.CompletedTask;
        };
        AsyncEventingBasicConsumer consumer = new(channel);
        consumer.ReceivedAsync += OnReceived;
        consumer.UnregisteredAsync += (_, _) =>
        {
            if (!isEnding) lost.TrySetResult("the queue was taken away");
            return Task.CompletedTask;
        };
        readers = options.Jobs;
        for (int i = 0; i < options.Jobs; i++) new Thread(ReadAll) { IsBackground = true, Name = "reader " + (i + 1) }.Start();
        string tag = await channel.BasicConsumeAsync(options.Name, autoAck: false, consumer, stop);
        Task committing = CommitAllAsync();
        WorkEnd? end = await WatchAsync(committing, stop);
        waiting.Close();
        if (end is WorkEnd.Stopped or WorkEnd.Drained)
        {
            FleetLog.Stopping(tools.Log, waiting.Held);
            isEnding = true;
            if (channel.IsOpen) await channel.BasicCancelAsync(tag, noWait: false, CancellationToken.None);
            // Readers finish what they have in hand; then the last batch is written.
            Task late = Task.Delay(options.StopTime, tools.Clock, CancellationToken.None);
            if (await Task.WhenAny(committing, late) == late) await ended.CancelAsync();
        }
        else
        {
            await ended.CancelAsync();
        }
        if (end != WorkEnd.Stuck) await EndedAsync(committing);
        if (lost.Task.IsCompletedSuccessfully) FleetLog.Lost(tools.Log, BrokerDoor.Shown(options), await lost.Task);
        else await CloseAsync();
        return end;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        waiting.Close();
        ended.Dispose();
        channel.Dispose();
    }

    private async Task<WorkEnd?> WatchAsync(Task committing, CancellationToken stop)
    {
        Task stopping = Task.Delay(Timeout.InfiniteTimeSpan, stop);
        int empty = 0, idle = 0;
        while (true)
        {
            Task first = await Task.WhenAny(stopping, lost.Task, committing, Task.Delay(Tick, tools.Clock, CancellationToken.None));
            if (first == lost.Task) return null;
            if (first == stopping) return WorkEnd.Stopped;
            if (first == committing)
            {
                await committing;
                return null;
            }
            if (waiting.Longest() is { } longest && longest.Time > options.DocumentTime)
            {
                tools.Health.IsStuck = true;
                FleetLog.Stuck(tools.Log, longest.Delivery.Source, longest.Time.TotalSeconds);
                await StrikeAsync(longest.Delivery);
                return WorkEnd.Stuck;
            }
            if (waiting.Held > 0 || ledger.IsNew)
            {
                empty = idle = 0;
                continue;
            }
            if (++idle < LookAfter && !options.UntilEmpty) continue;
            bool isEmpty = await channel.MessageCountAsync(options.Name, CancellationToken.None) == 0;
            empty = isEmpty ? empty + 1 : 0;
            if (options.UntilEmpty && empty >= 2) return WorkEnd.Drained;
            if (isEmpty) idle = 0;
            // Documents are there and none comes: a queue that changed its leader may have forgotten this worker.
            else if (idle >= 2 * LookAfter) lost.TrySetResult("nothing comes of a queue that is not empty");
        }
    }

    private async Task EndedAsync(Task committing)
    {
        try
        {
            await committing;
        }
        catch (Exception error) when (error is OperationCanceledException || BrokerDoor.IsTrouble(error))
        {
            lost.TrySetResult(error.Message);
        }
    }

    private Task OnReceived(object sender, BasicDeliverEventArgs e)
    {
        Delivery delivery = new(
            e.DeliveryTag, MessageHeaders.Deliveries(e.BasicProperties), MessageHeaders.Number(e.BasicProperties, MessageHeaders.Strikes), e.BasicProperties.Type ?? "", e.BasicProperties.MessageId,
            MessageHeaders.Text(e.BasicProperties, MessageHeaders.Source) ?? e.BasicProperties.MessageId ?? "?", e.Body.ToArray());
        if (e.Redelivered) tools.Metrics.Redelivered();
        if (delivery.IsSuspect) FleetLog.Suspect(tools.Log, delivery.Source, delivery.Deliveries);
        waiting.Add(delivery);
        return Task.CompletedTask;
    }

    private void ReadAll()
    {
        while (waiting.Take() is { } delivery)
        {
            Understood result = tools.Understanding.Understand(delivery);
            understood.Writer.TryWrite(result);
            tools.Metrics.Read(waiting.Read(delivery));
        }
        if (Interlocked.Decrement(ref readers) == 0) understood.Writer.TryComplete();
    }

    private async Task CommitAllAsync()
    {
        List<Understood> batch = [];
        while (true)
        {
            Task<bool> more = understood.Reader.WaitToReadAsync(ended.Token).AsTask();
            while (await Task.WhenAny(more, Task.Delay(Tick, tools.Clock, CancellationToken.None)) != more) await CompareAsync(isIdle: true);
            if (!await more) return;
            await FillAsync(batch);
            await KeepAsync(batch);
            batch.Clear();
            await CompareAsync(isIdle: false);
        }
    }

    // A batch is as large as it may be, unless there is nothing more to read or the first has waited for long enough.
    private async Task FillAsync(List<Understood> batch)
    {
        long start = tools.Clock.GetTimestamp();
        int claims = 0;
        while (batch.Count < options.Batch && claims < MostClaims)
        {
            if (understood.Reader.TryRead(out Understood? next))
            {
                batch.Add(next);
                claims += next.Reports.Sum(r => r.Claims.Count);
                continue;
            }
            TimeSpan left = LongestBatch - tools.Clock.GetElapsedTime(start);
            // Between a reader's writing its result and its taking the next, nothing is being read for a moment: looked at twice.
            if (left <= TimeSpan.Zero || (!waiting.IsReading && !understood.Reader.TryPeek(out _))) return;
            Task<bool> more = understood.Reader.WaitToReadAsync(ended.Token).AsTask();
            if (await Task.WhenAny(more, Task.Delay(left < Tick ? left : Tick, tools.Clock, ended.Token)) == more && !await more) return;
        }
    }

    private async Task KeepAsync(List<Understood> batch)
    {
        ReadReport[] reports = [.. batch.SelectMany(b => b.Reports)];
        Dictionary<Understood, string> dead = batch.Where(b => b.Trouble is not null).ToDictionary(b => b, b => b.Trouble!);
        long start = tools.Clock.GetTimestamp();
        LedgerChange change = default;
        try
        {
            change = await ledger.AddAsync(reports, ended.Token);
        }
        catch (Exception error) when (PatientLedger.IsRefusal(error))
        {
            FleetLog.BatchRefused(tools.Log, error.Message);
            change = await KeepEachAsync(batch, dead);
        }
        tools.Committed(reports.Length, change.Claims, tools.Clock.GetElapsedTime(start));
        foreach ((Understood letter, string reason) in dead) await BuryAsync(letter.Delivery, reason);
        if (acknowledgements.Done(batch.Select(b => b.Delivery.Tag)) is { } all) await channel.BasicAckAsync(all, multiple: true, CancellationToken.None);
        // The next one may end the worker: what is done must count at once.
        if (batch.Exists(b => b.Delivery.IsSuspect)) await AcknowledgeSingleAsync();
        waiting.Finished(batch.Count);
    }

    // One report that the database refuses must not keep the others out.
    private async Task<LedgerChange> KeepEachAsync(List<Understood> batch, Dictionary<Understood, string> dead)
    {
        LedgerChange change = default;
        foreach (Understood each in batch)
        {
            try
            {
                change += await ledger.AddAsync(each.Reports, ended.Token);
            }
            catch (Exception error) when (PatientLedger.IsRefusal(error))
            {
                dead[each] = $"the ledger refuses it: {error.Message}";
            }
        }
        return change;
    }

    private async Task BuryAsync(Delivery delivery, string reason)
    {
        FleetLog.Dead(tools.Log, delivery.Source, reason);
        tools.Metrics.Dead();
        await SendAsync(options.DeadName, delivery, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [MessageHeaders.Reason] = MessageHeaders.Short(reason),
            [MessageHeaders.Time] = tools.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        });
    }

    // Which document took too long is known: it goes to the end of the queue with a strike, and the others are free of suspicion.
    private async Task StrikeAsync(Delivery delivery)
    {
        long strikes = delivery.Strikes + 1;
        if (strikes >= MostStrikes) await BuryAsync(delivery, FormattableString.Invariant($"took longer than {options.DocumentTime.TotalSeconds} s, {strikes} times"));
        else await SendAsync(options.Name, delivery, new Dictionary<string, object?>(StringComparer.Ordinal) { [MessageHeaders.Strikes] = strikes });
        await channel.BasicAckAsync(delivery.Tag, multiple: false, CancellationToken.None);
    }

    private async Task SendAsync(string queue, Delivery delivery, Dictionary<string, object?> headers)
    {
        headers[MessageHeaders.Source] = MessageHeaders.Short(delivery.Source);
        BasicProperties properties = new() { Type = delivery.Kind, MessageId = delivery.Id, ContentType = "application/json", DeliveryMode = DeliveryModes.Persistent, Headers = headers };
        await channel.BasicPublishAsync("", queue, mandatory: true, properties, delivery.Body, ended.Token).AsTask().WaitAsync(BrokerDoor.LongestConfirm, tools.Clock, ended.Token);
    }

    private async Task CompareAsync(bool isIdle)
    {
        if (!ledger.IsNew || (isIdle && waiting.Held > 0)) return;
        if (!isIdle && tools.Clock.GetElapsedTime(compared) < options.CompareEvery) return;
        long start = tools.Clock.GetTimestamp();
        await ledger.CompareAsync(ended.Token);
        compared = tools.Clock.GetTimestamp();
        tools.Metrics.Compared(tools.Clock.GetElapsedTime(start));
        FleetLog.Compared(tools.Log, tools.Clock.GetElapsedTime(start).TotalMilliseconds);
    }

    private async Task AcknowledgeSingleAsync()
    {
        foreach (ulong tag in acknowledgements.TakeSingle()) await channel.BasicAckAsync(tag, multiple: false, CancellationToken.None);
    }

    private async Task CloseAsync()
    {
        try
        {
            await AcknowledgeSingleAsync();
            await channel.CloseAsync(CancellationToken.None);
        }
        catch (Exception error) when (BrokerDoor.IsTrouble(error))
        {
            FleetLog.CloseTrouble(tools.Log, error.Message);
        }
    }
}
