namespace Entente.Numerics;

/// <summary>
/// The right side of a matrix product, laid out for <see cref="Gemm"/>: panels of <see cref="PanelWidth"/> columns, each panel
/// row after row, the last one padded with zeros. Reading a panel is then one forward run through memory, whatever the matrix' own
/// stride (a stride that is a power of two would map a whole panel to a handful of cache sets).
/// </summary>
internal sealed class PackedMatrix
{
    /// <summary>Columns of a panel: two vectors of 512 bits.</summary>
    public const int PanelWidth = 32;

    private float[] data = [];

    /// <summary>Rows of the matrix: the inner dimension of the product.</summary>
    public int Rows { get; private set; }

    /// <summary>Columns of the matrix, without the padding.</summary>
    public int Columns { get; private set; }

    /// <summary>Panels × rows × <see cref="PanelWidth"/>.</summary>
    public ReadOnlySpan<float> Data => data.AsSpan(0, Panels * Rows * PanelWidth);

    /// <summary>Number of panels.</summary>
    public int Panels => (Columns + PanelWidth - 1) / PanelWidth;

    /// <summary>A packed copy of a row-major matrix.</summary>
    public static PackedMatrix Of(ReadOnlySpan<float> source, int rows, int columns)
    {
        PackedMatrix packed = new();
        packed.Pack(source, rows, columns, columns);
        return packed;
    }

    /// <summary>Packs a row-major matrix with the given distance between rows, reusing this object's memory.</summary>
    public void Pack(ReadOnlySpan<float> source, int rows, int columns, int stride)
    {
        Reserve(rows, columns);
        unchecked
        {
            for (int panel = 0; panel < Panels; panel++)
            {
                int column = panel * PanelWidth, width = Math.Min(PanelWidth, columns - column);
                Span<float> target = data.AsSpan(panel * rows * PanelWidth, rows * PanelWidth);
                for (int row = 0; row < rows; row++)
                {
                    Span<float> line = target.Slice(row * PanelWidth, PanelWidth);
                    source.Slice((row * stride) + column, width).CopyTo(line);
                    if (width < PanelWidth) line[width..].Clear();
                }
            }
        }
    }

    /// <summary>Packs the transpose of a row-major matrix of <paramref name="columns"/> × <paramref name="rows"/>.</summary>
    public void PackTransposed(ReadOnlySpan<float> source, int rows, int columns, int stride)
    {
        Reserve(rows, columns);
        unchecked
        {
            for (int panel = 0; panel < Panels; panel++)
            {
                int column = panel * PanelWidth, width = Math.Min(PanelWidth, columns - column);
                Span<float> target = data.AsSpan(panel * rows * PanelWidth, rows * PanelWidth);
                if (width < PanelWidth) target.Clear();
                for (int j = 0; j < width; j++)
                {
                    ReadOnlySpan<float> line = source.Slice((column + j) * stride, rows);
                    for (int row = 0; row < line.Length; row++) target[(row * PanelWidth) + j] = line[row];
                }
            }
        }
    }

    private void Reserve(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        int needed = Panels * rows * PanelWidth;
        if (data.Length < needed) data = new float[needed];
    }
}
