namespace Entente.Parsing.Neural;

/// <summary>The sizes of the network. All but the bucket counts are multiples of 16.</summary>
internal sealed record NetworkOptions
{
    /// <summary>Dimensions of the trained vector of a known word.</summary>
    public int WordSize { get; init; } = 96;

    /// <summary>Dimensions of each of the five vectors of a word's beginnings and endings.</summary>
    public int AffixSize { get; init; } = 16;

    /// <summary>Rows of the table that beginnings and endings are hashed into.</summary>
    public int AffixBuckets { get; init; } = 8192;

    /// <summary>Dimensions of the vector of a word's shape.</summary>
    public int ShapeSize { get; init; } = 16;

    /// <summary>Rows of the table that shapes are hashed into.</summary>
    public int ShapeBuckets { get; init; } = 512;

    /// <summary>Dimensions of the static vector of a word, learnt from raw text before; 0 for none.</summary>
    public int StaticSize { get; init; }

    /// <summary>Units of each direction of each layer of the encoder.</summary>
    public int Units { get; init; } = 128;

    /// <summary>Units between the first layer and the tags.</summary>
    public int TagUnits { get; init; } = 128;

    /// <summary>Units of a word as a head and as a dependent.</summary>
    public int ArcUnits { get; init; } = 128;

    /// <summary>Units between a pair of words and the relation between them.</summary>
    public int LabelUnits { get; init; } = 128;

    /// <summary>Units between the second layer and the entity tags.</summary>
    public int EntityUnits { get; init; } = 64;

    /// <summary>Dimensions of a word as the encoder takes it.</summary>
    public int InputSize => WordSize + (WordFeatures.Affixes * AffixSize) + ShapeSize + StaticSize;

    /// <summary>Units of the five layers on top of the encoder: head, dependent, the relation's two sides, entity.</summary>
    public int TopSize => (2 * ArcUnits) + (2 * LabelUnits) + EntityUnits;
}
