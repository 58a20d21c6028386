using Entente.Claims;

namespace Entente.Resolving.Actors;

/// <summary>A person of a document: all mentions with one last name.</summary>
internal sealed class Person
{
    /// <summary>The fullest name that the report gives.</summary>
    public required string Name { get; set; }

    /// <summary>Whom the person acts for, once known.</summary>
    public ActorCode? State { get; set; }

    /// <summary>The office that the report names first, or the list of leaders has for the day.</summary>
    public string? Office { get; set; }

    /// <summary>PLOVER sector of the office.</summary>
    public string? Role { get; set; }

    /// <summary>Whether state and office come from the list of leaders alone.</summary>
    public bool IsListed { get; set; }

    /// <summary>HS, HG or FM, where the list of leaders has the person in such an office on the day.</summary>
    public string? Rank { get; set; }
}
