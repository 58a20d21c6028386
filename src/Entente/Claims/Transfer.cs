using Entente.Text;

namespace Entente.Claims;

/// <summary>Goods, energy, money or aid from one party to another.</summary>
public sealed record Transfer : Claim
{
    /// <inheritdoc/>
    public override string Kind => "transfer";

    /// <summary>Who gives: one or several. In JSON one code is written as a string, several as an array.</summary>
    public IReadOnlyList<ActorCode> From { get; init; } = [];

    /// <summary>Who receives: one or several.</summary>
    public IReadOnlyList<ActorCode> To { get; init; } = [];

    /// <summary>What, in a few words.</summary>
    public string? Commodity { get; init; }

    /// <summary>How much, in units of <see cref="Unit"/>.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>t, m3, MW, kWh, bbl or count; a daily rate ends in "/d".</summary>
    public string? Unit { get; init; }

    /// <summary>What it is worth, in units of <see cref="Currency"/>.</summary>
    public decimal? Value { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }

    /// <summary>When, or for how long.</summary>
    public DateRange? Period { get; init; }

    /// <summary>"per year" where the quantity is a yearly rate.</summary>
    public string? Rate { get; init; }

    /// <summary>Route, pipeline or port.</summary>
    public string? Via { get; init; }

    /// <summary>aid, sale, transit, loan, grant or investment.</summary>
    public string? Terms { get; init; }
}
