namespace Entente.Parsing.Tokenizing;

/// <summary>Where a word lies in the text, before anything else is known of it.</summary>
/// <param name="Start">First UTF-16 code unit in the document's text.</param>
/// <param name="Length">Code units; at least one.</param>
/// <param name="Parts">On the first word of a multiword token ("do" of "don't") how many words it has; else 0.</param>
internal readonly record struct TokenMark(int Start, int Length, int Parts = 0)
{
    /// <summary>The code unit after the last.</summary>
    public int End => Start + Length;
}
