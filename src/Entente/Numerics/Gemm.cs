using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <summary>
/// Products of single-precision matrices: C = A·B or C += A·B, with B packed. Sums run in the order of the inner dimension for every
/// element, so a result does not depend on how many rows are multiplied at a time.
/// </summary>
internal static partial class Gemm
{
    /// <summary>Inner rows that are packed at a time when B is not packed beforehand; 256 × 32 floats fill half of a first-level cache.</summary>
    private const int Block = 256;

    /// <summary>C = A·B, or C += A·B.</summary>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="a">A: element (i, p) at i × <paramref name="aRowStride"/> + p × <paramref name="aColumnStride"/>.</param>
    /// <param name="aRowStride">Distance between rows of A.</param>
    /// <param name="aColumnStride">Distance between columns of A: 1, or the stride of a matrix that is to be read transposed.</param>
    /// <param name="b">B, packed.</param>
    /// <param name="c">C, row-major.</param>
    /// <param name="cStride">Distance between rows of C.</param>
    /// <param name="accumulate">Whether to add to what C holds.</param>
    public static void Multiply(
        int rows, ReadOnlySpan<float> a, int aRowStride, int aColumnStride, PackedMatrix b, Span<float> c, int cStride, bool accumulate)
    {
        if (rows == 0 || b.Columns == 0) return;
        if (b.Rows == 0)
        {
            if (!accumulate) for (int i = 0; i < rows; i++) c.Slice(i * cStride, b.Columns).Clear();
            return;
        }
        long lastA = ((long)(rows - 1) * aRowStride) + ((long)(b.Rows - 1) * aColumnStride);
        if (lastA >= a.Length) throw new ArgumentException("The left matrix is shorter than its shape says.", nameof(a));
        if (((long)(rows - 1) * cStride) + b.Columns > c.Length) throw new ArgumentException("The result is shorter than its shape says.", nameof(c));
        Run(rows, a, aRowStride, aColumnStride, b, c, cStride, accumulate);
    }

    /// <summary>C += Aᵀ·B for row-major A (inner × rows) and B (inner × columns): the gradient of a weight matrix.</summary>
    /// <param name="inner">Rows of A and B.</param>
    /// <param name="a">A.</param>
    /// <param name="aStride">Distance between rows of A.</param>
    /// <param name="rows">Columns of A, rows of C.</param>
    /// <param name="b">B, not packed.</param>
    /// <param name="bStride">Distance between rows of B.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="c">C, row-major.</param>
    /// <param name="cStride">Distance between rows of C.</param>
    /// <param name="scratch">Memory for packing.</param>
    public static void AddTransposedProduct(
        int inner, ReadOnlySpan<float> a, int aStride, int rows, ReadOnlySpan<float> b, int bStride, int columns, Span<float> c, int cStride,
        PackedMatrix scratch)
    {
        for (int start = 0; start < inner; start += Block)
        {
            int size = Math.Min(Block, inner - start);
            scratch.Pack(b[(start * bStride)..], size, columns, bStride);
            Multiply(rows, a[(start * aStride)..], 1, aStride, scratch, c, cStride, accumulate: true);
        }
    }

    private static unsafe void Run(
        int rows, ReadOnlySpan<float> aSpan, int aRowStride, int aColumnStride, PackedMatrix packed, Span<float> cSpan, int cStride, bool accumulate)
    {
        unchecked
        {
            int k = packed.Rows, columns = packed.Columns, full = columns / PackedMatrix.PanelWidth;
            // Rows are shared out evenly: 17 as 6, 6 and 5, not as 8, 8 and a lonely 1.
            int tiles = (rows + 7) / 8, low = rows / tiles, more = rows % tiles;
            float* tile = stackalloc float[8 * PackedMatrix.PanelWidth];
            fixed (float* a = aSpan, b = packed.Data, c = cSpan)
            {
                for (int panel = 0; panel < packed.Panels;)
                {
                    int column = panel * PackedMatrix.PanelWidth, width = Math.Min(PackedMatrix.PanelWidth, columns - column);
                    float* bPanel = b + ((nint)panel * k * PackedMatrix.PanelWidth);
                    bool isDouble = rows <= 3 && panel + 2 <= full && Vector512.IsHardwareAccelerated;
                    for (int t = 0, i = 0; t < tiles; t++)
                    {
                        int step = t < more ? low + 1 : low;
                        float* aRow = a + ((nint)i * aRowStride), cRow = c + ((nint)i * cStride) + column;
                        i += step;
                        if (isDouble)
                        {
                            DoubleTile(step, k, aRow, aRowStride, aColumnStride, bPanel, cRow, cStride, accumulate);
                            continue;
                        }
                        if (width == PackedMatrix.PanelWidth)
                        {
                            Tile(step, k, aRow, aRowStride, aColumnStride, bPanel, cRow, cStride, accumulate);
                            continue;
                        }
                        // The last panel is padded: its tile is computed beside the result and the real columns copied over.
                        Tile(step, k, aRow, aRowStride, aColumnStride, bPanel, tile, PackedMatrix.PanelWidth, accumulate: false);
                        for (int r = 0; r < step; r++)
                        {
                            float* source = tile + (r * PackedMatrix.PanelWidth), target = cRow + ((nint)r * cStride);
                            for (int j = 0; j < width; j++) target[j] = accumulate ? target[j] + source[j] : source[j];
                        }
                    }
                    panel += isDouble ? 2 : 1;
                }
            }
        }
    }

    private static unsafe void DoubleTile(int step, int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        switch (step)
        {
            case 3: Double<Three>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
            case 2: Double<Two>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
            default: Double<One>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
        }
    }

    private static unsafe void Tile(int step, int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            if (Vector512.IsHardwareAccelerated)
            {
                switch (step)
                {
                    case 8: Wide<Eight>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
                    case 7: Wide<Seven>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
                    case 6: Wide<Six>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
                    case 5: Wide<Five>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
                    case 4: Wide<Four>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
                    case 3: Wide<Three>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
                    case 2: Wide<Two>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
                    default: Wide<One>(k, a, rowStride, columnStride, b, c, cStride, accumulate); break;
                }
                return;
            }
            for (int half = 0; half < PackedMatrix.PanelWidth; half += PackedMatrix.PanelWidth / 2)
            {
                int i = 0;
                for (; i + 4 <= step; i += 4) Narrow<Four>(k, a + (i * rowStride), rowStride, columnStride, b + half, c + (i * cStride) + half, cStride, accumulate);
                for (; i < step; i++) Narrow<One>(k, a + (i * rowStride), rowStride, columnStride, b + half, c + (i * cStride) + half, cStride, accumulate);
            }
        }
    }
}
