namespace Entente.Parsing.Neural;

/// <summary>The matrices of the network by name, with their shapes: what training fills, the model file carries and reading multiplies with.</summary>
internal static class NetworkMatrices
{
    /// <summary>All matrices in the order of the model file.</summary>
    public static IReadOnlyList<MatrixShape> Of(NetworkOptions options, int words, int statics, LabelSet labels)
    {
        int units = options.Units;
        List<MatrixShape> shapes =
        [
            new("word", words, options.WordSize, true),
            new("affix", options.AffixBuckets, options.AffixSize, true),
            new("shape", options.ShapeBuckets, options.ShapeSize, true),
        ];
        if (options.StaticSize > 0) shapes.Add(new("static", statics, options.StaticSize, true));
        foreach ((string layer, int input) in new[] { ("layer1", options.InputSize), ("layer2", 2 * units) })
        {
            shapes.Add(new($"{layer}.input", input, 8 * units));
            shapes.Add(new($"{layer}.bias", 1, 8 * units));
            shapes.Add(new($"{layer}.forward", units, 4 * units));
            shapes.Add(new($"{layer}.backward", units, 4 * units));
        }
        shapes.AddRange(
        [
            new("tag.hidden", 2 * units, options.TagUnits),
            new("tag.hidden.bias", 1, options.TagUnits),
            new("tag.out", options.TagUnits, labels.TagColumns),
            new("tag.out.bias", 1, labels.TagColumns),
            new("top", 2 * units, options.TopSize),
            new("top.bias", 1, options.TopSize),
            new("arc.weights", options.ArcUnits, options.ArcUnits),
            new("arc.bias", 1, options.ArcUnits),
            new("arc.root", 1, options.ArcUnits),
            new("label.root", 1, options.LabelUnits),
            new("label.out", options.LabelUnits, labels.Deprels.Count),
            new("label.out.bias", 1, labels.Deprels.Count),
            new("entity.first", 2 * units, options.EntityUnits),
            new("entity.out", options.EntityUnits, labels.Entities.Count),
            new("entity.out.bias", 1, labels.Entities.Count),
        ]);
        return shapes;
    }
}

/// <summary>A matrix' name and extent.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="IsTable">Whether single rows of it are looked up, as of a table of vectors.</param>
internal readonly record struct MatrixShape(string Name, int Rows, int Columns, bool IsTable = false);
