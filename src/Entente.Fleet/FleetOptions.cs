namespace Entente.Fleet;

/// <summary>What a submitter or worker is told. See docs/scale.md for where each value comes from.</summary>
public sealed record FleetOptions
{
    /// <summary>The broker: amqp://user:password@host:port/vhost, or amqps.</summary>
    public required string Queue { get; init; }

    /// <summary>The name of the queue; what cannot be read goes to the queue of that name with <c>.dead</c> behind it.</summary>
    public string Name { get; init; } = "entente";

    /// <summary>How many documents a worker may hold unacknowledged: enough that it never waits for the broker.</summary>
    public int Prefetch { get; init; } = 500;

    /// <summary>How many documents one worker reads at a time.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The most reports of one transaction.</summary>
    public int Batch { get; init; } = 200;

    /// <summary>A document that was given to workers so often without being finished is a dead letter.</summary>
    public int Deliveries { get; init; } = 20;

    /// <summary>A worker that reads one document for longer than this ends itself; another gets the document.</summary>
    public TimeSpan DocumentTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long claims may wait for being compared with others while the queue never runs dry.</summary>
    public TimeSpan CompareEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a worker that is asked to stop may take to finish what it holds.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a worker ends when the queue is empty and all is compared.</summary>
    public bool UntilEmpty { get; init; }

    /// <summary>A submitter waits while more documents than this are in the queue; 0 for no limit.</summary>
    public int MostWaiting { get; init; }

    /// <summary>The folder below which archives lie whose records are submitted as pointers; the same files must be there for every worker. Null for none.</summary>
    public string? Archives { get; init; }

    /// <summary>What reads: kept beside each report, so that the same need not be read again. Null for nothing.</summary>
    public string? Stamp { get; init; }

    /// <summary>The name of the queue of dead letters.</summary>
    public string DeadName => Name + ".dead";
}
