using System.Globalization;
using Entente.Claims;
using Entente.Text;

namespace Entente.Asking.Statistics;

/// <summary>One sort of table: how it is known by its header, and what its rows say.</summary>
internal abstract class StatisticsTable
{
    /// <summary>Who publishes it.</summary>
    public abstract string Publisher { get; }

    /// <summary>Whether a header is this table's.</summary>
    public abstract bool Knows(string[] header);

    /// <summary>What a row says; nothing where it is an aggregate, another flow, or empty.</summary>
    public abstract IEnumerable<Observation> Observations(Row row, StatisticsNames names);

    /// <summary>2023, 202303, 2023-03, 2023-M03, 2023M3; quarters are left out, as no date stands for one.</summary>
    protected static PartialDate? Period(string? text)
    {
        if (text is null) return null;
        text = text.Trim();
        int m = text.IndexOf('M', StringComparison.OrdinalIgnoreCase);
        if (m >= 4) return Number(text[..4]) is { } y && Number(text[(m + 1)..]) is { } month ? PartialDate.TryCreate((int)y, (int)month) : null;
        if (text.Length == 6 && text.All(char.IsAsciiDigit)) text = $"{text[..4]}-{text[4..]}";
        return PartialDate.TryParse(text);
    }

    /// <summary>A number as these tables write it, or null.</summary>
    protected static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    /// <summary>The number without the zeros that a scale leaves behind its point.</summary>
    protected static decimal Whole(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>A row with its cells by the names of the header, in any case.</summary>
    internal sealed class Row(Dictionary<string, int> columns, string[] header, string[] cells)
    {
        public IReadOnlyList<string> Header { get; } = header;

        /// <summary>The cell of a column, or null where there is none or it is empty.</summary>
        public string? this[string column] => columns.TryGetValue(column, out int i) ? this[i] : null;

        /// <summary>The cell at a place.</summary>
        public string? this[int place] => place < cells.Length && cells[place].Length > 0 ? cells[place] : null;
    }
}

/// <summary>
/// UN Comtrade: the file of comtradeplus.un.org (refYear, reporterISO, flowCode ...) and the one of the site before it (Trade Flow, Reporter ISO,
/// Trade Value (US$) ...). Exports and imports; re-exports, second partners and single means of transport are parts of these and left out.
/// </summary>
internal sealed class ComtradeTable : StatisticsTable
{
    public override string Publisher => "UN Comtrade";

    public override bool Knows(string[] header) =>
        Has(header, "reporterISO") && Has(header, "partnerISO") && Has(header, "primaryValue") && Has(header, "flowCode")
        || (Has(header, "Reporter ISO") && Has(header, "Partner ISO") && Has(header, "Trade Value (US$)"));

    public override IEnumerable<Observation> Observations(Row row, StatisticsNames names)
    {
        string? flow = row["flowCode"] ?? row["Trade Flow Code"];
        string? side = flow switch { "X" or "2" => "from", "M" or "1" => "to", _ => null };
        if (side is null || !IsTotal(row["partner2Code"]) || !IsTotal(row["motCode"]) || (row["customsCode"] ?? "C00") != "C00") yield break;
        if (Period(row["period"]) is not { } period || Number(row["primaryValue"] ?? row["Trade Value (US$)"]) is not { } value) yield break;
        if (names.Find(row["reporterISO"] ?? row["Reporter ISO"], row["reporterDesc"] ?? row["Reporter"]) is not { } reporter) yield break;
        string? partnerCode = row["partnerISO"] ?? row["Partner ISO"];
        ActorCode? partner = null;
        if (partnerCode is not ("W00" or "WLD"))
        {
            partner = names.Find(partnerCode, row["partnerDesc"] ?? row["Partner"]);
            if (partner is null || partner == reporter) yield break;
        }
        string? code = row["cmdCode"] ?? row["Commodity Code"];
        string? commodity = code is null or "TOTAL" ? null : Goods(row["cmdDesc"] ?? row["Commodity"] ?? code);
        yield return new Observation(reporter, partner, side == "from" ? "exports" : "imports", side, period, value, "USD", commodity);
    }

