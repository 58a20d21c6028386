using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>What the lines above the running text tell.</summary>
internal sealed class Header
{
    /// <summary>The first line of running text.</summary>
    public int BodyStart { get; init; }

    /// <summary>The line of the title, or -1.</summary>
    public int TitleIndex { get; set; } = -1;

    /// <summary>The title's own characters, without a label before it ("LIVE").</summary>
    public TextSpan TitleSpan { get; set; }

    public string? Title { get; set; }

    public string? Publisher { get; set; }

    /// <summary>Where the publisher stands, if not in the masthead.</summary>
    public string? PublisherWhere { get; set; }

    public string? Author { get; set; }

    public Dateline? Dateline { get; set; }

    public int DatelineIndex { get; set; } = -1;
}
