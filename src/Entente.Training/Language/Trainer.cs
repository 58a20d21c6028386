using System.Diagnostics;
using System.Globalization;
using Entente.Numerics;
using Entente.Parsing;
using Entente.Parsing.Neural;

namespace Entente.Training.Language;

/// <summary>
/// Trains the network. Each batch is cut in two halves that two threads take there and back; their gradients are added in a fixed order,
/// so the same settings and data give the same model, however many cores there are.
/// </summary>
internal sealed class Trainer
{
    private const int Halves = 2;
    private readonly TrainingSettings settings;
    private readonly TrainingData data;
    private readonly Action<string> report;
    private readonly List<Parameter> parameters;
    private readonly Dictionary<string, Parameter> byName;
    private readonly Adam adam;
    private readonly NetworkPass[] passes;
    private readonly Gradients[] gradients;
    private readonly PackedWeights packed;
    private readonly ExampleMaker maker;
    private readonly Vocabulary statics;

    /// <summary>A trainer at the start of its work.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="data">The data.</param>
    /// <param name="vectors">Static vectors, or null.</param>
    /// <param name="report">Takes lines about progress.</param>
    public Trainer(TrainingSettings settings, TrainingData data, StaticVectors? vectors, Action<string> report)
    {
        this.settings = settings with { Network = settings.Network with { StaticSize = vectors?.Size ?? 0 } };
        this.data = data;
        this.report = report;
        NetworkOptions options = this.settings.Network;
        statics = new Vocabulary(vectors?.Words ?? []);
        parameters = [.. NetworkMatrices.Of(options, data.Words.Rows, statics.Rows, data.Labels).Select(s => new Parameter(s))];
        byName = parameters.ToDictionary(p => p.Shape.Name, StringComparer.Ordinal);
        for (int p = 0; p < parameters.Count; p++) parameters[p].Initialize(SplitMix.For(settings.Seed, 1, p), options.Units);
        if (vectors is not null)
        {
            Parameter table = byName["static"];
            Array.Clear(table.Value);
            vectors.Values.CopyTo(table.Value.AsSpan(options.StaticSize));
            table.Value.CopyTo(table.Average.AsSpan());
        }
        adam = new Adam(parameters);
        passes = [.. Enumerable.Range(0, Halves).Select(_ => new NetworkPass(options, data.Labels))];
        gradients = [.. Enumerable.Range(0, Halves).Select(_ => new Gradients(parameters))];
        packed = new PackedWeights(parameters);
        maker = new ExampleMaker(data.Labels, data.Words, statics, options);
    }

    /// <summary>Trains to the end.</summary>
    /// <param name="checkpoint">Where to keep the state after each epoch, or null.</param>
    /// <param name="resume">Whether to go on from there.</param>
    /// <param name="commit">The commit of the trainer, for the header.</param>
    /// <param name="afterEpoch">Called with the model each time that it was scored.</param>
    public NetworkModel Run(string? checkpoint, bool resume, string commit, Action<NetworkModel>? afterEpoch = null)
    {
        int first = resume && checkpoint is not null && File.Exists(checkpoint) ? Checkpoint.Load(checkpoint, parameters, adam) : 0;
        packed.Refresh();
        int stepsPerEpoch = Batches(0).Count;
        report(string.Create(CultureInfo.InvariantCulture, $"{data.Sentences.Count} sentences, {data.Sentences.Sum(s => s.Forms.Length)} words, {stepsPerEpoch} batches an epoch, {parameters.Sum(p => (long)p.Value.Length)} weights"));
        for (int epoch = first; epoch < settings.Epochs; epoch++)
        {
            Stopwatch clock = Stopwatch.StartNew();
            List<TrainingSentence[]> batches = Batches(epoch);
            Losses sum = default;
            int words = 0;
            for (int b = 0; b < batches.Count; b++)
            {
                sum += Step(batches[b], epoch, b, Rate((epoch * stepsPerEpoch) + b, stepsPerEpoch));
                words += batches[b].Sum(s => s.Forms.Length);
            }
            double n = batches.Count, seconds = clock.Elapsed.TotalSeconds;
            report(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1}/{settings.Epochs}: losses tags {sum.Tags / n:0.000} arcs {sum.Arcs / n:0.000} labels {sum.Labels / n:0.000} entities {sum.Entities / n:0.000}; {seconds:0} s, {words / seconds:0} words/s"));
            if (checkpoint is not null) Checkpoint.Save(checkpoint, epoch + 1, parameters, adam);
            if ((epoch + 1) % settings.ScoreEvery == 0 && epoch + 1 < settings.Epochs) afterEpoch?.Invoke(Scored(commit));
        }
        if (settings.EntityOffsets.Count > 0) TuneEntities(commit);
        return Scored(commit);
    }

