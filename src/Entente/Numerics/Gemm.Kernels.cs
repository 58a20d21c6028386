using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <content>
/// The inner loops. Each keeps a tile of the result in registers: 1 to 8 rows × 32 columns on 512-bit machines, 1 or 4 rows × 16
/// columns on others. With one to three rows a tile has too few sums to hide the latency of one behind the others, so those take two
/// panels at a time. Rows are named, not counted, because the compiler keeps locals in registers and array elements in memory.
/// </content>
internal static partial class Gemm
{
    /// <summary>One to eight rows × 32 columns.</summary>
    private static unsafe void Wide<TRows>(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
        where TRows : struct, IRowCount
    {
        unchecked
        {
            Sums row0 = default, row1 = default, row2 = default, row3 = default, row4 = default, row5 = default, row6 = default, row7 = default;
            float* a1 = a + rowStride, a2 = a + (2 * rowStride), a3 = a + (3 * rowStride), a4 = a + (4 * rowStride);
            float* a5 = a + (5 * rowStride), a6 = a + (6 * rowStride), a7 = a + (7 * rowStride);
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector512<float> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 16);
                row0.Add(a[at], b0, b1);
                if (TRows.Value > 1) row1.Add(a1[at], b0, b1);
                if (TRows.Value > 2) row2.Add(a2[at], b0, b1);
                if (TRows.Value > 3) row3.Add(a3[at], b0, b1);
                if (TRows.Value > 4) row4.Add(a4[at], b0, b1);
                if (TRows.Value > 5) row5.Add(a5[at], b0, b1);
                if (TRows.Value > 6) row6.Add(a6[at], b0, b1);
                if (TRows.Value > 7) row7.Add(a7[at], b0, b1);
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            row0.Store(c, accumulate);
            if (TRows.Value > 1) row1.Store(c + cStride, accumulate);
            if (TRows.Value > 2) row2.Store(c + (2 * cStride), accumulate);
            if (TRows.Value > 3) row3.Store(c + (3 * cStride), accumulate);
            if (TRows.Value > 4) row4.Store(c + (4 * cStride), accumulate);
            if (TRows.Value > 5) row5.Store(c + (5 * cStride), accumulate);
            if (TRows.Value > 6) row6.Store(c + (6 * cStride), accumulate);
            if (TRows.Value > 7) row7.Store(c + (7 * cStride), accumulate);
        }
    }

    /// <summary>One to three rows × 64 columns.</summary>
    private static unsafe void Double<TRows>(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
        where TRows : struct, IRowCount
    {
        unchecked
        {
            Sums left0 = default, right0 = default, left1 = default, right1 = default, left2 = default, right2 = default;
            float* a1 = a + rowStride, a2 = a + (2 * rowStride), next = b + (k * (nint)PackedMatrix.PanelWidth);
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector512<float> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 16), b2 = Vector512.Load(next), b3 = Vector512.Load(next + 16);
                left0.Add(a[at], b0, b1);
                right0.Add(a[at], b2, b3);
                if (TRows.Value > 1) left1.Add(a1[at], b0, b1);
                if (TRows.Value > 1) right1.Add(a1[at], b2, b3);
                if (TRows.Value > 2) left2.Add(a2[at], b0, b1);
                if (TRows.Value > 2) right2.Add(a2[at], b2, b3);
                b += PackedMatrix.PanelWidth;
                next += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            left0.Store(c, accumulate);
            right0.Store(c + PackedMatrix.PanelWidth, accumulate);
            if (TRows.Value > 1) left1.Store(c + cStride, accumulate);
            if (TRows.Value > 1) right1.Store(c + cStride + PackedMatrix.PanelWidth, accumulate);
            if (TRows.Value > 2) left2.Store(c + (2 * cStride), accumulate);
            if (TRows.Value > 2) right2.Store(c + (2 * cStride) + PackedMatrix.PanelWidth, accumulate);
        }
    }

    /// <summary>One or four rows × 16 columns, in registers of 256 bits.</summary>
    private static unsafe void Narrow<TRows>(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
        where TRows : struct, IRowCount
    {
        unchecked
        {
            HalfSums row0 = default, row1 = default, row2 = default, row3 = default;
            float* a1 = a + rowStride, a2 = a + (2 * rowStride), a3 = a + (3 * rowStride);
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector256<float> b0 = Vector256.Load(b), b1 = Vector256.Load(b + 8);
                row0.Add(a[at], b0, b1);
                if (TRows.Value > 1) row1.Add(a1[at], b0, b1);
                if (TRows.Value > 2) row2.Add(a2[at], b0, b1);
                if (TRows.Value > 3) row3.Add(a3[at], b0, b1);
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            row0.Store(c, accumulate);
            if (TRows.Value > 1) row1.Store(c + cStride, accumulate);
            if (TRows.Value > 2) row2.Store(c + (2 * cStride), accumulate);
            if (TRows.Value > 3) row3.Store(c + (3 * cStride), accumulate);
        }
    }

    /// <summary>The sums of one row × 32 columns.</summary>
    private struct Sums
    {
        private Vector512<float> _first, _second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(float x, Vector512<float> first, Vector512<float> second)
        {
            Vector512<float> factor = Vector512.Create(x);
            _first = Vector512.FusedMultiplyAdd(factor, first, _first);
            _second = Vector512.FusedMultiplyAdd(factor, second, _second);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly unsafe void Store(float* c, bool accumulate)
        {
            (accumulate ? _first + Vector512.Load(c) : _first).Store(c);
            (accumulate ? _second + Vector512.Load(c + 16) : _second).Store(c + 16);
        }
    }

    /// <summary>The sums of one row × 16 columns.</summary>
    private struct HalfSums
    {
        private Vector256<float> _first, _second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(float x, Vector256<float> first, Vector256<float> second)
        {
            Vector256<float> factor = Vector256.Create(x);
            _first = Vector256.FusedMultiplyAdd(factor, first, _first);
            _second = Vector256.FusedMultiplyAdd(factor, second, _second);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly unsafe void Store(float* c, bool accumulate)
        {
            (accumulate ? _first + Vector256.Load(c) : _first).Store(c);
            (accumulate ? _second + Vector256.Load(c + 8) : _second).Store(c + 8);
        }
    }
}
