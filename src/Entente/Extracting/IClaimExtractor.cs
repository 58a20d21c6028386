using Entente.Claims;
using Entente.Extracting.Propositions;

namespace Entente.Extracting;

/// <summary>Finds the claims of one kind.</summary>
internal interface IClaimExtractor
{
    /// <summary>
    /// The claims of a document, one for each distinct thing, each with at least one piece of evidence, in the order of the text. Must be
    /// deterministic and must not keep anything of the document.
    /// </summary>
    IEnumerable<Claim> Extract(ExtractionContext context);
}
