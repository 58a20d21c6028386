using Entente.Claims;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Figures;

/// <summary>A figure while its sentence is read.</summary>
internal sealed class Draft
{
    /// <summary>Its number, or null where only a change is told.</summary>
    public QuantityMention? Quantity { get; init; }

    /// <summary>The token that stands for it in the tree.</summary>
    public required int Head { get; init; }

    /// <summary>What it measures.</summary>
    public required Measure Measure { get; set; }

    /// <summary>Token of the measure word, or -1 where it is carried over from before.</summary>
    public int MeasureHead { get; init; } = -1;

    /// <summary>The clause that it stands in.</summary>
    public required int Clause { get; init; }

    /// <summary>Unit of the number.</summary>
    public string? Unit { get; init; }

    /// <summary>Change told with it.</summary>
    public Change? Change { get; set; }

    /// <summary>Whether it is a part of the figure before, and planned with it: "3 billion for energy, 2 billion for water".</summary>
    public bool IsPartOfPlan { get; init; }

    /// <summary>Whether it was read as a target.</summary>
    public bool IsPlanned { get; set; }

    /// <summary>Who.</summary>
    public Sides Sides { get; set; } = Sides.None;

    /// <summary>When.</summary>
    public ResolvedTime? Time { get; set; }

    /// <summary>What the number is about, in goods.</summary>
    public string? Commodity { get; set; }
}

/// <summary>Who a figure is about: a direction, or parties.</summary>
/// <param name="From">Exporter, debtor, giver, home.</param>
/// <param name="To">Importer, creditor, receiver, host.</param>
/// <param name="Parties">Where there is no direction.</param>
internal sealed record Sides(IReadOnlyList<ActorCode> From, IReadOnlyList<ActorCode> To, IReadOnlyList<ActorCode> Parties)
{
    /// <summary>Nobody.</summary>
    public static Sides None { get; } = new([], [], []);

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<ActorCode> All => [.. From.Concat(To).Concat(Parties).Distinct()];
}
