using Microsoft.Extensions.Logging;

namespace Entente.Fleet.Working;

/// <summary>What the sessions of one worker share.</summary>
internal sealed class WorkTools(DocumentUnderstanding understanding, FleetMetrics metrics, WorkerHealth health, ILogger log, TimeProvider clock)
{
    public DocumentUnderstanding Understanding { get; } = understanding;

    public FleetMetrics Metrics { get; } = metrics;

    public WorkerHealth Health { get; } = health;

    public ILogger Log { get; } = log;

    public TimeProvider Clock { get; } = clock;

    /// <summary>Reports kept so far.</summary>
    public long Documents { get; private set; }

    /// <summary>New claims so far.</summary>
    public long Claims { get; private set; }

    /// <summary>A batch was committed.</summary>
    public void Committed(int reports, int claims, TimeSpan time)
    {
        Documents += reports;
        Claims += claims;
        Metrics.Committed(reports, claims, time);
        FleetLog.Committed(Log, reports, claims, time.TotalMilliseconds);
    }
}