    /// <summary>
    /// Moves the biases of the entity tags, a type at a time, to where the mean F1 over the dev parts is highest: the loss counts words and
    /// leans to O, the measure counts names.
    /// </summary>
    private void TuneEntities(string commit)
    {
        float[] bias = byName["entity.out.bias"].Average;
        double best = Measure();
        foreach (string type in new[] { "O", "MISC", "PER", "ORG", "LOC" })
        {
            int[] columns = [.. Enumerable.Range(0, bias.Length).Where(i => data.Labels.Entities[i].EndsWith(type, StringComparison.Ordinal))];
            float kept = 0;
            foreach (float offset in settings.EntityOffsets)
            {
                Move(offset);
                double score = Measure();
                Move(-offset);
                if (score > best) (best, kept) = (score, offset);
            }
            Move(kept);
            report(string.Create(CultureInfo.InvariantCulture, $"bias of {type} moved by {kept:0.00}: mean F1 of entities {100 * best:0.00}"));

            void Move(float by)
            {
                foreach (int column in columns) bias[column] += by;
            }
        }

        double Measure()
        {
            Analyzer analyzer = new(Model(commit, ""));
            return data.Dev.Average(d => Scores.Of(analyzer, d.Sentences).Entity ?? 0);
        }
    }

    private NetworkModel Scored(string commit)
    {
        Analyzer analyzer = new(Model(commit, ""));
        List<string> scores = [.. data.Dev.Select(d => $"{d.Name}: {Scores.Of(analyzer, d.Sentences)}")];
        foreach (string line in scores) report("  " + line);
        return Model(commit, string.Join("; ", scores));
    }

    /// <summary>The losses of a batch and a step against their gradient.</summary>
    private Losses Step(TrainingSentence[] batch, int epoch, int number, float rate)
    {
        SplitMix random = SplitMix.For(settings.Seed, 3, epoch, number);
        Example[] examples = [.. batch.Select(s => maker.Make(s, random))];
        int trees = examples.Where(e => e.HasTree).Sum(e => e.Features.Length), tagged = examples.Where(e => e.Entities.Length > 0).Sum(e => e.Features.Length);
        (float, float) scale = (1f / Math.Max(1, trees), 1f / Math.Max(1, tagged));
        Losses[] losses = new Losses[Halves];
        Parallel.For(0, Halves, h =>
        {
            gradients[h].Clear();
            Example[] half = [.. examples.Where((_, i) => i % Halves == h)];
            if (half.Length > 0)
                losses[h] = passes[h].Run(half, packed, byName, gradients[h], scale, settings, data.WordDrop, SplitMix.For(settings.Seed, 4, epoch, number, h));
        });
        for (int h = 1; h < Halves; h++) gradients[0].Add(gradients[h]);
        adam.Update(gradients[0], rate, settings.Clip);
        adam.Average(settings.AverageDecay);
        packed.Refresh();
        return losses.Aggregate((a, b) => a + b);
    }

    /// <summary>Sentences of about the same length together, in random order.</summary>
    private List<TrainingSentence[]> Batches(int epoch)
    {
        SplitMix random = SplitMix.For(settings.Seed, 2, epoch);
        (float Key, TrainingSentence Sentence)[] keyed = [.. data.Sentences.Select(s => (s.Forms.Length * (0.8f + (0.4f * random.NextFloat())), s))];
        List<TrainingSentence[]> batches = [];
        List<TrainingSentence> batch = [];
        int words = 0;
        foreach ((_, TrainingSentence sentence) in keyed.OrderBy(k => k.Key).ThenBy(k => k.Sentence.Id, StringComparer.Ordinal))
        {
            batch.Add(sentence);
            words += sentence.Forms.Length;
            if (words < settings.BatchWords) continue;
            batches.Add([.. batch]);
            batch.Clear();
            words = 0;
        }
        if (batch.Count > 0) batches.Add([.. batch]);
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(batches));
        return batches;
    }

    private float Rate(int step, int stepsPerEpoch)
    {
        float warmup = Math.Min(1f, (step + 1f) / Math.Max(1, settings.WarmupSteps));
        int end = settings.Epochs * stepsPerEpoch, cosine = settings.CosineEpochs > 0 ? settings.CosineEpochs * stepsPerEpoch : end;
        int cool = settings.CoolFrom > 0 ? settings.CoolFrom * stepsPerEpoch : end;
        float rate = settings.LearningRate * warmup * 0.5f * (1 + MathF.Cos(MathF.PI * Math.Min(step, cool) / Math.Max(1, cosine)));
        return step <= cool ? rate : rate * (end - step) / Math.Max(1, end - cool);
    }

    private NetworkModel Model(string commit, string scores) =>
        new(
            new ModelHeader(settings.Name, settings.Data, settings.Licence, settings.Seed, System.Text.Json.JsonSerializer.Serialize(settings), commit, scores),
            settings.Network, data.Words, statics, data.Labels, data.Lemmas,
            parameters.Where(p => !p.Shape.IsTable).ToDictionary(p => p.Shape.Name, p => HalfFloats.From(p.Average), StringComparer.Ordinal),
            parameters.Where(p => p.Shape.IsTable).ToDictionary(p => p.Shape.Name, p => VectorTable.Of(p.Average, p.Shape.Columns), StringComparer.Ordinal));
}
