using Entente.Text;

namespace Entente.Claims;

/// <summary>The event types of PLOVER.</summary>
public enum EventType
{
    /// <summary>Promises, offers or undertakes to cooperate.</summary>
    Agree,

    /// <summary>Meets, visits, calls, negotiates.</summary>
    Consult,

    /// <summary>Signs, ratifies, recognises, endorses.</summary>
    Support,

    /// <summary>Yields in words.</summary>
    Concede,

    /// <summary>Cooperates in deed.</summary>
    Cooperate,

    /// <summary>Helps in deed.</summary>
    Aid,

    /// <summary>Yields in deed.</summary>
    Retreat,

    /// <summary>Asks or demands.</summary>
    Request,

    /// <summary>Criticises, accuses, sues, investigates.</summary>
    Accuse,

    /// <summary>Refuses.</summary>
    Reject,

    /// <summary>Threatens.</summary>
    Threaten,

    /// <summary>Demonstrates.</summary>
    Protest,

    /// <summary>Cuts a relation.</summary>
    Sanction,

    /// <summary>Moves forces.</summary>
    Mobilize,

    /// <summary>Represses or coerces short of violence.</summary>
    Coerce,

    /// <summary>Uses force.</summary>
    Assault,
}

/// <summary>A happening, coded by PLOVER.</summary>
public sealed record Event : Claim
{
    /// <inheritdoc/>
    public override string Kind => "event";

    /// <summary>What happened.</summary>
    public required EventType Type { get; init; }

    /// <summary>Who acts.</summary>
    public required IReadOnlyList<ActorCode> Source { get; init; }

    /// <summary>Whom it concerns.</summary>
    public required IReadOnlyList<ActorCode> Target { get; init; }

    /// <summary>When.</summary>
    public DateRange? Date { get; init; }

    /// <summary>Where, as written.</summary>
    public string? Place { get; init; }

    /// <summary>Form of a consultation: visit, meeting, call, session, summit, forum.</summary>
    public string? Format { get; init; }

    /// <summary>Mode of PLOVER, where the words tell it.</summary>
    public string? Mode { get; init; }

    /// <summary>Contexts of PLOVER, sorted.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code, with its leading zero.</summary>
    public string? Cameo { get; init; }
}
