using Entente.Parsing.Conllu;

namespace Entente.Training.Language;

/// <summary>
/// Reads training data: trees in CoNLL-U, entity tags in the three-column form of Universal NER, entity tags in the two-column form of
/// CoNLL-2003. Lines of multiword tokens and of empty nodes are passed over: the network takes syntactic words.
/// </summary>
internal static class TreebankReader
{
    /// <summary>Titles that the two treebanks' entity tags treat differently; they are left out of names, as Universal NER has it.</summary>
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "President", "Vice", "Prime", "Minister", "Deputy", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sir", "Lord", "Lady", "King", "Queen",
        "Prince", "Princess", "Emperor", "Pope", "Saint", "St.", "General", "Gen.", "Colonel", "Col.", "Captain", "Capt.", "Lieutenant", "Lt.", "Major",
        "Sergeant", "Sgt.", "Senator", "Sen.", "Representative", "Rep.", "Governor", "Gov.", "Mayor", "Chancellor", "Ambassador", "Justice", "Judge",
        "Professor", "Prof.", "Secretary", "Chief", "Chairman", "Director", "Father", "Brother", "Sister", "Congressman", "Congresswoman", "Premier",
        "Foreign", "Speaker", "Admiral", "Sheikh", "Imam", "Rabbi", "Bishop", "Archbishop", "Cardinal", "Reverend", "Rev.", "Miss", "Madame",
    };

    /// <summary>The sentences of a treebank.</summary>
    public static List<TrainingSentence> Trees(string path)
    {
        using StreamReader reader = new(path);
        return
        [
            .. ConlluReader.Read(reader, path).Select(s => new TrainingSentence
            {
                Id = s.Comment("sent_id") ?? "",
                Forms = [.. s.Sentence.Tokens.Select(t => t.Form)],
                Words = [.. s.Sentence.Tokens.Select(t => new TreeWord(t.Lemma, t.Upos, t.Xpos, t.Feats, t.Head, t.Deprel))],
            }),
        ];
    }

    /// <summary>The entity tags of a treebank by sentence id.</summary>
    public static Dictionary<string, (string[] Forms, string[] Tags)> Entities(string path)
    {
        Dictionary<string, (string[], string[])> sentences = new(StringComparer.Ordinal);
        List<string> forms = [], tags = [];
        string id = "";
        foreach (string line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0)
            {
                if (forms.Count > 0) sentences[id] = ([.. forms], StripTitles(forms, [.. tags.Select(Universal)]));
                forms.Clear();
                tags.Clear();
                continue;
            }
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) id = line[12..];
            if (line[0] == '#') continue;
            string[] fields = line.Split('\t');
            if (fields.Length < 3) throw new EntenteException($"{path}: a line of {fields.Length} columns where there are three or more: {line}");
            forms.Add(fields[1]);
            tags.Add(fields[2]);
        }
        return sentences;
    }

    /// <summary>The sentences of a file of words with entity tags, word first, tag last.</summary>
    public static List<TrainingSentence> EntitySentences(string path)
    {
        List<TrainingSentence> sentences = [];
        List<string> forms = [], tags = [];
        foreach (string line in File.ReadLines(path).Append(""))
        {
            string[] fields = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 2 || fields[0] == "-DOCSTART-")
            {
                if (forms.Count > 0)
                    sentences.Add(new TrainingSentence { Forms = [.. forms], Entities = StripTitles(forms, [.. tags.Select(Universal)]) });
                forms.Clear();
                tags.Clear();
                continue;
            }
            forms.Add(Plain(fields[0]));
            tags.Add(fields[^1]);
        }
        return sentences;
    }

    /// <summary>Trees with the entity tags that have the same sentence id and the same words.</summary>
    public static List<TrainingSentence> Join(IEnumerable<TrainingSentence> trees, Dictionary<string, (string[] Forms, string[] Tags)> entities) =>
        [.. trees.Select(s => entities.TryGetValue(s.Id, out (string[] Forms, string[] Tags) e) && e.Forms.Length == s.Forms.Length ? s with { Entities = e.Tags } : s)];

    private static string Plain(string form) =>
        form switch { "-LRB-" => "(", "-RRB-" => ")", "-LSB-" => "[", "-RSB-" => "]", "``" or "''" => "\"", _ => form };

    /// <summary>The data sets' types as ours.</summary>
    private static string Universal(string tag)
    {
        if (tag.Length < 3) return "O";
        string? type = tag[2..] switch
        {
            "PER" or "person" or "politician" => "PER",
            "ORG" or "organisation" or "politicalparty" => "ORG",
            "LOC" or "location" or "country" => "LOC",
            "MISC" or "OTH" or "misc" or "event" or "election" => "MISC",
            _ => null,
        };
        return type is null ? "O" : $"{tag[0]}-{type}";
    }

    /// <summary>BIO tags (a name that starts with I counts as started) without the titles before persons.</summary>
    private static string[] StripTitles(List<string> forms, string[] tags)
    {
        for (int i = 0; i < tags.Length; i++)
        {
            if (tags[i][0] == 'I' && (i == 0 || tags[i - 1].Length < 3 || tags[i - 1][2..] != tags[i][2..])) tags[i] = "B" + tags[i][1..];
        }
        for (int i = 0; i + 1 < tags.Length; i++)
        {
            if (tags[i] == "B-PER" && Titles.Contains(forms[i]) && tags[i + 1] == "I-PER") (tags[i], tags[i + 1]) = ("O", "B-PER");
        }
        return tags;
    }
}
