using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <summary>Half-precision numbers (IEEE 754 binary16) as 16 bits each, to and from single precision. Infinities and NaN do not occur.</summary>
internal static class HalfFloats
{
    /// <summary>The nearest half-precision numbers.</summary>
    public static ushort[] From(ReadOnlySpan<float> values)
    {
        ushort[] halves = new ushort[values.Length];
        for (int i = 0; i < halves.Length; i++) halves[i] = BitConverter.HalfToUInt16Bits((Half)values[i]);
        return halves;
    }

    /// <summary>Single-precision copies. The exponent is moved by a multiplication with 2^112, which is exact, subnormals included.</summary>
    public static void Widen(ReadOnlySpan<ushort> halves, Span<float> values)
    {
        if (values.Length < halves.Length) throw new ArgumentException("The target is shorter than the source.", nameof(values));
        unchecked
        {
            ref ushort source = ref MemoryMarshal.GetReference(halves);
            ref float target = ref MemoryMarshal.GetReference(values);
            Vector512<float> scale = Vector512.Create(BitConverter.Int32BitsToSingle((127 + 112) << 23));
            int i = 0;
            for (; i + 32 <= halves.Length; i += 32)
            {
                (Vector512<uint> lower, Vector512<uint> upper) = Vector512.Widen(Vector512.LoadUnsafe(ref source, (nuint)i));
                One(lower, scale).StoreUnsafe(ref target, (nuint)i);
                One(upper, scale).StoreUnsafe(ref target, (nuint)i + 16);
            }
            for (; i < halves.Length; i++) values[i] = (float)BitConverter.UInt16BitsToHalf(halves[i]);
        }
    }

    private static Vector512<float> One(Vector512<uint> bits, Vector512<float> scale)
    {
        Vector512<uint> magnitude = Vector512.ShiftLeft(bits & Vector512.Create(0x7FFFu), 13);
        Vector512<uint> sign = Vector512.ShiftLeft(bits & Vector512.Create(0x8000u), 16);
        return ((magnitude.AsSingle() * scale).AsUInt32() | sign).AsSingle();
    }
}
