using System.Globalization;
using Entente.Claims;

namespace Entente.Gazetteers;

/// <summary>A city or first-order division of the lists.</summary>
/// <param name="Name">In the lists' spelling.</param>
/// <param name="State">The state that it lies in.</param>
/// <param name="Kind">city, capital or region.</param>
/// <param name="Latitude">Degrees north, if known.</param>
/// <param name="Longitude">Degrees east, if known.</param>
/// <param name="People">Thousands of inhabitants.</param>
internal sealed record ListedCity(string Name, ActorCode State, string Kind, double? Latitude, double? Longitude, int People);

/// <summary>
/// data/places.tsv, searched as text by its sorted first column. Filling a dictionary with its 26,000 rows took longer than all other lists
/// together; finding the line ends takes a millisecond.
/// </summary>
internal sealed class PlaceIndex
{
    private readonly string text;
    private readonly int[] lines;
    private readonly Dictionary<string, List<ListedCity>> own = new(StringComparer.Ordinal);

    /// <summary>The built-in places and the analyst's own.</summary>
    public PlaceIndex(DataFiles data)
    {
        text = DataFiles.BuiltInText("places");
        List<int> starts = new(30_000);
        bool header = true;
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            if (text[at] != '#')
            {
                if (!header && end > at) starts.Add(at);
                header = false;
            }
            at = end + 1;
        }
        lines = [.. starts];
        foreach (DataRow row in data.ReadOwn("places"))
        {
            string name = row.Required("name");
            ListedCity city = new(name, new ActorCode(row.Required("state")), row["kind"] ?? "city", Number(row["lat"]), Number(row["lon"]), (int)(Number(row["people"]) ?? 0));
            string key = Key(name);
            if (!own.TryGetValue(key, out List<ListedCity>? cities)) own.Add(key, cities = []);
            cities.Add(city);
        }
    }

    /// <summary>How many built-in rows there are.</summary>
    public int Count => lines.Length;

    /// <summary>The key of a name: its folded atoms with single spaces.</summary>
    public static string Key(string name) => string.Join(' ', AtomList.Parse(name, out _));

    /// <summary>The keys of all built-in rows, in order; for the test of their order.</summary>
    public IEnumerable<(string Key, string Name)> Keys()
    {
        foreach (int line in lines)
        {
            string[] cells = Line(line).ToString().Split('\t');
            yield return (cells[0], cells[1]);
        }
    }

    /// <summary>All places with a key, the largest first; the analyst's own before the built-in.</summary>
    public IReadOnlyList<ListedCity> Find(string key)
    {
        List<ListedCity> found = own.TryGetValue(key, out List<ListedCity>? mine) ? [.. mine] : [];
        int low = 0, high = lines.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (CompareKey(lines[middle], key) < 0) low = middle + 1;
            else high = middle;
        }
        for (; low < lines.Length && CompareKey(lines[low], key) == 0; low++) found.Add(Parse(Line(lines[low])));
        return found;
    }

    private static double? Number(string? cell) => string.IsNullOrEmpty(cell) ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    private static ListedCity Parse(ReadOnlySpan<char> line)
    {
        string[] cells = line.ToString().Split('\t');
        return new ListedCity(cells[1], new ActorCode(cells[2]), cells[3], Number(cells[4]), Number(cells[5]), (int)(Number(cells[6]) ?? 0));
    }

    private ReadOnlySpan<char> Line(int start)
    {
        int end = text.IndexOf('\n', start);
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start);
    }

    private int CompareKey(int start, string key)
    {
        int compared = string.CompareOrdinal(text, start, key, 0, key.Length);
        return compared != 0 ? compared : text[start + key.Length] == '\t' ? 0 : text[start + key.Length] - '\t';
    }
}
