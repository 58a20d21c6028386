using Entente.Numerics;

namespace Entente.Parsing.Neural;

/// <summary>
/// The network, reading only. Words become vectors; a first bidirectional LSTM gives the tags, a second on top of it the arcs (a biaffine
/// product of what a word is as a head and as a dependent, Dozat and Manning 2017), the relations and the entities. Frozen after
/// construction; everything that changes lies in a <see cref="NetworkScratch"/>.
/// </summary>
internal sealed class Network
{
    private readonly NetworkModel model;
    private readonly NetworkOptions options;
    private readonly LabelSet labels;
    private readonly VectorTable wordTable, affixTable, shapeTable;
    private readonly VectorTable? staticTable;
    private readonly PackedMatrix firstInput;
    private readonly float[] firstBias;
    private readonly Layer first, second;
    private readonly QuantizedMatrix tagHidden, top, entityFirst;
    private readonly PackedMatrix tagOut, arcWeights, labelOut, entityOut;
    private readonly float[] tagOutBias, arcBias, arcRoot, labelRoot, labelOutBias, entityOutBias;
    private readonly string[] bioTags, tagKeys, uposOf, xposOf, featsOf, deprelOf;
    private readonly TagChooser tagChooser;
    private readonly int rootLabel;
    private readonly bool[] mayFollow, mayBegin, mayEnd;

    /// <summary>A network with the weights of a model.</summary>
    public Network(NetworkModel model)
    {
        this.model = model;
        options = model.Options;
        labels = model.Labels;
        int units = options.Units;
        wordTable = model.Tables["word"];
        affixTable = model.Tables["affix"];
        shapeTable = model.Tables["shape"];
        staticTable = model.Tables.GetValueOrDefault("static");
        firstInput = PackedMatrix.Of(model.Single("layer1.input"), options.InputSize, 8 * units);
        firstBias = model.Single("layer1.bias");
        first = new Layer(model, "layer1", units, null);
        second = new Layer(model, "layer2", units, new QuantizedMatrix(model.Single("layer2.input"), 2 * units, 8 * units, model.Single("layer2.bias")));
        tagHidden = new QuantizedMatrix(model.Single("tag.hidden"), 2 * units, options.TagUnits, model.Single("tag.hidden.bias"));
        tagOut = PackedMatrix.Of(model.Single("tag.out"), options.TagUnits, labels.TagColumns);
        tagOutBias = model.Single("tag.out.bias");
        top = new QuantizedMatrix(model.Single("top"), 2 * units, options.TopSize, model.Single("top.bias"));
        arcWeights = PackedMatrix.Of(model.Single("arc.weights"), options.ArcUnits, options.ArcUnits);
        arcBias = model.Single("arc.bias");
        arcRoot = model.Single("arc.root");
        labelRoot = model.Single("label.root");
        labelOut = PackedMatrix.Of(model.Single("label.out"), options.LabelUnits, labels.Deprels.Count);
        labelOutBias = model.Single("label.out.bias");
        entityFirst = new QuantizedMatrix(model.Single("entity.first"), 2 * units, options.EntityUnits, default);
        entityOut = PackedMatrix.Of(model.Single("entity.out"), options.EntityUnits, labels.Entities.Count);
        entityOutBias = model.Single("entity.out.bias");
        IReadOnlyList<string> entities = labels.Entities;
        mayFollow = [.. entities.SelectMany(x => entities.Select(y => LabelSet.MayFollow(x, y)))];
        mayBegin = [.. entities.Select(e => e[0] is not ('I' or 'E'))];
        mayEnd = [.. entities.Select(e => e[0] is not ('B' or 'I'))];
        bioTags = [.. entities.Select(e => e[0] switch { 'S' => "B" + e[1..], 'E' => "I" + e[1..], _ => e })];
        uposOf = [.. labels.Tags.Select(t => labels.Upos[t.Upos])];
        xposOf = [.. labels.Tags.Select(t => labels.Xpos[t.Xpos])];
        featsOf = [.. labels.Tags.Select(t => labels.Feats[t.Feats])];
        deprelOf = [.. labels.Deprels];
        rootLabel = Array.IndexOf(deprelOf, "root");
        tagChooser = new TagChooser(labels);
        tagKeys = [.. labels.Tags.Select(t => LemmaRules.Key(labels.Upos[t.Upos], labels.Xpos[t.Xpos]))];
    }

