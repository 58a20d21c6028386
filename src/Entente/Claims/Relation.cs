using Entente.Text;

namespace Entente.Claims;

/// <summary>A standing relation.</summary>
public sealed record Relation : Claim
{
    /// <inheritdoc/>
    public override string Kind => "relation";

    /// <summary>
    /// diplomatic_relations, strategic_partnership, allied_relations, sister_cities, membership, trading_partner_rank, border, free_trade, visa_free, observer or other.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>Between whom; of a trading partner's rank the ranked partner first.</summary>
    public required IReadOnlyList<ActorCode> Parties { get; init; }

    /// <summary>Since when.</summary>
    public PartialDate? Since { get; init; }
}
