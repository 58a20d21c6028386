using Entente.Text;

namespace Entente.Claims;

/// <summary>Words of the report that say it.</summary>
/// <param name="Span">Where they stand in <see cref="Document.Text"/>.</param>
/// <param name="Quote">The characters there.</param>
public sealed record Evidence(TextSpan Span, string Quote)
{
    /// <summary>The evidence at a span of a document.</summary>
    public static Evidence At(Document document, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Evidence(span, span.In(document.Text));
    }
}
