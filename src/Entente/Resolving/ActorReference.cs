using Entente.Claims;
using Entente.Text;

namespace Entente.Resolving;

/// <summary>What lets words stand for an actor.</summary>
public enum ReferenceBasis
{
    /// <summary>The state's name.</summary>
    Name,

    /// <summary>Its adjective or demonym.</summary>
    Adjective,

    /// <summary>Its capital or seat of government.</summary>
    Seat,

    /// <summary>A ministry, army or other organ.</summary>
    Organ,

    /// <summary>A company.</summary>
    Company,

    /// <summary>An international organisation.</summary>
    Organization,

    /// <summary>A person who acts for it.</summary>
    Person,

    /// <summary>An office without a name: "the minister".</summary>
    Office,

    /// <summary>A group in focus: "both countries", "the two sides", "the parties", "bilateral".</summary>
    Group,

    /// <summary>A pronoun or another short form for something said before: "he", "the republic", "the delegation".</summary>
    Anaphor,
}

/// <summary>Words that stand for one or more states or organisations.</summary>
public sealed record ActorReference
{
    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>The tokens of the words: the mention alone, not its whole phrase.</summary>
    public required TokenRange Tokens { get; init; }

    /// <summary>The token that the others of it depend on.</summary>
    public required int Head { get; init; }

    /// <summary>Where the words stand.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Whom they stand for: one, or several for a group, in the order of the text that named them.</summary>
    public required IReadOnlyList<ActorCode> Actors { get; init; }

    /// <summary>What lets them stand for it.</summary>
    public required ReferenceBasis Basis { get; init; }

    /// <summary>The name behind the words, as fully as the report gives it: of a person, an organ, a company, a place.</summary>
    public string? Name { get; init; }

    /// <summary>The office of a person or the office named, in lower-case English.</summary>
    public string? Office { get; init; }

    /// <summary>PLOVER sector code.</summary>
    public string? Role { get; init; }

    /// <summary>What the resolver went by, in a few words, where it had a choice.</summary>
    public string? Why { get; init; }
}
