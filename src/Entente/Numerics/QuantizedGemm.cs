using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Numerics;

/// <summary>
/// Products of states (<see cref="QuantizedMatrix.Quantize"/>) with eight-bit weights: twice as many multiplications an instruction as in
/// single precision, and a quarter of the memory. Sums are whole numbers and exact.
/// </summary>
internal static partial class QuantizedGemm
{
    /// <summary>C = A·B + bias, or C += A·B + bias.</summary>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="a">A as bytes, row-major.</param>
    /// <param name="aStride">Distance between rows of A.</param>
    /// <param name="b">B with its bias.</param>
    /// <param name="c">C, row-major.</param>
    /// <param name="cStride">Distance between rows of C.</param>
    /// <param name="accumulate">Whether to add to what C holds.</param>
    public static unsafe void Multiply(int rows, ReadOnlySpan<byte> a, int aStride, QuantizedMatrix b, Span<float> c, int cStride, bool accumulate)
    {
        if (rows == 0) return;
        if (((long)(rows - 1) * aStride) + b.Rows > a.Length) throw new ArgumentException("The left matrix is shorter than its shape says.", nameof(a));
        if (((long)(rows - 1) * cStride) + b.Columns > c.Length) throw new ArgumentException("The result is shorter than its shape says.", nameof(c));
        unchecked
        {
            int groups = b.Rows / QuantizedMatrix.Group;
            int tiles = (rows + 5) / 6, low = rows / tiles, more = rows % tiles;
            float* tile = stackalloc float[6 * QuantizedMatrix.PanelWidth];
            fixed (byte* aStart = a)
            fixed (sbyte* bStart = b.Data)
            fixed (float* scales = b.Scales, offsets = b.Offsets, cStart = c)
            {
                for (int panel = 0; panel < b.Panels; panel++)
                {
                    int column = panel * QuantizedMatrix.PanelWidth, width = Math.Min(QuantizedMatrix.PanelWidth, b.Columns - column);
                    sbyte* bPanel = bStart + ((nint)column * b.Rows);
                    for (int t = 0, i = 0; t < tiles; t++)
                    {
                        int step = t < more ? low + 1 : low;
                        byte* aRow = aStart + ((nint)i * aStride);
                        float* cRow = cStart + ((nint)i * cStride) + column;
                        i += step;
                        if (width == QuantizedMatrix.PanelWidth)
                        {
                            Tile(step, groups, aRow, aStride, bPanel, scales + column, offsets + column, cRow, cStride, accumulate);
                            continue;
                        }
                        Tile(step, groups, aRow, aStride, bPanel, scales + column, offsets + column, tile, QuantizedMatrix.PanelWidth, accumulate: false);
                        for (int r = 0; r < step; r++)
                        {
                            float* source = tile + (r * QuantizedMatrix.PanelWidth), target = cRow + ((nint)r * cStride);
                            for (int j = 0; j < width; j++) target[j] = accumulate ? target[j] + source[j] : source[j];
                        }
                    }
                }
            }
        }
    }

    private static unsafe void Tile(int rows, int groups, byte* a, nint stride, sbyte* b, float* scales, float* offsets, float* c, nint cStride, bool accumulate)
    {
        switch (rows)
        {
            case 1: Wide<One>(groups, a, stride, b, scales, offsets, c, cStride, accumulate); return;
            case 2: Wide<Two>(groups, a, stride, b, scales, offsets, c, cStride, accumulate); return;
            case 3: Wide<Three>(groups, a, stride, b, scales, offsets, c, cStride, accumulate); return;
        }
        unchecked
        {
            for (int half = 0; half < QuantizedMatrix.PanelWidth; half += QuantizedMatrix.PanelWidth / 2)
            {
                sbyte* bHalf = b + (half * QuantizedMatrix.Group);
                switch (rows)
                {
                    case 4: Tall<Four>(groups, a, stride, bHalf, scales + half, offsets + half, c + half, cStride, accumulate); break;
                    case 5: Tall<Five>(groups, a, stride, bHalf, scales + half, offsets + half, c + half, cStride, accumulate); break;
                    default: Tall<Six>(groups, a, stride, bHalf, scales + half, offsets + half, c + half, cStride, accumulate); break;
                }
            }
        }
    }

    /// <summary>Adds to each of eight sums four products of neighbouring bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> AddProducts(Vector256<int> sums, Vector256<byte> states, Vector256<sbyte> weights)
    {
        if (AvxVnni.IsSupported) return AvxVnni.MultiplyWideningAndAdd(sums, states, weights);
        return AddProductsWithoutVnni(sums, states, weights);
    }

    /// <summary>The same for machines without the instruction: even and odd bytes as shorts, which is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> AddProductsWithoutVnni(Vector256<int> sums, Vector256<byte> states, Vector256<sbyte> weights)
    {
        Vector256<short> evenStates = (states.AsUInt16() & Vector256.Create((ushort)0xFF)).AsInt16(), oddStates = Vector256.ShiftRightLogical(states.AsUInt16(), 8).AsInt16();
        Vector256<short> evenWeights = Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(weights.AsInt16(), 8), 8), oddWeights = Vector256.ShiftRightArithmetic(weights.AsInt16(), 8);
        return sums + Pairs(evenStates, evenWeights) + Pairs(oddStates, oddWeights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Pairs(Vector256<short> x, Vector256<short> y)
    {
        if (Avx2.IsSupported) return Avx2.MultiplyAddAdjacent(x, y);
        Vector256<int> low = Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(x.AsInt32(), 16), 16) * Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(y.AsInt32(), 16), 16);
        return low + (Vector256.ShiftRightArithmetic(x.AsInt32(), 16) * Vector256.ShiftRightArithmetic(y.AsInt32(), 16));
    }
}
