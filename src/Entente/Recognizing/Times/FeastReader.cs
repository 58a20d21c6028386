using Entente.Gazetteers;
using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Times;

/// <summary>Reads the names of feasts whose day the calendar gives, from data/feasts.tsv: "Christmas", "last Easter", "Labour Day 2023".</summary>
internal sealed class FeastReader
{
    private readonly PhraseTable<string> feasts;

    /// <summary>A reader, with its words added to a lexicon.</summary>
    public FeastReader(DataFiles data, Lexicon lexicon)
    {
        feasts = new PhraseTable<string>(lexicon);
        foreach (DataRow row in data.Read("feasts"))
        {
            foreach (string name in row.List("names")) feasts.Add(name, row.Required("day"), opens: true);
        }
    }

    /// <summary>A feast, with a year behind it or "last" before it. Gives the index after it, or -1.</summary>
    public int Read(PieceList pieces, int at, out TimeMeaning? meaning)
    {
        meaning = null;
        int i = at, offset = 0;
        if (pieces.Is(i, "the")) i++;
        if (pieces.Is(i, "last", "previous", "past")) (offset, i) = (-1, i + 1);
        else if (pieces.Is(i, "next", "following", "coming")) (offset, i) = (1, i + 1);
        if (!feasts.TryMatch(pieces, i, out int end, out string rule) || !pieces.IsCapital(i) && offset == 0 && end == i + 1 && !pieces.Is(i, "christmas", "easter", "nowruz")) return -1;
        int yearAt = pieces.Is(end, "of", "in") || pieces.IsSymbol(end, ',') ? end + 1 : end;
        int? year = null;
        if (DateReader.Year(pieces, yearAt, out int after, out int found)) (year, end) = (found, after);
        meaning = new Feast(rule, year, offset);
        return end;
    }
}
