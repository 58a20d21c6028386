using Entente.Recognizing;

namespace Entente.Extracting.Transfers;

/// <summary>What is moved.</summary>
internal sealed record Load
{
    /// <summary>The goods in a few words; "money" of money.</summary>
    public string? Commodity { get; init; }

    /// <summary>Class of the goods, as in data/commodities.tsv; "money" of money.</summary>
    public string? Class { get; init; }

    /// <summary>How much of them.</summary>
    public QuantityMention? Quantity { get; init; }

    /// <summary>What they are worth, or how much money is moved.</summary>
    public Money? Price { get; init; }

    /// <summary>Whether money itself is moved.</summary>
    public bool IsMoney { get; init; }
}
