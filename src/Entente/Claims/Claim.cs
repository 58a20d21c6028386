namespace Entente.Claims;

/// <summary>One thing that one report says, with the characters that say it. Its kinds are the records derived from it.</summary>
public abstract record Claim
{
    /// <summary>Name of the kind: "event", "agreement", "figure", "transfer", "project", "relation", "office".</summary>
    public abstract string Kind { get; }

    /// <summary>Where it stands, as the report tells it.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>The words that say it: at least one, in the order of the text.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>Who says so, as written, where it is somebody other than the reporter.</summary>
    public string? Speaker { get; init; }

    /// <summary>How likely it is right, 0 to 1, calibrated.</summary>
    public double Confidence { get; init; } = 0.5;

    /// <summary>The words behind the states in its slots, in the order of the text.</summary>
    public IReadOnlyList<ActorMention> Actors { get; init; } = [];
}
