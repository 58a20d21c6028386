namespace Entente.Training.Language;

/// <summary>A sentence of the training data. Arrays are as long as <see cref="Forms"/>; those of what is not annotated are null.</summary>
internal sealed record TrainingSentence
{
    /// <summary>The sentence's id in its treebank.</summary>
    public string Id { get; init; } = "";

    /// <summary>The words.</summary>
    public required string[] Forms { get; init; }

    /// <summary>The trees' fields of each word.</summary>
    public TreeWord[]? Words { get; init; }

    /// <summary>BIO tags of PER, ORG, LOC and MISC.</summary>
    public string[]? Entities { get; init; }
}

/// <summary>The fields of a word in a tree; Head counts from 1, 0 is the root.</summary>
internal readonly record struct TreeWord(string Lemma, string Upos, string Xpos, string Feats, int Head, string Deprel);
