namespace Entente.Claims;

/// <summary>The words that stand for statuses, event types and kinds in JSON, in the ledger and on the command line.</summary>
public static class ClaimNames
{
    private static readonly string[] Statuses = [.. Enum.GetNames<ClaimStatus>().Select(n => n.ToLowerInvariant())];
    private static readonly string[] Types = [.. Enum.GetNames<EventType>().Select(n => n.ToUpperInvariant())];

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
    public static ClaimStatus? Status(string? name) => IndexOf(Statuses, name) is >= 0 and int at ? (ClaimStatus)at : null;

    /// <summary>The event type of a name, in any case, or null.</summary>
    public static EventType? Type(string? name) => IndexOf(Types, name) is >= 0 and int at ? (EventType)at : null;

    private static int IndexOf(string[] names, string? name)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase)) return i;
        }
        return -1;
    }
}
