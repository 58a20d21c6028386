using Entente.Parsing.Neural;

namespace Entente.Training.Language;

/// <summary>A matrix that is trained, with what the optimizer remembers of it. All arrays are row-major, of the shape's extent.</summary>
internal sealed class Parameter
{
    /// <summary>A matrix of zeros.</summary>
    public Parameter(MatrixShape shape)
    {
        Shape = shape;
        int size = shape.Rows * shape.Columns;
        Value = new float[size];
        First = new float[size];
        Second = new float[size];
        Average = new float[size];
    }

    /// <summary>Name and extent.</summary>
    public MatrixShape Shape { get; }

    /// <summary>Whether training leaves it as it is.</summary>
    public bool IsFrozen => Shape.Name == "static";

    /// <summary>The matrix.</summary>
    public float[] Value { get; }

    /// <summary>Running mean of the gradient.</summary>
    public float[] First { get; }

    /// <summary>Running mean of the squared gradient.</summary>
    public float[] Second { get; }

    /// <summary>Running mean of the matrix over the steps: what is shipped.</summary>
    public float[] Average { get; }

    /// <summary>
    /// Random start: vectors of tables uniform with variance 1/12; weights uniform by their extent (Glorot and Bengio
    /// 2010); biases zero, forget gates 1 (Jozefowicz et al. 2015).
    /// </summary>
    public void Initialize(SplitMix random, int units)
    {
        string name = Shape.Name;
        float range = name == "word" ? 0.5f : Shape.IsTable ? 0.2f
            : name is "arc.root" or "label.root" ? 0.1f
            : Shape.Rows == 1 ? 0
            : name.EndsWith("ward", StringComparison.Ordinal) ? 1f / MathF.Sqrt(units)
            : name.EndsWith(".input", StringComparison.Ordinal) ? MathF.Sqrt(6f / (Shape.Rows + (2 * units)))
            : MathF.Sqrt(6f / (Shape.Rows + Shape.Columns));
        for (int i = 0; i < Value.Length; i++) Value[i] = range == 0 ? 0 : range * ((2 * random.NextFloat()) - 1);
        if (name is "layer1.bias" or "layer2.bias")
        {
            Value.AsSpan(units, units).Fill(1);
            Value.AsSpan(5 * units, units).Fill(1);
        }
        Value.CopyTo(Average.AsSpan());
    }
}
