using Entente.Numerics;

namespace Entente.Training.Language;

/// <summary>
/// Vectors of words from raw text: skip-gram with negative sampling (Mikolov et al. 2013) where each place around a word has its own output
/// vectors (Ling et al. 2015, "Two/too simple adaptations of word2vec for syntax problems"), which keeps word order, as a parser needs.
/// One thread, so that the same text and seed give the same vectors.
/// </summary>
internal static class SkipGram
{
    private const int Window = 3, Negatives = 5, TableSize = 1 << 20;
    private const double Frequent = 3e-4;

    /// <summary>Learns vectors.</summary>
    /// <param name="sentences">Sentences of rows of words, from 0.</param>
    /// <param name="counts">How often each word occurs.</param>
    /// <param name="size">Dimensions, a multiple of 16.</param>
    /// <param name="epochs">Passes over the text.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Words × <paramref name="size"/>, row-major.</returns>
    public static float[] Learn(IReadOnlyList<int[]> sentences, int[] counts, int size, int epochs, long seed)
    {
        SplitMix random = SplitMix.For(seed, 11);
        float[] vectors = new float[counts.Length * size], outputs = new float[2 * Window * counts.Length * size];
        for (int i = 0; i < vectors.Length; i++) vectors[i] = (random.NextFloat() - 0.5f) / size;
        double total = counts.Sum(c => (double)c);
        float[] keep = [.. counts.Select(c => (float)Math.Min(1, Math.Sqrt(Frequent * total / c) + (Frequent * total / c)))];
        int[] noise = Noise(counts);
        float[] gradient = new float[size];
        List<int> kept = [];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            for (int s = 0; s < sentences.Count; s++)
            {
                float progress = (epoch + ((float)s / sentences.Count)) / epochs, rate = Math.Max(0.0005f, 0.05f * (1 - progress));
                kept.Clear();
                foreach (int word in sentences[s])
                {
                    if (random.NextFloat() < keep[word]) kept.Add(word);
                }
                for (int i = 0; i < kept.Count; i++)
                {
                    Span<float> vector = vectors.AsSpan(kept[i] * size, size);
                    for (int place = 0; place < 2 * Window; place++)
                    {
                        int at = place < Window ? i - Window + place : i + 1 + place - Window;
                        if (at < 0 || at >= kept.Count) continue;
                        gradient.AsSpan().Clear();
                        for (int n = 0; n <= Negatives; n++)
                        {
                            int target = n == 0 ? kept[at] : noise[random.Next(TableSize)];
                            if (n > 0 && target == kept[at]) continue;
                            Span<float> output = outputs.AsSpan(((place * counts.Length) + target) * size, size);
                            float score = Functions.Dot(vector, output);
                            float step = rate * ((n == 0 ? 1f : 0f) - (1 / (1 + MathF.Exp(-score))));
                            Functions.AddScaled(output, step, gradient);
                            Functions.AddScaled(vector, step, output);
                        }
                        Functions.Add(gradient, vector);
                    }
                }
            }
        }
        return vectors;
    }

    /// <summary>Words as often as the 3/4th power of their count says.</summary>
    private static int[] Noise(int[] counts)
    {
        int[] table = new int[TableSize];
        double total = counts.Sum(c => Math.Pow(c, 0.75)), sum = Math.Pow(counts[0], 0.75) / total;
        for (int i = 0, word = 0; i < TableSize; i++)
        {
            table[i] = word;
            if ((i + 1.0) / TableSize > sum && word + 1 < counts.Length) sum += Math.Pow(counts[++word], 0.75) / total;
        }
        return table;
    }
}
