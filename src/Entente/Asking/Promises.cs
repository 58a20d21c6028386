using Entente.Claims;
using Entente.Text;

namespace Entente.Asking;

/// <summary>Says what came of what was announced: by the other claims of the same fact, and for targets by the figures of the same measure.</summary>
internal static class Promises
{
    // Of a target, or of goods promised, this much and more is "partly" and not "overdue".
    private const decimal Partly = 0.5m;
    private const decimal Nearly = 0.98m;
    private const decimal NearlyAll = 0.9m;

    // What comes some days late was kept all the same.
    private const int Grace = 31;

    /// <summary>The promise of a fact, or null where nobody announced it.</summary>
    /// <param name="fact">The fact, with all its claims.</param>
    /// <param name="figures">Figures and transfers of the same actors, for targets and for goods promised.</param>
    /// <param name="today">The day on which it is asked.</param>
    public static Promise? Of(Fact fact, IEnumerable<Fact> figures, DateOnly today)
    {
        ReportedClaim? announced = fact.Claims.Where(c => c.Claim.Status is ClaimStatus.Planned or ClaimStatus.Proposed)
            .OrderBy(c => c.Report.Published ?? default).ThenBy(c => c.Id, StringComparer.Ordinal).FirstOrDefault();
        if (announced is null) return null;
        PartialDate? due = fact.Claims.Where(c => c.Claim.Status is ClaimStatus.Planned or ClaimStatus.Proposed).Select(Due).FirstOrDefault(d => d is not null);
        if (announced.Claim is Figure target) return OfTarget(fact, announced, target, due, figures, today);
        ReportedClaim? done = fact.Claims.Where(c => c.Claim.Status is ClaimStatus.Happened or ClaimStatus.Ongoing).OrderByDescending(c => c.Report.Published ?? default).ThenBy(c => c.Id, StringComparer.Ordinal).FirstOrDefault();
        if (done is not null) return new Promise(fact, announced, due, Short(announced.Claim, done.Claim) ? PromiseState.Partly : PromiseState.Kept, done);
        ReportedClaim? denied = fact.Claims.FirstOrDefault(c => c.Claim.Status == ClaimStatus.Denied && !IsBefore(c.Report, announced.Report));
        if (denied is not null) return new Promise(fact, announced, due, PromiseState.CalledOff, denied);
        if (announced.Claim is Transfer goods && Delivered(announced, goods, due, figures) is { } came)
        {
            return new Promise(fact, announced, due, Short(goods, came.Claim) ? PromiseState.Partly : PromiseState.Kept, came);
        }
        return new Promise(fact, announced, due, IsOver(due, today) ? PromiseState.Overdue : PromiseState.Open, null);
    }

    // Another amount than was promised is another fact, and all the same what came of the promise: the largest such delivery, as reports of one
    // after the other may tell of parts or of the whole so far.
    private static ReportedClaim? Delivered(ReportedClaim announced, Transfer goods, PartialDate? due, IEnumerable<Fact> others)
    {
        ReportedClaim? most = null;
        foreach (Fact other in others)
        {
            if (other.Best.Claim is not Transfer { Status: ClaimStatus.Happened or ClaimStatus.Ongoing } t || IsBefore(other.Best.Report, announced.Report)) continue;
            if (!t.From.SequenceEqual(goods.From) || !t.To.SequenceEqual(goods.To) || !string.Equals(t.Commodity, goods.Commodity, StringComparison.OrdinalIgnoreCase)) continue;
            if (Amount(goods, t) is null) continue;
            if (t.Period?.Start is { } start && ((due is { } by && start.FirstDay > by.LastDay.AddDays(Grace)) || (announced.Report.Published is { } set && start.LastDay < set.FirstDay))) continue;
            if (most is null || Amount(goods, t) > Amount(goods, (Transfer)most.Claim)) most = other.Best;
        }
        return most;
    }

    // How much came of what was promised, in one unit; null where they cannot be compared.
    private static decimal? Amount(Transfer promised, Transfer came) =>
        promised.Quantity is > 0 and var q && came.Quantity is { } c && promised.Unit == came.Unit ? c / q
        : promised.Value is > 0 and var v && came.Value is { } d && promised.Currency == came.Currency ? d / v : null;

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

    // A day that was over when the report came out is that of the announcement ("pledged last November"), or of what the plan belongs to.
    private static PartialDate? Due(ReportedClaim reported) =>
        Due(reported.Claim) is { } due && !(reported.Report.Published is { } published && due.LastDay < published.FirstDay) ? due : null;

    private static PartialDate? Due(Claim claim) => claim switch
    {
        Figure { Due: { } due } => due,
        Agreement { Until: not null, Date: null } => null,
        _ => ClaimSlots.When(claim)?.End,
    };

    private static bool Short(Claim promised, Claim done) => promised switch
    {
        Transfer goods => done is Transfer came && Amount(goods, came) < NearlyAll,
        // "14 agreements are to be signed", and nine were.
        Agreement { Count: > 1 and var planned } => done is Agreement signed && (signed.Count ?? 1) < planned,
        _ => false,
    };

    private static bool IsOver(PartialDate? due, DateOnly today) => due is { } d && d.LastDay < today;

    private static bool IsBefore(Report a, Report b) => a.Published is { } x && b.Published is { } y && x.FirstDay < y.FirstDay;
}
