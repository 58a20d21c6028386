namespace Entente.Extracting;

/// <summary>Why something was or was not claimed.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Token">Index of the predicate in it.</param>
/// <param name="What">The frame and what came of it, in words.</param>
public sealed record ExtractionNote(int Sentence, int Token, string What);
