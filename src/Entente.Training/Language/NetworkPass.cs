using Entente.Numerics;
using Entente.Parsing.Neural;

namespace Entente.Training.Language;

/// <summary>
/// One half of a batch there and back: the losses of all heads and the gradients of all parameters. It mirrors
/// <see cref="Network"/>, which computes the same without chance and without keeping what the way back needs; a test compares the two.
/// It is long because the way back is the way there, read from the end.
/// </summary>
internal sealed class NetworkPass(NetworkOptions options, LabelSet labels)
{
    private readonly LstmPass first = new("layer1", options.Units), second = new("layer2", options.Units);
    private readonly SentenceLayout layout = new();
    private readonly PackedMatrix scratch = new();
    private WordFeatures[] features = [];
    private int[] lengths = [];
    private float[] input = [], inputMask = [], inputGradient = [], mask1 = [], mask2 = [], hidden1 = [], hidden1Gradient = [], hidden2 = [], hidden2Gradient = [];
    private float[] tagHidden = [], tagMask = [], tagScores = [], tagGradient = [], top = [], topMask = [], topGradient = [];
    private float[] dependents = [], products = [], productsGradient = [], dependentsGradient = [], heads = [], headsGradient = [], arcScores = [];
    private float[] labelHidden = [], labelMask = [], labelScores = [], labelGradient = [], entity = [], entityFirst = [], entityScores = [], entityGradient = [], unsorted = [];

    /// <summary>Runs a half batch.</summary>
    /// <param name="examples">Its sentences.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="parameters">The parameters by name, for tables and biases.</param>
    /// <param name="gradients">Take the gradients.</param>
    /// <param name="scale">What a word's losses count: 1 / words of the whole batch with a tree, and with entity tags.</param>
    /// <param name="settings">The chances of dropout.</param>
    /// <param name="wordDrop">For each word with a vector the chance to be taken for unknown.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>The losses, already scaled.</returns>
    public Losses Run(
        IReadOnlyList<Example> examples, PackedWeights weights, IReadOnlyDictionary<string, Parameter> parameters, Gradients gradients,
        (float Tree, float Entity) scale, TrainingSettings settings, float[] wordDrop, SplitMix random)
    {
        Span<int> sizes = NetworkScratch.Take(ref lengths, examples.Count);
        for (int s = 0; s < examples.Count; s++) sizes[s] = examples[s].Features.Length;
        layout.Arrange(sizes);
        int words = layout.Words, wide = 2 * options.Units, columns = options.InputSize;

        Embed(examples, parameters, settings, wordDrop, random);
        first.Forward(layout, input, columns, weights, parameters["layer1.bias"].Value, settings.RecurrentDropout, random);
        Span<float> h1 = NetworkScratch.Take(ref hidden1, words * wide);
        first.Hidden[..(words * wide)].CopyTo(h1);
        Dropout.Fill(NetworkScratch.Take(ref mask1, layout.Sentences * wide), settings.Dropout, random);
        Dropout.ApplyTimeMajor(layout, mask1, h1, wide);
        Span<float> h1Gradient = NetworkScratch.Take(ref hidden1Gradient, words * wide);
        h1Gradient.Clear();
        double tagLoss = Tags(examples, weights, parameters, gradients, scale.Tree * settings.TagWeight, settings, random);

        second.Forward(layout, h1, wide, weights, parameters["layer2.bias"].Value, settings.RecurrentDropout, random);
        Span<float> h2 = NetworkScratch.Take(ref hidden2, words * wide);
        for (int w = 0; w < words; w++) second.Hidden.Slice(layout.Row[w] * wide, wide).CopyTo(h2[(w * wide)..]);
        Dropout.Fill(NetworkScratch.Take(ref mask2, layout.Sentences * wide), settings.Dropout, random);
        Dropout.ApplySentenceMajor(layout, mask2, h2, wide);

        Span<float> tops = NetworkScratch.Take(ref top, words * options.TopSize);
        Affine(words, h2, weights.Plain("top"), parameters["top.bias"].Value, tops);
        Dropout.Fill(NetworkScratch.Take(ref topMask, layout.Sentences * options.TopSize), settings.Dropout, random);
        NetworkScratch.Take(ref topGradient, words * options.TopSize).Clear();
        double arcLoss = Arcs(examples, weights, parameters, gradients, scale.Tree);
        double labelLoss = Labels(examples, weights, parameters, gradients, scale.Tree, settings, random);
        double entityLoss = Entities(examples, weights, parameters, gradients, scale.Entity * settings.EntityWeight);

        Span<float> h2Gradient = NetworkScratch.Take(ref hidden2Gradient, words * wide);
        h2Gradient.Clear();
        AffineBack(words, h2, wide, "top", topGradient, options.TopSize, weights, gradients, h2Gradient);
        Dropout.ApplySentenceMajor(layout, mask2, h2Gradient, wide);
        Span<float> sorted = NetworkScratch.Take(ref unsorted, words * wide);
        for (int w = 0; w < words; w++) h2Gradient.Slice(w * wide, wide).CopyTo(sorted[(layout.Row[w] * wide)..]);
        second.Backward(layout, h1, wide, weights, sorted, gradients, h1Gradient);
        Dropout.ApplyTimeMajor(layout, mask1, h1Gradient, wide);
        Span<float> xGradient = NetworkScratch.Take(ref inputGradient, words * columns);
        xGradient.Clear();
        first.Backward(layout, input, columns, weights, h1Gradient, gradients, xGradient);
        EmbedBack(gradients);
        return new Losses(tagLoss, arcLoss, labelLoss, entityLoss);
    }

