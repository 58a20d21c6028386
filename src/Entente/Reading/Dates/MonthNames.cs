using Entente.Gazetteers;

namespace Entente.Reading.Dates;

/// <summary>The names of months in the languages of data/reading/months.tsv; frozen once built.</summary>
internal sealed class MonthNames
{
    private readonly Dictionary<string, int> months = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public MonthNames(DataFiles data)
    {
        foreach (DataRow row in data.Read("reading/months"))
        {
            for (int month = 1; month <= 12; month++)
            {
                // Two languages give one word to two months (Croatian listopad is October, Czech and Polish November): the first listed wins.
                foreach (string name in row.List(month.ToString(System.Globalization.CultureInfo.InvariantCulture))) months.TryAdd(name, month);
            }
        }
        lookup = months.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>1 to 12, or 0 where the word is no month.</summary>
    public int Find(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 16 && lookup.TryGetValue(word, out int month) ? month : 0;
}
