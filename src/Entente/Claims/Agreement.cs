using Entente.Text;

namespace Entente.Claims;

/// <summary>An instrument: a treaty, memorandum, contract, declaration, or so many of them.</summary>
public sealed record Agreement : Claim
{
    /// <inheritdoc/>
    public override string Kind => "agreement";

    /// <summary>treaty, agreement, declaration, statement, protocol, memorandum, contract, plan, programme, roadmap or other.</summary>
    public required string Type { get; init; }

    /// <summary>What it is about, two to six words.</summary>
    public string? Subject { get; init; }

    /// <summary>Who made it.</summary>
    public required IReadOnlyList<ActorCode> Parties { get; init; }

    /// <summary>How many instruments, where the report counts them.</summary>
    public int? Count { get; init; }

    /// <summary>When it was signed.</summary>
    public DateRange? Date { get; init; }

    /// <summary>Until when it holds.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>What it is worth, in units of <see cref="Currency"/>.</summary>
    public decimal? Value { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }
}
