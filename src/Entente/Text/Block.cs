namespace Entente.Text;

/// <summary>What part of a report a block is.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>The report's own headline.</summary>
    Title,

    /// <summary>A heading between paragraphs.</summary>
    Heading,

    /// <summary>One entry of a list.</summary>
    ListItem,
}

/// <summary>A stretch of a document's text that is read by itself: no sentence crosses its ends.</summary>
/// <param name="Span">Where it lies; line breaks inside it are white space.</param>
/// <param name="Kind">What part of the report it is.</param>
public sealed record Block(TextSpan Span, BlockKind Kind);
