namespace Entente.Reconciling;

/// <summary>That two claims are about the same thing: how sure, and why.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Reason">In a few words, for whoever looks at the judgement.</param>
internal readonly record struct Likeness(double Score, string Reason);