    private static void Affine(int rows, ReadOnlySpan<float> input, PackedMatrix weights, ReadOnlySpan<float> bias, Span<float> result)
    {
        for (int i = 0; i < rows; i++) bias.CopyTo(result[(i * weights.Columns)..]);
        Gemm.Multiply(rows, input, weights.Rows, 1, weights, result, weights.Columns, accumulate: true);
    }

    /// <summary>The way back of input · weights + bias: gradients of weights and bias, and of the input, which is added to.</summary>
    private void AffineBack(
        int rows, ReadOnlySpan<float> source, int sourceColumns, string name, ReadOnlySpan<float> gradient, int columns, PackedWeights weights,
        Gradients gradients, Span<float> sourceGradient)
    {
        Gemm.AddTransposedProduct(rows, source, sourceColumns, sourceColumns, gradient, columns, columns, gradients.Of(name), columns, scratch);
        Span<float> bias = gradients.Of(name + ".bias");
        for (int i = 0; i < rows; i++) Functions.Add(gradient.Slice(i * columns, columns), bias);
        Gemm.Multiply(rows, gradient, columns, 1, weights.Transposed(name), sourceGradient, sourceColumns, accumulate: true);
    }

    private void Embed(
        IReadOnlyList<Example> examples, IReadOnlyDictionary<string, Parameter> parameters, TrainingSettings settings, float[] wordDrop, SplitMix random)
    {
        int columns = options.InputSize;
        Span<float> x = NetworkScratch.Take(ref input, layout.Words * columns);
        NetworkScratch.Take(ref features, layout.Words);
        for (int s = 0; s < examples.Count; s++)
        {
            for (int i = 0; i < examples[s].Features.Length; i++)
            {
                WordFeatures f = examples[s].Features[i];
                int row = layout.Row[layout.Start[s] + i], at = 0;
                // A word taken for unknown mostly keeps its static vector, as an unknown word has one; both go for the rarer one that has none.
                if (random.NextFloat() < wordDrop[f.Word]) f = f with { Word = 0 };
                if (random.NextFloat() < settings.StaticDrop) f = f with { Static = 0 };
                features[row] = f;
                Span<float> target = x.Slice(row * columns, columns);
                Put(parameters["word"], f.Word, target);
                foreach (int affix in (ReadOnlySpan<int>)[f.Prefix3, f.Prefix2, f.Suffix2, f.Suffix3, f.Suffix4]) Put(parameters["affix"], affix, target);
                Put(parameters["shape"], f.Shape, target);
                if (options.StaticSize > 0) Put(parameters["static"], f.Static, target);

                void Put(Parameter table, int tableRow, Span<float> vector)
                {
                    int size = table.Shape.Columns;
                    table.Value.AsSpan(tableRow * size, size).CopyTo(vector[at..]);
                    at += size;
                }
            }
        }
        Dropout.Fill(NetworkScratch.Take(ref inputMask, layout.Sentences * columns), settings.InputDropout, random);
        Dropout.ApplyTimeMajor(layout, inputMask, x, columns);
    }

