using Entente.Numerics;

namespace Entente.Tests.Numerics;

public sealed class GemmTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 7)]
    [InlineData(8, 32, 32)]
    [InlineData(15, 40, 65)]
    [InlineData(23, 300, 97)]
    public void Agrees_with_three_plain_loops(int rows, int inner, int columns)
    {
        float[] a = Some(rows * inner, 1), b = Some(inner * columns, 2), c = Some(rows * columns, 3), expected = [.. c];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                for (int p = 0; p < inner; p++) expected[(i * columns) + j] += a[(i * inner) + p] * b[(p * columns) + j];
            }
        }
        float[] transposed = new float[b.Length];
        for (int p = 0; p < inner; p++)
        {
            for (int j = 0; j < columns; j++) transposed[(j * inner) + p] = b[(p * columns) + j];
        }
        PackedMatrix fromTransposed = new();
        fromTransposed.PackTransposed(transposed, inner, columns, inner);

        float[] plain = [.. c], viaTransposed = [.. c];
        Gemm.Multiply(rows, a, inner, 1, PackedMatrix.Of(b, inner, columns), plain, columns, accumulate: true);
        Gemm.Multiply(rows, a, inner, 1, fromTransposed, viaTransposed, columns, accumulate: true);
        AssertClose(expected, plain);
        Assert.Equal(plain, viaTransposed);
    }

    [Theory]
    [InlineData(5, 3, 7)]
    [InlineData(600, 33, 40)]
    public void Adds_the_product_with_a_transposed_matrix(int inner, int rows, int columns)
    {
        float[] a = Some(inner * rows, 1), b = Some(inner * columns, 2), c = Some(rows * columns, 3), expected = [.. c];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                for (int p = 0; p < inner; p++) expected[(i * columns) + j] += a[(p * rows) + i] * b[(p * columns) + j];
            }
        }
        Gemm.AddTransposedProduct(inner, a, rows, rows, b, columns, columns, c, columns, new PackedMatrix());
        AssertClose(expected, c);
    }

    [Fact]
    public void Gives_a_row_the_same_bits_however_many_rows_come_with_it()
    {
        float[] a = Some(13 * 50, 1), all = new float[13 * 40];
        PackedMatrix b = PackedMatrix.Of(Some(50 * 40, 2), 50, 40);
        Gemm.Multiply(13, a, 50, 1, b, all, 40, accumulate: false);
        for (int i = 0; i < 13; i++)
        {
            float[] one = new float[40];
            Gemm.Multiply(1, a.AsSpan(i * 50), 50, 1, b, one, 40, accumulate: false);
            Assert.Equal(all[(i * 40)..((i + 1) * 40)], one);
        }
    }

    [Fact]
    public void Refuses_a_matrix_that_is_shorter_than_its_shape()
    {
        PackedMatrix b = PackedMatrix.Of(Some(16, 2), 4, 4);
        Assert.Throws<ArgumentException>(() => Gemm.Multiply(3, new float[11], 4, 1, b, new float[12], 4, accumulate: false));
        Assert.Throws<ArgumentException>(() => Gemm.Multiply(3, new float[12], 4, 1, b, new float[11], 4, accumulate: false));
    }

    private static float[] Some(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        for (int i = 0; i < expected.Length; i++) Assert.InRange(actual[i], expected[i] - 1e-4f, expected[i] + 1e-4f);
    }
}
