using Entente.Claims;

namespace Entente.Recognizing;

/// <summary>How words name an actor.</summary>
public enum ActorNameForm
{
    /// <summary>A state by its name: Kazakhstan, the Kyrgyz Republic.</summary>
    Name,

    /// <summary>A state by its adjective: Kazakh.</summary>
    Adjective,

    /// <summary>Its people: Kazakhs, a Kazakhstani.</summary>
    Demonym,

    /// <summary>A capital or seat that may stand for the government: Astana, the Kremlin.</summary>
    Seat,

    /// <summary>A ministry, parliament, army, central bank or other organ of state.</summary>
    Organ,

    /// <summary>A company that acts for a state: KazMunayGas.</summary>
    Company,

    /// <summary>An international organisation.</summary>
    Organization,
}

/// <summary>Words that name a state, something that always acts for one state, or an international organisation.</summary>
public sealed record ActorName : Mention
{
    /// <summary>Whom it acts for, best first; several where the words are ambiguous (Georgia). Empty where the text must tell (an organ without a state: "the Foreign Ministry").</summary>
    public required IReadOnlyList<ActorCode> Candidates { get; init; }

    /// <summary>How it names the actor.</summary>
    public required ActorNameForm Form { get; init; }

    /// <summary>The name in the lists' own spelling.</summary>
    public required string Name { get; init; }

    /// <summary>PLOVER sector code: GOV, MIL, LEG, BUS ..., if the list has one.</summary>
    public string? Role { get; init; }

    /// <summary>Whether it is in the plural: "ministries", "Kazakhs".</summary>
    public bool IsPlural { get; init; }
}

/// <summary>Words that name an office: "foreign minister", "Ambassador Extraordinary and Plenipotentiary".</summary>
public sealed record OfficeTitle : Mention
{
    /// <summary>The office in lower-case English, as in data/offices.tsv: "foreign minister", "ambassador".</summary>
    public required string Office { get; init; }

    /// <summary>PLOVER sector code.</summary>
    public string? Role { get; init; }

    /// <summary>HS head of state, HG head of government, FM foreign minister, or null.</summary>
    public string? Rank { get; init; }

    /// <summary>What may follow the title: post (ambassador to Norway), body (chairman of the board), place (mayor of Riga), state (president of Chad), or null.</summary>
    public string? Tail { get; init; }

    /// <summary>Whether it is in the plural: "the presidents", "foreign ministers".</summary>
    public bool IsPlural { get; init; }

    /// <summary>"former", "acting", "deputy" or the like before it, in lower case, where that is no part of <see cref="Office"/>.</summary>
    public string? Qualifier { get; init; }
}

/// <summary>Words that name a person.</summary>
public sealed record PersonName : Mention
{
    /// <summary>The name as written, without titles.</summary>
    public required string Name { get; init; }
}

/// <summary>Words that name a place.</summary>
public sealed record PlaceName : Mention
{
    /// <summary>The name in the lists' own spelling, or as written where no list has it.</summary>
    public required string Name { get; init; }

    /// <summary>city, capital, region, sea, river, port, border crossing, dam, pipeline, corridor or other.</summary>
    public required string Kind { get; init; }

    /// <summary>The state that it lies in, if it lies in one.</summary>
    public ActorCode? State { get; init; }

    /// <summary>Degrees north, if known.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, if known.</summary>
    public double? Longitude { get; init; }

    /// <summary>The states of all places of the lists that have the name, the largest first; none where the name is of one place.</summary>
    public IReadOnlyList<ActorCode> Candidates { get; init; } = [];

    /// <summary>What it was chosen by, where there was a choice.</summary>
    public string? Why { get; init; }
}

/// <summary>Words that name a kind of instrument: "treaty", "memorandum of understanding", "14 agreements".</summary>
public sealed record Instrument : Mention
{
    /// <summary>treaty, agreement, declaration, statement, protocol, memorandum, contract, plan, programme, roadmap or other.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it is in the plural.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Whether the word alone is seldom an instrument ("deal", "plan", "text"): believe it beside a verb of signing or between parties.</summary>
    public bool IsWeak { get; init; }
}

/// <summary>Words that name goods: "heating oil", "wheat".</summary>
public sealed record Commodity : Mention
{
    /// <summary>The goods in lower case, as written.</summary>
    public required string Name { get; init; }

    /// <summary>energy, food, metal, money, arms ..., as in data/commodities.tsv.</summary>
    public required string Class { get; init; }
}
