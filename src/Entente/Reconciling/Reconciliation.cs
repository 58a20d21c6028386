using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>What came of comparing claims.</summary>
/// <param name="Facts">In the order of their ids; every claim is in exactly one.</param>
/// <param name="Judgements">What the rules decided: which claims are the same as the best of their fact, and which contradict each other. In order.</param>
public sealed record Reconciliation(IReadOnlyList<Fact> Facts, IReadOnlyList<Judgement> Judgements);
