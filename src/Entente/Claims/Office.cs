namespace Entente.Claims;

/// <summary>A person holding an office.</summary>
public sealed record Office : Claim
{
    /// <inheritdoc/>
    public override string Kind => "office";

    /// <summary>The person's name, as fully as the report gives it.</summary>
    public required string Person { get; init; }

    /// <summary>In lower-case English: "president", "foreign minister", "ambassador to TJK".</summary>
    public required string Title { get; init; }

    /// <summary>Whose office it is.</summary>
    public ActorCode? State { get; init; }
}
