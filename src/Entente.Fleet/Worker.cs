using Entente.Claims;
using Entente.Fleet.Broker;
using Entente.Fleet.Working;
using Entente.Reading;
using Entente.Text;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Entente.Fleet;

/// <summary>
/// Takes documents from the queue, reads them, and keeps what they claim. A document is acknowledged after the commit that holds its claims: it
/// may be read twice, and is kept once. Broker and database may go away and come back.
/// </summary>
public sealed class Worker : IDisposable
{
    private readonly FleetOptions options;
    private readonly WorkTools tools;
    private readonly PatientLedger ledger;
    private volatile WorkSession? session;

    /// <summary>A worker.</summary>
    /// <param name="options">Where the queue is, and limits.</param>
    /// <param name="reader">Reads the records of archives.</param>
    /// <param name="understand">What a document claims; called by several threads at a time if <see cref="FleetOptions.Jobs"/> says so.</param>
    /// <param name="open">Opens the ledger; called again where it was lost.</param>
    /// <param name="log">Is told what happens.</param>
    /// <param name="clock">The time; the system's if not given.</param>
    public Worker(FleetOptions options, Reader reader, Func<Document, IReadOnlyList<Claim>> understand, Func<ILedger> open, ILogger log, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        clock ??= TimeProvider.System;
        Metrics = new FleetMetrics(() => session?.Held ?? 0);
        tools = new WorkTools(new DocumentUnderstanding(options, reader, understand), Metrics, Health, log, clock);
        ledger = new PatientLedger(open, log, Metrics, Health, clock);
    }

    /// <summary>How it is.</summary>
    public WorkerHealth Health { get; } = new();

    /// <summary>What it counts.</summary>
    public FleetMetrics Metrics { get; }

    /// <summary>How many reports it kept.</summary>
    public long Documents => tools.Documents;

    /// <summary>How many claims it added that were not there before.</summary>
    public long Claims => tools.Claims;

    /// <summary>Works until asked to stop.</summary>
    /// <exception cref="EntenteException">Queue or ledger cannot be used, and trying again would not help.</exception>
    public async Task<WorkEnd> RunAsync(CancellationToken stop)
    {
        FleetLog.Begins(tools.Log, options.Name, BrokerDoor.Shown(options));
        Backoff backoff = new(tools.Clock);
        WorkEnd? end = null;
        while (end is null)
        {
            try
            {
                end = await ConnectAndWorkAsync(backoff, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                end = WorkEnd.Stopped;
            }
            catch (Exception error) when (BrokerDoor.IsTrouble(error))
            {
                FleetLog.NoBroker(tools.Log, BrokerDoor.Shown(options), error.Message);
                tools.Health.IsConnected = false;
            }
            if (end is null) end = await PauseAsync(backoff, stop);
        }
        FleetLog.Ends(tools.Log, end.Value.ToString(), Documents, Claims);
        return end.Value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ledger.Dispose();
        Metrics.Dispose();
    }

    private async Task<WorkEnd?> ConnectAndWorkAsync(Backoff backoff, CancellationToken stop)
    {
        await using IConnection connection = await BrokerDoor.ConnectAsync(options, "work", stop);
        using WorkSession begun = await WorkSession.BeginAsync(connection, options, tools, ledger, stop);
        session = begun;
        tools.Health.IsConnected = true;
        backoff.Reset();
        try
        {
            WorkEnd? end = await begun.RunAsync(stop);
            if (end is null) Metrics.Reconnected();
            return end;
        }
        finally
        {
            session = null;
            tools.Health.IsConnected = false;
        }
    }

    private static async Task<WorkEnd?> PauseAsync(Backoff backoff, CancellationToken stop)
    {
        try
        {
            await backoff.WaitAsync(stop);
            return null;
        }
        catch (OperationCanceledException)
        {
            return WorkEnd.Stopped;
        }
    }
}
