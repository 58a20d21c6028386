namespace Entente.Parsing.Neural;

/// <summary>The values that the network chooses from.</summary>
/// <param name="Upos">Universal parts of speech.</param>
/// <param name="Xpos">Penn tags.</param>
/// <param name="Feats">Whole feature strings.</param>
/// <param name="Deprels">Universal relations with subtypes.</param>
/// <param name="Entities">Entity tags in the BIOES scheme, "O" first.</param>
/// <param name="Tags">The combinations of the first three that occur in training, as rows of them.</param>
internal sealed record LabelSet(
    IReadOnlyList<string> Upos, IReadOnlyList<string> Xpos, IReadOnlyList<string> Feats, IReadOnlyList<string> Deprels,
    IReadOnlyList<string> Entities, IReadOnlyList<TagTriple> Tags)
{
    /// <summary>Columns of the tag scores: parts of speech, Penn tags, feature strings.</summary>
    public int TagColumns => Upos.Count + Xpos.Count + Feats.Count;

    /// <summary>Whether one entity tag may follow another: only B and I go on, to I or E of the same type.</summary>
    public static bool MayFollow(string previous, string next)
    {
        bool isOpen = previous[0] is 'B' or 'I', isInside = next[0] is 'I' or 'E';
        return isOpen == isInside && (!isOpen || previous.AsSpan(2).SequenceEqual(next.AsSpan(2)));
    }
}

/// <summary>A part of speech, Penn tag and feature string that go together, as rows of a <see cref="LabelSet"/>.</summary>
/// <param name="Upos">Row in <see cref="LabelSet.Upos"/>.</param>
/// <param name="Xpos">Row in <see cref="LabelSet.Xpos"/>.</param>
/// <param name="Feats">Row in <see cref="LabelSet.Feats"/>.</param>
internal readonly record struct TagTriple(int Upos, int Xpos, int Feats);
