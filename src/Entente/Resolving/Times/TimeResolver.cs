using Entente.Gazetteers;
using Entente.Recognizing;

namespace Entente.Resolving.Times;

/// <summary>Puts time expressions on the calendar.</summary>
internal sealed class TimeResolver(DataFiles data)
{
    private readonly DataFiles data = data;

    /// <summary>The times of a document that can be put on the calendar.</summary>
    public IEnumerable<ResolvedTime> Resolve(RecognizedDocument document) => data is null ? throw new ArgumentNullException(nameof(document)) : [];
}