    private void EmbedBack(Gradients gradients)
    {
        int columns = options.InputSize;
        Dropout.ApplyTimeMajor(layout, inputMask, inputGradient, columns);
        for (int row = 0; row < layout.Words; row++)
        {
            WordFeatures f = features[row];
            ReadOnlySpan<float> source = inputGradient.AsSpan(row * columns, columns);
            Functions.Add(source[..options.WordSize], gradients.Row("word", f.Word));
            int at = options.WordSize;
            foreach (int affix in (ReadOnlySpan<int>)[f.Prefix3, f.Prefix2, f.Suffix2, f.Suffix3, f.Suffix4])
            {
                Functions.Add(source.Slice(at, options.AffixSize), gradients.Row("affix", affix));
                at += options.AffixSize;
            }
            Functions.Add(source.Slice(at, options.ShapeSize), gradients.Row("shape", f.Shape));
        }
    }

    private double Tags(
        IReadOnlyList<Example> examples, PackedWeights weights, IReadOnlyDictionary<string, Parameter> parameters, Gradients gradients, float scale,
        TrainingSettings settings, SplitMix random)
    {
        int words = layout.Words, wide = 2 * options.Units, units = options.TagUnits, columns = labels.TagColumns;
        Span<float> hidden = NetworkScratch.Take(ref tagHidden, words * units);
        Affine(words, hidden1, weights.Plain("tag.hidden"), parameters["tag.hidden.bias"].Value, hidden);
        Functions.LeakyRelu(hidden);
        Dropout.Fill(NetworkScratch.Take(ref tagMask, layout.Sentences * units), settings.Dropout, random);
        Dropout.ApplyTimeMajor(layout, tagMask, hidden, units);
        Span<float> scores = NetworkScratch.Take(ref tagScores, words * columns);
        Affine(words, hidden, weights.Plain("tag.out"), parameters["tag.out.bias"].Value, scores);
        double loss = 0;
        for (int s = 0; s < examples.Count; s++)
        {
            Example example = examples[s];
            for (int i = 0; i < example.Features.Length; i++)
            {
                Span<float> row = scores.Slice(layout.Row[layout.Start[s] + i] * columns, columns);
                if (!example.HasTree)
                {
                    row.Clear();
                    continue;
                }
                int uposCount = labels.Upos.Count, xposCount = labels.Xpos.Count;
                loss += CrossEntropy(row[..uposCount], example.Tags[3 * i], scale);
                loss += CrossEntropy(row.Slice(uposCount, xposCount), example.Tags[(3 * i) + 1], scale);
                loss += CrossEntropy(row[(uposCount + xposCount)..], example.Tags[(3 * i) + 2], scale);
            }
        }
        Span<float> gradient = NetworkScratch.Take(ref tagGradient, words * units);
        gradient.Clear();
        AffineBack(words, hidden, units, "tag.out", scores, columns, weights, gradients, gradient);
        Dropout.ApplyTimeMajor(layout, tagMask, gradient, units);
        Functions.LeakyReluGradient(hidden, gradient);
        AffineBack(words, hidden1, wide, "tag.hidden", gradient, units, weights, gradients, hidden1Gradient);
        return loss;
    }