    /// <summary>Analyses a batch.</summary>
    public void Run(IReadOnlyList<SentencePiece> pieces, NetworkScratch scratch)
    {
        SentenceLayout layout = scratch.Layout;
        Span<int> lengths = NetworkScratch.Take(ref scratch.Lengths, pieces.Count);
        for (int s = 0; s < pieces.Count; s++) lengths[s] = pieces[s].Length;
        layout.Arrange(lengths);
        int count = layout.Words, units = options.Units;

        Span<float> gates = NetworkScratch.Take(ref scratch.Gates, count * 8 * units);
        Span<float> cells = NetworkScratch.Take(ref scratch.Cells, count * 2 * units);
        Span<byte> states = NetworkScratch.Take(ref scratch.First, count * 2 * units);
        FillFirstGates(pieces, gates, scratch);
        first.Recur(layout, gates, cells, states);
        Span<float> tagScores = Tag(states, count, scratch);

        QuantizedGemm.Multiply(count, states, 2 * units, second.Input!, gates, 8 * units, accumulate: false);
        Span<byte> upper = NetworkScratch.Take(ref scratch.Second, count * 2 * units);
        second.Recur(layout, gates, cells, upper);
        Span<byte> sorted = NetworkScratch.Take(ref scratch.Sorted, count * 2 * units);
        ReadOnlySpan<int> rows = layout.Row;
        for (int w = 0; w < count; w++) upper.Slice(rows[w] * 2 * units, 2 * units).CopyTo(sorted.Slice(w * 2 * units, 2 * units));

        Span<float> tops = NetworkScratch.Take(ref scratch.Top, count * options.TopSize);
        QuantizedGemm.Multiply(count, sorted, 2 * units, top, tops, options.TopSize, accumulate: false);
        Span<int> heads = FindHeads(tops, layout, scratch);
        Span<float> labelScores = Label(tops, heads, layout, scratch);
        Span<int> entities = FindEntities(tops, states, layout, scratch);
        int tagColumns = labels.TagColumns, deprels = labels.Deprels.Count;
        for (int s = 0; s < pieces.Count; s++)
        {
            SentencePiece piece = pieces[s];
            int start = layout.Start[s];
            for (int i = 0; i < piece.Length; i++)
            {
                int w = start + i, head = heads[w];
                int tag = tagChooser.Best(tagScores.Slice(rows[w] * tagColumns, tagColumns));
                string form = piece.Forms[piece.Start + i];
                piece.Result[piece.Start + i] = new TokenAnnotation(
                    Lemma(form, tag, scratch),
                    uposOf[tag],
                    xposOf[tag],
                    featsOf[tag],
                    head == 0 ? 0 : head + piece.Start,
                    Deprel(labelScores.Slice(w * deprels, deprels), head == 0),
                    bioTags[entities[w]]);
            }
        }
    }

    /// <summary>result = input · weights + bias.</summary>
    private static void Affine(int rows, ReadOnlySpan<float> input, PackedMatrix weights, ReadOnlySpan<float> bias, Span<float> result)
    {
        for (int i = 0; i < rows; i++) bias.CopyTo(result[(i * weights.Columns)..]);
        Gemm.Multiply(rows, input, weights.Rows, 1, weights, result, weights.Columns, accumulate: true);
    }

    /// <summary>
    /// The products of words with the first layer's weights are a function of the form alone, so each is computed once and kept. In running
    /// text more than nine words of ten are found there.
    /// </summary>
    private void FillFirstGates(IReadOnlyList<SentencePiece> pieces, Span<float> gates, NetworkScratch scratch)
    {
        SentenceLayout layout = scratch.Layout;
        int size = 8 * options.Units;
        if (scratch.WordRows.Count + layout.Words > NetworkScratch.MostWords) scratch.WordRows.Clear();
        Span<int> tokenRows = NetworkScratch.Take(ref scratch.TokenRows, layout.Words);
        scratch.NewWords.Clear();
        int known = scratch.WordRows.Count, w = 0;
        foreach (SentencePiece piece in pieces)
        {
            for (int i = 0; i < piece.Length; i++)
            {
                string form = piece.Forms[piece.Start + i];
                if (!scratch.WordRows.TryGetValue(form, out int row))
                {
                    row = known + scratch.NewWords.Count;
                    scratch.WordRows.Add(form, row);
                    scratch.NewWords.Add(form);
                }
                tokenRows[w++] = row;
            }
        }
        int fresh = scratch.NewWords.Count;
        if (scratch.WordProducts.Length < (known + fresh) * size) Array.Resize(ref scratch.WordProducts, Math.Max((known + fresh) * size, scratch.WordProducts.Length * 2));
        if (fresh > 0)
        {
            Span<float> input = NetworkScratch.Take(ref scratch.Input, fresh * options.InputSize);
            for (int i = 0; i < fresh; i++) Embed(scratch.NewWords[i], input.Slice(i * options.InputSize, options.InputSize));
            Affine(fresh, input, firstInput, firstBias, scratch.WordProducts.AsSpan(known * size, fresh * size));
        }
        ReadOnlySpan<int> rows = layout.Row;
        for (int i = 0; i < layout.Words; i++) scratch.WordProducts.AsSpan(tokenRows[i] * size, size).CopyTo(gates.Slice(rows[i] * size, size));
    }

