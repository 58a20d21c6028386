using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <content>
/// The inner loops: one to three rows × 32 columns, four to six rows × 16 columns, as many sums as sixteen registers hold beside their
/// operands. Rows are named, not counted, because the compiler keeps locals in registers and array elements in memory.
/// </content>
internal static partial class QuantizedGemm
{
    /// <summary>One to three rows × 32 columns.</summary>
    private static unsafe void Wide<TRows>(int groups, byte* a, nint stride, sbyte* b, float* scales, float* offsets, float* c, nint cStride, bool accumulate)
        where TRows : struct, IRowCount
    {
        unchecked
        {
            Sums left0 = default, right0 = default, left1 = default, right1 = default, left2 = default, right2 = default;
            int* a0 = (int*)a, a1 = (int*)(a + stride), a2 = (int*)(a + (2 * stride));
            for (int g = 0; g < groups; g++)
            {
                Vector256<byte> x0 = Vector256.Create(a0[g]).AsByte();
                Vector256<byte> x1 = TRows.Value > 1 ? Vector256.Create(a1[g]).AsByte() : default;
                Vector256<byte> x2 = TRows.Value > 2 ? Vector256.Create(a2[g]).AsByte() : default;
                Vector256<sbyte> b0 = Vector256.Load(b), b1 = Vector256.Load(b + 32);
                left0.Add(x0, b0, b1);
                if (TRows.Value > 1) left1.Add(x1, b0, b1);
                if (TRows.Value > 2) left2.Add(x2, b0, b1);
                Vector256<sbyte> b2 = Vector256.Load(b + 64), b3 = Vector256.Load(b + 96);
                right0.Add(x0, b2, b3);
                if (TRows.Value > 1) right1.Add(x1, b2, b3);
                if (TRows.Value > 2) right2.Add(x2, b2, b3);
                b += QuantizedMatrix.PanelWidth * QuantizedMatrix.Group;
            }
            left0.Finish(scales, offsets, c, accumulate);
            right0.Finish(scales + 16, offsets + 16, c + 16, accumulate);
            if (TRows.Value > 1) left1.Finish(scales, offsets, c + cStride, accumulate);
            if (TRows.Value > 1) right1.Finish(scales + 16, offsets + 16, c + cStride + 16, accumulate);
            if (TRows.Value > 2) left2.Finish(scales, offsets, c + (2 * cStride), accumulate);
            if (TRows.Value > 2) right2.Finish(scales + 16, offsets + 16, c + (2 * cStride) + 16, accumulate);
        }
    }

    /// <summary>Four to six rows × 16 columns.</summary>
    private static unsafe void Tall<TRows>(int groups, byte* a, nint stride, sbyte* b, float* scales, float* offsets, float* c, nint cStride, bool accumulate)
        where TRows : struct, IRowCount
    {
        unchecked
        {
            Sums row0 = default, row1 = default, row2 = default, row3 = default, row4 = default, row5 = default;
            int* a0 = (int*)a, a1 = (int*)(a + stride), a2 = (int*)(a + (2 * stride)), a3 = (int*)(a + (3 * stride));
            int* a4 = (int*)(a + (4 * stride)), a5 = (int*)(a + (5 * stride));
            for (int g = 0; g < groups; g++)
            {
                Vector256<sbyte> b0 = Vector256.Load(b), b1 = Vector256.Load(b + 32);
                row0.Add(Vector256.Create(a0[g]).AsByte(), b0, b1);
                row1.Add(Vector256.Create(a1[g]).AsByte(), b0, b1);
                row2.Add(Vector256.Create(a2[g]).AsByte(), b0, b1);
                row3.Add(Vector256.Create(a3[g]).AsByte(), b0, b1);
                if (TRows.Value > 4) row4.Add(Vector256.Create(a4[g]).AsByte(), b0, b1);
                if (TRows.Value > 5) row5.Add(Vector256.Create(a5[g]).AsByte(), b0, b1);
                b += QuantizedMatrix.PanelWidth * QuantizedMatrix.Group;
            }
            row0.Finish(scales, offsets, c, accumulate);
            row1.Finish(scales, offsets, c + cStride, accumulate);
            row2.Finish(scales, offsets, c + (2 * cStride), accumulate);
            row3.Finish(scales, offsets, c + (3 * cStride), accumulate);
            if (TRows.Value > 4) row4.Finish(scales, offsets, c + (4 * cStride), accumulate);
            if (TRows.Value > 5) row5.Finish(scales, offsets, c + (5 * cStride), accumulate);
        }
    }

    /// <summary>The sums of one row × 16 columns.</summary>
    private struct Sums
    {
        private Vector256<int> _first, _second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector256<byte> states, Vector256<sbyte> first, Vector256<sbyte> second)
        {
            _first = AddProducts(_first, states, first);
            _second = AddProducts(_second, states, second);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly unsafe void Finish(float* scales, float* offsets, float* c, bool accumulate)
        {
            Store(_first, scales, offsets, c, accumulate);
            Store(_second, scales + 8, offsets + 8, c + 8, accumulate);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static unsafe void Store(Vector256<int> sums, float* scales, float* offsets, float* c, bool accumulate)
        {
            Vector256<float> result = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(sums), Vector256.Load(scales), Vector256.Load(offsets));
            if (accumulate) result += Vector256.Load(c);
            result.Store(c);
        }
    }
}
