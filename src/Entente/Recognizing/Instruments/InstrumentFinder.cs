using Entente.Gazetteers;
using Entente.Parsing;

namespace Entente.Recognizing.Instruments;

/// <summary>Finds kinds of instrument by the list data/instruments.tsv.</summary>
internal sealed class InstrumentFinder(DataFiles data) : IMentionFinder
{
    private readonly DataFiles data = data;

    /// <inheritdoc/>
    public IEnumerable<Mention> Find(ParsedDocument document) => data is null ? throw new ArgumentNullException(nameof(document)) : [];
}
