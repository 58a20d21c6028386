using System.Runtime.Intrinsics;
using Entente.Numerics;

namespace Entente.Tests.Numerics;

public sealed class QuantizedGemmTests
{
    [Theory]
    [InlineData(1, 16, 8)]
    [InlineData(2, 32, 32)]
    [InlineData(5, 128, 51)]
    [InlineData(6, 128, 64)]
    [InlineData(13, 256, 97)]
    public void Agrees_with_plain_loops_over_the_same_bytes(int rows, int inner, int columns)
    {
        Random random = new(4);
        float[] states = [.. Enumerable.Range(0, rows * inner).Select(_ => (float)((random.NextDouble() * 2) - 1))];
        float[] weights = [.. Enumerable.Range(0, inner * columns).Select(_ => (float)(random.NextDouble() - 0.5))];
        float[] bias = [.. Enumerable.Range(0, columns).Select(_ => (float)random.NextDouble())];
        byte[] bytes = new byte[states.Length];
        QuantizedMatrix.Quantize(states, bytes);
        float[] result = new float[rows * columns], added = [.. Enumerable.Repeat(2f, rows * columns)];
        QuantizedMatrix b = new(weights, inner, columns, bias);
        QuantizedGemm.Multiply(rows, bytes, inner, b, result, columns, accumulate: false);
        QuantizedGemm.Multiply(rows, bytes, inner, b, added, columns, accumulate: true);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double exact = bias[j];
                float most = Enumerable.Range(0, inner).Max(p => MathF.Abs(weights[(p * columns) + j]));
                double coarse = bias[j];
                for (int p = 0; p < inner; p++)
                {
                    exact += states[(i * inner) + p] * weights[(p * columns) + j];
                    coarse += (bytes[(i * inner) + p] - 128) / 127.0 * (MathF.Round(weights[(p * columns) + j] * (127 / most)) * most / 127);
                }
                Assert.InRange(result[(i * columns) + j] - coarse, -1e-3, 1e-3);
                Assert.InRange(result[(i * columns) + j] - exact, -0.1, 0.1);
                Assert.InRange(added[(i * columns) + j] - result[(i * columns) + j], 1.999f, 2.001f);
            }
        }
    }

    [Fact]
    public void Adds_products_as_the_instruction_does_where_there_is_none()
    {
        byte[] states = [.. Enumerable.Range(0, 32).Select(i => (byte)(255 - (i * 7)))];
        sbyte[] weights = [.. Enumerable.Range(0, 32).Select(i => (sbyte)((i * 8) - 127))];
        Vector256<int> sums = QuantizedGemm.AddProductsWithoutVnni(Vector256.Create(5), Vector256.Create(states), Vector256.Create(weights));
        for (int lane = 0; lane < 8; lane++) Assert.Equal(5 + Enumerable.Range(lane * 4, 4).Sum(i => states[i] * weights[i]), sums[lane]);
    }

    [Fact]
    public void Takes_states_as_the_nearest_byte()
    {
        byte[] bytes = new byte[19];
        QuantizedMatrix.Quantize([.. Enumerable.Range(0, 19).Select(i => (i - 9) / 9f)], bytes);
        Assert.Equal([.. Enumerable.Range(0, 19).Select(i => (byte)MathF.Floor(((i - 9) / 9f * 127) + 128.5f))], bytes);
    }
}
