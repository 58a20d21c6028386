namespace Entente.Parsing;

/// <summary>What the analyzer says of a token.</summary>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn tag.</param>
/// <param name="Feats">Universal features, sorted and joined with "|", or "_".</param>
/// <param name="Head">One-based index of the head in the sentence, 0 for the root.</param>
/// <param name="Deprel">Universal relation with its subtype.</param>
/// <param name="EntityTag">Named-entity tag in the BIO scheme.</param>
internal readonly record struct TokenAnnotation(string Lemma, string Upos, string Xpos, string Feats, int Head, string Deprel, string EntityTag);
