namespace Entente.Recognizing.Numbers;

/// <summary>What kind of quantity was read.</summary>
internal enum QuantityKind
{
    Number,
    Money,
    Percentage,
    Measurement,
    Multiple,
}

/// <summary>A quantity read from pieces.</summary>
internal sealed record QuantityRead
{
    /// <summary>Index of its first piece.</summary>
    public required int Start { get; init; }

    /// <summary>Index after its last piece.</summary>
    public required int End { get; init; }

    /// <summary>What kind it is.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>How much, in base units; the lower end of a range.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range, else null.</summary>
    public decimal? High { get; init; }

    /// <summary>Index of the first piece of the upper end, else 0.</summary>
    public int HighStart { get; init; }

    /// <summary>ISO 4217 code, if the text gives the currency.</summary>
    public string? Currency { get; init; }

    /// <summary>The currencies that its name may mean, where the name alone leaves several.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>"cent", "pence" ..., where the text counts money in them.</summary>
    public string? Minor { get; init; }

    /// <summary>The base unit of a measurement.</summary>
    public string? Unit { get; init; }

    /// <summary>How often it comes, as <see cref="QuantityMention.Rate"/>.</summary>
    public string? Rate { get; init; }

    /// <summary>Whether it is an ordinal number.</summary>
    public bool IsOrdinal { get; init; }
}