    private double Arcs(
        IReadOnlyList<Example> examples, PackedWeights weights, IReadOnlyDictionary<string, Parameter> parameters, Gradients gradients, float scale)
    {
        int words = layout.Words, size = options.ArcUnits, width = options.TopSize;
        Span<float> d = NetworkScratch.Take(ref dependents, words * size);
        for (int w = 0; w < words; w++) top.AsSpan((w * width) + size, size).CopyTo(d[(w * size)..]);
        Functions.LeakyRelu(d);
        ApplyTopMask(d, size, size);
        Span<float> p = NetworkScratch.Take(ref products, words * size);
        Affine(words, d, weights.Plain("arc.weights"), parameters["arc.bias"].Value, p);
        Span<float> pGradient = NetworkScratch.Take(ref productsGradient, words * size);
        pGradient.Clear();
        double loss = 0;
        for (int s = 0; s < examples.Count; s++)
        {
            Example example = examples[s];
            if (!example.HasTree) continue;
            int start = layout.Start[s], length = layout.Lengths[s], nodes = length + 1;
            Span<float> h = NetworkScratch.Take(ref heads, nodes * size);
            parameters["arc.root"].Value.CopyTo(h);
            ReadOnlySpan<float> factors = topMask.AsSpan(s * width, size);
            for (int i = 0; i < length; i++)
            {
                Span<float> node = h.Slice((i + 1) * size, size);
                top.AsSpan((start + i) * width, size).CopyTo(node);
                Functions.LeakyRelu(node);
                Functions.Multiply(factors, node);
            }
            scratch.PackTransposed(h, size, nodes, size);
            Span<float> scores = NetworkScratch.Take(ref arcScores, length * nodes);
            Gemm.Multiply(length, p[(start * size)..], size, 1, scratch, scores, nodes, accumulate: false);
            for (int i = 0; i < length; i++)
            {
                // A word is not its own head.
                scores[(i * nodes) + i + 1] = -1e9f;
                loss += CrossEntropy(scores.Slice(i * nodes, nodes), example.Heads[i], scale);
            }
            scratch.Pack(h, nodes, size, size);
            Gemm.Multiply(length, scores, nodes, 1, scratch, pGradient[(start * size)..], size, accumulate: false);
            Span<float> hGradient = NetworkScratch.Take(ref headsGradient, nodes * size);
            hGradient.Clear();
            Gemm.AddTransposedProduct(length, scores, nodes, nodes, p[(start * size)..], size, size, hGradient, size, scratch);
            Functions.Add(hGradient[..size], gradients.Of("arc.root"));
            for (int i = 0; i < length; i++)
            {
                Span<float> node = hGradient.Slice((i + 1) * size, size);
                Functions.Multiply(factors, node);
                Functions.LeakyReluGradient(h.Slice((i + 1) * size, size), node);
                Functions.Add(node, topGradient.AsSpan((start + i) * width, size));
            }
        }
        Span<float> dGradient = NetworkScratch.Take(ref dependentsGradient, words * size);
        dGradient.Clear();
        Gemm.AddTransposedProduct(words, d, size, size, pGradient, size, size, gradients.Of("arc.weights"), size, scratch);
        for (int w = 0; w < words; w++) Functions.Add(pGradient.Slice(w * size, size), gradients.Of("arc.bias"));
        Gemm.Multiply(words, pGradient, size, 1, weights.Transposed("arc.weights"), dGradient, size, accumulate: true);
        ApplyTopMask(dGradient, size, size);
        Functions.LeakyReluGradient(d, dGradient);
        for (int w = 0; w < words; w++) Functions.Add(dGradient.Slice(w * size, size), topGradient.AsSpan((w * width) + size, size));
        return loss;
    }

    private double Labels(
        IReadOnlyList<Example> examples, PackedWeights weights, IReadOnlyDictionary<string, Parameter> parameters, Gradients gradients, float scale,
        TrainingSettings settings, SplitMix random)
    {
        int words = layout.Words, size = options.LabelUnits, width = options.TopSize, headAt = 2 * options.ArcUnits, dependentAt = headAt + size;
        int columns = labels.Deprels.Count;
        Span<float> hidden = NetworkScratch.Take(ref labelHidden, words * size);
        hidden.Clear();
        for (int s = 0; s < examples.Count; s++)
        {
            if (!examples[s].HasTree) continue;
            int start = layout.Start[s];
            for (int i = 0; i < layout.Lengths[s]; i++)
            {
                int head = examples[s].Heads[i];
                Span<float> target = hidden.Slice((start + i) * size, size);
                top.AsSpan(((start + i) * width) + dependentAt, size).CopyTo(target);
                Functions.Add(head == 0 ? parameters["label.root"].Value : top.AsSpan(((start + head - 1) * width) + headAt, size), target);
            }
        }
        Functions.LeakyRelu(hidden);
        Dropout.Fill(NetworkScratch.Take(ref labelMask, layout.Sentences * size), settings.Dropout, random);
        Dropout.ApplySentenceMajor(layout, labelMask, hidden, size);
        Span<float> scores = NetworkScratch.Take(ref labelScores, words * columns);
        Affine(words, hidden, weights.Plain("label.out"), parameters["label.out.bias"].Value, scores);
        double loss = 0;
        for (int s = 0; s < examples.Count; s++)
        {
            for (int i = 0; i < layout.Lengths[s]; i++)
            {
                Span<float> row = scores.Slice((layout.Start[s] + i) * columns, columns);
                if (examples[s].HasTree) loss += CrossEntropy(row, examples[s].Deprels[i], scale);
                else row.Clear();
            }
        }
        Span<float> gradient = NetworkScratch.Take(ref labelGradient, words * size);
        gradient.Clear();
        AffineBack(words, hidden, size, "label.out", scores, columns, weights, gradients, gradient);
        Dropout.ApplySentenceMajor(layout, labelMask, gradient, size);
        Functions.LeakyReluGradient(hidden, gradient);
        for (int s = 0; s < examples.Count; s++)
        {
            if (!examples[s].HasTree) continue;
            int start = layout.Start[s];
            for (int i = 0; i < layout.Lengths[s]; i++)
            {
                int head = examples[s].Heads[i];
                ReadOnlySpan<float> source = gradient.Slice((start + i) * size, size);
                Functions.Add(source, topGradient.AsSpan(((start + i) * width) + dependentAt, size));
                Functions.Add(source, head == 0 ? gradients.Of("label.root") : topGradient.AsSpan(((start + head - 1) * width) + headAt, size));
            }
        }
        return loss;
    }

