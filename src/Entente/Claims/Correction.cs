namespace Entente.Claims;

/// <summary>
/// What a person found wrong in a claim, and what the report says instead. It is kept beside the report and applied whenever the report is read
/// again; withdrawn, not deleted.
/// </summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Was">The claim as it was read.</param>
/// <param name="Now">The claim as it should have been read; null where the report says no such thing.</param>
/// <param name="By">The person.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record Correction(string Report, Claim Was, Claim? Now, string By, string Reason)
{
    /// <summary>Its number in the ledger; 0 before it is kept.</summary>
    public long Number { get; init; }

    /// <summary>When it was made, as the ledger has it; null before it is kept.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>When it was withdrawn, or null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}
