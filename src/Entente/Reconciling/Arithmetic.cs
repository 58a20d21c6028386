using Entente.Claims;
using Entente.Text;

namespace Entente.Reconciling;

/// <summary>
/// Sums inside one report: growth that does not lead from last year's figure to this year's ("doubled", from 1.2 to 2 billion), and exports and
/// imports that do not make the turnover.
/// </summary>
internal static class Arithmetic
{
    private const decimal Negligible = 0.02m;
    private const string By = Judgement.RulePrefix + "arithmetic";

    public static void Check(IEnumerable<Entry> entries, List<Judgement> judgements)
    {
        foreach (IGrouping<string, Entry> report in entries.Where(Holds).GroupBy(e => e.Report.Id, StringComparer.Ordinal))
        {
            Entry[] figures = [.. report.OrderBy(e => e.Reported.Id, StringComparer.Ordinal)];
            if (figures.Length < 2) continue;
            foreach (Entry later in figures) Growth(later, figures, judgements);
            Sums(figures, judgements);
        }
    }

    private static bool Holds(Entry entry) =>
        entry.Claim is Figure { Value: not null, Status: ClaimStatus.Happened or ClaimStatus.Ongoing, Comparator: null or "=" or "~" };

    private static void Growth(Entry later, Entry[] figures, List<Judgement> judgements)
    {
        Figure now = (Figure)later.Claim;
        if (now.ChangePct is not { } change || change < -100 || change > 100_000) return;
        Entry[] before = [.. figures.Where(e => e != later && IsYearBefore((Figure)e.Claim, now) && Alike(e, later))];
        if (before.Length != 1) return;
        Figure then = (Figure)before[0].Claim;
        decimal value = now.Value!.Value, base_ = then.Value!.Value, factor = 1 + (change / 100);
        if (Math.Abs(value) > 1e20m || Math.Abs(base_) > 1e20m) return;
        decimal expected = base_ * factor;
        // The change is rounded too: "by half", "7.4 %".
        decimal slack = Rounding.Slack(value, now.Comparator) + (Rounding.Slack(base_, then.Comparator) * Math.Abs(factor)) + (Math.Abs(base_) * ChangeSlack(change) / 100);
        if (Math.Abs(expected - value) <= Math.Max(slack, Negligible * Math.Abs(value))) return;
        string reason = $"{AmountText.Of(base_, then.Unit)} and {AmountText.Change(change)} give {AmountText.Of(decimal.Round(expected, 2), now.Unit)}, not {AmountText.Of(value, now.Unit)}";
        judgements.Add(Contradictions.Pair(later, before[0], By, reason, 0.8));
    }

    private static decimal ChangeSlack(decimal change) => change == decimal.Truncate(change) ? 0.5m : 0.05m;

    private static void Sums(Entry[] figures, List<Judgement> judgements)
    {
        foreach (Entry total in figures)
        {
            Figure turnover = (Figure)total.Claim;
            if (turnover.Measure != "trade_turnover" || turnover.Period is null) continue;
            Entry[] parts = [.. figures.Where(e => e.Claim is Figure { Measure: "exports" or "imports" } f && f.Unit == turnover.Unit && turnover.Period.Equals(f.Period) && e.Subject.Length == 0)];
            if (total.Subject.Length > 0 || parts.Length != 2 || !AreBothWays((Figure)parts[0].Claim, (Figure)parts[1].Claim)) continue;
            Figure a = (Figure)parts[0].Claim, b = (Figure)parts[1].Claim;
            decimal whole = turnover.Value!.Value, x = a.Value!.Value, y = b.Value!.Value;
            if (Math.Abs(whole) > 1e20m || Math.Abs(x) > 1e20m || Math.Abs(y) > 1e20m) continue;
            decimal slack = Rounding.Slack(whole, turnover.Comparator) + Rounding.Slack(x, a.Comparator) + Rounding.Slack(y, b.Comparator);
            if (Math.Abs(x + y - whole) <= Math.Max(slack, Negligible * Math.Abs(whole))) continue;
            string reason = $"exports and imports of {AmountText.Of(x, a.Unit)} and {AmountText.Of(y, b.Unit)} make {AmountText.Of(x + y, a.Unit)}, not {AmountText.Of(whole, turnover.Unit)}";
            judgements.Add(Contradictions.Pair(total, parts[0], By, reason, 0.75));
        }
    }

    private static bool AreBothWays(Figure a, Figure b) =>
        a.From.Count > 0 && b.From.Count > 0 ? a.From[0] != b.From[0] : a.Measure != b.Measure && a.From.Count == b.From.Count;

    private static bool Alike(Entry a, Entry b)
    {
        Figure x = (Figure)a.Claim, y = (Figure)b.Claim;
        return x.Measure == y.Measure && x.Unit == y.Unit && x.Rate == y.Rate && x.From.SequenceEqual(y.From) && x.To.SequenceEqual(y.To)
            && x.Parties.OrderBy(p => p).SequenceEqual(y.Parties.OrderBy(p => p)) && a.Subject.AsSpan().SequenceEqual(b.Subject);
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
