namespace Entente.Claims;

/// <summary>Which facts are asked for.</summary>
public sealed record FactQuery
{
    /// <summary>Actors that must all take part, at most two; none for all facts.</summary>
    public IReadOnlyList<ActorCode> Actors { get; init; } = [];

    /// <summary>Only this kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Only facts that some claim announced.</summary>
    public bool OnlyPromised { get; init; }

    /// <summary>Only these, by their ids.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Only those with one of these claims.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>Goes on behind this fact, the last of the page before. The other filters must be those of that page; with <see cref="Ids"/> or <see cref="Claims"/> it says nothing.</summary>
    public string? After { get; init; }

    /// <summary>How many at most, the latest first.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>Of those only so many that most reports tell, these first, whatever their order in time; null for all.</summary>
    public int? MostTold { get; init; }

    /// <summary>How many claims of each at most, the best first.</summary>
    public int ClaimsEach { get; init; } = int.MaxValue;
}
