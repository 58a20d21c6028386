namespace Entente.Claims;

/// <summary>Where what is claimed stands, as the report tells it.</summary>
public enum ClaimStatus
{
    /// <summary>It is done.</summary>
    Happened,

    /// <summary>It is going on or in force.</summary>
    Ongoing,

    /// <summary>It is agreed, announced, intended or targeted.</summary>
    Planned,

    /// <summary>It is offered, discussed or under negotiation.</summary>
    Proposed,

    /// <summary>Somebody says that it is not so.</summary>
    Denied,
}
