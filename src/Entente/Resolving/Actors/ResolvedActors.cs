using Entente.Claims;

namespace Entente.Resolving.Actors;

/// <summary>What the actor resolver found in a document.</summary>
/// <param name="References">Words that stand for actors.</param>
/// <param name="Tenures">Persons in offices, in the order of the text.</param>
/// <param name="Focus">For each sentence the states that the report is about there.</param>
/// <param name="Home">The state that the report is written from, if that is known.</param>
internal sealed record ResolvedActors(IReadOnlyList<ActorReference> References, IReadOnlyList<Tenure> Tenures, IReadOnlyList<IReadOnlyList<ActorCode>> Focus, ActorCode? Home = null);
