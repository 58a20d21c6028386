namespace Entente.Claims;

/// <summary>
/// The code of an actor: ISO 3166-1 alpha-3 of a state ("KAZ"; XKX, PSE and TWN too) or "IGO:" and the acronym of an international
/// organisation ("IGO:EU"). The default value is no code.
/// </summary>
public readonly record struct ActorCode : IComparable<ActorCode>
{
    private const string OrganizationPrefix = "IGO:";
    private readonly string? value;

    /// <summary>The actor of a code.</summary>
    /// <exception cref="ArgumentException">Neither three capitals nor "IGO:" and an acronym.</exception>
    public ActorCode(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        bool state = value.Length == 3 && value.All(char.IsAsciiLetterUpper);
        bool organization = value.Length > OrganizationPrefix.Length && value.StartsWith(OrganizationPrefix, StringComparison.Ordinal);
        if (!state && !organization) throw new ArgumentException($"'{value}' is no actor code: write KAZ or IGO:EU.", nameof(value));
        this.value = value;
    }

    /// <summary>Whether it is a state.</summary>
    public bool IsState => value is { Length: 3 };

    /// <summary>Whether it is an international organisation.</summary>
    public bool IsOrganization => value is { Length: > 3 };

    /// <summary>By the code, ordinally.</summary>
    public int CompareTo(ActorCode other) => string.CompareOrdinal(value, other.value);

    /// <summary>The code, or nothing for the default value.</summary>
    public override string ToString() => value ?? "";
}
