using System.Diagnostics.Metrics;

namespace Entente.Fleet;

/// <summary>What a worker counts: instruments of the framework's own kind, so that any listener or exporter finds them.</summary>
public sealed class FleetMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Entente.Fleet";

    private static readonly double[] Seconds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];
    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> documents;
    private readonly Counter<long> claims;
    private readonly Counter<long> dead;
    private readonly Counter<long> redelivered;
    private readonly Counter<long> reconnects;
    private readonly Counter<long> ledgerFaults;
    private readonly Histogram<double> reading;
    private readonly Histogram<double> committing;
    private readonly Histogram<double> comparing;

    /// <summary>The instruments of one worker.</summary>
    /// <param name="inHand">How many documents it holds and has not finished.</param>
    public FleetMetrics(Func<int> inHand)
    {
        documents = meter.CreateCounter<long>("entente.documents", description: "Documents kept in the ledger.");
        claims = meter.CreateCounter<long>("entente.claims", description: "Claims that were not in the ledger before.");
        dead = meter.CreateCounter<long>("entente.documents.dead", description: "Documents that became dead letters.");
        redelivered = meter.CreateCounter<long>("entente.documents.redelivered", description: "Documents that were given out before.");
        reconnects = meter.CreateCounter<long>("entente.broker.reconnects", description: "Connections to the broker that were lost.");
        ledgerFaults = meter.CreateCounter<long>("entente.ledger.faults", description: "Writes to the ledger that failed and were tried again.");
        reading = meter.CreateHistogram("entente.read.duration", "s", "Time to understand one document.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        committing = meter.CreateHistogram("entente.commit.duration", "s", "Time to write one batch of reports.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        comparing = meter.CreateHistogram("entente.compare.duration", "s", "Time to compare what is new.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        meter.CreateObservableGauge("entente.documents.held", inHand, description: "Documents that the worker holds and has not finished.");
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    /// <summary>Whether a meter is this worker's own.</summary>
    internal bool Owns(Meter other) => ReferenceEquals(other, meter);

    internal void Committed(int reports, int newClaims, TimeSpan time)
    {
        documents.Add(reports);
        claims.Add(newClaims);
        committing.Record(time.TotalSeconds);
    }

    internal void Read(TimeSpan time) => reading.Record(time.TotalSeconds);

    internal void Compared(TimeSpan time) => comparing.Record(time.TotalSeconds);

    internal void Dead() => dead.Add(1);

    internal void Redelivered() => redelivered.Add(1);

    internal void Reconnected() => reconnects.Add(1);

    internal void LedgerFault() => ledgerFaults.Add(1);
}
