using Entente.Text;

namespace Entente.Claims;

/// <summary>What the ledger knows of a report besides its text.</summary>
public sealed record Report
{
    /// <summary>Made from its content: <see cref="ClaimId.OfReport"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Path or address that it was read from.</summary>
    public required string Source { get; init; }

    /// <summary>The input's own id, where it had one.</summary>
    public string? InputId { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The publisher or agency.</summary>
    public string? Publisher { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>The day of publication.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>ISO 639-1 code of the language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>A short form of what it says (<see cref="Fingerprint.ToText"/>), by which copies of one text are told, edited ones too.</summary>
    public required string TextId { get; init; }

    /// <summary>Whether it is a table of official statistics that was imported, and no report that was read.</summary>
    public bool IsStatistics { get; init; }

    /// <summary>What of a document the ledger keeps beside its text.</summary>
    public static Report Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Report
        {
            Id = ClaimId.OfReport(document),
            Source = document.Source,
            InputId = document.Id,
            Title = document.Title,
            Publisher = document.Publisher,
            Url = document.Url,
            Published = document.Published,
            Language = document.Language,
            TextId = Fingerprint.Of(document).ToText(),
        };
    }

    /// <summary>
    /// Who stands behind it: the publisher, else the host of the address, else the source. Reports with one origin are not independent.
    /// </summary>
    public string Origin =>
        Publisher ?? (Uri.TryCreate(Url, UriKind.Absolute, out Uri? address) && address.Host.Length > 0 ? address.Host : Source);
}
