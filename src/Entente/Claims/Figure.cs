using Entente.Text;

namespace Entente.Claims;

/// <summary>A number about the relation. With status planned it is a target.</summary>
public sealed record Figure : Claim
{
    /// <inheritdoc/>
    public override string Kind => "figure";

    /// <summary>
    /// trade_turnover, exports, imports, investment, aid, debt, loan, capacity, volume, price, share, rank, companies, agreements, people or other.
    /// </summary>
    public required string Measure { get; init; }

    /// <summary>Whom it is about, where it has no direction.</summary>
    public IReadOnlyList<ActorCode> Parties { get; init; } = [];

    /// <summary>Exporter, debtor, giver, home of people: one or several. In JSON one code is written as a string, several as an array.</summary>
    public IReadOnlyList<ActorCode> From { get; init; } = [];

    /// <summary>Importer, creditor, receiver, host: one or several.</summary>
    public IReadOnlyList<ActorCode> To { get; init; } = [];

    /// <summary>The number, in units of <see cref="Unit"/>; null where only a change is told.</summary>
    public decimal? Value { get; init; }

    /// <summary>t, m3, km, MW, kWh, bbl, a currency code, percent or count; a daily rate ends in "/d".</summary>
    public string? Unit { get; init; }

    /// <summary>=, ~, &gt; or &lt;.</summary>
    public string? Comparator { get; init; }

    /// <summary>What it covers.</summary>
    public DateRange? Period { get; init; }

    /// <summary>"per year" where the number is a yearly rate.</summary>
    public string? Rate { get; init; }

    /// <summary>Change told with it, in percent.</summary>
    public decimal? ChangePct { get; init; }

    /// <summary>Goods that it is about.</summary>
    public string? Commodity { get; init; }

    /// <summary>By when a target is to be reached.</summary>
    public PartialDate? Due { get; init; }
}
