using Entente.Gazetteers;
using Entente.Parsing.Neural;
using Entente.Parsing.Tokenizing;

namespace Entente.Training.Language;

/// <summary>
/// Vectors of words that training leaves as they are: what raw text says of a word (<see cref="SkipGram"/>) beside what WordNet does
/// (<see cref="WordNet"/>).
/// </summary>
/// <param name="Words">The words, normalized.</param>
/// <param name="Values">Words × <paramref name="Size"/>, row-major.</param>
/// <param name="Size">Dimensions.</param>
internal sealed record StaticVectors(IReadOnlyList<string> Words, float[] Values, int Size)
{
    /// <summary>Learns them.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="annotated">The sentences of the training data.</param>
    /// <param name="folder">Folder of the data sets.</param>
    /// <param name="wordNetFolder">Folder of WordNet's data files.</param>
    /// <param name="areKept">Whether a checkpoint has the values: then only the words are found, and the values are zero.</param>
    public static StaticVectors Learn(VectorSettings settings, IEnumerable<TrainingSentence> annotated, string folder, string wordNetFolder, bool areKept)
    {
        WordNet wordNet = new(wordNetFolder);
        Tokenizer tokenizer = new(new TokenLexicon(DataFiles.BuiltIn));
        List<string[]> sentences = [.. annotated.Select(s => Array.ConvertAll(s.Forms, Normalize))];
        List<TokenMark> marks = [];
        foreach (string line in settings.Texts.SelectMany(t => File.ReadLines(Path.Combine(folder, t))).Concat(wordNet.Glosses))
        {
            marks.Clear();
            tokenizer.Tokenize(line, 0, line.Length, marks);
            sentences.Add([.. marks.Select(m => Normalize(line.AsSpan(m.Start, m.Length)))]);
        }
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string word in sentences.SelectMany(s => s)) counts[word] = counts.GetValueOrDefault(word) + 1;
        List<string> words = [.. counts.Where(c => c.Value >= settings.MinCount).Select(c => c.Key).Order(StringComparer.Ordinal)];
        int size = settings.Size + WordNet.TopicCount;
        float[] values = new float[words.Count * size];
        if (areKept) return new StaticVectors(words, values, size);
        Dictionary<string, int> rows = words.Select((w, i) => (w, i)).ToDictionary(x => x.w, x => x.i, StringComparer.Ordinal);
        float[] learnt = SkipGram.Learn(
            [.. sentences.Select(s => s.Where(rows.ContainsKey).Select(w => rows[w]).ToArray())], [.. words.Select(w => counts[w])], settings.Size,
            settings.Epochs, settings.Seed);
        // Scaled to the spread that trained vectors have after a while, so that no input drowns another.
        float scale = 0.4f / MathF.Sqrt(learnt.Sum(v => v * v) / learnt.Length);
        for (int w = 0; w < words.Count; w++)
        {
            for (int i = 0; i < settings.Size; i++) values[(w * size) + i] = Math.Clamp(learnt[(w * settings.Size) + i] * scale, -2, 2);
            wordNet.Topics(words[w])?.CopyTo(values.AsSpan((w * size) + settings.Size));
        }
        return new StaticVectors(words, values, size);
    }

    private static string Normalize(string form) => Normalize(form.AsSpan());

    private static string Normalize(ReadOnlySpan<char> form)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        return WordFeatures.Normalize(form, buffer).ToString();
    }
}

/// <summary>How static vectors are learnt.</summary>
internal sealed record VectorSettings
{
    /// <summary>Raw text beside the training data and WordNet's glosses; relative to the folder of the data, one paragraph a line.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Dimensions learnt from text.</summary>
    public int Size { get; init; } = 64;

    /// <summary>Passes over the text.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>Occurrences that a word needs.</summary>
    public int MinCount { get; init; } = 4;

    /// <summary>The seed.</summary>
    public long Seed { get; init; } = 1;
}
