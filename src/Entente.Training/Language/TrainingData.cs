using Entente.Parsing.Neural;

namespace Entente.Training.Language;

/// <summary>What is trained on, with the label set, vocabulary and lemma rules that follow from it.</summary>
internal sealed class TrainingData
{
    /// <summary>Reads the files of the settings.</summary>
    public TrainingData(TrainingSettings settings, string folder)
    {
        IEnumerable<TrainingSentence> trees = settings.Train.SelectMany(t => Load(t, folder, settings.MostSentences));
        IEnumerable<TrainingSentence> entities = settings.Entities.SelectMany(f => Limit(TreebankReader.EntitySentences(Path.Combine(folder, f)), settings.MostSentences));
        Sentences = [.. trees.Concat(entities)];
        Dev = [.. settings.Dev.Select(d => (Path.GetFileNameWithoutExtension(d.Trees), Load(d, folder, settings.MostSentences)))];

        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string form in Sentences.SelectMany(s => s.Forms))
        {
            string key = WordFeatures.Normalize(form, buffer).ToString();
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        List<string> known = [.. counts.Where(c => c.Value >= settings.MinWordCount).Select(c => c.Key).Order(StringComparer.Ordinal)];
        Words = new Vocabulary(known);
        WordDrop = [0, .. known.Select(k => settings.WordDropout / (settings.WordDropout + counts[k]))];
        Labels = MakeLabels(Sentences);
        Lemmas = LemmaRules.Learn(Sentences.Where(s => s.Words is not null)
            .SelectMany(s => s.Forms.Zip(s.Words!))
            .Where(x => x.Second.Lemma != "_" || x.First == "_")
            .Select(x => (x.First, x.Second.Lemma, LemmaRules.Key(x.Second.Upos, x.Second.Xpos))));
    }

    /// <summary>The sentences to train on: with trees, entity tags, or both.</summary>
    public IReadOnlyList<TrainingSentence> Sentences { get; }

    /// <summary>The dev parts by name.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<TrainingSentence> Sentences)> Dev { get; }

    /// <summary>Words with a vector of their own.</summary>
    public Vocabulary Words { get; }

    /// <summary>For each row of <see cref="Words"/> the chance to be taken for unknown.</summary>
    public float[] WordDrop { get; }

    /// <summary>The label set.</summary>
    public LabelSet Labels { get; }

    /// <summary>The lemma rules.</summary>
    public LemmaRules Lemmas { get; }

    /// <summary>A treebank with its entity tags.</summary>
    public static IReadOnlyList<TrainingSentence> Load(TreebankFiles files, string folder, int most = 0)
    {
        List<TrainingSentence> trees = Limit(TreebankReader.Trees(Path.Combine(folder, files.Trees)), most);
        return files.Entities is null ? trees : TreebankReader.Join(trees, TreebankReader.Entities(Path.Combine(folder, files.Entities)));
    }

    private static List<TrainingSentence> Limit(List<TrainingSentence> sentences, int most) => most > 0 && sentences.Count > most ? sentences[..most] : sentences;

    private static LabelSet MakeLabels(IReadOnlyList<TrainingSentence> sentences)
    {
        List<TreeWord> words = [.. sentences.Where(s => s.Words is not null).SelectMany(s => s.Words!)];
        List<string> upos = Values(words.Select(w => w.Upos)), xpos = Values(words.Select(w => w.Xpos)), feats = Values(words.Select(w => w.Feats));
        List<string> deprels = Values(words.Select(w => w.Deprel));
        List<string> entities = ["O", .. new[] { "LOC", "MISC", "ORG", "PER" }.SelectMany(t => "BIES".Select(p => $"{p}-{t}"))];
        IEnumerable<TagTriple> triples = words.Select(w => (w.Upos, w.Xpos, w.Feats)).Distinct()
            .OrderBy(t => t.Upos, StringComparer.Ordinal).ThenBy(t => t.Xpos, StringComparer.Ordinal).ThenBy(t => t.Feats, StringComparer.Ordinal)
            .Select(t => new TagTriple(upos.IndexOf(t.Upos), xpos.IndexOf(t.Xpos), feats.IndexOf(t.Feats)));
        return new LabelSet(upos, xpos, feats, deprels, entities, [.. triples]);

        static List<string> Values(IEnumerable<string> all) => [.. all.Distinct().Order(StringComparer.Ordinal)];
    }
}
