using Entente.Text;

namespace Entente.Parsing.Conllu;

/// <summary>A sentence as a CoNLL-U file has it.</summary>
/// <param name="Comments">The comment lines in order, with their "#".</param>
/// <param name="Text">The words with the spaces between them that SpaceAfter gives; what the spans of the tokens count in.</param>
/// <param name="Sentence">The words with their fields.</param>
public sealed record ConlluSentence(IReadOnlyList<string> Comments, string Text, Sentence Sentence)
{
    /// <summary>The value of a comment "# key = value", or null.</summary>
    public string? Comment(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (string comment in Comments)
        {
            int equals = comment.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && comment.AsSpan(1, equals - 1).Trim().SequenceEqual(key)) return comment[(equals + 1)..].Trim();
        }
        return null;
    }
}
