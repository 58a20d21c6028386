using Entente.Gazetteers;

namespace Entente.Reading.Html;

/// <summary>What the class, id and role of an element say of what it holds.</summary>
internal sealed class PageHints
{
    private readonly Dictionary<string, (string Reason, int Weight)> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Reason, int Weight)>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public PageHints(DataFiles data)
    {
        foreach (DataRow row in data.Read("reading/page-hints")) words[row.Required("word")] = (row.Required("reason"), row.Required("weight")[0] - '0');
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The strongest hint of a name, or weight 0.</summary>
    public (string Reason, int Weight) Of(ReadOnlySpan<char> name)
    {
        (string Reason, int Weight) best = ("", 0);
        int start = -1;
        for (int i = 0; i <= name.Length; i++)
        {
            bool letter = i < name.Length && char.IsAsciiLetter(name[i]);
            bool breaks = letter && start >= 0 && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]);
            if ((!letter || breaks) && start >= 0)
            {
                if (i - start >= 2 && lookup.TryGetValue(name[start..i], out (string Reason, int Weight) hint) && hint.Weight > best.Weight) best = hint;
                start = -1;
            }
            if (letter && start < 0) start = i;
        }
        // "social-embed": a post that the report shows, not a bar.
        return name.Contains("embed", StringComparison.OrdinalIgnoreCase) ? ("", 0) : best;
    }
}