    private void Embed(string form, Span<float> vector)
    {
        WordFeatures features = WordFeatures.Of(form, model.Words, model.Statics, options);
        int at = 0;
        Put(wordTable, features.Word, vector);
        foreach (int affix in (ReadOnlySpan<int>)[features.Prefix3, features.Prefix2, features.Suffix2, features.Suffix3, features.Suffix4]) Put(affixTable, affix, vector);
        Put(shapeTable, features.Shape, vector);
        if (staticTable is not null) Put(staticTable, features.Static, vector);

        void Put(VectorTable table, int row, Span<float> target)
        {
            table.CopyRow(row, target[at..]);
            at += table.Columns;
        }
    }

    private Span<float> Tag(ReadOnlySpan<byte> states, int words, NetworkScratch scratch)
    {
        Span<float> between = NetworkScratch.Take(ref scratch.TagHidden, words * options.TagUnits);
        QuantizedGemm.Multiply(words, states, tagHidden.Rows, tagHidden, between, options.TagUnits, accumulate: false);
        Functions.LeakyRelu(between);
        Span<float> scores = NetworkScratch.Take(ref scratch.TagScores, words * labels.TagColumns);
        Affine(words, between, tagOut, tagOutBias, scores);
        return scores;
    }

    private Span<int> FindHeads(ReadOnlySpan<float> tops, SentenceLayout layout, NetworkScratch scratch)
    {
        int words = layout.Words, size = options.ArcUnits, width = options.TopSize;
        Span<float> dependents = NetworkScratch.Take(ref scratch.ArcDependents, words * size);
        for (int w = 0; w < words; w++) tops.Slice((w * width) + size, size).CopyTo(dependents.Slice(w * size, size));
        Functions.LeakyRelu(dependents);
        Span<float> products = NetworkScratch.Take(ref scratch.ArcProducts, words * size);
        Affine(words, dependents, arcWeights, arcBias, products);
        Span<int> heads = NetworkScratch.Take(ref scratch.Heads, words);
        for (int s = 0; s < layout.Sentences; s++)
        {
            int start = layout.Start[s], length = layout.Lengths[s];
            Span<float> headVectors = NetworkScratch.Take(ref scratch.ArcHeads, (length + 1) * size);
            arcRoot.CopyTo(headVectors);
            for (int i = 0; i < length; i++) tops.Slice((start + i) * width, size).CopyTo(headVectors.Slice((i + 1) * size, size));
            Functions.LeakyRelu(headVectors[size..]);
            scratch.HeadVectors.PackTransposed(headVectors, size, length + 1, size);
            Span<float> scores = NetworkScratch.Take(ref scratch.ArcScores, length * (length + 1));
            Gemm.Multiply(length, products[(start * size)..], size, 1, scratch.HeadVectors, scores, length + 1, accumulate: false);
            scratch.Trees.Decode(scores, heads.Slice(start, length));
        }
        return heads;
    }

    private Span<float> Label(ReadOnlySpan<float> tops, ReadOnlySpan<int> heads, SentenceLayout layout, NetworkScratch scratch)
    {
        int words = layout.Words, size = options.LabelUnits, width = options.TopSize, headAt = 2 * options.ArcUnits, dependentAt = headAt + size;
        Span<float> hidden = NetworkScratch.Take(ref scratch.LabelHidden, words * size);
        for (int s = 0; s < layout.Sentences; s++)
        {
            int start = layout.Start[s];
            for (int w = start; w < start + layout.Lengths[s]; w++)
            {
                Span<float> target = hidden.Slice(w * size, size);
                tops.Slice((w * width) + dependentAt, size).CopyTo(target);
                Functions.Add(heads[w] == 0 ? labelRoot : tops.Slice(((start + heads[w] - 1) * width) + headAt, size), target);
            }
        }
        Functions.LeakyRelu(hidden);
        Span<float> scores = NetworkScratch.Take(ref scratch.LabelScores, words * labels.Deprels.Count);
        Affine(words, hidden, labelOut, labelOutBias, scores);
        return scores;
    }

