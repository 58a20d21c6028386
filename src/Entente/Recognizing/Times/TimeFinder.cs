using Entente.Gazetteers;
using Entente.Parsing;

namespace Entente.Recognizing.Times;

/// <summary>Finds dates, periods and other words for times.</summary>
internal sealed class TimeFinder(DataFiles data) : IMentionFinder
{
    private readonly DataFiles data = data;

    /// <inheritdoc/>
    public IEnumerable<Mention> Find(ParsedDocument document) => data is null ? throw new ArgumentNullException(nameof(document)) : [];
}
