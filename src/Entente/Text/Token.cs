namespace Entente.Text;

/// <summary>
/// A syntactic word with its CoNLL-U fields. Code counts tokens of a sentence from 0 (<see cref="Index"/>); the field
/// <see cref="Head"/> counts from 1 as CoNLL-U does, with 0 for the root.
/// </summary>
public sealed record Token
{
    /// <summary>Zero-based place in its sentence.</summary>
    public required int Index { get; init; }

    /// <summary>The word as written; where a blank or the end of a line had broken it ("Pakis tan"), without the break, which <see cref="Span"/> still covers.</summary>
    public required string Form { get; init; }

    /// <summary>Where it stands in the document's text. The words of a multiword token share its span out between them.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Dictionary form.</summary>
    public string Lemma { get; init; } = "_";

    /// <summary>Universal part of speech: NOUN, PROPN, VERB ...</summary>
    public string Upos { get; init; } = "X";

    /// <summary>Penn Treebank tag: NNP, VBD ...</summary>
    public string Xpos { get; init; } = "_";

    /// <summary>Universal features, sorted and joined with "|", or "_".</summary>
    public string Feats { get; init; } = "_";

    /// <summary>One-based index of the head, 0 for the root of the sentence.</summary>
    public int Head { get; init; }

    /// <summary>Universal relation to the head, with its subtype: nsubj:pass.</summary>
    public string Deprel { get; init; } = "dep";

    /// <summary>Zero-based index of the head, -1 for the root of the sentence.</summary>
    public int HeadIndex => Head - 1;

    /// <summary>Whether white space follows in the text.</summary>
    public bool SpaceAfter { get; init; } = true;

    /// <summary>On the first word of a multiword token ("do" of "don't") how many words it has; else 0.</summary>
    public int MultiwordLength { get; init; }

    /// <summary>Named-entity tag in the BIO scheme: "B-PER", "I-ORG", "O"; types PER, ORG, LOC, MISC.</summary>
    public string EntityTag { get; init; } = "O";

    /// <summary>Whether <see cref="Feats"/> has the feature with this value, as in <c>HasFeat("Tense=Past")</c>.</summary>
    public bool HasFeat(string feature)
    {
        int at = Feats.IndexOf(feature, StringComparison.Ordinal);
        if (at < 0) return false;
        int end = at + feature.Length;
        return (at == 0 || Feats[at - 1] == '|') && (end == Feats.Length || Feats[end] == '|');
    }

    /// <summary><see cref="Deprel"/> without its subtype.</summary>
    public string Relation
    {
        get
        {
            int colon = Deprel.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? Deprel : Deprel[..colon];
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Form}/{Upos}";
}
