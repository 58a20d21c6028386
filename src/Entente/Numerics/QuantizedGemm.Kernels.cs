using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <content>
/// The inner loops: one to three rows × 32 columns, four to six rows × 16 columns, as many sums as sixteen registers hold beside their
/// operands. Written out for the reason that <see cref="Gemm"/>'s are.
/// </content>
internal static partial class QuantizedGemm
{
    private static unsafe void Rows6(int groups, byte* a, nint stride, sbyte* b, float* scales, float* offsets, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector256<int> s00 = Vector256<int>.Zero, s01 = Vector256<int>.Zero;
            Vector256<int> s10 = Vector256<int>.Zero, s11 = Vector256<int>.Zero;
            Vector256<int> s20 = Vector256<int>.Zero, s21 = Vector256<int>.Zero;
            Vector256<int> s30 = Vector256<int>.Zero, s31 = Vector256<int>.Zero;
            Vector256<int> s40 = Vector256<int>.Zero, s41 = Vector256<int>.Zero;
            Vector256<int> s50 = Vector256<int>.Zero, s51 = Vector256<int>.Zero;
            byte* a1 = a + (1 * stride);
            byte* a2 = a + (2 * stride);
            byte* a3 = a + (3 * stride);
            byte* a4 = a + (4 * stride);
            byte* a5 = a + (5 * stride);
            for (int g = 0; g < groups; g++)
            {
                Vector256<sbyte> b0 = Vector256.Load(b);
                Vector256<sbyte> b1 = Vector256.Load(b + 32);
                Vector256<byte> x0 = Vector256.Create(((int*)a)[g]).AsByte();
                s00 = AddProducts(s00, x0, b0);
                s01 = AddProducts(s01, x0, b1);
                Vector256<byte> x1 = Vector256.Create(((int*)a1)[g]).AsByte();
                s10 = AddProducts(s10, x1, b0);
                s11 = AddProducts(s11, x1, b1);
                Vector256<byte> x2 = Vector256.Create(((int*)a2)[g]).AsByte();
                s20 = AddProducts(s20, x2, b0);
                s21 = AddProducts(s21, x2, b1);
                Vector256<byte> x3 = Vector256.Create(((int*)a3)[g]).AsByte();
                s30 = AddProducts(s30, x3, b0);
                s31 = AddProducts(s31, x3, b1);
                Vector256<byte> x4 = Vector256.Create(((int*)a4)[g]).AsByte();
                s40 = AddProducts(s40, x4, b0);
                s41 = AddProducts(s41, x4, b1);
                Vector256<byte> x5 = Vector256.Create(((int*)a5)[g]).AsByte();
                s50 = AddProducts(s50, x5, b0);
                s51 = AddProducts(s51, x5, b1);
                b += QuantizedMatrix.PanelWidth * QuantizedMatrix.Group;
            }
            Vector256<float> scale0 = Vector256.Load(scales), offset0 = Vector256.Load(offsets);
            Vector256<float> scale1 = Vector256.Load(scales + 8), offset1 = Vector256.Load(offsets + 8);
            Finish(s00, scale0, offset0, c, accumulate);
            Finish(s01, scale1, offset1, c + 8, accumulate);
            Finish(s10, scale0, offset0, c + cStride, accumulate);
            Finish(s11, scale1, offset1, c + cStride + 8, accumulate);
            Finish(s20, scale0, offset0, c + (2 * cStride), accumulate);
            Finish(s21, scale1, offset1, c + (2 * cStride) + 8, accumulate);
            Finish(s30, scale0, offset0, c + (3 * cStride), accumulate);
            Finish(s31, scale1, offset1, c + (3 * cStride) + 8, accumulate);
            Finish(s40, scale0, offset0, c + (4 * cStride), accumulate);
            Finish(s41, scale1, offset1, c + (4 * cStride) + 8, accumulate);
            Finish(s50, scale0, offset0, c + (5 * cStride), accumulate);
            Finish(s51, scale1, offset1, c + (5 * cStride) + 8, accumulate);
        }
    }

    private static unsafe void Rows5(int groups, byte* a, nint stride, sbyte* b, float* scales, float* offsets, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector256<int> s00 = Vector256<int>.Zero, s01 = Vector256<int>.Zero;
            Vector256<int> s10 = Vector256<int>.Zero, s11 = Vector256<int>.Zero;
            Vector256<int> s20 = Vector256<int>.Zero, s21 = Vector256<int>.Zero;
            Vector256<int> s30 = Vector256<int>.Zero, s31 = Vector256<int>.Zero;
            Vector256<int> s40 = Vector256<int>.Zero, s41 = Vector256<int>.Zero;
            byte* a1 = a + (1 * stride);
            byte* a2 = a + (2 * stride);
            byte* a3 = a + (3 * stride);
            byte* a4 = a + (4 * stride);
            for (int g = 0; g < groups; g++)
            {
                Vector256<sbyte> b0 = Vector256.Load(b);
                Vector256<sbyte> b1 = Vector256.Load(b + 32);
                Vector256<byte> x0 = Vector256.Create(((int*)a)[g]).AsByte();
                s00 = AddProducts(s00, x0, b0);
                s01 = AddProducts(s01, x0, b1);
                Vector256<byte> x1 = Vector256.Create(((int*)a1)[g]).AsByte();
                s10 = AddProducts(s10, x1, b0);
                s11 = AddProducts(s11, x1, b1);
                Vector256<byte> x2 = Vector256.Create(((int*)a2)[g]).AsByte();
                s20 = AddProducts(s20, x2, b0);
                s21 = AddProducts(s21, x2, b1);
                Vector256<byte> x3 = Vector256.Create(((int*)a3)[g]).AsByte();
                s30 = AddProducts(s30, x3, b0);
                s31 = AddProducts(s31, x3, b1);
                Vector256<byte> x4 = Vector256.Create(((int*)a4)[g]).AsByte();
                s40 = AddProducts(s40, x4, b0);
                s41 = AddProducts(s41, x4, b1);
                b += QuantizedMatrix.PanelWidth * QuantizedMatrix.Group;
            }
            Vector256<float> scale0 = Vector256.Load(scales), offset0 = Vector256.Load(offsets);
            Vector256<float> scale1 = Vector256.Load(scales + 8), offset1 = Vector256.Load(offsets + 8);
            Finish(s00, scale0, offset0, c, accumulate);
            Finish(s01, scale1, offset1, c + 8, accumulate);
            Finish(s10, scale0, offset0, c + cStride, accumulate);
            Finish(s11, scale1, offset1, c + cStride + 8, accumulate);
            Finish(s20, scale0, offset0, c + (2 * cStride), accumulate);
            Finish(s21, scale1, offset1, c + (2 * cStride) + 8, accumulate);
            Finish(s30, scale0, offset0, c + (3 * cStride), accumulate);
            Finish(s31, scale1, offset1, c + (3 * cStride) + 8, accumulate);
            Finish(s40, scale0, offset0, c + (4 * cStride), accumulate);
            Finish(s41, scale1, offset1, c + (4 * cStride) + 8, accumulate);
        }
    }

    private static unsafe void Rows4(int groups, byte* a, nint stride, sbyte* b, float* scales, float* offsets, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector256<int> s00 = Vector256<int>.Zero, s01 = Vector256<int>.Zero;
            Vector256<int> s10 = Vector256<int>.Zero, s11 = Vector256<int>.Zero;
            Vector256<int> s20 = Vector256<int>.Zero, s21 = Vector256<int>.Zero;
            Vector256<int> s30 = Vector256<int>.Zero, s31 = Vector256<int>.Zero;
            byte* a1 = a + (1 * stride);
            byte* a2 = a + (2 * stride);
            byte* a3 = a + (3 * stride);
            for (int g = 0; g < groups; g++)
            {
                Vector256<sbyte> b0 = Vector256.Load(b);
                Vector256<sbyte> b1 = Vector256.Load(b + 32);
                Vector256<byte> x0 = Vector256.Create(((int*)a)[g]).AsByte();
                s00 = AddProducts(s00, x0, b0);
                s01 = AddProducts(s01, x0, b1);
                Vector256<byte> x1 = Vector256.Create(((int*)a1)[g]).AsByte();
                s10 = AddProducts(s10, x1, b0);
                s11 = AddProducts(s11, x1, b1);
                Vector256<byte> x2 = Vector256.Create(((int*)a2)[g]).AsByte();
                s20 = AddProducts(s20, x2, b0);
                s21 = AddProducts(s21, x2, b1);
                Vector256<byte> x3 = Vector256.Create(((int*)a3)[g]).AsByte();
                s30 = AddProducts(s30, x3, b0);
                s31 = AddProducts(s31, x3, b1);
                b += QuantizedMatrix.PanelWidth * QuantizedMatrix.Group;
            }
            Vector256<float> scale0 = Vector256.Load(scales), offset0 = Vector256.Load(offsets);
            Vector256<float> scale1 = Vector256.Load(scales + 8), offset1 = Vector256.Load(offsets + 8);
            Finish(s00, scale0, offset0, c, accumulate);
            Finish(s01, scale1, offset1, c + 8, accumulate);
            Finish(s10, scale0, offset0, c + cStride, accumulate);
            Finish(s11, scale1, offset1, c + cStride + 8, accumulate);
            Finish(s20, scale0, offset0, c + (2 * cStride), accumulate);
            Finish(s21, scale1, offset1, c + (2 * cStride) + 8, accumulate);
            Finish(s30, scale0, offset0, c + (3 * cStride), accumulate);
            Finish(s31, scale1, offset1, c + (3 * cStride) + 8, accumulate);
        }
    }

    private static unsafe void Rows3(int groups, byte* a, nint stride, sbyte* b, float* scales, float* offsets, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector256<int> s00 = Vector256<int>.Zero, s01 = Vector256<int>.Zero, s02 = Vector256<int>.Zero, s03 = Vector256<int>.Zero;
            Vector256<int> s10 = Vector256<int>.Zero, s11 = Vector256<int>.Zero, s12 = Vector256<int>.Zero, s13 = Vector256<int>.Zero;
            Vector256<int> s20 = Vector256<int>.Zero, s21 = Vector256<int>.Zero, s22 = Vector256<int>.Zero, s23 = Vector256<int>.Zero;
            byte* a1 = a + (1 * stride);
            byte* a2 = a + (2 * stride);
            for (int g = 0; g < groups; g++)
            {
                Vector256<byte> x0 = Vector256.Create(((int*)a)[g]).AsByte();
                Vector256<byte> x1 = Vector256.Create(((int*)a1)[g]).AsByte();
                Vector256<byte> x2 = Vector256.Create(((int*)a2)[g]).AsByte();
                Vector256<sbyte> b0 = Vector256.Load(b);
                s00 = AddProducts(s00, x0, b0);
                s10 = AddProducts(s10, x1, b0);
                s20 = AddProducts(s20, x2, b0);
                Vector256<sbyte> b1 = Vector256.Load(b + 32);
                s01 = AddProducts(s01, x0, b1);
                s11 = AddProducts(s11, x1, b1);
                s21 = AddProducts(s21, x2, b1);
                Vector256<sbyte> b2 = Vector256.Load(b + 64);
                s02 = AddProducts(s02, x0, b2);
                s12 = AddProducts(s12, x1, b2);
                s22 = AddProducts(s22, x2, b2);
                Vector256<sbyte> b3 = Vector256.Load(b + 96);
                s03 = AddProducts(s03, x0, b3);
                s13 = AddProducts(s13, x1, b3);
                s23 = AddProducts(s23, x2, b3);
                b += QuantizedMatrix.PanelWidth * QuantizedMatrix.Group;
            }
            Vector256<float> scale0 = Vector256.Load(scales), offset0 = Vector256.Load(offsets);
            Vector256<float> scale1 = Vector256.Load(scales + 8), offset1 = Vector256.Load(offsets + 8);
            Vector256<float> scale2 = Vector256.Load(scales + 16), offset2 = Vector256.Load(offsets + 16);
            Vector256<float> scale3 = Vector256.Load(scales + 24), offset3 = Vector256.Load(offsets + 24);
            Finish(s00, scale0, offset0, c, accumulate);
            Finish(s01, scale1, offset1, c + 8, accumulate);
            Finish(s02, scale2, offset2, c + 16, accumulate);
            Finish(s03, scale3, offset3, c + 24, accumulate);
            Finish(s10, scale0, offset0, c + cStride, accumulate);
            Finish(s11, scale1, offset1, c + cStride + 8, accumulate);
            Finish(s12, scale2, offset2, c + cStride + 16, accumulate);
            Finish(s13, scale3, offset3, c + cStride + 24, accumulate);
            Finish(s20, scale0, offset0, c + (2 * cStride), accumulate);
            Finish(s21, scale1, offset1, c + (2 * cStride) + 8, accumulate);
            Finish(s22, scale2, offset2, c + (2 * cStride) + 16, accumulate);
            Finish(s23, scale3, offset3, c + (2 * cStride) + 24, accumulate);
        }
    }

    private static unsafe void Rows2(int groups, byte* a, nint stride, sbyte* b, float* scales, float* offsets, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector256<int> s00 = Vector256<int>.Zero, s01 = Vector256<int>.Zero, s02 = Vector256<int>.Zero, s03 = Vector256<int>.Zero;
            Vector256<int> s10 = Vector256<int>.Zero, s11 = Vector256<int>.Zero, s12 = Vector256<int>.Zero, s13 = Vector256<int>.Zero;
            byte* a1 = a + (1 * stride);
            for (int g = 0; g < groups; g++)
            {
                Vector256<byte> x0 = Vector256.Create(((int*)a)[g]).AsByte();
                Vector256<byte> x1 = Vector256.Create(((int*)a1)[g]).AsByte();
                Vector256<sbyte> b0 = Vector256.Load(b);
                s00 = AddProducts(s00, x0, b0);
                s10 = AddProducts(s10, x1, b0);
                Vector256<sbyte> b1 = Vector256.Load(b + 32);
                s01 = AddProducts(s01, x0, b1);
                s11 = AddProducts(s11, x1, b1);
                Vector256<sbyte> b2 = Vector256.Load(b + 64);
                s02 = AddProducts(s02, x0, b2);
                s12 = AddProducts(s12, x1, b2);
                Vector256<sbyte> b3 = Vector256.Load(b + 96);
                s03 = AddProducts(s03, x0, b3);
                s13 = AddProducts(s13, x1, b3);
                b += QuantizedMatrix.PanelWidth * QuantizedMatrix.Group;
            }
            Vector256<float> scale0 = Vector256.Load(scales), offset0 = Vector256.Load(offsets);
            Vector256<float> scale1 = Vector256.Load(scales + 8), offset1 = Vector256.Load(offsets + 8);
            Vector256<float> scale2 = Vector256.Load(scales + 16), offset2 = Vector256.Load(offsets + 16);
            Vector256<float> scale3 = Vector256.Load(scales + 24), offset3 = Vector256.Load(offsets + 24);
            Finish(s00, scale0, offset0, c, accumulate);
            Finish(s01, scale1, offset1, c + 8, accumulate);
            Finish(s02, scale2, offset2, c + 16, accumulate);
            Finish(s03, scale3, offset3, c + 24, accumulate);
            Finish(s10, scale0, offset0, c + cStride, accumulate);
            Finish(s11, scale1, offset1, c + cStride + 8, accumulate);
            Finish(s12, scale2, offset2, c + cStride + 16, accumulate);
            Finish(s13, scale3, offset3, c + cStride + 24, accumulate);
        }
    }

    private static unsafe void Rows1(int groups, byte* a, nint stride, sbyte* b, float* scales, float* offsets, float* c, nint cStride, bool accumulate)
    {
        unchecked
        {
            Vector256<int> s00 = Vector256<int>.Zero, s01 = Vector256<int>.Zero, s02 = Vector256<int>.Zero, s03 = Vector256<int>.Zero;
            for (int g = 0; g < groups; g++)
            {
                Vector256<byte> x0 = Vector256.Create(((int*)a)[g]).AsByte();
                Vector256<sbyte> b0 = Vector256.Load(b);
                s00 = AddProducts(s00, x0, b0);
                Vector256<sbyte> b1 = Vector256.Load(b + 32);
                s01 = AddProducts(s01, x0, b1);
                Vector256<sbyte> b2 = Vector256.Load(b + 64);
                s02 = AddProducts(s02, x0, b2);
                Vector256<sbyte> b3 = Vector256.Load(b + 96);
                s03 = AddProducts(s03, x0, b3);
                b += QuantizedMatrix.PanelWidth * QuantizedMatrix.Group;
            }
            Vector256<float> scale0 = Vector256.Load(scales), offset0 = Vector256.Load(offsets);
            Vector256<float> scale1 = Vector256.Load(scales + 8), offset1 = Vector256.Load(offsets + 8);
            Vector256<float> scale2 = Vector256.Load(scales + 16), offset2 = Vector256.Load(offsets + 16);
            Vector256<float> scale3 = Vector256.Load(scales + 24), offset3 = Vector256.Load(offsets + 24);
            Finish(s00, scale0, offset0, c, accumulate);
            Finish(s01, scale1, offset1, c + 8, accumulate);
            Finish(s02, scale2, offset2, c + 16, accumulate);
            Finish(s03, scale3, offset3, c + 24, accumulate);
        }
    }
}
