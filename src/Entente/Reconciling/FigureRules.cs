using Entente.Claims;
using Entente.Text;

namespace Entente.Reconciling;

/// <summary>
/// Two reports give one figure where measure, sides, goods and period agree and the numbers may be roundings of each other. Where all but the
/// number agrees, they contradict each other. Targets are joined with targets.
/// </summary>
internal sealed class FigureRules : KindRules
{
    public static readonly FigureRules Instance = new();

    public override string Name => "figure";

    // Turnover, exports and imports lie in one topic so that their sums can be held against each other.
    public override string Topic(ReportedClaim claim)
    {
        Figure f = (Figure)claim.Claim;
        string measure = f.Measure is "exports" or "imports" ? "trade_turnover" : f.Measure;
        return $"figure|{measure}|{ActorsOf(f)}";
    }

    public override int Detail(Claim claim)
    {
        Figure f = (Figure)claim;
        return (f.Value is null ? 0 : 4) + (f.Period is null ? 0 : 3) + (f.ChangePct is null ? 0 : 1) + (f.From.Count + f.To.Count == 0 ? 0 : 1)
            + (f.Due is null ? 0 : 2) + (f.Comparator is "=" ? 1 : 0);
    }

    public override Shelves NewShelves() => new ValueShelves(e => e.Claim is Figure f ? (f.Unit, f.Value) : default);

    public override Likeness? Compare(Entry a, Entry b)
    {
        Figure x = (Figure)a.Claim, y = (Figure)b.Claim;
        if (IsAhead(x.Status) != IsAhead(y.Status) || !AboutTheSame(a, b, x, y)) return null;
        double dates = PeriodsFit(a, b, x, y);
        if (dates == 0) return null;
        if (x.Value is { } v && y.Value is { } w)
        {
            if (x.Unit != y.Unit || !Rounding.MayBeSame(v, x.Comparator, w, y.Comparator)) return null;
            return new Likeness(dates * (v == w ? 1 : 0.95), v == w ? "same measure, period and value" : "same measure and period, another rounding");
        }
        return x.Value is null && y.Value is null && x.ChangePct is { } c && y.ChangePct is { } d && Rounding.MayBeSame(c, null, d, null)
            ? new Likeness(dates * 0.9, "same measure, period and change")
            : null;
    }

    public override string? Clash(Entry a, Entry b)
    {
        Figure x = (Figure)a.Claim, y = (Figure)b.Claim;
        if (x.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing) || y.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing)) return null;
        if (x.Measure is "other" or "price" or "companies" or "agreements" || x.Value is not { } v || y.Value is not { } w || x.Unit != y.Unit) return null;
        if (x.Period is null || !x.Period.Equals(y.Period) || x.Period.Start is null || x.Period.End is null || x.Rate != y.Rate) return null;
        if (!AboutTheSame(a, b, x, y) || !SameGoods(a, b)) return null;
        // Where a report tells a flow with both givers and receivers and another only the two parties, they may speak of different directions.
        if (x.Measure is not "trade_turnover" && Directed(x) != Directed(y)) return null;
        return Rounding.Clash(v, x.Comparator, w, y.Comparator) ? $"{x.Measure.Replace('_', ' ')} of {x.Period}: {(a.Report.IsStatistics || b.Report.IsStatistics ? "official statistics have another value" : "two values that cannot both hold")}" : null;
    }

    private static bool SameGoods(Entry a, Entry b) => a.Subject.AsSpan().SequenceEqual(b.Subject);

    private static bool Directed(Figure f) => f.From.Count > 0 && f.To.Count > 0;

    private static bool AboutTheSame(Entry a, Entry b, Figure x, Figure y)
    {
        bool mirrored = x.Measure != y.Measure;
        if (mirrored && !(x.Measure is "exports" or "imports" && y.Measure is "exports" or "imports")) return false;
        // What one exports the other imports: one flow, if both say from whom to whom.
        if (mirrored && !(Directed(x) && Directed(y))) return false;
        if (!Sides.Fit(x.From, y.From) || !Sides.Fit(x.To, y.To)) return false;
        if (x.Measure is "share" or "rank" or "companies" && x.Parties.Count > 0 && y.Parties.Count > 0 && x.Parties[0] != y.Parties[0]) return false;
        if (a.Subject.Length == 0 && b.Subject.Length == 0) return true;
        return a.Subject.Length > 0 && b.Subject.Length > 0 && Words.Overlap(a.Subject, b.Subject) >= 0.5;
    }

    private static double PeriodsFit(Entry a, Entry b, Figure x, Figure y)
    {
        if (x.Rate is not null && y.Rate is not null && x.Rate != y.Rate) return 0;
        if (IsAhead(x.Status)) return x.Due is null || y.Due is null ? 0.8 : x.Due.Value.FirstDay <= y.Due.Value.LastDay && y.Due.Value.FirstDay <= x.Due.Value.LastDay ? 0.95 : 0;
        if (x.Period is not null && y.Period is not null) return x.Period.Equals(y.Period) || SameDays(x.Period, y.Period) ? 0.97 : 0;
        if (a.Report.Published is not { } p || b.Report.Published is not { } q) return 0;
        // One report, or both, do not say which year: they speak of one only if they came out about the same time.
        int apart = Math.Abs(p.FirstDay.DayNumber - q.FirstDay.DayNumber);
        return apart <= 45 ? 0.8 : 0;
    }

    private static bool SameDays(DateRange a, DateRange b) =>
        a.Start?.FirstDay == b.Start?.FirstDay && a.End?.LastDay == b.End?.LastDay;
}
