using Entente.Text;

namespace Entente.Parsing;

/// <summary>A document with its sentences, in order.</summary>
/// <param name="Document">What was read.</param>
/// <param name="Sentences">The sentences of its blocks; none where the document is not in a language that is parsed.</param>
public sealed record ParsedDocument(Document Document, IReadOnlyList<Sentence> Sentences);
