using Entente.Numerics;
using Entente.Parsing.Neural;

namespace Entente.Training.Language;

/// <summary>One bidirectional LSTM layer, there and back, over one half of a batch. Rows are time-major (<see cref="SentenceLayout"/>).</summary>
/// <param name="name">Name of the layer's matrices.</param>
/// <param name="units">Units of each direction.</param>
internal sealed class LstmPass(string name, int units)
{
    private readonly PackedMatrix scratch = new();
    private float[] gates = [], cells = [], hidden = [], before = [], mask = [], carry = [], cellCarry = [], gradient = [];

    /// <summary>Words × 2 × units: the forward state beside the backward one.</summary>
    public ReadOnlySpan<float> Hidden => hidden;

    /// <summary>Runs the layer.</summary>
    /// <param name="layout">The sentences.</param>
    /// <param name="input">Words × columns.</param>
    /// <param name="columns">Columns of the input.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="bias">8 × units.</param>
    /// <param name="dropout">Chance for a unit of the state to be cut on its way to the next word, the same unit for a whole sentence.</param>
    /// <param name="random">Where chance comes from.</param>
    public void Forward(SentenceLayout layout, ReadOnlySpan<float> input, int columns, PackedWeights weights, ReadOnlySpan<float> bias, float dropout, SplitMix random)
    {
        int words = layout.Words, wide = 8 * units, stride = 2 * units;
        Span<float> g = NetworkScratch.Take(ref gates, words * wide);
        NetworkScratch.Take(ref cells, words * stride);
        NetworkScratch.Take(ref hidden, words * stride);
        NetworkScratch.Take(ref before, words * stride).Clear();
        Dropout.Fill(NetworkScratch.Take(ref mask, layout.Sentences * stride), dropout, random);
        for (int i = 0; i < words; i++) bias.CopyTo(g[(i * wide)..]);
        Gemm.Multiply(words, input, columns, 1, weights.Plain($"{name}.input"), g, wide, accumulate: true);
        for (int t = 0; t < layout.Steps; t++) Step(layout, t, t - 1, 0, weights.Plain($"{name}.forward"));
        for (int t = layout.Steps - 1; t >= 0; t--) Step(layout, t, t + 1, 1, weights.Plain($"{name}.backward"));
    }

    /// <summary>Takes the gradient of the states back to the weights and the input.</summary>
    /// <param name="layout">The sentences.</param>
    /// <param name="input">The input of <see cref="Forward"/>.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="stateGradient">Words × 2 × units.</param>
    /// <param name="gradients">Take the gradients of the weights.</param>
    /// <param name="inputGradient">Takes the gradient of the input; what it holds is added to.</param>
    public void Backward(
        SentenceLayout layout, ReadOnlySpan<float> input, int columns, PackedWeights weights, ReadOnlySpan<float> stateGradient,
        Gradients gradients, Span<float> inputGradient)
    {
        int words = layout.Words, wide = 8 * units, stride = 2 * units;
        NetworkScratch.Take(ref gradient, units);
        NetworkScratch.Take(ref carry, layout.Sentences * units).Clear();
        NetworkScratch.Take(ref cellCarry, layout.Sentences * units).Clear();
        for (int t = layout.Steps - 1; t >= 0; t--) StepBack(layout, t, t - 1, 0, weights.Transposed($"{name}.forward"), stateGradient);
        carry.AsSpan().Clear();
        cellCarry.AsSpan().Clear();
        for (int t = 0; t < layout.Steps; t++) StepBack(layout, t, t + 1, 1, weights.Transposed($"{name}.backward"), stateGradient);

        Span<float> g = gates.AsSpan(0, words * wide);
        Gemm.AddTransposedProduct(words, before, stride, units, g, wide, 4 * units, gradients.Of($"{name}.forward"), 4 * units, scratch);
        Gemm.AddTransposedProduct(words, before.AsSpan(units), stride, units, g[(4 * units)..], wide, 4 * units, gradients.Of($"{name}.backward"), 4 * units, scratch);
        Gemm.AddTransposedProduct(words, input, columns, columns, g, wide, wide, gradients.Of($"{name}.input"), wide, scratch);
        Span<float> bias = gradients.Of($"{name}.bias");
        for (int i = 0; i < words; i++) Functions.Add(g.Slice(i * wide, wide), bias);
        Gemm.Multiply(words, g, wide, 1, weights.Transposed($"{name}.input"), inputGradient, columns, accumulate: true);
    }

    private void Step(SentenceLayout layout, int t, int from, int direction, PackedMatrix weights)
    {
        int rows = layout.Active[t], row = layout.Offset[t], stride = 2 * units, wide = 8 * units;
        int earlierRows = Earlier(layout, rows, from), earlier = earlierRows == 0 ? 0 : layout.Offset[from];
        int state = direction * units, gate = direction * 4 * units;
        for (int s = 0; s < earlierRows; s++)
        {
            Span<float> target = before.AsSpan(((row + s) * stride) + state, units);
            hidden.AsSpan(((earlier + s) * stride) + state, units).CopyTo(target);
            Functions.Multiply(mask.AsSpan((s * stride) + state, units), target);
        }
        Gemm.Multiply(earlierRows, before.AsSpan((row * stride) + state), stride, 1, weights, gates.AsSpan((row * wide) + gate), wide, accumulate: true);
        for (int s = 0; s < rows; s++)
        {
            int at = ((row + s) * stride) + state;
            LstmCell.Forward(gates.AsSpan(((row + s) * wide) + gate, 4 * units), Before(s, earlierRows, earlier, state), cells.AsSpan(at, units), hidden.AsSpan(at, units));
        }
    }

    private void StepBack(SentenceLayout layout, int t, int from, int direction, PackedMatrix transposed, ReadOnlySpan<float> stateGradient)
    {
        int rows = layout.Active[t], row = layout.Offset[t], stride = 2 * units, wide = 8 * units;
        int earlierRows = Earlier(layout, rows, from), earlier = earlierRows == 0 ? 0 : layout.Offset[from];
        int state = direction * units, gate = direction * 4 * units;
        Span<float> total = gradient.AsSpan(0, units);
        for (int s = 0; s < rows; s++)
        {
            int at = ((row + s) * stride) + state;
            stateGradient.Slice(at, units).CopyTo(total);
            Functions.Add(carry.AsSpan(s * units, units), total);
            LstmCell.Backward(
                gates.AsSpan(((row + s) * wide) + gate, 4 * units), Before(s, earlierRows, earlier, state), cells.AsSpan(at, units), total,
                cellCarry.AsSpan(s * units, units));
        }
        Gemm.Multiply(earlierRows, gates.AsSpan((row * wide) + gate), wide, 1, transposed, carry, units, accumulate: false);
        for (int s = 0; s < earlierRows; s++) Functions.Multiply(mask.AsSpan((s * stride) + state, units), carry.AsSpan(s * units, units));
    }

    private static int Earlier(SentenceLayout layout, int rows, int from) => from < 0 || from >= layout.Steps ? 0 : Math.Min(rows, layout.Active[from]);

    private ReadOnlySpan<float> Before(int s, int earlierRows, int earlier, int state) =>
        s < earlierRows ? cells.AsSpan(((earlier + s) * 2 * units) + state, units) : default;
}
