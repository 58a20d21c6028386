using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>
/// How claims of one kind are joined. A topic bounds the work: claims of different topics are never joined and never contradict each other,
/// so a new report touches only its own topics.
/// </summary>
internal abstract class KindRules
{
    /// <summary>What "rule:..." is called in judgements.</summary>
    public abstract string Name { get; }

    /// <summary>The topic of a claim, as text.</summary>
    public abstract string Topic(ReportedClaim claim);

    /// <summary>How much a claim tells: those that tell most found a fact, the vaguer ones join it.</summary>
    public abstract int Detail(Claim claim);

    /// <summary>Whether two claims of one topic and of two reports are about the same thing; null where they are not. Symmetric.</summary>
    public abstract Likeness? Compare(Entry a, Entry b);

    /// <summary>Whether its rules look at the quotes and mentions of claims; otherwise a claim may come without.</summary>
    public virtual bool ReadsWords => false;

    /// <summary>Where the clusters of a topic are looked for.</summary>
    public virtual Shelves NewShelves() => new OneShelf();

    /// <summary>Why two facts of one topic cannot both hold, or null. Symmetric.</summary>
    public virtual string? Clash(Entry a, Entry b) => null;

    /// <summary>Where a fact stands by all its claims, which come in the order of <see cref="Entry.Order"/>.</summary>
    public virtual ClaimStatus StatusOf(IReadOnlyList<Entry> claims)
    {
        ClaimStatus best = ClaimStatus.Denied;
        foreach (Entry entry in claims) best = (ClaimStatus)Math.Min((int)best, (int)entry.Claim.Status);
        return best;
    }

    /// <summary>The rules of all kinds.</summary>
    public static IReadOnlyList<KindRules> All { get; } =
        [EventRules.Instance, AgreementRules.Instance, FigureRules.Instance, TransferRules.Instance, ProjectRules.Instance, RelationRules.Instance, OfficeRules.Instance];

    /// <summary>The rules of a kind.</summary>
    public static KindRules Of(Claim claim) => claim switch
    {
        Event => EventRules.Instance,
        Agreement => AgreementRules.Instance,
        Figure => FigureRules.Instance,
        Transfer => TransferRules.Instance,
        Project => ProjectRules.Instance,
        Relation => RelationRules.Instance,
        Office => OfficeRules.Instance,
        _ => throw new ArgumentException($"The kind {claim.Kind} has no rules.", nameof(claim)),
    };

    /// <summary>The actors of a claim as text, each once, in order; at most four, the rest counted.</summary>
    protected static string ActorsOf(Claim claim)
    {
        IReadOnlyList<ActorCode> actors = ClaimSlots.Distinct(claim);
        return actors.Count <= 4 ? string.Join(' ', actors) : string.Join(' ', actors.Take(4)) + " +";
    }

    /// <summary>Whether what was announced in one claim may be what happened in the other: it came no sooner than a few days before the announcement.</summary>
    protected static bool PlanFits(Entry a, Entry b)
    {
        if (!IsAhead(a.Claim.Status) && !IsAhead(b.Claim.Status)) return true;
        if (IsAhead(a.Claim.Status) && IsAhead(b.Claim.Status)) return true;
        (Entry plan, Entry other) = IsAhead(a.Claim.Status) ? (a, b) : (b, a);
        if (plan.Report.Published is not { } announced || other.Days is not { } days) return true;
        return days.Last >= announced.FirstDay.AddDays(-1);
    }

    /// <summary>Planned or proposed.</summary>
    protected static bool IsAhead(ClaimStatus status) => status is ClaimStatus.Planned or ClaimStatus.Proposed;
}
