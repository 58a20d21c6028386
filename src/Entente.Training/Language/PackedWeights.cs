using Entente.Numerics;

namespace Entente.Training.Language;

/// <summary>The weights of one step, packed as they are and transposed; the halves of a batch share them.</summary>
internal sealed class PackedWeights
{
    private readonly List<Parameter> parameters;
    private readonly Dictionary<string, (PackedMatrix Plain, PackedMatrix Transposed)> packed = new(StringComparer.Ordinal);

    /// <summary>Packs the parameters' values.</summary>
    public PackedWeights(IReadOnlyList<Parameter> all)
    {
        parameters = [.. all.Where(p => !p.Shape.IsTable && p.Shape.Rows > 1)];
        foreach (Parameter parameter in parameters) packed[parameter.Shape.Name] = (new PackedMatrix(), new PackedMatrix());
        Refresh();
    }

    /// <summary>Packs them anew after a step.</summary>
    public void Refresh()
    {
        foreach (Parameter parameter in parameters)
        {
            (PackedMatrix plain, PackedMatrix transposed) = packed[parameter.Shape.Name];
            int rows = parameter.Shape.Rows, columns = parameter.Shape.Columns;
            plain.Pack(parameter.Value, rows, columns, columns);
            transposed.PackTransposed(parameter.Value, columns, rows, columns);
        }
    }

    /// <summary>A matrix.</summary>
    public PackedMatrix Plain(string name) => packed[name].Plain;

    /// <summary>Its transpose.</summary>
    public PackedMatrix Transposed(string name) => packed[name].Transposed;
}
