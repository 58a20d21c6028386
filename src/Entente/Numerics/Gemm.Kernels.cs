using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <content>
/// The inner loops. Each keeps a tile of the result in registers: 1 to 8 rows × 32 columns on 512-bit machines, 1 to 4 rows × 16
/// columns on others. With one to three rows a tile has too few sums to hide the latency of one behind the others, so those take two
/// panels at a time. They are written out, and the file is long, because the compiler keeps named locals in registers and array elements
/// in memory.
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
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
                s10 += Vector512.Load(c + cStride);
                s11 += Vector512.Load(c + cStride + 16);
                s20 += Vector512.Load(c + (2 * cStride));
                s21 += Vector512.Load(c + (2 * cStride) + 16);
                s30 += Vector512.Load(c + (3 * cStride));
                s31 += Vector512.Load(c + (3 * cStride) + 16);
                s40 += Vector512.Load(c + (4 * cStride));
                s41 += Vector512.Load(c + (4 * cStride) + 16);
                s50 += Vector512.Load(c + (5 * cStride));
                s51 += Vector512.Load(c + (5 * cStride) + 16);
                s60 += Vector512.Load(c + (6 * cStride));
                s61 += Vector512.Load(c + (6 * cStride) + 16);
                s70 += Vector512.Load(c + (7 * cStride));
                s71 += Vector512.Load(c + (7 * cStride) + 16);
            }
            s00.Store(c);
            s01.Store(c + 16);
            s10.Store(c + cStride);
            s11.Store(c + cStride + 16);
            s20.Store(c + (2 * cStride));
            s21.Store(c + (2 * cStride) + 16);
            s30.Store(c + (3 * cStride));
            s31.Store(c + (3 * cStride) + 16);
            s40.Store(c + (4 * cStride));
            s41.Store(c + (4 * cStride) + 16);
            s50.Store(c + (5 * cStride));
            s51.Store(c + (5 * cStride) + 16);
            s60.Store(c + (6 * cStride));
            s61.Store(c + (6 * cStride) + 16);
            s70.Store(c + (7 * cStride));
            s71.Store(c + (7 * cStride) + 16);
        }
    }

    private static unsafe void Wide7(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
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
            float* a1 = a + (1 * rowStride);
            float* a2 = a + (2 * rowStride);
            float* a3 = a + (3 * rowStride);
            float* a4 = a + (4 * rowStride);
            float* a5 = a + (5 * rowStride);
            float* a6 = a + (6 * rowStride);
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
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
                s10 += Vector512.Load(c + cStride);
                s11 += Vector512.Load(c + cStride + 16);
                s20 += Vector512.Load(c + (2 * cStride));
                s21 += Vector512.Load(c + (2 * cStride) + 16);
                s30 += Vector512.Load(c + (3 * cStride));
                s31 += Vector512.Load(c + (3 * cStride) + 16);
                s40 += Vector512.Load(c + (4 * cStride));
                s41 += Vector512.Load(c + (4 * cStride) + 16);
                s50 += Vector512.Load(c + (5 * cStride));
                s51 += Vector512.Load(c + (5 * cStride) + 16);
                s60 += Vector512.Load(c + (6 * cStride));
                s61 += Vector512.Load(c + (6 * cStride) + 16);
            }
            s00.Store(c);
            s01.Store(c + 16);
            s10.Store(c + cStride);
            s11.Store(c + cStride + 16);
            s20.Store(c + (2 * cStride));
            s21.Store(c + (2 * cStride) + 16);
            s30.Store(c + (3 * cStride));
            s31.Store(c + (3 * cStride) + 16);
            s40.Store(c + (4 * cStride));
            s41.Store(c + (4 * cStride) + 16);
            s50.Store(c + (5 * cStride));
            s51.Store(c + (5 * cStride) + 16);
            s60.Store(c + (6 * cStride));
            s61.Store(c + (6 * cStride) + 16);
        }
    }

    private static unsafe void Wide6(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector512<float> s00 = Vector512<float>.Zero, s01 = Vector512<float>.Zero;
            Vector512<float> s10 = Vector512<float>.Zero, s11 = Vector512<float>.Zero;
            Vector512<float> s20 = Vector512<float>.Zero, s21 = Vector512<float>.Zero;
            Vector512<float> s30 = Vector512<float>.Zero, s31 = Vector512<float>.Zero;
            Vector512<float> s40 = Vector512<float>.Zero, s41 = Vector512<float>.Zero;
            Vector512<float> s50 = Vector512<float>.Zero, s51 = Vector512<float>.Zero;
            float* a1 = a + (1 * rowStride);
            float* a2 = a + (2 * rowStride);
            float* a3 = a + (3 * rowStride);
            float* a4 = a + (4 * rowStride);
            float* a5 = a + (5 * rowStride);
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
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
                s10 += Vector512.Load(c + cStride);
                s11 += Vector512.Load(c + cStride + 16);
                s20 += Vector512.Load(c + (2 * cStride));
                s21 += Vector512.Load(c + (2 * cStride) + 16);
                s30 += Vector512.Load(c + (3 * cStride));
                s31 += Vector512.Load(c + (3 * cStride) + 16);
                s40 += Vector512.Load(c + (4 * cStride));
                s41 += Vector512.Load(c + (4 * cStride) + 16);
                s50 += Vector512.Load(c + (5 * cStride));
                s51 += Vector512.Load(c + (5 * cStride) + 16);
            }
            s00.Store(c);
            s01.Store(c + 16);
            s10.Store(c + cStride);
            s11.Store(c + cStride + 16);
            s20.Store(c + (2 * cStride));
            s21.Store(c + (2 * cStride) + 16);
            s30.Store(c + (3 * cStride));
            s31.Store(c + (3 * cStride) + 16);
            s40.Store(c + (4 * cStride));
            s41.Store(c + (4 * cStride) + 16);
            s50.Store(c + (5 * cStride));
            s51.Store(c + (5 * cStride) + 16);
        }
    }

    private static unsafe void Wide5(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector512<float> s00 = Vector512<float>.Zero, s01 = Vector512<float>.Zero;
            Vector512<float> s10 = Vector512<float>.Zero, s11 = Vector512<float>.Zero;
            Vector512<float> s20 = Vector512<float>.Zero, s21 = Vector512<float>.Zero;
            Vector512<float> s30 = Vector512<float>.Zero, s31 = Vector512<float>.Zero;
            Vector512<float> s40 = Vector512<float>.Zero, s41 = Vector512<float>.Zero;
            float* a1 = a + (1 * rowStride);
            float* a2 = a + (2 * rowStride);
            float* a3 = a + (3 * rowStride);
            float* a4 = a + (4 * rowStride);
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
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
                s10 += Vector512.Load(c + cStride);
                s11 += Vector512.Load(c + cStride + 16);
                s20 += Vector512.Load(c + (2 * cStride));
                s21 += Vector512.Load(c + (2 * cStride) + 16);
                s30 += Vector512.Load(c + (3 * cStride));
                s31 += Vector512.Load(c + (3 * cStride) + 16);
                s40 += Vector512.Load(c + (4 * cStride));
                s41 += Vector512.Load(c + (4 * cStride) + 16);
            }
            s00.Store(c);
            s01.Store(c + 16);
            s10.Store(c + cStride);
            s11.Store(c + cStride + 16);
            s20.Store(c + (2 * cStride));
            s21.Store(c + (2 * cStride) + 16);
            s30.Store(c + (3 * cStride));
            s31.Store(c + (3 * cStride) + 16);
            s40.Store(c + (4 * cStride));
            s41.Store(c + (4 * cStride) + 16);
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
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
                s10 += Vector512.Load(c + cStride);
                s11 += Vector512.Load(c + cStride + 16);
                s20 += Vector512.Load(c + (2 * cStride));
                s21 += Vector512.Load(c + (2 * cStride) + 16);
                s30 += Vector512.Load(c + (3 * cStride));
                s31 += Vector512.Load(c + (3 * cStride) + 16);
            }
            s00.Store(c);
            s01.Store(c + 16);
            s10.Store(c + cStride);
            s11.Store(c + cStride + 16);
            s20.Store(c + (2 * cStride));
            s21.Store(c + (2 * cStride) + 16);
            s30.Store(c + (3 * cStride));
            s31.Store(c + (3 * cStride) + 16);
        }
    }

    private static unsafe void Wide3(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector512<float> s00 = Vector512<float>.Zero, s01 = Vector512<float>.Zero;
            Vector512<float> s10 = Vector512<float>.Zero, s11 = Vector512<float>.Zero;
            Vector512<float> s20 = Vector512<float>.Zero, s21 = Vector512<float>.Zero;
            float* a1 = a + (1 * rowStride);
            float* a2 = a + (2 * rowStride);
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
                b += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
                s10 += Vector512.Load(c + cStride);
                s11 += Vector512.Load(c + cStride + 16);
                s20 += Vector512.Load(c + (2 * cStride));
                s21 += Vector512.Load(c + (2 * cStride) + 16);
            }
            s00.Store(c);
            s01.Store(c + 16);
            s10.Store(c + cStride);
            s11.Store(c + cStride + 16);
            s20.Store(c + (2 * cStride));
            s21.Store(c + (2 * cStride) + 16);
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
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
                s10 += Vector512.Load(c + cStride);
                s11 += Vector512.Load(c + cStride + 16);
            }
            s00.Store(c);
            s01.Store(c + 16);
            s10.Store(c + cStride);
            s11.Store(c + cStride + 16);
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
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
            }
            s00.Store(c);
            s01.Store(c + 16);
        }
    }

    private static unsafe void Double3(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector512<float> s00 = Vector512<float>.Zero, s01 = Vector512<float>.Zero, s02 = Vector512<float>.Zero, s03 = Vector512<float>.Zero;
            Vector512<float> s10 = Vector512<float>.Zero, s11 = Vector512<float>.Zero, s12 = Vector512<float>.Zero, s13 = Vector512<float>.Zero;
            Vector512<float> s20 = Vector512<float>.Zero, s21 = Vector512<float>.Zero, s22 = Vector512<float>.Zero, s23 = Vector512<float>.Zero;
            float* a1 = a + (1 * rowStride);
            float* a2 = a + (2 * rowStride);
            float* next = b + (k * (nint)PackedMatrix.PanelWidth);
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector512<float> b0 = Vector512.Load(b);
                Vector512<float> b1 = Vector512.Load(b + 16);
                Vector512<float> b2 = Vector512.Load(next);
                Vector512<float> b3 = Vector512.Load(next + 16);
                Vector512<float> x0 = Vector512.Create(a[at]);
                s00 = Vector512.FusedMultiplyAdd(x0, b0, s00);
                s01 = Vector512.FusedMultiplyAdd(x0, b1, s01);
                s02 = Vector512.FusedMultiplyAdd(x0, b2, s02);
                s03 = Vector512.FusedMultiplyAdd(x0, b3, s03);
                Vector512<float> x1 = Vector512.Create(a1[at]);
                s10 = Vector512.FusedMultiplyAdd(x1, b0, s10);
                s11 = Vector512.FusedMultiplyAdd(x1, b1, s11);
                s12 = Vector512.FusedMultiplyAdd(x1, b2, s12);
                s13 = Vector512.FusedMultiplyAdd(x1, b3, s13);
                Vector512<float> x2 = Vector512.Create(a2[at]);
                s20 = Vector512.FusedMultiplyAdd(x2, b0, s20);
                s21 = Vector512.FusedMultiplyAdd(x2, b1, s21);
                s22 = Vector512.FusedMultiplyAdd(x2, b2, s22);
                s23 = Vector512.FusedMultiplyAdd(x2, b3, s23);
                b += PackedMatrix.PanelWidth;
                next += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
                s02 += Vector512.Load(c + 32);
                s03 += Vector512.Load(c + 48);
                s10 += Vector512.Load(c + cStride);
                s11 += Vector512.Load(c + cStride + 16);
                s12 += Vector512.Load(c + cStride + 32);
                s13 += Vector512.Load(c + cStride + 48);
                s20 += Vector512.Load(c + (2 * cStride));
                s21 += Vector512.Load(c + (2 * cStride) + 16);
                s22 += Vector512.Load(c + (2 * cStride) + 32);
                s23 += Vector512.Load(c + (2 * cStride) + 48);
            }
            s00.Store(c);
            s01.Store(c + 16);
            s02.Store(c + 32);
            s03.Store(c + 48);
            s10.Store(c + cStride);
            s11.Store(c + cStride + 16);
            s12.Store(c + cStride + 32);
            s13.Store(c + cStride + 48);
            s20.Store(c + (2 * cStride));
            s21.Store(c + (2 * cStride) + 16);
            s22.Store(c + (2 * cStride) + 32);
            s23.Store(c + (2 * cStride) + 48);
        }
    }

    private static unsafe void Double2(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector512<float> s00 = Vector512<float>.Zero, s01 = Vector512<float>.Zero, s02 = Vector512<float>.Zero, s03 = Vector512<float>.Zero;
            Vector512<float> s10 = Vector512<float>.Zero, s11 = Vector512<float>.Zero, s12 = Vector512<float>.Zero, s13 = Vector512<float>.Zero;
            float* a1 = a + (1 * rowStride);
            float* next = b + (k * (nint)PackedMatrix.PanelWidth);
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector512<float> b0 = Vector512.Load(b);
                Vector512<float> b1 = Vector512.Load(b + 16);
                Vector512<float> b2 = Vector512.Load(next);
                Vector512<float> b3 = Vector512.Load(next + 16);
                Vector512<float> x0 = Vector512.Create(a[at]);
                s00 = Vector512.FusedMultiplyAdd(x0, b0, s00);
                s01 = Vector512.FusedMultiplyAdd(x0, b1, s01);
                s02 = Vector512.FusedMultiplyAdd(x0, b2, s02);
                s03 = Vector512.FusedMultiplyAdd(x0, b3, s03);
                Vector512<float> x1 = Vector512.Create(a1[at]);
                s10 = Vector512.FusedMultiplyAdd(x1, b0, s10);
                s11 = Vector512.FusedMultiplyAdd(x1, b1, s11);
                s12 = Vector512.FusedMultiplyAdd(x1, b2, s12);
                s13 = Vector512.FusedMultiplyAdd(x1, b3, s13);
                b += PackedMatrix.PanelWidth;
                next += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
                s02 += Vector512.Load(c + 32);
                s03 += Vector512.Load(c + 48);
                s10 += Vector512.Load(c + cStride);
                s11 += Vector512.Load(c + cStride + 16);
                s12 += Vector512.Load(c + cStride + 32);
                s13 += Vector512.Load(c + cStride + 48);
            }
            s00.Store(c);
            s01.Store(c + 16);
            s02.Store(c + 32);
            s03.Store(c + 48);
            s10.Store(c + cStride);
            s11.Store(c + cStride + 16);
            s12.Store(c + cStride + 32);
            s13.Store(c + cStride + 48);
        }
    }

    private static unsafe void Double1(int k, float* a, nint rowStride, nint columnStride, float* b, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector512<float> s00 = Vector512<float>.Zero, s01 = Vector512<float>.Zero, s02 = Vector512<float>.Zero, s03 = Vector512<float>.Zero;
            float* next = b + (k * (nint)PackedMatrix.PanelWidth);
            nint at = 0;
            for (int p = 0; p < k; p++)
            {
                Vector512<float> b0 = Vector512.Load(b);
                Vector512<float> b1 = Vector512.Load(b + 16);
                Vector512<float> b2 = Vector512.Load(next);
                Vector512<float> b3 = Vector512.Load(next + 16);
                Vector512<float> x0 = Vector512.Create(a[at]);
                s00 = Vector512.FusedMultiplyAdd(x0, b0, s00);
                s01 = Vector512.FusedMultiplyAdd(x0, b1, s01);
                s02 = Vector512.FusedMultiplyAdd(x0, b2, s02);
                s03 = Vector512.FusedMultiplyAdd(x0, b3, s03);
                b += PackedMatrix.PanelWidth;
                next += PackedMatrix.PanelWidth;
                at += columnStride;
            }
            if (accumulate)
            {
                s00 += Vector512.Load(c);
                s01 += Vector512.Load(c + 16);
                s02 += Vector512.Load(c + 32);
                s03 += Vector512.Load(c + 48);
            }
            s00.Store(c);
            s01.Store(c + 16);
            s02.Store(c + 32);
            s03.Store(c + 48);
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
                s00 += Vector256.Load(c);
                s01 += Vector256.Load(c + 8);
                s10 += Vector256.Load(c + cStride);
                s11 += Vector256.Load(c + cStride + 8);
                s20 += Vector256.Load(c + (2 * cStride));
                s21 += Vector256.Load(c + (2 * cStride) + 8);
                s30 += Vector256.Load(c + (3 * cStride));
                s31 += Vector256.Load(c + (3 * cStride) + 8);
            }
            s00.Store(c);
            s01.Store(c + 8);
            s10.Store(c + cStride);
            s11.Store(c + cStride + 8);
            s20.Store(c + (2 * cStride));
            s21.Store(c + (2 * cStride) + 8);
            s30.Store(c + (3 * cStride));
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
                s00 += Vector256.Load(c);
                s01 += Vector256.Load(c + 8);
            }
            s00.Store(c);
            s01.Store(c + 8);
        }
    }
}
