using Entente.Fleet.Broker;
using Entente.Fleet.Messages;
using Entente.Fleet.Submitting;
using Entente.Text;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Entente.Fleet;

/// <summary>
/// Puts documents on the queue. Each counts as submitted when the broker has confirmed that it is on disk; where the connection breaks, what
/// was not confirmed is sent again. A document that is sent twice is read twice and kept once. For one thread.
/// </summary>
public sealed class Submitter : IAsyncDisposable
{
    // Sent and not yet confirmed: a broker that syncs its disk every few milliseconds is never waited for.
    private const int Window = 512;
    private const int LookEvery = 500;

    private readonly FleetOptions options;
    private readonly ILogger log;
    private readonly TimeProvider clock;
    private readonly Backoff backoff;
    private readonly Queue<(FleetMessage Message, Task Confirmed)> sent = new();
    private IConnection? connection;
    private IChannel? channel;
    private long sinceLook;

    /// <summary>A submitter; it connects with the first document.</summary>
    public Submitter(FleetOptions options, ILogger log, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.log = log;
        this.clock = clock ?? TimeProvider.System;
        backoff = new Backoff(this.clock);
    }

    /// <summary>How many documents the broker has confirmed.</summary>
    public long Confirmed { get; private set; }

    /// <summary>How many bytes these had.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether a file begins as a WARC file does, packed or not.</summary>
    public static bool IsArchive(string path) => RecordIndex.IsArchive(path);

    /// <summary>Sends a document.</summary>
    /// <exception cref="EntenteException">The broker cannot be used: wrong address, credentials or queue.</exception>
    public Task SubmitAsync(Document document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return SendAsync(DocumentMessage.Of(document), cancellation);
    }

    /// <summary>Sends pointers to the records of a WARC file that lies below the folder of archives.</summary>
    /// <returns>How many records.</returns>
    /// <exception cref="EntenteException">The file lies elsewhere, or the broker cannot be used.</exception>
    public async Task<int> SubmitRecordsAsync(string path, CancellationToken cancellation = default)
    {
        int records = 0;
        string folder = options.Archives ?? throw new EntenteException("No folder of archives was named.");
        foreach (RecordPointer pointer in RecordIndex.Of(path, folder))
        {
            await SendAsync(pointer.ToMessage(), cancellation);
            records++;
        }
        return records;
    }

    /// <summary>Waits until all is confirmed.</summary>
    public Task FlushAsync(CancellationToken cancellation = default) => ConfirmAsync(0, cancellation);

    /// <summary>Closes the connection; what was not flushed may be lost.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task SendAsync(FleetMessage message, CancellationToken cancellation)
    {
        await ConfirmAsync(Window - 1, cancellation);
        if (options.MostWaiting > 0 && ++sinceLook >= LookEvery)
        {
            sinceLook = 0;
            await WaitForRoomAsync(cancellation);
        }
        await ConnectedAsync(cancellation);
        sent.Enqueue((message, PublishAsync(message, cancellation)));
    }

    private Task PublishAsync(FleetMessage message, CancellationToken cancellation)
    {
        BasicProperties properties = new()
        {
            Type = message.Kind,
            MessageId = message.Id,
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            Headers = new Dictionary<string, object?>(StringComparer.Ordinal) { [MessageHeaders.Source] = MessageHeaders.Short(message.Source) },
        };
        return channel!.BasicPublishAsync("", options.Name, mandatory: true, properties, message.Body, cancellation).AsTask();
    }

    // Takes what is confirmed from the front until so few are open; what failed is sent again, on a new connection where the old one is lost.
    private async Task ConfirmAsync(int open, CancellationToken cancellation)
    {
        while (sent.Count > open || (sent.Count > 0 && sent.Peek().Confirmed.IsCompleted))
        {
            (FleetMessage message, Task confirmed) = sent.Peek();
            try
            {
                await confirmed.WaitAsync(BrokerDoor.LongestConfirm, clock, cancellation);
                sent.Dequeue();
                Confirmed++;
                Bytes += message.Body.Length;
                backoff.Reset();
            }
            catch (Exception error) when (BrokerDoor.IsTrouble(error))
            {
                FleetLog.SubmitTrouble(log, sent.Count, error.Message);
                await backoff.WaitAsync(cancellation);
                // Refused by a full queue: the connection is well.
                if (error is not PublishException { IsReturn: false }) await CloseAsync();
                await ResendAsync(cancellation);
            }
        }
    }

    private async Task ResendAsync(CancellationToken cancellation)
    {
        await ConnectedAsync(cancellation);
        for (int i = sent.Count; i > 0; i--)
        {
            (FleetMessage message, Task confirmed) = sent.Dequeue();
            sent.Enqueue((message, confirmed.IsCompletedSuccessfully ? confirmed : PublishAsync(message, cancellation)));
        }
    }

    private async Task WaitForRoomAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await ConnectedAsync(cancellation);
            try
            {
                uint waiting = await channel!.MessageCountAsync(options.Name, cancellation);
                if (waiting <= (uint)options.MostWaiting) return;
                FleetLog.QueueFull(log, waiting, options.MostWaiting);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellation);
            }
            catch (Exception error) when (BrokerDoor.IsTrouble(error))
            {
                FleetLog.SubmitTrouble(log, sent.Count, error.Message);
                await backoff.WaitAsync(cancellation);
                await CloseAsync();
                await ResendAsync(cancellation);
            }
        }
    }

    private async Task ConnectedAsync(CancellationToken cancellation)
    {
        while (channel is not { IsOpen: true })
        {
            // What is still open failed with the channel; it is sent again when its turn comes.
            await CloseAsync();
            try
            {
                connection = await BrokerDoor.ConnectAsync(options, "submit", cancellation);
                channel = await connection.CreateChannelAsync(
                    new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null), cancellation);
                await BrokerDoor.DeclareAsync(channel, options, cancellation);
            }
            catch (Exception error) when (BrokerDoor.IsTrouble(error))
            {
                FleetLog.NoBroker(log, BrokerDoor.Shown(options), error.Message);
                await backoff.WaitAsync(cancellation);
            }
        }
    }

    private async Task CloseAsync()
    {
        try
        {
            if (channel is not null) await channel.DisposeAsync();
            if (connection is not null) await connection.DisposeAsync();
        }
        catch (Exception error) when (BrokerDoor.IsTrouble(error))
        {
            FleetLog.CloseTrouble(log, error.Message);
        }
        channel = null;
        connection = null;
    }
}
