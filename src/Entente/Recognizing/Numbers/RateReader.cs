using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Numbers;

/// <summary>Reads how often an amount comes: "a year", "per day", "annually", "/month".</summary>
internal static class RateReader
{
    // How far behind the unit the rate may stand: "5 million tons of crude oil a year".
    private const int Furthest = 6;

    /// <summary>"/d", "per week", "per month" or "per year", or null.</summary>
    public static string? After(PieceList pieces, int end)
    {
        if (At(pieces, end) is { } rate) return rate;
        if (!pieces.Is(end, "of")) return null;
        for (int i = end + 1; i < end + Furthest && i < pieces.Count; i++)
        {
            if (pieces[i].Kind != PieceKind.Word) return null;
            if (At(pieces, i) is { } later) return later;
        }
        return null;
    }

    private static string? At(PieceList pieces, int at)
    {
        string? word = pieces.Word(at)?.Text;
        switch (word)
        {
            case "annually" or "yearly": return "per year";
            case "daily" or "everyday": return "/d";
            case "monthly": return "per month";
            case "weekly": return "per week";
            case "a" or "per" or "each" or "every" or "an": break;
            default:
                if (!pieces.IsSymbol(at, '/')) return null;
                break;
        }
        return pieces.Word(at + 1)?.Text switch
        {
            "year" or "annum" => "per year",
            "day" => "/d",
            "d" when pieces.IsSymbol(at, '/') => "/d",
            "yr" or "y" or "a" when pieces.IsSymbol(at, '/') => "per year",
            "month" => "per month",
            "week" => "per week",
            _ => null,
        };
    }
}
