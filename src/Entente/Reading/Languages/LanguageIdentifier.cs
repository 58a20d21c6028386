using Entente.Gazetteers;

namespace Entente.Reading.Languages;

/// <summary>
/// Tells the language of a text by its script, its small words, and letters that only some languages have. For the few hundred words of a
/// report that is enough, and a wrong guess between close relatives costs nothing here: what is not English is not parsed.
/// </summary>
internal sealed class LanguageIdentifier
{
    // So many letters are looked at; more do not change the answer.
    private const int Sample = 6000;

    // A letter of its own counts as this many small words.
    private const double LetterWeight = 0.5;

    private readonly Dictionary<string, List<int>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<char, List<int>> letters = [];
    private readonly List<(string Code, Script Script)> languages = [];

    public LanguageIdentifier(DataFiles data)
    {
        foreach (DataRow row in data.Read("reading/languages"))
        {
            int index = languages.Count;
            languages.Add((row.Required("language"), Enum.Parse<Script>(row.Required("script"), ignoreCase: true)));
            foreach (string word in row.List("words")) Add(words, word, index);
            foreach (char letter in row["letters"] ?? "") Add(letters, letter, index);
        }
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private enum Script
    {
        Latin,
        Cyrillic,
        Arabic,
        Greek,
        Georgian,
        Armenian,
        Hangul,
        Kana,
        Han,
        Thai,
        Hebrew,
        Devanagari,
        None,
    }

    /// <summary>ISO 639-1 code, or null where the text is too short to tell.</summary>
    public string? Identify(string text)
    {
        Span<int> scripts = stackalloc int[(int)Script.None + 1];
        Span<double> scores = stackalloc double[languages.Count];
        Span<char> word = stackalloc char[24];
        int length = 0, counted = 0, tokens = 0;
        for (int i = 0; i <= text.Length && counted < Sample; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsLetter(c) || c is '\'' or '‘' or 'ʻ' && length > 0)
            {
                if (char.IsLetter(c))
                {
                    counted++;
                    scripts[(int)ScriptOf(c)]++;
                }
                char small = char.ToLowerInvariant(c);
                if (letters.TryGetValue(small, out List<int>? owners))
                {
                    foreach (int owner in owners) scores[owner] += LetterWeight / owners.Count;
                }
                if (length < word.Length) word[length] = small;
                length++;
                continue;
            }
            if (length is > 0 and <= 24)
            {
                tokens++;
                if (lookup.TryGetValue(word[..length], out List<int>? speakers))
                {
                    foreach (int speaker in speakers) scores[speaker] += 1;
                }
            }
            length = 0;
        }
        if (counted < 12) return null;
        Script script = Script.None;
        int most = 0;
        for (int s = 0; s < (int)Script.None; s++)
        {
            if (scripts[s] <= most) continue;
            most = scripts[s];
            script = (Script)s;
        }
        // Japanese writes half of its words in Chinese characters.
        if (script == Script.Han && scripts[(int)Script.Kana] * 10 > scripts[(int)Script.Han]) script = Script.Kana;
        string? alone = script switch
        {
            Script.Greek => "el",
            Script.Georgian => "ka",
            Script.Armenian => "hy",
            Script.Hangul => "ko",
            Script.Kana => "ja",
            Script.Han => "zh",
            Script.Thai => "th",
            Script.Hebrew => "he",
            Script.Devanagari => "hi",
            _ => null,
        };
        if (alone is not null) return alone;
        int best = -1;
        double highest = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (languages[i].Script != script || scores[i] <= highest) continue;
            highest = scores[i];
            best = i;
        }
        // One word in twenty-five is a small one in any of these languages; less, and the text is a list of names.
        return best >= 0 && highest >= 2 && highest * 25 >= tokens ? languages[best].Code : null;
    }

    private static Script ScriptOf(char c) => c switch
    {
        < '\u0250' => Script.Latin,
        >= '\u0370' and < '\u0400' => Script.Greek,
        >= '\u0400' and < '\u0530' => Script.Cyrillic,
        >= '\u0530' and < '\u0590' => Script.Armenian,
        >= '\u0590' and < '\u0600' => Script.Hebrew,
        >= '\u0600' and < '\u0780' => Script.Arabic,
        >= '\u0900' and < '\u0980' => Script.Devanagari,
        >= '\u0E00' and < '\u0E80' => Script.Thai,
        >= '\u10A0' and < '\u1100' => Script.Georgian,
        >= '\u1E00' and < '\u1F00' => Script.Latin,
        >= '\u3040' and < '\u3100' => Script.Kana,
        >= '\u4E00' and < '\uA000' => Script.Han,
        >= '\uAC00' and < '\uD7A4' => Script.Hangul,
        >= '\uFB50' and < '\uFE00' => Script.Arabic,
        _ => Script.None,
    };

    private static void Add<T>(Dictionary<T, List<int>> table, T key, int index) where T : notnull
    {
        if (!table.TryGetValue(key, out List<int>? list)) table.Add(key, list = []);
        list.Add(index);
    }
}
