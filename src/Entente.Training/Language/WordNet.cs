using System.Globalization;

namespace Entente.Training.Language;

/// <summary>The data files of WordNet 3.1: words, the topics of their meanings, and glosses, which are text about the words.</summary>
internal sealed class WordNet
{
    /// <summary>Number of topics, and of dimensions of <see cref="Topics"/>.</summary>
    public const int TopicCount = 16;

    private readonly Dictionary<string, float[]> topics = new(StringComparer.Ordinal);

    /// <summary>Reads data.noun, data.verb, data.adj and data.adv of a folder.</summary>
    public WordNet(string folder)
    {
        foreach (string file in new[] { "data.noun", "data.verb", "data.adj", "data.adv" })
        {
            foreach (string line in File.ReadLines(Path.Combine(folder, file)))
            {
                int bar = line.IndexOf(" | ", StringComparison.Ordinal);
                if (line.StartsWith("  ", StringComparison.Ordinal) || bar < 0) continue;
                string[] fields = line[..bar].Split(' ');
                int lexicon = int.Parse(fields[1], CultureInfo.InvariantCulture), words = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                string first = "";
                for (int w = 0; w < words; w++)
                {
                    string word = fields[4 + (2 * w)].Split('(')[0].Replace('_', ' ');
                    if (w == 0) first = word;
                    foreach (string part in word.Split(' ')) Count(part, lexicon, word.Length == part.Length);
                }
                Glosses.Add($"{first} is {line[(bar + 3)..].Replace('"', ' ')}");
            }
        }
    }

    /// <summary>The glosses, each after its word.</summary>
    public List<string> Glosses { get; } = [];

    /// <summary>All words.</summary>
    public IEnumerable<string> Words => topics.Keys;

    /// <summary>What shares of a word's meanings belong to which topic; an inflected word has those of its base. Null for one that WordNet lacks.</summary>
    public float[]? Topics(string word)
    {
        foreach (string form in (string[])[word, Cut(word, "s", ""), Cut(word, "es", ""), Cut(word, "ies", "y"), Cut(word, "ed", ""), Cut(word, "ed", "e"), Cut(word, "ing", ""), Cut(word, "ing", "e")])
        {
            if (!topics.TryGetValue(form, out float[]? counts)) continue;
            float sum = counts.Sum();
            return [.. counts.Select(c => c / sum)];
        }
        return null;
    }

    private void Count(string part, int lexicon, bool isWhole)
    {
        if (part.Length < 2) return;
        string key = part.ToLowerInvariant();
        if (!topics.TryGetValue(key, out float[]? counts)) topics[key] = counts = new float[TopicCount];
        bool isName = char.IsUpper(part[0]);
        float weight = isWhole ? 1 : 0.3f;
        counts[Topic(lexicon)] += weight;
        if (isName) counts[15] += weight;
    }

    /// <summary>Lexicographer files (lexnames(5WN)) as topics; what news is about has its own.</summary>
    private static int Topic(int lexicon) =>
        lexicon switch
        {
            18 => 0, // noun.person
            15 => 1, // noun.location
            14 => 2, // noun.group
            28 => 3, // noun.time
            23 or 21 => 4, // noun.quantity, noun.possession
            4 or 11 => 5, // noun.act, noun.event
            10 or 9 => 6, // noun.communication, noun.cognition
            6 or 27 or 13 => 7, // noun.artifact, noun.substance, noun.food
            < 29 and >= 3 => 8,
            32 or 31 => 9, // verb.communication, verb.cognition
            38 or 35 => 10, // verb.motion, verb.contact
            41 or 33 or 40 => 11, // verb.social, verb.competition, verb.possession
            >= 29 and <= 43 => 12,
            2 => 14, // adv.all
            _ => 13, // adjectives
        };

    private static string Cut(string word, string ending, string instead) =>
        word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] + instead : "";
}