    /// <summary>"root" for the word on the root and for no other.</summary>
    private string Deprel(Span<float> scores, bool isRoot)
    {
        if (isRoot) return "root";
        if (rootLabel >= 0 && scores.Length > 1) scores[rootLabel] = float.NegativeInfinity;
        return deprelOf[Functions.ArgMax(scores)];
    }

    private Span<int> FindEntities(ReadOnlySpan<float> tops, ReadOnlySpan<byte> states, SentenceLayout layout, NetworkScratch scratch)
    {
        int words = layout.Words, size = options.EntityUnits, width = options.TopSize, columns = labels.Entities.Count;
        Span<float> hidden = NetworkScratch.Take(ref scratch.Entity, words * size);
        Span<float> fromFirst = NetworkScratch.Take(ref scratch.EntityFirst, words * size);
        QuantizedGemm.Multiply(words, states, entityFirst.Rows, entityFirst, fromFirst, size, accumulate: false);
        for (int w = 0; w < words; w++)
        {
            Span<float> target = hidden.Slice(w * size, size);
            tops.Slice(((w + 1) * width) - size, size).CopyTo(target);
            Functions.Add(fromFirst.Slice(layout.Row[w] * size, size), target);
        }
        Functions.LeakyRelu(hidden);
        Span<float> scores = NetworkScratch.Take(ref scratch.EntityScores, words * columns);
        Affine(words, hidden, entityOut, entityOutBias, scores);
        Span<int> rows = NetworkScratch.Take(ref scratch.EntityRows, words);
        scratch.Entities ??= new SequenceDecoder(mayFollow, mayBegin, mayEnd);
        for (int s = 0; s < layout.Sentences; s++)
        {
            int start = layout.Start[s], length = layout.Lengths[s];
            scratch.Entities.Decode(scores[(start * columns)..], columns, rows.Slice(start, length));
        }
        return rows;
    }

    private string Lemma(string form, int tag, NetworkScratch scratch)
    {
        if (scratch.Lemmas.TryGetValue((form, tag), out string? lemma)) return lemma;
        if (scratch.Lemmas.Count >= NetworkScratch.MostWords * 2) scratch.Lemmas.Clear();
        lemma = model.Lemmas.Lemma(form, tagKeys[tag]);
        scratch.Lemmas[(form, tag)] = lemma;
        return lemma;
    }

    /// <summary>One bidirectional layer's weights.</summary>
    private sealed class Layer
    {
        private readonly int units;
        private readonly QuantizedMatrix forward, backward;

        public Layer(NetworkModel model, string name, int units, QuantizedMatrix? input)
        {
            this.units = units;
            Input = input;
            forward = new QuantizedMatrix(model.Single($"{name}.forward"), units, 4 * units, default);
            backward = new QuantizedMatrix(model.Single($"{name}.backward"), units, 4 * units, default);
        }

        /// <summary>The weights of the layer's input, if that is states.</summary>
        public QuantizedMatrix? Input { get; }

        /// <summary>Runs both directions. Gates hold the products with the input: words × (4 forward, 4 backward) × units.</summary>
        public void Recur(SentenceLayout layout, Span<float> gates, Span<float> cells, Span<byte> states)
        {
            for (int t = 0; t < layout.Steps; t++) Step(layout, t, t - 1, 0, forward, gates, cells, states);
            for (int t = layout.Steps - 1; t >= 0; t--) Step(layout, t, t + 1, 1, backward, gates, cells, states);
        }

        private void Step(SentenceLayout layout, int t, int from, int direction, QuantizedMatrix weights, Span<float> gates, Span<float> cells, Span<byte> states)
        {
            int rows = layout.Active[t], row = layout.Offset[t], stride = 2 * units, wide = 8 * units;
            int before = from < 0 || from >= layout.Steps ? 0 : Math.Min(rows, layout.Active[from]), earlier = before == 0 ? 0 : layout.Offset[from];
            int state = direction * units, gate = direction * 4 * units;
            Span<float> hidden = stackalloc float[units];
            if (before > 0) QuantizedGemm.Multiply(before, states[((earlier * stride) + state)..], stride, weights, gates[((row * wide) + gate)..], wide, accumulate: true);
            for (int s = 0; s < rows; s++)
            {
                int at = ((row + s) * stride) + state;
                LstmCell.Forward(
                    gates.Slice(((row + s) * wide) + gate, 4 * units),
                    s < before ? cells.Slice(((earlier + s) * stride) + state, units) : default,
                    cells.Slice(at, units),
                    hidden);
                QuantizedMatrix.Quantize(hidden, states.Slice(at, units));
            }
        }
    }
}
