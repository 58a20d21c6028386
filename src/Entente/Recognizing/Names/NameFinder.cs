using Entente.Gazetteers;
using Entente.Parsing;

namespace Entente.Recognizing.Names;

/// <summary>Finds the names of actors, offices, persons and places.</summary>
internal sealed class NameFinder(DataFiles data) : IMentionFinder
{
    private readonly DataFiles data = data;

    /// <inheritdoc/>
    public IEnumerable<Mention> Find(ParsedDocument document) => data is null ? throw new ArgumentNullException(nameof(document)) : [];
}
