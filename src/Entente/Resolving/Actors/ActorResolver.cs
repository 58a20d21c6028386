using Entente.Claims;
using Entente.Gazetteers;
using Entente.Recognizing;

namespace Entente.Resolving.Actors;

/// <summary>Says whom names, offices, persons, groups and pronouns stand for.</summary>
internal sealed class ActorResolver(DataFiles data)
{
    private readonly DataFiles data = data;

    /// <summary>Who is who in a document.</summary>
    public ResolvedActors Resolve(RecognizedDocument document) =>
        data is null ? throw new ArgumentNullException(nameof(document)) : new ResolvedActors([], [], [.. document.Sentences.Select(_ => (IReadOnlyList<ActorCode>)[])]);
}
