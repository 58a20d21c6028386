using Microsoft.Extensions.Logging;

namespace Entente.Fleet;

/// <summary>Everything that submitters and workers log, each with its number and its fields.</summary>
internal static partial class FleetLog
{
    [LoggerMessage(1, LogLevel.Warning, "the broker at {Broker} cannot be reached, trying again: {Error}")]
    public static partial void NoBroker(ILogger log, string broker, string error);

    [LoggerMessage(2, LogLevel.Warning, "{Open} documents were not confirmed, sending them again: {Error}")]
    public static partial void SubmitTrouble(ILogger log, int open, string error);

    [LoggerMessage(3, LogLevel.Information, "{Waiting} documents are waiting, more than {Most}: pausing")]
    public static partial void QueueFull(ILogger log, long waiting, int most);

    [LoggerMessage(4, LogLevel.Debug, "closing: {Error}")]
    public static partial void CloseTrouble(ILogger log, string error);

    [LoggerMessage(10, LogLevel.Information, "worker of queue {Queue} at {Broker} begins")]
    public static partial void Begins(ILogger log, string queue, string broker);

    [LoggerMessage(11, LogLevel.Information, "worker ends ({Why}): {Documents} documents, {Claims} new claims")]
    public static partial void Ends(ILogger log, string why, long documents, long claims);

    [LoggerMessage(12, LogLevel.Warning, "the connection to {Broker} is lost, connecting again: {Error}")]
    public static partial void Lost(ILogger log, string broker, string error);

    [LoggerMessage(13, LogLevel.Debug, "committed {Reports} reports, {Claims} new claims, in {Milliseconds} ms")]
    public static partial void Committed(ILogger log, int reports, int claims, double milliseconds);

    [LoggerMessage(14, LogLevel.Warning, "the ledger cannot be written, trying again: {Error}")]
    public static partial void LedgerTrouble(ILogger log, string error);

    [LoggerMessage(15, LogLevel.Warning, "dead letter: {Source}: {Reason}")]
    public static partial void Dead(ILogger log, string source, string reason);

    [LoggerMessage(16, LogLevel.Error, "{Source} has been read for more than {Seconds} s; the worker ends, and the document goes to another one")]
    public static partial void Stuck(ILogger log, string source, double seconds);

    [LoggerMessage(17, LogLevel.Warning, "{Source} was given out {Deliveries} times without being finished; it is read alone")]
    public static partial void Suspect(ILogger log, string source, long deliveries);

    [LoggerMessage(18, LogLevel.Information, "compared what was new, in {Milliseconds} ms")]
    public static partial void Compared(ILogger log, double milliseconds);

    [LoggerMessage(19, LogLevel.Warning, "some reports could not be kept, trying each alone: {Error}")]
    public static partial void BatchRefused(ILogger log, string error);

    [LoggerMessage(20, LogLevel.Information, "asked to stop; finishing {InHand} documents")]
    public static partial void Stopping(ILogger log, int inHand);
}
