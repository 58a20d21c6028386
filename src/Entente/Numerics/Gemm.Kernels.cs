using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <content>
/// The inner loops. Each keeps a tile of the result in registers: R rows × 32 columns on 512-bit machines, R rows × 16 columns on
/// others. They are written out because the compiler keeps named locals in registers and array elements in memory.
/// </content>
internal static partial class Gemm
{
    private static unsafe void Wide8(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector512<float> s00 = Vector512<float>.Zero, s01 = Vector512<float>.Zero;
            Vector512<float> s10 = Vector512<float>.Zero, s11 = Vector512<float>.Zero;
            Vector512<float> s20 = Vector512<float>.Zero, s21 = Vector512<float>.Zero;
            Vector512<float> s30 = Vector512<float>.Zero, s31 = Vector512<float>.Zero;
            Vector512<float> s40 = Vector512<float>.Zero, s41 = Vector512<float>.Zero;
            Vector512<float> s50 = Vector512<float>.Zero, s51 = Vector512<float>.Zero;
            Vector512<float> s60 = Vector512<float>.Zero, s61 = Vector512<float>.Zero;
            Vector512<float> s70 = Vector512<float>.Zero, s71 = Vector512<float>.Zero;
            float* a1 = a + (1 * rowStride);
            float* a2 = a + (2 * rowStride);
            float* a3 = a + (3 * rowStride);
            float* a4 = a + (4 * rowStride);
            float* a5 = a + (5 * rowStride);
            float* a6 = a + (6 * rowStride);
            float* a7 = a + (7 * rowStride);
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector512<float> b0 = Vector512.Load(b);
                Vector512<float> b1 = Vector512.Load(b + 16);
                Vector512<float> x0 = Vector512.Create(a[at]);
                s00 = Vector512.FusedMultiplyAdd(x0, b0, s00);
                s01 = Vector512.FusedMultiplyAdd(x0, b1, s01);
                Vector512<float> x1 = Vector512.Create(a1[at]);
                s10 = Vector512.FusedMultiplyAdd(x1, b0, s10);
                s11 = Vector512.FusedMultiplyAdd(x1, b1, s11);
                Vector512<float> x2 = Vector512.Create(a2[at]);
                s20 = Vector512.FusedMultiplyAdd(x2, b0, s20);
                s21 = Vector512.FusedMultiplyAdd(x2, b1, s21);
                Vector512<float> x3 = Vector512.Create(a3[at]);
                s30 = Vector512.FusedMultiplyAdd(x3, b0, s30);
                s31 = Vector512.FusedMultiplyAdd(x3, b1, s31);
                Vector512<float> x4 = Vector512.Create(a4[at]);
                s40 = Vector512.FusedMultiplyAdd(x4, b0, s40);
                s41 = Vector512.FusedMultiplyAdd(x4, b1, s41);
                Vector512<float> x5 = Vector512.Create(a5[at]);
                s50 = Vector512.FusedMultiplyAdd(x5, b0, s50);
                s51 = Vector512.FusedMultiplyAdd(x5, b1, s51);
                Vector512<float> x6 = Vector512.Create(a6[at]);
                s60 = Vector512.FusedMultiplyAdd(x6, b0, s60);
                s61 = Vector512.FusedMultiplyAdd(x6, b1, s61);
                Vector512<float> x7 = Vector512.Create(a7[at]);
                s70 = Vector512.FusedMultiplyAdd(x7, b0, s70);
                s71 = Vector512.FusedMultiplyAdd(x7, b1, s71);
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c + (0 * cStride) + 0);
                s01 += Vector512.Load(c + (0 * cStride) + 16);
                s10 += Vector512.Load(c + (1 * cStride) + 0);
                s11 += Vector512.Load(c + (1 * cStride) + 16);
                s20 += Vector512.Load(c + (2 * cStride) + 0);
                s21 += Vector512.Load(c + (2 * cStride) + 16);
                s30 += Vector512.Load(c + (3 * cStride) + 0);
                s31 += Vector512.Load(c + (3 * cStride) + 16);
                s40 += Vector512.Load(c + (4 * cStride) + 0);
                s41 += Vector512.Load(c + (4 * cStride) + 16);
                s50 += Vector512.Load(c + (5 * cStride) + 0);
                s51 += Vector512.Load(c + (5 * cStride) + 16);
                s60 += Vector512.Load(c + (6 * cStride) + 0);
                s61 += Vector512.Load(c + (6 * cStride) + 16);
                s70 += Vector512.Load(c + (7 * cStride) + 0);
                s71 += Vector512.Load(c + (7 * cStride) + 16);
            }
            s00.Store(c + (0 * cStride) + 0);
            s01.Store(c + (0 * cStride) + 16);
            s10.Store(c + (1 * cStride) + 0);
            s11.Store(c + (1 * cStride) + 16);
            s20.Store(c + (2 * cStride) + 0);
            s21.Store(c + (2 * cStride) + 16);
            s30.Store(c + (3 * cStride) + 0);
            s31.Store(c + (3 * cStride) + 16);
            s40.Store(c + (4 * cStride) + 0);
            s41.Store(c + (4 * cStride) + 16);
            s50.Store(c + (5 * cStride) + 0);
            s51.Store(c + (5 * cStride) + 16);
            s60.Store(c + (6 * cStride) + 0);
            s61.Store(c + (6 * cStride) + 16);
            s70.Store(c + (7 * cStride) + 0);
            s71.Store(c + (7 * cStride) + 16);
        }
    }

    private static unsafe void Wide4(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector512<float> s00 = Vector512<float>.Zero, s01 = Vector512<float>.Zero;
            Vector512<float> s10 = Vector512<float>.Zero, s11 = Vector512<float>.Zero;
            Vector512<float> s20 = Vector512<float>.Zero, s21 = Vector512<float>.Zero;
            Vector512<float> s30 = Vector512<float>.Zero, s31 = Vector512<float>.Zero;
            float* a1 = a + (1 * rowStride);
            float* a2 = a + (2 * rowStride);
            float* a3 = a + (3 * rowStride);
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector512<float> b0 = Vector512.Load(b);
                Vector512<float> b1 = Vector512.Load(b + 16);
                Vector512<float> x0 = Vector512.Create(a[at]);
                s00 = Vector512.FusedMultiplyAdd(x0, b0, s00);
                s01 = Vector512.FusedMultiplyAdd(x0, b1, s01);
                Vector512<float> x1 = Vector512.Create(a1[at]);
                s10 = Vector512.FusedMultiplyAdd(x1, b0, s10);
                s11 = Vector512.FusedMultiplyAdd(x1, b1, s11);
                Vector512<float> x2 = Vector512.Create(a2[at]);
                s20 = Vector512.FusedMultiplyAdd(x2, b0, s20);
                s21 = Vector512.FusedMultiplyAdd(x2, b1, s21);
                Vector512<float> x3 = Vector512.Create(a3[at]);
                s30 = Vector512.FusedMultiplyAdd(x3, b0, s30);
                s31 = Vector512.FusedMultiplyAdd(x3, b1, s31);
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c + (0 * cStride) + 0);
                s01 += Vector512.Load(c + (0 * cStride) + 16);
                s10 += Vector512.Load(c + (1 * cStride) + 0);
                s11 += Vector512.Load(c + (1 * cStride) + 16);
                s20 += Vector512.Load(c + (2 * cStride) + 0);
                s21 += Vector512.Load(c + (2 * cStride) + 16);
                s30 += Vector512.Load(c + (3 * cStride) + 0);
                s31 += Vector512.Load(c + (3 * cStride) + 16);
            }
            s00.Store(c + (0 * cStride) + 0);
            s01.Store(c + (0 * cStride) + 16);
            s10.Store(c + (1 * cStride) + 0);
            s11.Store(c + (1 * cStride) + 16);
            s20.Store(c + (2 * cStride) + 0);
            s21.Store(c + (2 * cStride) + 16);
            s30.Store(c + (3 * cStride) + 0);
            s31.Store(c + (3 * cStride) + 16);
        }
    }

    private static unsafe void Wide2(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector512<float> s00 = Vector512<float>.Zero, s01 = Vector512<float>.Zero;
            Vector512<float> s10 = Vector512<float>.Zero, s11 = Vector512<float>.Zero;
            float* a1 = a + (1 * rowStride);
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector512<float> b0 = Vector512.Load(b);
                Vector512<float> b1 = Vector512.Load(b + 16);
                Vector512<float> x0 = Vector512.Create(a[at]);
                s00 = Vector512.FusedMultiplyAdd(x0, b0, s00);
                s01 = Vector512.FusedMultiplyAdd(x0, b1, s01);
                Vector512<float> x1 = Vector512.Create(a1[at]);
                s10 = Vector512.FusedMultiplyAdd(x1, b0, s10);
                s11 = Vector512.FusedMultiplyAdd(x1, b1, s11);
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c + (0 * cStride) + 0);
                s01 += Vector512.Load(c + (0 * cStride) + 16);
                s10 += Vector512.Load(c + (1 * cStride) + 0);
                s11 += Vector512.Load(c + (1 * cStride) + 16);
            }
            s00.Store(c + (0 * cStride) + 0);
            s01.Store(c + (0 * cStride) + 16);
            s10.Store(c + (1 * cStride) + 0);
            s11.Store(c + (1 * cStride) + 16);
        }
    }

    private static unsafe void Wide1(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector512<float> s00 = Vector512<float>.Zero, s01 = Vector512<float>.Zero;
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector512<float> b0 = Vector512.Load(b);
                Vector512<float> b1 = Vector512.Load(b + 16);
                Vector512<float> x0 = Vector512.Create(a[at]);
                s00 = Vector512.FusedMultiplyAdd(x0, b0, s00);
                s01 = Vector512.FusedMultiplyAdd(x0, b1, s01);
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c + (0 * cStride) + 0);
                s01 += Vector512.Load(c + (0 * cStride) + 16);
            }
            s00.Store(c + (0 * cStride) + 0);
            s01.Store(c + (0 * cStride) + 16);
        }
    }

    private static unsafe void Narrow4(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector256<float> s00 = Vector256<float>.Zero, s01 = Vector256<float>.Zero;
            Vector256<float> s10 = Vector256<float>.Zero, s11 = Vector256<float>.Zero;
            Vector256<float> s20 = Vector256<float>.Zero, s21 = Vector256<float>.Zero;
            Vector256<float> s30 = Vector256<float>.Zero, s31 = Vector256<float>.Zero;
            float* a1 = a + (1 * rowStride);
            float* a2 = a + (2 * rowStride);
            float* a3 = a + (3 * rowStride);
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector256<float> b0 = Vector256.Load(b);
                Vector256<float> b1 = Vector256.Load(b + 8);
                Vector256<float> x0 = Vector256.Create(a[at]);
                s00 = Vector256.FusedMultiplyAdd(x0, b0, s00);
                s01 = Vector256.FusedMultiplyAdd(x0, b1, s01);
                Vector256<float> x1 = Vector256.Create(a1[at]);
                s10 = Vector256.FusedMultiplyAdd(x1, b0, s10);
                s11 = Vector256.FusedMultiplyAdd(x1, b1, s11);
                Vector256<float> x2 = Vector256.Create(a2[at]);
                s20 = Vector256.FusedMultiplyAdd(x2, b0, s20);
                s21 = Vector256.FusedMultiplyAdd(x2, b1, s21);
                Vector256<float> x3 = Vector256.Create(a3[at]);
                s30 = Vector256.FusedMultiplyAdd(x3, b0, s30);
                s31 = Vector256.FusedMultiplyAdd(x3, b1, s31);
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector256.Load(c + (0 * cStride) + 0);
                s01 += Vector256.Load(c + (0 * cStride) + 8);
                s10 += Vector256.Load(c + (1 * cStride) + 0);
                s11 += Vector256.Load(c + (1 * cStride) + 8);
                s20 += Vector256.Load(c + (2 * cStride) + 0);
                s21 += Vector256.Load(c + (2 * cStride) + 8);
                s30 += Vector256.Load(c + (3 * cStride) + 0);
                s31 += Vector256.Load(c + (3 * cStride) + 8);
            }
            s00.Store(c + (0 * cStride) + 0);
            s01.Store(c + (0 * cStride) + 8);
            s10.Store(c + (1 * cStride) + 0);
            s11.Store(c + (1 * cStride) + 8);
            s20.Store(c + (2 * cStride) + 0);
            s21.Store(c + (2 * cStride) + 8);
            s30.Store(c + (3 * cStride) + 0);
            s31.Store(c + (3 * cStride) + 8);
        }
    }

    private static unsafe void Narrow1(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector256<float> s00 = Vector256<float>.Zero, s01 = Vector256<float>.Zero;
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector256<float> b0 = Vector256.Load(b);
                Vector256<float> b1 = Vector256.Load(b + 8);
                Vector256<float> x0 = Vector256.Create(a[at]);
                s00 = Vector256.FusedMultiplyAdd(x0, b0, s00);
                s01 = Vector256.FusedMultiplyAdd(x0, b1, s01);
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector256.Load(c + (0 * cStride) + 0);
                s01 += Vector256.Load(c + (0 * cStride) + 8);
            }
            s00.Store(c + (0 * cStride) + 0);
            s01.Store(c + (0 * cStride) + 8);
        }
    }
}
