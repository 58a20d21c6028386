using Entente.Text;

namespace Entente.Recognizing;

/// <summary>A number, with what is said of its exactness.</summary>
/// <param name="Value">The number in base units; of a range ("2 to 2.4") its lower end.</param>
/// <param name="High">The upper end of a range, else null.</param>
/// <param name="Comparator">=, ~ (about, almost, some), &gt; (over, at least) or &lt; (up to, under).</param>
public sealed record Amount(decimal Value, decimal? High = null, string Comparator = "=");

/// <summary>A mention with an amount.</summary>
public abstract record QuantityMention : Mention
{
    /// <summary>How much, in base units.</summary>
    public required Amount Amount { get; init; }

    /// <summary>"/d" for a daily rate, "per year" for a yearly one ("a year", "annually", "per month" as "per month"), else null.</summary>
    public string? Rate { get; init; }

    /// <summary>Of a range, where its upper end stands; else null.</summary>
    public TextSpan? HighSpan { get; init; }
}

/// <summary>An amount of money, in units of its currency.</summary>
public sealed record Money : QuantityMention
{
    /// <summary>ISO 4217 code, or null where a symbol or name leaves it open. Of a name that several currencies share ("pounds") the usual one, until the resolver knows better.</summary>
    public string? Currency { get; init; }

    /// <summary>The currencies that the name may mean, where several share it; else none.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>"cent", "pence" ..., where the words count in hundredths; the amount is in whole units of the currency all the same.</summary>
    public string? MinorUnit { get; init; }
}

/// <summary>An amount of something measured.</summary>
public sealed record Measurement : QuantityMention
{
    /// <summary>The base unit: t, m3, km, km2, MW, kWh, bbl, ha, TEU ...</summary>
    public required string Unit { get; init; }
}

/// <summary>A percentage; 7.4 for 7.4 %.</summary>
public sealed record Percentage : QuantityMention;

/// <summary>A multiple: "2.4-fold", "three times", "doubled" (2).</summary>
public sealed record Multiple : QuantityMention;

/// <summary>A plain number, in words or digits, that is no part of another mention.</summary>
public sealed record Number : QuantityMention
{
    /// <summary>Whether it is an ordinal: "fourth".</summary>
    public bool IsOrdinal { get; init; }
}
