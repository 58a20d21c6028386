using System.Runtime.Intrinsics;
using Entente.Numerics;

namespace Entente.Tests.Numerics;

public sealed class FunctionsTests
{
    [Fact]
    public void Squashes_as_the_library_functions_do()
    {
        for (float x = -12; x < 12; x += 0.037f)
        {
            Assert.InRange(Functions.Tanh(Vector512.Create(x))[3] - MathF.Tanh(x), -2e-6f, 2e-6f);
            Assert.InRange(Functions.Sigmoid(Vector512.Create(x))[3] - (1 / (1 + MathF.Exp(-x))), -2e-6f, 2e-6f);
            Assert.InRange(Functions.Exp(Vector512.Create(x))[3] / MathF.Exp(x), 1 - 1e-6f, 1 + 1e-6f);
        }
    }

    [Fact]
    public void Widens_every_finite_half()
    {
        ushort[] all = [.. Enumerable.Range(0, 65536).Select(i => (ushort)i).Where(h => Half.IsFinite(BitConverter.UInt16BitsToHalf(h)))];
        float[] widened = new float[all.Length];
        HalfFloats.Widen(all, widened);
        Assert.Equal([.. all.Select(h => (float)BitConverter.UInt16BitsToHalf(h))], widened);
        Assert.Equal(all, HalfFloats.From(widened));
    }

    [Fact]
    public void Makes_probabilities_that_sum_to_one()
    {
        float[] values = [.. Enumerable.Range(0, 37).Select(i => (i % 7) - 3f)];
        float[] scores = [.. values];
        float total = Functions.Softmax(values);
        Assert.InRange(values.Sum(), 0.9999f, 1.0001f);
        Assert.InRange(MathF.Exp(scores[5] - total) - values[5], -1e-5f, 1e-5f);
    }
}