    private double Entities(
        IReadOnlyList<Example> examples, PackedWeights weights, IReadOnlyDictionary<string, Parameter> parameters, Gradients gradients, float scale)
    {
        int words = layout.Words, size = options.EntityUnits, width = options.TopSize, at = width - size, columns = labels.Entities.Count;
        Span<float> hidden = NetworkScratch.Take(ref entity, words * size);
        int wide = 2 * options.Units;
        Span<float> fromFirst = NetworkScratch.Take(ref entityFirst, words * size);
        Gemm.Multiply(words, hidden1, wide, 1, weights.Plain("entity.first"), fromFirst, size, accumulate: false);
        for (int w = 0; w < words; w++)
        {
            Span<float> target = hidden.Slice(w * size, size);
            top.AsSpan((w * width) + at, size).CopyTo(target);
            Functions.Add(fromFirst.Slice(layout.Row[w] * size, size), target);
        }
        Functions.LeakyRelu(hidden);
        ApplyTopMask(hidden, at, size);
        Span<float> scores = NetworkScratch.Take(ref entityScores, words * columns);
        Affine(words, hidden, weights.Plain("entity.out"), parameters["entity.out.bias"].Value, scores);
        double loss = 0;
        for (int s = 0; s < examples.Count; s++)
        {
            for (int i = 0; i < layout.Lengths[s]; i++)
            {
                Span<float> row = scores.Slice((layout.Start[s] + i) * columns, columns);
                if (examples[s].Entities.Length > 0) loss += CrossEntropy(row, examples[s].Entities[i], scale);
                else row.Clear();
            }
        }
        Span<float> gradient = NetworkScratch.Take(ref entityGradient, words * size);
        gradient.Clear();
        AffineBack(words, hidden, size, "entity.out", scores, columns, weights, gradients, gradient);
        ApplyTopMask(gradient, at, size);
        Functions.LeakyReluGradient(hidden, gradient);
        for (int w = 0; w < words; w++)
        {
            ReadOnlySpan<float> source = gradient.Slice(w * size, size);
            Functions.Add(source, topGradient.AsSpan((w * width) + at, size));
            source.CopyTo(fromFirst[(layout.Row[w] * size)..]);
        }
        Gemm.AddTransposedProduct(words, hidden1, wide, wide, fromFirst, size, size, gradients.Of("entity.first"), size, scratch);
        Gemm.Multiply(words, fromFirst, size, 1, weights.Transposed("entity.first"), hidden1Gradient, wide, accumulate: true);
        return loss;
    }

    /// <summary>Multiplies rows of some columns of the top layer by their factors.</summary>
    private void ApplyTopMask(Span<float> rows, int at, int size)
    {
        for (int s = 0; s < layout.Sentences; s++)
        {
            for (int w = layout.Start[s]; w < layout.Start[s] + layout.Lengths[s]; w++)
                Functions.Multiply(topMask.AsSpan((s * options.TopSize) + at, size), rows.Slice(w * size, size));
        }
    }

    /// <summary>Turns scores into the gradient of their cross entropy and returns it; a target of -1 counts nothing.</summary>
    private static double CrossEntropy(Span<float> scores, int target, float scale)
    {
        if (target < 0)
        {
            scores.Clear();
            return 0;
        }
        float score = scores[target];
        float loss = Functions.Softmax(scores) - score;
        scores[target] -= 1;
        foreach (ref float value in scores) value *= scale;
        return loss * scale;
    }
}

/// <summary>The mean losses of a word in a batch.</summary>
internal readonly record struct Losses(double Tags, double Arcs, double Labels, double Entities)
{
    /// <summary>All together.</summary>
    public double Total => Tags + Arcs + Labels + Entities;

    /// <summary>The sum of two halves'.</summary>
    public static Losses operator +(Losses a, Losses b) => new(a.Tags + b.Tags, a.Arcs + b.Arcs, a.Labels + b.Labels, a.Entities + b.Entities);
}
