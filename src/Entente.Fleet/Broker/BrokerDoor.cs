using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Entente.Fleet.Broker;

/// <summary>Connects to RabbitMQ and makes the two queues.</summary>
internal static class BrokerDoor
{
    // Workers end documents long before; it holds where a worker of an older version does not look at the count.
    private const int MostDeliveries = 1000;

    /// <summary>A confirmation that does not come within this time never comes: a queue may lose its leader while the connection stays.</summary>
    public static TimeSpan LongestConfirm { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Opens a connection that does not mend itself: who uses it begins anew, so that nothing is acknowledged on a connection that did not deliver it.</summary>
    /// <exception cref="EntenteException">The address or the credentials are wrong: trying again would not help.</exception>
    public static async Task<IConnection> ConnectAsync(FleetOptions options, string role, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(options.Queue, UriKind.Absolute, out Uri? address) || address.Scheme is not ("amqp" or "amqps"))
        {
            throw new EntenteException("The address of the queue cannot be read. Write amqp://user:password@host:port/vhost.");
        }
        ConnectionFactory factory = new()
        {
            Uri = address,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            ClientProvidedName = "entente " + role,
            RequestedHeartbeat = TimeSpan.FromSeconds(30),
        };
        try
        {
            return await factory.CreateConnectionAsync(cancellation);
        }
        catch (BrokerUnreachableException error) when (Wrong(error) is { } reason)
        {
            throw new EntenteException($"{Shown(options)}: {reason}", error);
        }
    }

    /// <summary>Makes the queue and that of the dead letters where they are not there.</summary>
    /// <exception cref="EntenteException">There is a queue of that name that was made otherwise.</exception>
    public static async Task DeclareAsync(IChannel channel, FleetOptions options, CancellationToken cancellation)
    {
        try
        {
            // Quorum queues are on disk before they confirm, and count deliveries.
            await channel.QueueDeclareAsync(options.DeadName, durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
            await channel.QueueDeclareAsync(options.Name, durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["x-queue-type"] = "quorum",
                    ["x-delivery-limit"] = MostDeliveries,
                    ["x-dead-letter-exchange"] = "",
                    ["x-dead-letter-routing-key"] = options.DeadName,
                    ["x-dead-letter-strategy"] = "at-least-once",
                    // At-least-once dead letters need it.
                    ["x-overflow"] = "reject-publish",
                },
                cancellationToken: cancellation);
        }
        catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == 406)
        {
            throw new EntenteException($"{Shown(options)}: the queue '{options.Name}' was made otherwise. Name another one with --name.", error);
        }
    }

    /// <summary>Whether an error tells that the connection is lost or the broker in trouble: later it may work.</summary>
    public static bool IsTrouble(Exception error) =>
        error is RabbitMQClientException or BrokerUnreachableException or IOException or System.Net.Sockets.SocketException or TimeoutException or ObjectDisposedException;

    /// <summary>The address without user and password.</summary>
    public static string Shown(FleetOptions options) =>
        Uri.TryCreate(options.Queue, UriKind.Absolute, out Uri? address) ? $"{address.Scheme}://{address.Host}:{(address.Port > 0 ? address.Port : 5672)}{address.AbsolutePath}" : "the queue";

    private static string? Wrong(BrokerUnreachableException error) => error.InnerException switch
    {
        AuthenticationFailureException => "user or password is wrong",
        OperationInterruptedException { ShutdownReason.ReplyCode: 530 or 403 } inner => inner.ShutdownReason!.ReplyText,
        _ => null,
    };
}
