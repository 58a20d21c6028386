using System.Globalization;

namespace Entente.Claims;

/// <summary>Numbers with their units, as people write them: "$1.2 billion", "15,000 t", "7.4 %", "3,600 MW".</summary>
public static class AmountText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A number of a unit or currency, with its comparator where that is not "=".</summary>
    public static string Of(decimal value, string? unit, string? comparator = null)
    {
        string sign = comparator switch { "~" => "about ", ">" => "over ", "<" => "under ", _ => "" };
        string minus = value < 0 ? "-" : "";
        decimal size = Math.Abs(value);
        return unit switch
        {
            null or "count" => sign + minus + Grouped(size),
            "percent" => $"{sign}{minus}{Digits(size)} %",
            "USD" => $"{sign}{minus}${Scaled(size)}",
            "EUR" => $"{sign}{minus}€{Scaled(size)}",
            "GBP" => $"{sign}{minus}£{Scaled(size)}",
            _ when IsCurrency(unit) => $"{sign}{minus}{Scaled(size)} {unit}",
            "m3" or "m3/d" => $"{sign}{minus}{Scaled(size)} {unit.Replace("m3", "m³", StringComparison.Ordinal)}",
            "kWh" => $"{sign}{minus}{Scaled(size)} {unit}",
            _ => $"{sign}{minus}{(size >= 1_000_000 ? Scaled(size) : Grouped(size))} {unit}",
        };
    }

    /// <summary>A change in percent with its sign: "+7.4 %".</summary>
    public static string Change(decimal percent) => (percent >= 0 ? "+" : "-") + Digits(Math.Abs(percent)) + " %";

    /// <summary>Whether a unit is a currency code.</summary>
    public static bool IsCurrency(string? unit) => unit is { Length: 3 } && unit.All(char.IsAsciiLetterUpper) && unit != "TEU";

    // Exact as far as four digits tell it, else rounded to them.
    private static string Scaled(decimal size) => size switch
    {
        >= 1_000_000_000_000m => Digits(size / 1_000_000_000_000m) + " trillion",
        >= 1_000_000_000m => Digits(size / 1_000_000_000m) + " billion",
        >= 1_000_000m => Digits(size / 1_000_000m) + " million",
        _ => Grouped(size),
    };

    private static string Digits(decimal value) => value.ToString(value >= 1000 ? "#,##0.#" : "0.###", Culture);

    private static string Grouped(decimal value) => value.ToString("#,##0.###", Culture);
}
