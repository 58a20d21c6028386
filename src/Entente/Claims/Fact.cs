using Entente.Text;

namespace Entente.Claims;

/// <summary>
/// One thing in the world as the ledger has it: the claims of all reports about it, joined. Never without claims. It depends on its claims
/// alone, not on the order in which they were read.
/// </summary>
public sealed record Fact
{
    /// <summary>The id of the first of its claims in the order of ids.</summary>
    public required string Id { get; init; }

    /// <summary>Its claims: the one that tells most first.</summary>
    public required IReadOnlyList<ReportedClaim> Claims { get; init; }

    /// <summary>Where it stands by all its claims.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>How many reports tell it; <see cref="Claims"/> may hold fewer where a query asked for fewer.</summary>
    public required int Reports { get; init; }

    /// <summary>How many origins tell it in words of their own: copies of one text count once, and so does one publisher.</summary>
    public required int Independent { get; init; }

    /// <summary>When it was, is or will be; the day of the first report where no claim says.</summary>
    public DateRange? When { get; init; }

    /// <summary>Whether some claim says that it is not so while another says that it is.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Whether some claim announced it before it was, or still does.</summary>
    public bool WasPromised { get; init; }

    /// <summary>The claim that tells most.</summary>
    public ReportedClaim Best => Claims[0];

    /// <summary>Name of the kind.</summary>
    public string Kind => Best.Claim.Kind;
}
