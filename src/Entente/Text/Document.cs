namespace Entente.Text;

/// <summary>One report, as read. Offsets everywhere are UTF-16 code units of <see cref="Text"/>.</summary>
public sealed record Document
{
    /// <summary>Where it came from: a path as given, an address, or "-".</summary>
    public required string Source { get; init; }

    /// <summary>The input's own id, where it has one (JSONL).</summary>
    public string? Id { get; init; }

    /// <summary>The text as read: a text file whole, furniture too; of a page, what is not furniture.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of the text that speak, in order, without overlap. What lies in none of them is furniture.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>What was cut and why, in order.</summary>
    public IReadOnlyList<Cut> Cuts { get; init; } = [];

    /// <summary>The headline, if the report shows one.</summary>
    public string? Title { get; init; }

    /// <summary>The publisher or agency, if the report shows one.</summary>
    public string? Publisher { get; init; }

    /// <summary>The author, if the report shows one.</summary>
    public string? Author { get; init; }

    /// <summary>The report's own address, if known.</summary>
    public string? Url { get; init; }

    /// <summary>The day of publication, if the report shows it.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>The day of the latest change, if the report shows one.</summary>
    public PartialDate? Updated { get; init; }

    /// <summary>Where title, publisher, days and the rest were found.</summary>
    public Origins Origins { get; init; } = Origins.None;

    /// <summary>The place of the dateline ("ASTANA"), as written.</summary>
    public string? DatelinePlace { get; init; }

    /// <summary>The day of the dateline ("OTTAWA, May 31"), where it lies a few days before that of publication: "today" is then that day.</summary>
    public PartialDate? DatelineDay { get; init; }

    /// <summary>ISO 639-1 code of the language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether the report is in the language that Entente parses. Others are kept and not parsed.</summary>
    public bool IsParsed => Language == "en";
}

/// <summary>Text that was read but says nothing: page furniture, teasers, repeats.</summary>
/// <param name="Span">Where it lies in <see cref="Document.Text"/>; of a page, whose furniture is not in the text, the empty span where it stood.</param>
/// <param name="Reason">Why it was cut, in a word or two: "teaser", "comment form", "repeated paragraph".</param>
/// <param name="Removed">What was cut, where it is not in the text.</param>
public sealed record Cut(TextSpan Span, string Reason, string? Removed = null);
