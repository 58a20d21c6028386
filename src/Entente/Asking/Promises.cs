using Entente.Claims;
using Entente.Text;

namespace Entente.Asking;

/// <summary>Says what came of what was announced: by the other claims of the same fact, and for targets by the figures of the same measure.</summary>
internal static class Promises
{
    // Of a target, or of goods promised, this much and more is "partly" and not "overdue".
    private const decimal Partly = 0.5m;
    private const decimal Nearly = 0.98m;

    /// <summary>The promise of a fact, or null where nobody announced it.</summary>
    /// <param name="fact">The fact, with all its claims.</param>
    /// <param name="figures">Figures of the same actors, for targets.</param>
    /// <param name="today">The day on which it is asked.</param>
    public static Promise? Of(Fact fact, IEnumerable<Fact> figures, DateOnly today)
    {
        ReportedClaim? announced = fact.Claims.Where(c => c.Claim.Status is ClaimStatus.Planned or ClaimStatus.Proposed)
            .OrderBy(c => c.Report.Published ?? default).ThenBy(c => c.Id, StringComparer.Ordinal).FirstOrDefault();
        if (announced is null) return null;
        PartialDate? due = fact.Claims.Where(c => c.Claim.Status is ClaimStatus.Planned or ClaimStatus.Proposed).Select(c => Due(c.Claim)).FirstOrDefault(d => d is not null);
        if (announced.Claim is Figure target) return OfTarget(fact, announced, target, due, figures, today);
        ReportedClaim? done = fact.Claims.Where(c => c.Claim.Status is ClaimStatus.Happened or ClaimStatus.Ongoing).OrderByDescending(c => c.Report.Published ?? default).ThenBy(c => c.Id, StringComparer.Ordinal).FirstOrDefault();
        if (done is not null) return new Promise(fact, announced, due, Short(announced.Claim, done.Claim) ? PromiseState.Partly : PromiseState.Kept, done);
        ReportedClaim? denied = fact.Claims.FirstOrDefault(c => c.Claim.Status == ClaimStatus.Denied && !IsBefore(c.Report, announced.Report));
        if (denied is not null) return new Promise(fact, announced, due, PromiseState.CalledOff, denied);
        return new Promise(fact, announced, due, IsOver(due, today) ? PromiseState.Overdue : PromiseState.Open, null);
    }

    private static Promise OfTarget(Fact fact, ReportedClaim announced, Figure target, PartialDate? due, IEnumerable<Fact> figures, DateOnly today)
    {
        ReportedClaim? best = null, last = null;
        foreach (Fact other in figures)
        {
            if (other.Best.Claim is not Figure { Status: ClaimStatus.Happened or ClaimStatus.Ongoing, Value: not null } f || !Fits(f, target)) continue;
            if (IsBefore(other.Best.Report, announced.Report)) continue;
            // What was reached before the target was set is no answer to it.
            if (f.Period?.End is { } end && announced.Report.Published is { } set && end.LastDay < set.FirstDay.AddMonths(-12)) continue;
            if (due is { } by && f.Period?.Start is { } start && start.FirstDay > by.LastDay) continue;
            if (best is null || f.Value > ((Figure)best.Claim).Value) best = other.Best;
            if (last is null || (other.When?.End ?? default).CompareTo((Figure)last.Claim is { Period.End: { } e } ? e : default) > 0) last = other.Best;
        }
        if (target.Value is { } goal && goal > 0 && best is not null)
        {
            decimal reached = ((Figure)best.Claim).Value!.Value / goal;
            if (target.Comparator == "<" ? reached <= 1 : reached >= Nearly) return new Promise(fact, announced, due, PromiseState.Kept, best);
            if (IsOver(due, today)) return new Promise(fact, announced, due, reached >= Partly ? PromiseState.Partly : PromiseState.Overdue, last ?? best);
            return new Promise(fact, announced, due, PromiseState.Open, last ?? best);
        }
        return new Promise(fact, announced, due, IsOver(due, today) ? PromiseState.Overdue : PromiseState.Open, null);
    }

    private static bool Fits(Figure f, Figure target) =>
        f.Measure == target.Measure && f.Unit == target.Unit && string.Equals(f.Commodity, target.Commodity, StringComparison.OrdinalIgnoreCase)
        && ClaimSlots.Distinct(f).SequenceEqual(ClaimSlots.Distinct(target)) && (target.From.Count == 0 || f.From.Count == 0 || target.From.SequenceEqual(f.From));

    private static PartialDate? Due(Claim claim) => claim switch
    {
        Figure { Due: { } due } => due,
        Agreement { Until: not null, Date: null } => null,
        _ => ClaimSlots.When(claim)?.End,
    };

    private static bool Short(Claim promised, Claim done) =>
        promised is Transfer { Quantity: { } p } a && done is Transfer { Quantity: { } d } b && a.Unit == b.Unit && d < p * 0.9m;

    private static bool IsOver(PartialDate? due, DateOnly today) => due is { } d && d.LastDay < today;

    private static bool IsBefore(Report a, Report b) => a.Published is { } x && b.Published is { } y && x.FirstDay < y.FirstDay;
}
