using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Times;

/// <summary>Tells a year that stands alone from four digits that count something: "in 2006", "the 1991 agreement", "Vision 2030"; not "2000 people".</summary>
internal static class YearReader
{
    private static readonly string[] SureLeads = ["in", "since", "until", "till", "during", "year", "circa", "early", "late", "mid", "by", "throughout"];

    private static readonly string[] CountLeads = ["than", "over", "about", "some", "nearly", "almost", "approximately", "least", "up", "exceeds", "most", "another", "under", "above", "only"];

    /// <summary>A year. Gives the index after it, or -1.</summary>
    public static int Read(PieceList pieces, int at, out int year)
    {
        if (!DateReader.Year(pieces, at, out int end, out year)) return ReadInWords(pieces, at, out year);
        if (pieces.IsGlued(at) && pieces[at - 1].Kind == PieceKind.Word) return -1;
        if (pieces.IsGlued(at) && pieces[at - 1].Symbol is '$' or '€' or '£' or '#' or '.' or ':') return -1;
        if (pieces.IsSymbol(end, '-') && pieces.IsGlued(end) && pieces.Word(end + 1) is { } joined && joined.Text is "strong" or "year" or "day" or "odd") return -1;
        // 2015-32 is a number of something.
        if (pieces.IsSymbol(end, '-') && pieces.IsGlued(end) && pieces.IsNumeral(end + 1) && pieces.IsGlued(end + 1) && pieces[end + 1].PlainDigits != 4 && (pieces[end + 1].PlainDigits != 2 || pieces[end + 1].Value <= year % 100)) return -1;
        string? before = pieces.Word(at - 1)?.Text;
        bool isPlausible = year is >= 1700 and <= 2100;
        bool counts = IsCounted(pieces, end);
        if (before is not null && SureLeads.Contains(before)) return counts && !isPlausible ? -1 : end;
        // "35 percent over 2010." compares with a year; "over 2010 boxes" counts.
        if (before == "over" && isPlausible && !counts && (pieces.IsSymbol(at - 2, '%') || pieces.Is(at - 2, "percent", "cent", "points"))) return end;
        if (before is not null && CountLeads.Contains(before)) return -1;
        // "to 2000 troops", "of 1500 people", but "to 2030" and "of 1991".
        return counts || !isPlausible ? -1 : end;
    }

    private static int ReadInWords(PieceList pieces, int at, out int year)
    {
        year = 0;
        bool led = pieces.Word(at - 1)?.Text is { } before && SureLeads.Contains(before);
        return led && DateReader.YearInWords(pieces, at, out int end, out year) ? end : -1;
    }

    // A plural in small letters behind the digits: they count it. Verbs of the third person are rare behind a year.
    private static bool IsCounted(PieceList pieces, int at)
    {
        if (pieces[at].Kind != PieceKind.Word || pieces.IsCapital(at) || pieces.Word(at)?.Unit is not null and not CalendarUnit.None) return false;
        ReadOnlySpan<char> form = pieces.Form(at);
        if (form is "people" or "men" or "women" or "children" or "troops" or "million" or "billion" or "percent" or "per") return true;
        return form.Length > 3 && form[^1] == 's' && form[^2] is not ('s' or 'u' or 'i') && form is not ("was" or "has" or "does" or "this" or "elections" or "talks" or "agreements" or "accords" or "sanctions" or "events" or "levels" or "its" or "games" or "protests" or "negotiations");
    }
}
