using Entente.Parsing.Neural;
using Entente.Training.Language;

namespace Entente.Tests.Training;

public sealed class NetworkPassTests
{
    /// <summary>The gradient of every matrix against finite differences: the loss a little above and a little below.</summary>
    [Fact]
    public void Gives_the_gradients_that_finite_differences_give()
    {
        using TinyTreebank treebank = new();
        TrainingSettings settings = TinyTreebank.Settings with { Dropout = 0.2f, InputDropout = 0.2f, RecurrentDropout = 0.2f };
        TrainingData data = new(settings, treebank.Folder);
        NetworkOptions options = settings.Network;
        Vocabulary none = new([]);
        List<Parameter> parameters = [.. NetworkMatrices.Of(options, data.Words.Rows, none.Rows, data.Labels).Select(s => new Parameter(s))];
        for (int p = 0; p < parameters.Count; p++) parameters[p].Initialize(SplitMix.For(1, p), options.Units);
        Dictionary<string, Parameter> byName = parameters.ToDictionary(p => p.Shape.Name);
        ExampleMaker maker = new(data.Labels, data.Words, none, options);
        Example[] examples = [.. data.Sentences.Take(5).Select(s => maker.Make(s, null))];
        NetworkPass pass = new(options, data.Labels);
        PackedWeights packed = new(parameters);

        Gradients gradients = new(parameters);
        Loss(gradients);
        SplitMix random = new(5);
        for (int p = 0; p < parameters.Count; p++)
        {
            Parameter parameter = parameters[p];
            // The entries with the largest gradient and some at random: most rows of a table have none.
            int[] entries = [.. Enumerable.Range(0, parameter.Value.Length).OrderByDescending(i => MathF.Abs(gradients[p][i])).Take(4), random.Next(parameter.Value.Length)];
            foreach (int i in entries)
            {
                const float Step = 1e-3f;
                float value = parameter.Value[i];
                parameter.Value[i] = value + Step;
                double above = Loss(new Gradients(parameters));
                parameter.Value[i] = value - Step;
                double below = Loss(new Gradients(parameters));
                parameter.Value[i] = value;
                double expected = (above - below) / (2 * Step), actual = gradients[p][i];
                Assert.True(Math.Abs(expected - actual) < 3e-3 + (0.04 * Math.Abs(expected)), $"{parameter.Shape.Name}[{i}]: {actual} where the loss says {expected}");
            }
        }

        double Loss(Gradients target)
        {
            packed.Refresh();
            return pass.Run(examples, packed, byName, target, (0.1f, 0.1f), settings, data.WordDrop, new SplitMix(9)).Total;
        }
    }
}
