namespace Entente.Claims;

/// <summary>Which claims are asked for. What is empty or null asks nothing; all that is set must hold.</summary>
public sealed record ClaimQuery
{
    /// <summary>Actors that must all take part, at most two.</summary>
    public IReadOnlyList<ActorCode> Actors { get; init; } = [];

    /// <summary>Any of these kinds.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Any of these types, as <see cref="ClaimSlots.Type"/> has them, in any case.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Any of these statuses.</summary>
    public IReadOnlyList<ClaimStatus> Statuses { get; init; } = [];

    /// <summary>First day of the time asked about: what the claim is about touches it.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day of the time asked about.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Words that the place holds, in any case.</summary>
    public string? Place { get; init; }

    /// <summary>Words that the publisher holds, in any case.</summary>
    public string? Publisher { get; init; }

    /// <summary>The least value or quantity.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>The greatest value or quantity.</summary>
    public decimal? AtMost { get; init; }

    /// <summary>The least confidence.</summary>
    public double? Confidence { get; init; }

    /// <summary>Words that one of the quotes holds, all of them; a word that ends in * stands for all that begin so.</summary>
    public string? Words { get; init; }

    /// <summary>Only claims of this report.</summary>
    public string? Report { get; init; }

    /// <summary>Only these claims.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Goes on behind this claim, the last of the page before; needs <see cref="Limit"/>. The other filters must be those of that page.</summary>
    public string? After { get; init; }

    /// <summary>How many at most, the latest first; null for all, in no order that is promised but always the same.</summary>
    public int? Limit { get; init; }
}
