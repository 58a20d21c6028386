using Entente.Text;

namespace Entente.Recognizing.Names;

/// <summary>A stretch of a sentence that lists or grammar name.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Values">What it may name, best guess first; all of one length.</param>
internal sealed record NameHit(TokenRange Tokens, IReadOnlyList<ListedName> Values)
{
    /// <summary>"former", "acting" or the like before a title.</summary>
    public string? Qualifier { get; init; }

    /// <summary>The title that it names, if it names one.</summary>
    public ListedTitle? Title => Values.OfType<ListedTitle>().FirstOrDefault();

    /// <summary>The actor that it names, if it names one.</summary>
    public ListedActor? Actor => Values.OfType<ListedActor>().FirstOrDefault();
}
