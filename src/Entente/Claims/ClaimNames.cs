using System.Collections.Frozen;

namespace Entente.Claims;

/// <summary>The words that stand for statuses, event types and kinds in JSON, in the ledger and on the command line.</summary>
public static class ClaimNames
{
    private static readonly string[] Statuses = [.. Enum.GetNames<ClaimStatus>().Select(n => n.ToLowerInvariant())];
    private static readonly string[] Types = [.. Enum.GetNames<EventType>().Select(n => n.ToUpperInvariant())];
    private static readonly FrozenDictionary<string, ClaimStatus> StatusByName =
        Enum.GetValues<ClaimStatus>().ToFrozenDictionary(s => Statuses[(int)s], StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, EventType> TypeByName =
        Enum.GetValues<EventType>().ToFrozenDictionary(t => Types[(int)t], StringComparer.OrdinalIgnoreCase);

    /// <summary>The seven kinds, in the order of the contract.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["event", "agreement", "figure", "transfer", "project", "relation", "office"];

    /// <summary>The five statuses, in the order of the contract.</summary>
    public static IReadOnlyList<string> AllStatuses => Statuses;

    /// <summary>The sixteen event types, upper case.</summary>
    public static IReadOnlyList<string> EventTypes => Types;

    /// <summary>"happened", "ongoing", "planned", "proposed", "denied".</summary>
    public static string Of(ClaimStatus status) => Statuses[(int)status];

    /// <summary>"CONSULT", "AID" ...</summary>
    public static string Of(EventType type) => Types[(int)type];

    /// <summary>The status of a name, in any case, or null.</summary>
    public static ClaimStatus? Status(string? name) => name is not null && StatusByName.TryGetValue(name, out ClaimStatus status) ? status : null;

    /// <summary>The event type of a name, in any case, or null.</summary>
    public static EventType? Type(string? name) => name is not null && TypeByName.TryGetValue(name, out EventType type) ? type : null;
}
