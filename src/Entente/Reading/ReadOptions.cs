namespace Entente.Reading;

/// <summary>Limits of what is read. Documents are hostile: each of them bounds memory or time.</summary>
public sealed record ReadOptions
{
    /// <summary>The longest single report, in bytes after unpacking; a longer one is skipped. 16 MB if not set.</summary>
    public int MaxDocumentBytes { get; init; } = 16 << 20;

    /// <summary>
    /// The longest text of one report, in UTF-16 code units; a longer one is skipped. One million if not set: 3,000 sentences full of claims
    /// for each 200,000 are understood in some ten seconds and 330 MB, and what is longer is a book or many reports in one file.
    /// </summary>
    public int MaxTextLength { get; init; } = 1_000_000;

    /// <summary>Whether the words that are cut from a page are kept with the reason; costs time. Of plain text they are always known.</summary>
    public bool KeepCuts { get; init; }

    /// <summary>How deep archives may lie in one another (a WARC in a gzip is 2). 4 if not set.</summary>
    public int MaxNesting { get; init; } = 4;

    /// <summary>How many times larger than its packed form a stream may become once it is past <see cref="MaxDocumentBytes"/>. 200 if not set.</summary>
    public int MaxExpansion { get; init; } = 200;

    /// <summary>How many complaints one input may give before the rest of it is left. 10,000 if not set.</summary>
    public int MaxSkipped { get; init; } = 10_000;
}
