using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <summary>
/// A table of vectors of which single rows are looked up, in eight bits a number: each row has a scale of its own, by which its largest
/// number is 127. Frozen.
/// </summary>
/// <param name="columns">Numbers in a row, a multiple of 16.</param>
/// <param name="values">Rows × columns.</param>
/// <param name="scales">For each row what 1 stands for, in half precision.</param>
internal sealed class VectorTable(int columns, sbyte[] values, ushort[] scales)
{
    /// <summary>Numbers in a row.</summary>
    public int Columns => columns;

    /// <summary>Rows × columns.</summary>
    public ReadOnlySpan<sbyte> Values => values;

    /// <summary>For each row what 1 stands for, in half precision.</summary>
    public ReadOnlySpan<ushort> Scales => scales;

    /// <summary>A table of single-precision rows.</summary>
    public static VectorTable Of(ReadOnlySpan<float> source, int columns)
    {
        sbyte[] values = new sbyte[source.Length];
        ushort[] scales = new ushort[source.Length / columns];
        for (int row = 0; row < scales.Length; row++)
        {
            ReadOnlySpan<float> line = source.Slice(row * columns, columns);
            float most = 0;
            foreach (float value in line) most = Math.Max(most, Math.Abs(value));
            Half scale = (Half)(most / 127);
            scales[row] = BitConverter.HalfToUInt16Bits(scale);
            if ((float)scale == 0) continue;
            for (int i = 0; i < columns; i++) values[(row * columns) + i] = (sbyte)Math.Clamp(MathF.Round(line[i] / (float)scale), -127, 127);
        }
        return new VectorTable(columns, values, scales);
    }

    /// <summary>Copies a row.</summary>
    public void CopyRow(int row, Span<float> target)
    {
        ReadOnlySpan<sbyte> line = values.AsSpan(row * columns, columns);
        float scale = (float)BitConverter.UInt16BitsToHalf(scales[row]);
        target = target[..columns];
        ref sbyte source = ref MemoryMarshal.GetReference(line);
        ref float to = ref MemoryMarshal.GetReference(target);
        for (int i = 0; i + 16 <= columns; i += 16)
        {
            (Vector256<short> shorts, _) = Vector256.Widen(Vector128.LoadUnsafe(ref source, (nuint)i).ToVector256());
            (Vector512<int> ints, _) = Vector512.Widen(shorts.ToVector512());
            (Vector512.ConvertToSingle(ints) * scale).StoreUnsafe(ref to, (nuint)i);
        }
    }
}