    // "Cereals; wheat and meslin, other than durum wheat": the last part is the goods, up to what they are not.
    private static string Goods(string description)
    {
        string[] parts = description.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string goods = parts.Length == 0 ? description : parts[^1];
        int comma = goods.IndexOf(',', StringComparison.Ordinal);
        return (comma > 0 ? goods[..comma] : goods).Trim().ToLowerInvariant();
    }

    private static bool IsTotal(string? code) => code is null or "0";

    private static bool Has(string[] header, string column) => header.Contains(column, StringComparer.OrdinalIgnoreCase);
}

/// <summary>
/// IMF trade by partner: IMTS as SDMX-CSV (COUNTRY, INDICATOR, COUNTERPART_COUNTRY, TIME_PERIOD, OBS_VALUE) or with a column for each period, and the
/// older DOTS (Country Name, Indicator Code, Counterpart Country Name, Time Period, Value).
/// </summary>
internal sealed class ImfTable : StatisticsTable
{
    public override string Publisher => "IMF";

    public override bool Knows(string[] header) => Has(header, "INDICATOR") && Has(header, "COUNTERPART_COUNTRY") || (Has(header, "Indicator Code") && Has(header, "Counterpart Country Name"));

    public override IEnumerable<Observation> Observations(Row row, StatisticsNames names)
    {
        string? name = row["Indicator Code"] ?? row["INDICATOR"];
        if (name is null || names.Indicator("imf", name) is not { } indicator) yield break;
        if (names.Find(row["COUNTRY"] ?? row["Country Name"], row["Country Name"]) is not { } reporter) yield break;
        string? other = row["COUNTERPART_COUNTRY"] ?? row["Counterpart Country Name"];
        ActorCode? partner = null;
        if (other is not ("G001" or "W00" or "World"))
        {
            partner = names.Find(other, null);
            if (partner is null || partner == reporter) yield break;
        }
        // A scale in words applies to the numbers of the file; the number of SDMX says only how they are to be shown.
        decimal scale = row["SCALE"]?.ToUpperInvariant() switch { "THOUSANDS" => 1_000m, "MILLIONS" => 1_000_000m, "BILLIONS" => 1_000_000_000m, _ => 1 };
        if ((row["TIME_PERIOD"] ?? row["Time Period"]) is { } when)
        {
            if (Period(when) is { } period && Number(row["OBS_VALUE"] ?? row["Value"]) is { } value) yield return indicator.Of(reporter, partner, period, Whole(value * scale));
            yield break;
        }
        for (int i = 0; i < row.Header.Count; i++)
        {
            if (row.Header[i].Length >= 4 && char.IsAsciiDigit(row.Header[i][0]) && Period(row.Header[i]) is { } period && Number(row[i]) is { } value)
            {
                yield return indicator.Of(reporter, partner, period, Whole(value * scale));
            }
        }
    }

    private static bool Has(string[] header, string column) => header.Contains(column, StringComparer.OrdinalIgnoreCase);
}

/// <summary>World Bank, World Development Indicators: a row for each state and indicator, a column for each year. Groups of states are left out.</summary>
internal sealed class WorldBankTable : StatisticsTable
{
    public override string Publisher => "World Bank";

    public override bool Knows(string[] header) => header is ["Country Name" or "Series Name", ..] && header.Contains("Country Code") && (header.Contains("Indicator Code") || header.Contains("Series Code"))
        && header.Any(IsYear);

    public override IEnumerable<Observation> Observations(Row row, StatisticsNames names)
    {
        string? name = row["Indicator Code"] ?? row["Series Code"];
        if (name is null || names.Indicator("worldbank", name) is not { } indicator) yield break;
        if (names.Find(row["Country Code"], row["Country Name"]) is not { } reporter) yield break;
        for (int i = 0; i < row.Header.Count; i++)
        {
            if (IsYear(row.Header[i]) && Period(row.Header[i][..4]) is { } period && Number(row[i]) is { } value) yield return indicator.Of(reporter, null, period, value);
        }
    }

    // "2023", or "2023 [YR2023]" of DataBank.
    private static bool IsYear(string column) => column.Length >= 4 && column[..4].All(char.IsAsciiDigit) && (column.Length == 4 || column.Contains("[YR", StringComparison.Ordinal));
}
