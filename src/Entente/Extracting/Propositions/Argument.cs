namespace Entente.Extracting.Propositions;

/// <summary>One argument of a predicate.</summary>
/// <param name="Role">What it is to the predicate.</param>
/// <param name="Head">Index of its head token; of a relative pronoun the noun that it stands for.</param>
/// <param name="Preposition">In lower case, of an oblique; how it is joined, of a complement; else empty.</param>
/// <param name="Inherited">Whether it was taken from a governing or coordinated predicate.</param>
internal readonly record struct Argument(ArgumentRole Role, int Head, string Preposition = "", bool Inherited = false);
