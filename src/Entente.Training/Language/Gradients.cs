using Entente.Numerics;

namespace Entente.Training.Language;

/// <summary>The gradient of every parameter, of one half of a batch. Of tables only the rows that were looked up are touched.</summary>
internal sealed class Gradients
{
    private readonly IReadOnlyList<Parameter> parameters;
    private readonly Dictionary<string, int> byName;
    private readonly float[][] values;
    private readonly bool[][] touched;
    private readonly List<int>[] rows;

    /// <summary>Gradients of zero.</summary>
    public Gradients(IReadOnlyList<Parameter> parameters)
    {
        this.parameters = parameters;
        byName = parameters.Select((p, i) => (p.Shape.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        values = [.. parameters.Select(p => new float[p.Value.Length])];
        touched = [.. parameters.Select(p => new bool[p.Shape.IsTable ? p.Shape.Rows : 0])];
        rows = [.. parameters.Select(_ => new List<int>())];
    }

    /// <summary>The gradient of a parameter by its number.</summary>
    public float[] this[int index] => values[index];

    /// <summary>The gradient of a parameter by its name.</summary>
    public Span<float> Of(string name) => values[byName[name]];

    /// <summary>The rows of a table that were touched.</summary>
    public List<int> Rows(int index) => rows[index];

    /// <summary>A row of a table, which counts as touched from then on.</summary>
    public Span<float> Row(string table, int row)
    {
        int index = byName[table];
        if (!touched[index][row])
        {
            touched[index][row] = true;
            rows[index].Add(row);
        }
        int columns = parameters[index].Shape.Columns;
        return values[index].AsSpan(row * columns, columns);
    }

    /// <summary>Adds another half's gradients.</summary>
    public void Add(Gradients other)
    {
        for (int p = 0; p < values.Length; p++)
        {
            if (!parameters[p].Shape.IsTable)
            {
                Functions.Add(other.values[p], values[p]);
                continue;
            }
            int columns = parameters[p].Shape.Columns;
            foreach (int row in other.rows[p]) Functions.Add(other.values[p].AsSpan(row * columns, columns), Row(parameters[p].Shape.Name, row));
        }
    }

    /// <summary>The sum of the squares.</summary>
    public double SquaredNorm()
    {
        double sum = 0;
        for (int p = 0; p < values.Length; p++)
        {
            if (!parameters[p].Shape.IsTable)
            {
                sum += Functions.Dot(values[p], values[p]);
                continue;
            }
            int columns = parameters[p].Shape.Columns;
            foreach (int row in rows[p])
            {
                ReadOnlySpan<float> line = values[p].AsSpan(row * columns, columns);
                sum += Functions.Dot(line, line);
            }
        }
        return sum;
    }

    /// <summary>Back to zero.</summary>
    public void Clear()
    {
        for (int p = 0; p < values.Length; p++)
        {
            if (!parameters[p].Shape.IsTable)
            {
                Array.Clear(values[p]);
                continue;
            }
            int columns = parameters[p].Shape.Columns;
            foreach (int row in rows[p])
            {
                values[p].AsSpan(row * columns, columns).Clear();
                touched[p][row] = false;
            }
            rows[p].Clear();
        }
    }
}
