using Entente.Text;

namespace Entente.Recognizing;

/// <summary>Words of one sentence that may name something. What kind of thing is the derived record.</summary>
public abstract record Mention
{
    /// <summary>Index of the sentence in the document.</summary>
    public required int Sentence { get; init; }

    /// <summary>The tokens of the mention in that sentence.</summary>
    public required TokenRange Tokens { get; init; }

    /// <summary>Index of the token that the others of the mention depend on.</summary>
    public required int Head { get; init; }

    /// <summary>Where the words stand in the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Whether the token at <paramref name="index"/> of <paramref name="sentence"/> is part of it.</summary>
    public bool Covers(int sentence, int index) => sentence == Sentence && Tokens.Contains(index);
}
