namespace Entente.Text;

/// <summary>
/// Where what is known of a report was found, in a few words each: "JSON-LD", "meta og:title", "dateline", "input". Null where it is not known.
/// </summary>
public sealed record Origins
{
    /// <summary>Nothing is known.</summary>
    public static Origins None { get; } = new();

    /// <summary>Of the headline.</summary>
    public string? Title { get; init; }

    /// <summary>Of the publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>Of the author.</summary>
    public string? Author { get; init; }

    /// <summary>Of the address.</summary>
    public string? Url { get; init; }

    /// <summary>Of the day of publication.</summary>
    public string? Published { get; init; }

    /// <summary>Of the day of the latest change.</summary>
    public string? Updated { get; init; }

    /// <summary>Of the language.</summary>
    public string? Language { get; init; }
}
