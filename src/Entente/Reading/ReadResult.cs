using Entente.Text;

namespace Entente.Reading;

/// <summary>What came of one report of an input: a document, or the reason why there is none. Exactly one of the two is there.</summary>
public sealed record ReadResult
{
    /// <summary>A report that was read.</summary>
    public ReadResult(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Document = document;
    }

    /// <summary>A report that was not.</summary>
    public ReadResult(Skipped skipped)
    {
        ArgumentNullException.ThrowIfNull(skipped);
        Skipped = skipped;
    }

    /// <summary>Of an entry of a feed: the address of the page that it announces.</summary>
    public string? Link { get; init; }

    /// <summary>The report, if it could be read.</summary>
    public Document? Document { get; }

    /// <summary>Why it could not be read, otherwise.</summary>
    public Skipped? Skipped { get; }
}
