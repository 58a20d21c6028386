using Entente.Claims;
using Entente.Text;

namespace Entente.Reconciling;

/// <summary>
/// Sums inside one report: growth that does not lead from last year's figure to this year's ("doubled", from 1.2 to 2 billion), exports and imports
/// that do not make the turnover, and a share and a part that give another whole. A function of the report alone.
/// </summary>
internal static class Arithmetic
{
    private const decimal Negligible = 0.02m;
    private const decimal Largest = 1e20m;
    private const string By = Judgement.RulePrefix + "arithmetic";

    /// <summary>What does not come out among the claims of one report.</summary>
    public static void Check(IEnumerable<ReportedClaim> report, List<Judgement> judgements)
    {
        Entry[] figures = [.. report.Where(Holds).OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => new Entry(c, FigureRules.Instance))];
        if (figures.Length < 2) return;
        foreach (Entry later in figures) Growth(later, figures, judgements);
        Sums(figures, judgements);
        Shares(figures, judgements);
    }

    private static bool Holds(ReportedClaim claim) =>
        claim.Claim is Figure { Value: > -Largest and < Largest, Status: ClaimStatus.Happened or ClaimStatus.Ongoing, Comparator: null or "=" or "~" };

    private static void Growth(Entry later, Entry[] figures, List<Judgement> judgements)
    {
        Figure now = (Figure)later.Claim;
        if (now.ChangePct is not { } change || change < -100 || change > 100_000) return;
        Entry[] before = [.. figures.Where(e => e != later && IsYearBefore((Figure)e.Claim, now) && Alike(e, later))];
        if (before.Length != 1) return;
        Figure then = (Figure)before[0].Claim;
        decimal value = now.Value!.Value, base_ = then.Value!.Value, factor = 1 + (change / 100);
        decimal expected = base_ * factor;
        // The change is rounded too: "by half", "7.4 %".
        decimal slack = Rounding.Slack(value, now.Comparator) + (Rounding.Slack(base_, then.Comparator) * Math.Abs(factor)) + (Math.Abs(base_) * PercentSlack(change) / 100);
        if (Math.Abs(expected - value) <= Math.Max(slack, Negligible * Math.Abs(value))) return;
        string reason = $"{AmountText.Of(base_, then.Unit)} and {AmountText.Change(change)} give {AmountText.Of(decimal.Round(expected, 2), now.Unit)}, not {AmountText.Of(value, now.Unit)}";
        judgements.Add(Contradictions.Pair(later, before[0], By, reason, 0.8));
    }

    private static decimal PercentSlack(decimal percent) => percent == decimal.Truncate(percent) ? 0.5m : 0.05m;

    private static void Sums(Entry[] figures, List<Judgement> judgements)
    {
        foreach (Entry total in figures)
        {
            Figure turnover = (Figure)total.Claim;
            if (turnover.Measure != "trade_turnover" || turnover.Period is null || total.Subject.Length > 0) continue;
            IReadOnlyList<ActorCode> pair = ClaimSlots.Distinct(turnover);
            Entry[] parts = [.. figures.Where(e => e.Claim is Figure { Measure: "exports" or "imports" } f && f.Unit == turnover.Unit && turnover.Period.Equals(f.Period) && e.Subject.Length == 0 && ClaimSlots.Distinct(f).SequenceEqual(pair))];
            if (parts.Length != 2 || !AreBothWays((Figure)parts[0].Claim, (Figure)parts[1].Claim)) continue;
            Figure a = (Figure)parts[0].Claim, b = (Figure)parts[1].Claim;
            decimal whole = turnover.Value!.Value, x = a.Value!.Value, y = b.Value!.Value;
            decimal slack = Rounding.Slack(whole, turnover.Comparator) + Rounding.Slack(x, a.Comparator) + Rounding.Slack(y, b.Comparator);
            if (Math.Abs(x + y - whole) <= Math.Max(slack, Negligible * Math.Abs(whole))) continue;
            string reason = $"exports and imports of {AmountText.Of(x, a.Unit)} and {AmountText.Of(y, b.Unit)} make {AmountText.Of(x + y, a.Unit)}, not {AmountText.Of(whole, turnover.Unit)}";
            judgements.Add(Contradictions.Pair(total, parts[0], By, reason, 0.75));
        }
    }

    // "Trade with China reached $20 billion, 15 percent of our trade of $100 billion": the share of two, the figure of the two, and the figure of one.
    private static void Shares(Entry[] figures, List<Judgement> judgements)
    {
        foreach (Entry share in figures)
        {
            Figure percent = (Figure)share.Claim;
            if (percent.Measure != "share" || percent.Unit != "percent" || percent.Value is not (> 0 and <= 100)) continue;
            IReadOnlyList<ActorCode> pair = ClaimSlots.Distinct(percent);
            if (pair.Count != 2) continue;
            foreach (Entry part in figures)
            {
                Figure some = (Figure)part.Claim;
                if (some.Measure is not ("trade_turnover" or "exports" or "imports" or "investment") || some.Unit is null || some.Value <= 0 || !ClaimSlots.Distinct(some).SequenceEqual(pair) || !PeriodFits(some, percent) || !SubjectFits(part, share)) continue;
                Entry[] wholes = [.. figures.Where(e => e.Claim is Figure f && f.Measure == some.Measure && f.Unit == some.Unit && f.Rate == some.Rate && f.Value > 0 && ClaimSlots.Distinct(f) is [var one] && pair.Contains(one) && PeriodFits(f, some) && SubjectFits(e, part))];
                if (wholes.Length != 1) continue;
                Figure whole = (Figure)wholes[0].Claim;
                decimal value = some.Value!.Value, total = whole.Value!.Value, told = percent.Value.Value;
                decimal slack = Rounding.Slack(value, some.Comparator) + (Rounding.Slack(total, whole.Comparator) * told / 100) + (total * PercentSlack(told) / 100);
                if (Math.Abs((total * told / 100) - value) <= Math.Max(slack, Negligible * value)) continue;
                string reason = $"{AmountText.Of(told, "percent")} of {AmountText.Of(total, whole.Unit)} is {AmountText.Of(decimal.Round(total * told / 100, 2), whole.Unit)}, not {AmountText.Of(value, some.Unit)}";
                judgements.Add(Contradictions.Pair(share, part, By, reason, 0.7));
                break;
            }
        }
    }

    private static bool PeriodFits(Figure a, Figure b) => a.Period is null || b.Period is null || a.Period.Equals(b.Period);

    private static bool SubjectFits(Entry a, Entry b) => a.Subject.AsSpan().SequenceEqual(b.Subject);

    private static bool AreBothWays(Figure a, Figure b) =>
        a.From.Count > 0 && b.From.Count > 0 ? a.From[0] != b.From[0] : a.Measure != b.Measure && a.From.Count == b.From.Count;

    private static bool Alike(Entry a, Entry b)
    {
        Figure x = (Figure)a.Claim, y = (Figure)b.Claim;
        return x.Measure == y.Measure && x.Unit == y.Unit && x.Rate == y.Rate && x.From.SequenceEqual(y.From) && x.To.SequenceEqual(y.To)
            && x.Parties.OrderBy(p => p).SequenceEqual(y.Parties.OrderBy(p => p)) && SubjectFits(a, b);
    }

    // The same period of the year before; or neither says which ("from 1.2 to 2 billion").
    private static bool IsYearBefore(Figure then, Figure now)
    {
        if (then.ChangePct is not null && then.Period is null) return false;
        if (then.Period is null || now.Period is null) return then.Period is null && now.Period is null;
        return Shifted(then.Period.Start) == now.Period.Start && Shifted(then.Period.End) == now.Period.End;
    }

    private static PartialDate? Shifted(PartialDate? date) => date is { } d ? PartialDate.TryCreate(d.Year + 1, d.Month, d.Day) : null;
}
