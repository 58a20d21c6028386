using Entente.Claims;
using Entente.Gazetteers;
using Entente.Text;

namespace Entente.Asking.Statistics;

/// <summary>What tables of statistics call states and indicators.</summary>
internal sealed class StatisticsNames
{
    private readonly ActorNames names;
    private readonly Dictionary<string, ActorCode> own = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string, string), StatisticsIndicator> indicators = [];

    public StatisticsNames(ActorNames names, DataFiles data)
    {
        this.names = names;
        foreach (DataRow row in data.Read("statistics/names")) own.TryAdd(row.Required("name"), new ActorCode(row.Required("code")));
        foreach (DataRow row in data.Read("statistics/indicators"))
        {
            indicators[(row.Required("publisher"), row.Required("indicator"))] = new StatisticsIndicator(row.Required("measure"), row.Required("side"), row["commodity"], row.Required("unit"));
        }
    }

    /// <summary>The actor of a code or name; null for groups of states and what is not known.</summary>
    public ActorCode? Find(string? code, string? name) => Find(code) ?? Find(name);

    // "Central Asia" of a table is its own group of states and no organisation.
    private static ActorCode? Counted(ActorCode? actor) => actor is { IsOrganization: true } group && group.ToString() != "IGO:EU" ? null : actor;

    public StatisticsIndicator? Indicator(string publisher, string name) => indicators.GetValueOrDefault((publisher, name));

    // "Kazakhstan, Republic of": what stands before the comma, where that is a name by itself.
    private ActorCode? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        if (own.TryGetValue(text, out ActorCode actor)) return actor;
        if (Counted(names.Find(text)) is { } found) return found;
        int comma = text.IndexOf(", ", StringComparison.Ordinal);
        return comma > 0 && text[comma..].Contains("Rep", StringComparison.Ordinal) ? Counted(names.Find(text[..comma])) : null;
    }
}

/// <summary>What an indicator measures.</summary>
/// <param name="Measure">Measure of the figure.</param>
/// <param name="Side">What the reporting state is in it.</param>
/// <param name="Commodity">Goods, if it is about some.</param>
/// <param name="Unit">Unit or currency.</param>
internal sealed record StatisticsIndicator(string Measure, string Side, string? Commodity, string Unit)
{
    public Observation Of(ActorCode reporter, ActorCode? partner, PartialDate period, decimal value) => new(reporter, partner, Measure, Side, period, value, Unit, Commodity);
}
