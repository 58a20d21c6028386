namespace Entente.Parsing.Neural;

/// <summary>A sentence, or a piece of an overlong one, on its way through the network.</summary>
/// <param name="Forms">The forms of the whole sentence.</param>
/// <param name="Start">Index of the first token of the piece.</param>
/// <param name="Length">Tokens in the piece, at least 1.</param>
/// <param name="Result">Takes the annotations, at the tokens' own indexes; heads count from the start of the sentence.</param>
internal readonly record struct SentencePiece(IReadOnlyList<string> Forms, int Start, int Length, TokenAnnotation[] Result);
