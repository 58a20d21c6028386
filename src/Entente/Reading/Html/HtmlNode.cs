namespace Entente.Reading.Html;

/// <summary>
/// A node of a page: an element, or a run of text. Nodes lie in document order, so that all below node i lie in i+1 to
/// <see cref="Until"/>.
/// </summary>
internal struct HtmlNode
{
    /// <summary>The element, or <see cref="Tag.Text"/>.</summary>
    public Tag Tag;

    /// <summary>Index of the parent; -1 for the root.</summary>
    public int Parent;

    /// <summary>The node after the last one below this.</summary>
    public int Until;

    /// <summary>Of an element, where its attributes begin in the source; of text, where it begins.</summary>
    public int Start;

    /// <summary>The end of the same.</summary>
    public int End;
}
