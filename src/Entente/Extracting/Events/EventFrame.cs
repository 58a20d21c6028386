using System.Collections.Frozen;
using Entente.Claims;

namespace Entente.Extracting.Events;

/// <summary>One predicate of a line of data/predicates/events-*.tsv: what it tells and where its sides stand.</summary>
internal sealed record EventFrame
{
    /// <summary>What a line may say of its sides; all other words of it are conditions.</summary>
    public static readonly FrozenSet<string> Flags = FrozenSet.Create("mutual", "bothways", "domestic", "thirdparty", "both", "target", "other", "named", "yields", "ahead");

    /// <summary>Lemmas of the predicate, in order: "put", "name", "to".</summary>
    public required string[] Words { get; init; }

    /// <summary>V verb, N noun, A adjective.</summary>
    public required char Pos { get; init; }

    /// <summary>Type of PLOVER.</summary>
    public required EventType Type { get; init; }

    /// <summary>Mode of PLOVER, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>Where the source may stand, best first.</summary>
    public required string[] Source { get; init; }

    /// <summary>Where the target may stand, best first.</summary>
    public required string[] Target { get; init; }

    /// <summary>What must hold.</summary>
    public required string[] Conditions { get; init; }

    /// <summary>Form of a consultation.</summary>
    public string? Format { get; init; }

    /// <summary>CAMEO code.</summary>
    public string? Cameo { get; init; }

    /// <summary>Contexts of PLOVER.</summary>
    public required string[] Contexts { get; init; }

    /// <summary>Order in the tables.</summary>
    public required int Order { get; init; }

    /// <summary>How much it asks for beside its words: what asks more is tried first.</summary>
    public int Weight { get; init; }

    /// <summary>Its line: "events-conflict.tsv:12".</summary>
    public string Line { get; init; } = "";

    /// <summary>Its line and predicate, for messages and <c>explain</c>: "events-conflict.tsv:12 condemn".</summary>
    public string Name => $"{Line} {string.Join(' ', Words)}";

    /// <summary>Whether all sides act on each other, told once.</summary>
    public bool IsMutual => Has("mutual");

    /// <summary>Whether all sides act on each other, told once for each direction.</summary>
    public bool IsBothWays => Has("bothways");

    /// <summary>Whether it may be told of one state alone.</summary>
    public bool IsDomestic => Has("domestic");

    /// <summary>Whether a condition or flag stands on the line.</summary>
    public bool Has(string condition) => Array.IndexOf(Conditions, condition) >= 0;
}
