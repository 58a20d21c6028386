using Entente.Fleet.Broker;
using Entente.Fleet.Messages;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Entente.Fleet;

/// <summary>How a queue stands.</summary>
/// <param name="Waiting">Documents that no worker has; those in workers' hands are not counted.</param>
/// <param name="Workers">Workers that are connected.</param>
/// <param name="Dead">Dead letters.</param>
public sealed record QueueState(long Waiting, long Workers, long Dead);

/// <summary>A document that could not be read or kept.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Reason">Why.</param>
/// <param name="Time">When, in ISO 8601; null where the broker itself put it there.</param>
public sealed record DeadLetter(string Source, string Reason, string? Time);

/// <summary>Looks at the queue and its dead letters from outside.</summary>
public static class QueueInspector
{
    /// <summary>How the queue stands.</summary>
    /// <exception cref="EntenteException">There is no such queue, or the broker cannot be reached.</exception>
    public static Task<QueueState> LookAsync(FleetOptions options, CancellationToken cancellation = default) => WithChannelAsync(
        options,
        async channel =>
        {
            QueueDeclareOk queue = await channel.QueueDeclarePassiveAsync(options.Name, cancellation);
            QueueDeclareOk dead = await channel.QueueDeclarePassiveAsync(options.DeadName, cancellation);
            return new QueueState(queue.MessageCount, queue.ConsumerCount, dead.MessageCount);
        },
        cancellation);

    /// <summary>The first dead letters; they stay where they are.</summary>
    /// <exception cref="EntenteException">There is no such queue, or the broker cannot be reached.</exception>
    public static Task<IReadOnlyList<DeadLetter>> DeadAsync(FleetOptions options, int most, CancellationToken cancellation = default) => WithChannelAsync<IReadOnlyList<DeadLetter>>(
        options,
        async channel =>
        {
            List<DeadLetter> letters = [];
            // Not acknowledged: closing the channel gives them back.
            while (letters.Count < most && await channel.BasicGetAsync(options.DeadName, autoAck: false, cancellation) is { } letter)
            {
                letters.Add(new DeadLetter(
                    MessageHeaders.Text(letter.BasicProperties, MessageHeaders.Source) ?? letter.BasicProperties.MessageId ?? "?",
                    MessageHeaders.Text(letter.BasicProperties, MessageHeaders.Reason) ?? "given out too often",
                    MessageHeaders.Text(letter.BasicProperties, MessageHeaders.Time)));
            }
            return letters;
        },
        cancellation);

    /// <summary>Puts dead letters back on the queue, to be read again.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="EntenteException">There is no such queue, or the broker cannot be reached.</exception>
    public static Task<int> RetryAsync(FleetOptions options, CancellationToken cancellation = default) => WithChannelAsync(
        options,
        async channel =>
        {
            // Only those that are there now: what dies again at once does not go round.
            uint there = await channel.MessageCountAsync(options.DeadName, cancellation);
            int moved = 0;
            while (moved < there && await channel.BasicGetAsync(options.DeadName, autoAck: false, cancellation) is { } letter)
            {
                BasicProperties properties = new()
                {
                    Type = letter.BasicProperties.Type,
                    MessageId = letter.BasicProperties.MessageId,
                    ContentType = letter.BasicProperties.ContentType,
                    DeliveryMode = DeliveryModes.Persistent,
                    Headers = new Dictionary<string, object?>(StringComparer.Ordinal) { [MessageHeaders.Source] = MessageHeaders.Text(letter.BasicProperties, MessageHeaders.Source) },
                };
                await channel.BasicPublishAsync("", options.Name, mandatory: true, properties, letter.Body, cancellation);
                await channel.BasicAckAsync(letter.DeliveryTag, multiple: false, cancellation);
                moved++;
            }
            return moved;
        },
        cancellation);

    private static async Task<T> WithChannelAsync<T>(FleetOptions options, Func<IChannel, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using IConnection connection = await BrokerDoor.ConnectAsync(options, "queue", cancellation);
            await using IChannel channel = await connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null), cancellation);
            return await work(channel);
        }
        catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == 404)
        {
            throw new EntenteException($"{BrokerDoor.Shown(options)}: there is no queue '{options.Name}' yet; submit something, or start a worker", error);
        }
        catch (Exception error) when (BrokerDoor.IsTrouble(error))
        {
            throw new EntenteException($"{BrokerDoor.Shown(options)}: {error.Message}", error);
        }
    }
}
