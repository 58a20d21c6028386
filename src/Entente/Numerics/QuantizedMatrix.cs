using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <summary>
/// The right side of a matrix product whose left side is the states of an LSTM: numbers between -1 and 1, taken as bytes (128 + 127 x).
/// Weights are eight bits with one scale a column. Sums are whole numbers, so every machine gets the same. Frozen after construction.
/// Layout: panels of 32 columns; in a panel groups of four rows; in a group the four weights of each column side by side.
/// </summary>
internal sealed class QuantizedMatrix
{
    /// <summary>Columns of a panel.</summary>
    public const int PanelWidth = 32;

    /// <summary>Rows whose weights lie side by side.</summary>
    public const int Group = 4;

    private const float StateScale = 127;
    private readonly sbyte[] data;
    private readonly float[] scales, offsets;

    /// <summary>A matrix of row-major weights with a bias.</summary>
    /// <param name="weights">Rows × columns.</param>
    /// <param name="rows">Rows, a multiple of 16.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="bias">What is added to each column of the product; empty for nothing.</param>
    public QuantizedMatrix(ReadOnlySpan<float> weights, int rows, int columns, ReadOnlySpan<float> bias)
    {
        Rows = rows;
        Columns = columns;
        Panels = (columns + PanelWidth - 1) / PanelWidth;
        data = new sbyte[Panels * PanelWidth * rows];
        scales = new float[Panels * PanelWidth];
        offsets = new float[Panels * PanelWidth];
        float[] most = new float[columns];
        int[] sums = new int[columns];
        unchecked
        {
            for (int row = 0; row < rows; row++)
            {
                ReadOnlySpan<float> line = weights.Slice(row * columns, columns);
                for (int c = 0; c < line.Length; c++) most[c] = MathF.Max(most[c], MathF.Abs(line[c]));
            }
            float[] factors = Array.ConvertAll(most, m => m == 0 ? 0 : 127 / m);
            for (int row = 0; row < rows; row++)
            {
                ReadOnlySpan<float> line = weights.Slice(row * columns, columns);
                int group = row / Group, inGroup = row % Group;
                for (int c = 0; c < line.Length; c++)
                {
                    int quantized = (int)MathF.Round(line[c] * factors[c]);
                    sums[c] += quantized;
                    data[((((c / PanelWidth * (rows / Group)) + group) * PanelWidth) + (c % PanelWidth)) * Group + inGroup] = (sbyte)quantized;
                }
            }
            for (int c = 0; c < columns; c++)
            {
                scales[c] = most[c] / (127 * StateScale);
                // Bytes stand 128 above the states: what that adds to every sum is taken off here.
                offsets[c] = (bias.IsEmpty ? 0 : bias[c]) - (128 * sums[c] * scales[c]);
            }
        }
    }

    /// <summary>Rows: the inner dimension of the product.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Number of panels.</summary>
    public int Panels { get; }

    /// <summary>The weights as laid out.</summary>
    public ReadOnlySpan<sbyte> Data => data;

    /// <summary>What a sum of a column is multiplied by.</summary>
    public ReadOnlySpan<float> Scales => scales;

    /// <summary>What is added to it then.</summary>
    public ReadOnlySpan<float> Offsets => offsets;

    /// <summary>States as bytes.</summary>
    public static void Quantize(ReadOnlySpan<float> states, Span<byte> bytes)
    {
        if (bytes.Length < states.Length) throw new ArgumentException("The target is shorter than the source.", nameof(bytes));
        unchecked
        {
            int i = 0;
            for (; i + 16 <= states.Length; i += 16)
            {
                // 128.5 is cut off to the nearest whole number above zero.
                Vector512<int> whole = Vector512.ConvertToInt32(Vector512.FusedMultiplyAdd(
                    Vector512.LoadUnsafe(in states[i]), Vector512.Create(StateScale), Vector512.Create(128.5f)));
                Vector256<ushort> shorts = Vector256.Narrow(whole.GetLower().AsUInt32(), whole.GetUpper().AsUInt32());
                Vector128.Narrow(shorts.GetLower(), shorts.GetUpper()).StoreUnsafe(ref bytes[i]);
            }
            for (; i < states.Length; i++) bytes[i] = (byte)MathF.FusedMultiplyAdd(states[i], StateScale, 128.5f);
        }
    }
}
