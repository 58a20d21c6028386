namespace Entente.Reading.Formats;

/// <summary>One report as an input carries it, before its text is read: what the carrier itself says of it goes before what the text shows.</summary>
internal sealed record RawReport
{
    public required string Source { get; init; }

    public string? Id { get; init; }

    /// <summary>Plain text, or null where it is HTML.</summary>
    public string? Text { get; init; }

    public string? Html { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public string? Url { get; init; }

    /// <summary>The day or moment of publication in any layout.</summary>
    public string? Published { get; init; }

    public string? Language { get; init; }

    /// <summary>Whether the HTML is a piece without a page around it, as feeds carry it: all of it is the report.</summary>
    public bool IsFragment { get; init; }
}
