using Entente.Claims;

namespace Entente.Extracting.Propositions;

/// <summary>How a predicate stands to the facts, finer than <see cref="ClaimStatus"/>.</summary>
internal enum Standing
{
    /// <summary>Told as done.</summary>
    Happened,

    /// <summary>Told as going on.</summary>
    Ongoing,

    /// <summary>Agreed, announced, intended, due.</summary>
    Planned,

    /// <summary>Offered, discussed, under negotiation.</summary>
    Proposed,

    /// <summary>Asked for or demanded of somebody.</summary>
    Requested,

    /// <summary>Threatened or warned of.</summary>
    Threatened,

    /// <summary>Possible, conditional, wished, tried, general.</summary>
    Hypothetical,

    /// <summary>Tried, with what success is not said.</summary>
    Attempted,

    /// <summary>The reporter says that it is not so, or it was refused.</summary>
    Negated,

    /// <summary>It was planned and will not be.</summary>
    Cancelled,

    /// <summary>Somebody says that it is not so.</summary>
    Denied,
}

/// <summary>Who says so.</summary>
/// <param name="Name">As written, or the name behind a pronoun.</param>
/// <param name="Actors">For whom the speaker acts.</param>
/// <param name="Verb">Index of the verb of saying, or of the token of "according to".</param>
/// <param name="Head">Index of the head of the speaker's phrase.</param>
/// <param name="Alleged">Whether it is an accusation, suspicion or rumour.</param>
internal sealed record Attribution(string Name, IReadOnlyList<ActorCode> Actors, int Verb, int Head, bool Alleged);

/// <summary>How a predicate stands to the facts and who says so.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Attributions">Who says so, the innermost first; empty where it is the reporter.</param>
/// <param name="Embedder">Index of the predicate that decided, "planned" in "planned to sign"; -1 where it is the predicate's own form.</param>
internal sealed record Outlook(Standing Standing, IReadOnlyList<Attribution> Attributions, int Embedder = -1)
{
    /// <summary>The innermost speaker, if there is one.</summary>
    public Attribution? Speaker => Attributions.Count > 0 ? Attributions[0] : null;

    /// <summary>The claim's status, or null where nothing is claimed (wishes, demands, threats, conditions).</summary>
    public ClaimStatus? Status => Standing switch
    {
        Standing.Happened => ClaimStatus.Happened,
        Standing.Ongoing => ClaimStatus.Ongoing,
        Standing.Planned => ClaimStatus.Planned,
        Standing.Proposed => ClaimStatus.Proposed,
        Standing.Negated or Standing.Cancelled or Standing.Denied => ClaimStatus.Denied,
        _ => null,
    };
}
