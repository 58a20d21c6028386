using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <summary>
/// One step of a long short-term memory for one item: gates in the order input, forget, output, candidate, each of as many units as
/// the state has. The number of units is a multiple of 16.
/// </summary>
internal static class LstmCell
{
    /// <summary>From the gates' inputs to the new state.</summary>
    /// <param name="gates">4 × units inputs; holds the gates' values afterwards.</param>
    /// <param name="previous">The cell before, or empty at the start of a sequence.</param>
    /// <param name="cell">Takes the new cell.</param>
    /// <param name="hidden">Takes the new hidden state.</param>
    public static void Forward(Span<float> gates, ReadOnlySpan<float> previous, Span<float> cell, Span<float> hidden)
    {
        int units = hidden.Length;
        Check(gates.Length >= 4 * units && cell.Length >= units && (previous.IsEmpty || previous.Length >= units) && units % 16 == 0);
        unchecked
        {
            ref float g = ref MemoryMarshal.GetReference(gates), p = ref MemoryMarshal.GetReference(previous);
            ref float c = ref MemoryMarshal.GetReference(cell), h = ref MemoryMarshal.GetReference(hidden);
            nuint n = (nuint)units;
            bool isFirst = previous.IsEmpty;
            for (nuint j = 0; j < n; j += 16)
            {
                Vector512<float> input = Functions.Sigmoid(Vector512.LoadUnsafe(ref g, j));
                Vector512<float> forget = Functions.Sigmoid(Vector512.LoadUnsafe(ref g, n + j));
                Vector512<float> output = Functions.Sigmoid(Vector512.LoadUnsafe(ref g, n + n + j));
                Vector512<float> candidate = Functions.Tanh(Vector512.LoadUnsafe(ref g, n + n + n + j));
                Vector512<float> state = input * candidate;
                if (!isFirst) state = Vector512.FusedMultiplyAdd(forget, Vector512.LoadUnsafe(ref p, j), state);
                input.StoreUnsafe(ref g, j);
                forget.StoreUnsafe(ref g, n + j);
                output.StoreUnsafe(ref g, n + n + j);
                candidate.StoreUnsafe(ref g, n + n + n + j);
                state.StoreUnsafe(ref c, j);
                (output * Functions.Tanh(state)).StoreUnsafe(ref h, j);
            }
        }
    }

    /// <summary>From the gradient of the new state to that of the gates' inputs and of the cell before.</summary>
    /// <param name="gates">The gates' values; holds the gradient of their inputs afterwards.</param>
    /// <param name="previous">The cell before, or empty at the start of a sequence.</param>
    /// <param name="cell">The new cell.</param>
    /// <param name="hiddenGradient">Gradient of the hidden state.</param>
    /// <param name="cellGradient">Gradient of the new cell from later steps; holds that of the cell before afterwards.</param>
    public static void Backward(
        Span<float> gates, ReadOnlySpan<float> previous, ReadOnlySpan<float> cell, ReadOnlySpan<float> hiddenGradient, Span<float> cellGradient)
    {
        int units = hiddenGradient.Length;
        Check(gates.Length >= 4 * units && cell.Length >= units && cellGradient.Length >= units && (previous.IsEmpty || previous.Length >= units));
        unchecked
        {
            ref float g = ref MemoryMarshal.GetReference(gates), p = ref MemoryMarshal.GetReference(previous);
            ref float c = ref MemoryMarshal.GetReference(cell), dh = ref MemoryMarshal.GetReference(hiddenGradient);
            ref float dc = ref MemoryMarshal.GetReference(cellGradient);
            nuint n = (nuint)units;
            bool isFirst = previous.IsEmpty;
            Vector512<float> one = Vector512<float>.One;
            for (nuint j = 0; j < n; j += 16)
            {
                Vector512<float> input = Vector512.LoadUnsafe(ref g, j);
                Vector512<float> forget = Vector512.LoadUnsafe(ref g, n + j);
                Vector512<float> output = Vector512.LoadUnsafe(ref g, n + n + j);
                Vector512<float> candidate = Vector512.LoadUnsafe(ref g, n + n + n + j);
                Vector512<float> squashed = Functions.Tanh(Vector512.LoadUnsafe(ref c, j));
                Vector512<float> gradient = Vector512.LoadUnsafe(ref dh, j);
                Vector512<float> state = Vector512.LoadUnsafe(ref dc, j) + (gradient * output * (one - (squashed * squashed)));
                Vector512<float> before = isFirst ? Vector512<float>.Zero : Vector512.LoadUnsafe(ref p, j);
                (state * candidate * input * (one - input)).StoreUnsafe(ref g, j);
                (state * before * forget * (one - forget)).StoreUnsafe(ref g, n + j);
                (gradient * squashed * output * (one - output)).StoreUnsafe(ref g, n + n + j);
                (state * input * (one - (candidate * candidate))).StoreUnsafe(ref g, n + n + n + j);
                (state * forget).StoreUnsafe(ref dc, j);
            }
        }
    }

    private static void Check(bool isRight)
    {
        if (!isRight) throw new ArgumentException("The spans do not fit the number of units.");
    }
}
