using System.Globalization;
using Entente.Gazetteers;
using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Numbers;

/// <summary>A unit of measure.</summary>
/// <param name="Base">The base unit that amounts are kept in.</param>
/// <param name="Factor">How many base units one is.</param>
/// <param name="Rate">"/d" or "per year" where the unit itself says so, else null.</param>
internal sealed record Unit(string Base, decimal Factor, string? Rate);

/// <summary>The units of measure, from data/units.tsv.</summary>
internal sealed class UnitTable
{
    private readonly PhraseTable<Unit> units;

    /// <summary>The table, with its words added to a lexicon.</summary>
    public UnitTable(DataFiles data, Lexicon lexicon)
    {
        units = new PhraseTable<Unit>(lexicon);
        foreach (DataRow row in data.Read("units"))
        {
            if (!decimal.TryParse(row.Required("factor"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal factor))
                throw new EntenteException($"{row.File}, line {row.Line}: '{row["factor"]}' is no factor. Write a plain number.");
            Unit unit = new(row.Required("base"), factor, row["rate"]);
            foreach (string form in row.List("forms")) units.Add(form, unit);
            foreach (string form in row.List("exact")) units.Add(form, unit, isExact: true);
        }
    }

    /// <summary>The unit whose name begins at a piece.</summary>
    public bool TryMatch(PieceList pieces, int at, out int end, out Unit unit) => units.TryMatch(pieces, at, out end, out unit);
}
