using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Entente.Gazetteers;
using Entente.Parsing.Tokenizing;

namespace Entente.Training.Sentences;

/// <summary>Trains the model of sentence ends: logistic regression over hashed features, AdaGrad, in an order that the seed gives.</summary>
internal sealed class SentenceTrainer(SentenceTraining options, Action<string> log)
{
    private readonly Tokenizer tokenizer = new(new TokenLexicon(DataFiles.BuiltIn));

    /// <summary>Trains on the train parts below the folder of data sets and on the sentences beside the settings, and scores on the dev parts, for the model's card.</summary>
    public BoundaryModel Train(string data, string settings)
    {
        List<(uint[] Features, bool Ends)> gaps = [];
        foreach (string file in options.Train) AddGaps(SplittingExample.Read(Path.Combine(data, file), tokenizer), gaps);
        for (int i = 0; options.Marked is not null && i < options.MarkedTimes; i++)
        {
            AddGaps(SplittingExample.ReadMarked(Path.Combine(settings, options.Marked), tokenizer), gaps);
        }
        log(string.Create(CultureInfo.InvariantCulture, $"{gaps.Count} gaps, {gaps.Count(g => g.Ends)} of them ends"));
        float[] weights = Fit(gaps);
        (sbyte[] small, float scale) = Quantize(weights);
        BoundaryModel model = new(Card(new Dictionary<string, double>(StringComparer.Ordinal)), small, scale, (float)options.Bias);
        Dictionary<string, double> scores = options.Dev.ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => Math.Round(Score(model, Path.Combine(data, f)), 4), StringComparer.Ordinal);
        foreach ((string file, double f1) in scores) log(string.Create(CultureInfo.InvariantCulture, $"{file}: sentence F1 {f1:0.0000}"));
        return new BoundaryModel(Card(scores), small, scale, (float)options.Bias);
    }

    /// <summary>Sentence F1 on a treebank: a sentence counts if it begins and ends where the treebank's does.</summary>
    public double Score(BoundaryModel model, string file)
    {
        SentenceSplitter splitter = new(model);
        List<int> ends = [];
        int right = 0, found = 0, gold = 0;
        foreach (SplittingExample example in SplittingExample.Read(file, tokenizer))
        {
            ends.Clear();
            splitter.Split(example.Text, example.Marks, 0, ends);
            HashSet<int> seen = [.. ends.Select(e => example.Marks[e - 1].End)];
            found += seen.Count;
            gold += example.Ends.Count;
            int begin = 0, last = 0;
            foreach (int end in example.Ends.Union(seen).Order())
            {
                bool both = example.Ends.Contains(end) && seen.Contains(end);
                if (both && begin == last) right++;
                last = end;
                if (both) begin = end;
            }
        }
        return 2.0 * right / (found + gold);
    }

    private static void AddGaps(IEnumerable<SplittingExample> examples, List<(uint[] Features, bool Ends)> gaps)
    {
        foreach (SplittingExample example in examples)
        {
            BoundaryFeatures gap = new(example.Text, CollectionsMarshal.AsSpan(example.Marks));
            int inside = 0;
            for (int next = 0; next < example.Marks.Count; next++)
            {
                if (next > 0)
                {
                    inside = Math.Max(inside - 1, example.Marks[next - 1].Parts - 1);
                    bool ends = example.Ends.Contains(example.Marks[next - 1].End);
                    if (inside <= 0 && gap.IsCandidate(next))
                    {
                        uint[] features = new uint[BoundaryFeatures.Count];
                        gap.Extract(next, features);
                        gaps.Add((features, ends));
                    }
                    if (ends) gap.Begin(next);
                }
                gap.Pass(next);
            }
        }
    }

    private float[] Fit(List<(uint[] Features, bool Ends)> gaps)
    {
        int size = 1 << options.Bits;
        float[] weights = new float[size], squares = new float[size];
        double[] sums = new double[size];
        int[] order = [.. Enumerable.Range(0, gaps.Count)];
        Random random = new(options.Seed);
        uint mask = (uint)size - 1;
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (int i in order)
            {
                (uint[] features, bool ends) = gaps[i];
                float sum = 0;
                foreach (uint f in features) sum += weights[f & mask];
                double p = 1 / (1 + Math.Exp(-sum));
                float gradient = (float)(p - (ends ? 1 : 0));
                loss -= Math.Log(Math.Max(1e-9, ends ? p : 1 - p));
                foreach (uint f in features)
                {
                    uint b = f & mask;
                    float g = gradient + ((float)options.Decay * weights[b]);
                    squares[b] += g * g;
                    weights[b] -= (float)options.LearningRate * g / (float)Math.Sqrt(squares[b] + 1e-6);
                }
            }
            // The mean of the passes of the second half generalizes better than the last one.
            if (epoch * 2 > options.Epochs) for (int b = 0; b < size; b++) sums[b] += weights[b];
            log(string.Create(CultureInfo.InvariantCulture, $"pass {epoch}: loss {loss / gaps.Count:0.00000}"));
        }
        int averaged = options.Epochs - (options.Epochs / 2);
        return [.. sums.Select(s => (float)(s / averaged))];
    }

    private static (sbyte[] Weights, float Scale) Quantize(float[] weights)
    {
        float scale = weights.Max(Math.Abs) / 127;
        return ([.. weights.Select(w => (sbyte)Math.Round(w / scale))], scale);
    }

    private string Card(IReadOnlyDictionary<string, double> scores) =>
        JsonSerializer.Serialize(new BoundaryCard(options.Name, options.Data, options.Licence, JsonSerializer.Serialize(options), scores));
}
