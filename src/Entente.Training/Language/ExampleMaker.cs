using Entente.Parsing.Neural;

namespace Entente.Training.Language;

/// <summary>A sentence as the network takes it in training. Targets of what is not annotated are empty.</summary>
internal sealed record Example
{
    /// <summary>The words' features.</summary>
    public required WordFeatures[] Features { get; init; }

    /// <summary>Three targets a word: part of speech, Penn tag, feature string; -1 for one that the label set lacks.</summary>
    public required int[] Tags { get; init; }

    /// <summary>Heads, 0 for the root, else one-based.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Relations; -1 for one that the label set lacks.</summary>
    public required int[] Deprels { get; init; }

    /// <summary>Entity tags.</summary>
    public required int[] Entities { get; init; }

    /// <summary>Whether there is a tree.</summary>
    public bool HasTree => Heads.Length > 0;
}

/// <summary>
/// Makes examples of sentences, some of them changed in ways that news has and treebanks of web text have seldom: all capitals, title
/// case, all small letters, no final punctuation.
/// </summary>
/// <param name="labels">The label set.</param>
/// <param name="words">Words with a trained vector.</param>
/// <param name="statics">Words with a static vector.</param>
/// <param name="options">Sizes of the network.</param>
internal sealed class ExampleMaker(LabelSet labels, Vocabulary words, Vocabulary statics, NetworkOptions options)
{
    private readonly Dictionary<string, int> upos = Index(labels.Upos), xpos = Index(labels.Xpos), feats = Index(labels.Feats);
    private readonly Dictionary<string, int> deprels = Index(labels.Deprels), entities = Index(labels.Entities);
    private readonly Dictionary<string, WordFeatures> features = new(StringComparer.Ordinal);

    /// <summary>An example of a sentence, as it is or changed.</summary>
    public Example Make(TrainingSentence sentence, SplitMix? random)
    {
        float chance = random?.NextFloat() ?? 1;
        Func<string, string>? change =
            chance < 0.03f ? s => s.ToUpperInvariant()
            : chance < 0.05f ? s => s.Length < 4 ? s : char.ToUpperInvariant(s[0]) + s[1..]
            : chance < 0.07f ? s => s.ToLowerInvariant()
            : null;
        int length = sentence.Forms.Length;
        bool drop = random is not null && length > 3 && random.NextFloat() < 0.08f && sentence.Words is { } w && w[^1].Upos == "PUNCT"
            && w.All(x => x.Head != length);
        if (drop) length--;
        WordFeatures[] found = new WordFeatures[length];
        for (int i = 0; i < length; i++) found[i] = Features(change is null ? sentence.Forms[i] : change(sentence.Forms[i]));
        return new Example
        {
            Features = found,
            Tags = sentence.Words is null ? [] : [.. sentence.Words.Take(length).SelectMany(x => new[] { Row(upos, x.Upos), Row(xpos, x.Xpos), Row(feats, x.Feats) })],
            Heads = sentence.Words is null ? [] : [.. sentence.Words.Take(length).Select(x => x.Head)],
            Deprels = sentence.Words is null ? [] : [.. sentence.Words.Take(length).Select(x => Row(deprels, x.Deprel))],
            Entities = sentence.Entities is null ? [] : Bioes(sentence.Entities.AsSpan(0, length)),
        };
    }

    private WordFeatures Features(string form)
    {
        if (!features.TryGetValue(form, out WordFeatures found)) features[form] = found = WordFeatures.Of(form, words, statics, options);
        return found;
    }

    private int[] Bioes(ReadOnlySpan<string> tags)
    {
        int[] rows = new int[tags.Length];
        for (int i = 0; i < tags.Length; i++)
        {
            string tag = tags[i];
            if (tag == "O") continue;
            bool goesOn = i + 1 < tags.Length && tags[i + 1][0] == 'I';
            rows[i] = entities[(tag[0], goesOn) switch { ('B', true) => "B", ('B', false) => "S", (_, true) => "I", _ => "E" } + tag[1..]];
        }
        return rows;
    }

    private static Dictionary<string, int> Index(IReadOnlyList<string> list) => list.Select((x, i) => (x, i)).ToDictionary(x => x.x, x => x.i, StringComparer.Ordinal);

    private static int Row(Dictionary<string, int> index, string value) => index.TryGetValue(value, out int row) ? row : -1;
}
