namespace Entente.Claims;

/// <summary>A joint undertaking: plant, pipeline, railway, corridor, venture, fund, zone.</summary>
public sealed record Project : Claim
{
    /// <inheritdoc/>
    public override string Kind => "project";

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Who shares it.</summary>
    public required IReadOnlyList<ActorCode> Parties { get; init; }

    /// <summary>energy, transport, industry, trade, finance, agriculture, water, education, health, culture, defence, space, technology or other.</summary>
    public string? Sector { get; init; }

    /// <summary>As written.</summary>
    public string? Capacity { get; init; }

    /// <summary>As written.</summary>
    public string? Cost { get; init; }
}
