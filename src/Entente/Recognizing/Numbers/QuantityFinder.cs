using Entente.Gazetteers;
using Entente.Parsing;

namespace Entente.Recognizing.Numbers;

/// <summary>Finds numbers, money, percentages, multiples and measurements.</summary>
internal sealed class QuantityFinder(DataFiles data) : IMentionFinder
{
    private readonly DataFiles data = data;

    /// <inheritdoc/>
    public IEnumerable<Mention> Find(ParsedDocument document) => data is null ? throw new ArgumentNullException(nameof(document)) : [];
}
