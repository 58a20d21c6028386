namespace Entente.Training.Language;

/// <summary>Vectors of words that training leaves as they are.</summary>
/// <param name="Words">The words, normalized.</param>
/// <param name="Values">Words × <paramref name="Size"/>, row-major.</param>
/// <param name="Size">Dimensions.</param>
internal sealed record StaticVectors(IReadOnlyList<string> Words, float[] Values, int Size);
