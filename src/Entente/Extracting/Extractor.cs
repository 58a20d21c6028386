using Entente.Claims;
using Entente.Resolving;

namespace Entente.Extracting;

/// <summary>The stage that finds what a report claims: one claim for each distinct thing, however often it is told.</summary>
public sealed class Extractor
{
    /// <summary>The claims of a document, in the order of the text.</summary>
    public IReadOnlyList<Claim> Extract(ResolvedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [];
    }
}
