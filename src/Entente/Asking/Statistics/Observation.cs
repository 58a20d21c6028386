using Entente.Claims;
using Entente.Text;

namespace Entente.Asking.Statistics;

/// <summary>One number of a table of official statistics.</summary>
/// <param name="Reporter">Whose office reports it.</param>
/// <param name="Partner">The other side; null where it is the world or nobody.</param>
/// <param name="Measure">Measure of the figure.</param>
/// <param name="Side">What the reporter is in it: from, to or party.</param>
/// <param name="Period">What it covers.</param>
/// <param name="Value">In the unit.</param>
/// <param name="Unit">Unit or currency.</param>
/// <param name="Commodity">Goods, or null for all.</param>
internal sealed record Observation(ActorCode Reporter, ActorCode? Partner, string Measure, string Side, PartialDate Period, decimal Value, string Unit, string? Commodity)
{
    /// <summary>Who gives.</summary>
    public IReadOnlyList<ActorCode> From => Side == "from" ? [Reporter] : Side == "to" && Partner is { } p ? [p] : [];

    /// <summary>Who receives.</summary>
    public IReadOnlyList<ActorCode> To => Side == "to" ? [Reporter] : Side == "from" && Partner is { } p ? [p] : [];
}
