using System.Globalization;
using Entente.Text;

namespace Entente.Web.Parts;

/// <summary>Dates as people write them: 12 March 2024, March 2024, 2024.</summary>
internal static class Dates
{
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>A date in words.</summary>
    public static string Of(PartialDate date) =>
        date.Day is { } day ? $"{Number(day)} {Months[date.Month!.Value - 1]} {Number(date.Year)}"
        : date.Month is { } month ? $"{Months[month - 1]} {Number(date.Year)}"
        : Number(date.Year);

    /// <summary>A range in words, as short as it can be.</summary>
    public static string Of(DateRange? range) => range switch
    {
        null => "",
        { IsSingle: true } => Of(range.Start!.Value),
        { Start: null } => "until " + Of(range.End!.Value),
        { End: null } => "from " + Of(range.Start.Value),
        { Start: { Day: { } a } s, End: { Day: not null } e } when s.Year == e.Year && s.Month == e.Month => $"{Number(a)}–{Of(e)}",
        { Start: { Month: { } a } s, End: { Month: not null } e } when s.Year == e.Year && s.Day is null && e.Day is null => $"{Months[a - 1]}–{Of(e)}",
        _ => $"{Of(range.Start.Value)} – {Of(range.End.Value)}",
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
