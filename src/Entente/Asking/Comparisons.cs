using System.Globalization;
using Entente.Claims;

namespace Entente.Asking;

/// <summary>Holds what reports say against official statistics: the same measure, sides, goods and period.</summary>
internal static class Comparisons
{
    /// <summary>A line for each figure of a report for which there is an official one; the latest period first.</summary>
    public static IEnumerable<DossierLine> Of(IEnumerable<Fact> figures, Wording wording, IReadOnlyList<ActorCode> about)
    {
        var groups = figures.Where(f => f.Best.Claim is Figure { Value: not null, Period: not null, Status: ClaimStatus.Happened or ClaimStatus.Ongoing })
            .GroupBy(f => Key((Figure)f.Best.Claim), StringComparer.Ordinal);
        foreach (var group in groups.OrderByDescending(g => ((Figure)g.First().Best.Claim).Period!.End ?? default).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            Fact? official = group.Where(f => f.Best.Report.IsStatistics).OrderByDescending(f => f.Reports).ThenBy(f => f.Id, StringComparer.Ordinal).FirstOrDefault();
            if (official is null) continue;
            foreach (Fact fact in group.OrderByDescending(f => f.Reports).ThenBy(f => f.Id, StringComparer.Ordinal))
            {
                // Statistics and reports that are one fact agree; the first claim of a report in it is shown beside the official one.
                ReportedClaim? told = fact.Claims.FirstOrDefault(c => !c.Report.IsStatistics);
                if (told is not null) yield return Line(told, (fact.Best.Report.IsStatistics ? fact : official).Best, fact, fact.Best.Report.IsStatistics, wording, about);
            }
        }
    }

    private static DossierLine Line(ReportedClaim told, ReportedClaim official, Fact fact, bool agree, Wording wording, IReadOnlyList<ActorCode> about)
    {
        Figure said = (Figure)told.Claim, counted = (Figure)official.Claim;
        string what = wording.Of(said with { Value = null, ChangePct = null }, about);
        decimal apart = counted.Value is { } whole and not 0 ? Math.Round((said.Value!.Value - whole) / whole * 100, 1) : 0;
        string difference = agree || apart == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({Math.Abs(apart):0.#} % {(apart < 0 ? "less" : "more")})");
        string text = $"{what}: reports say {AmountText.Of(said.Value!.Value, said.Unit, said.Comparator)}{difference}, {official.Report.Publisher ?? "statistics"} {AmountText.Of(counted.Value!.Value, counted.Unit)}";
        return new DossierLine(Wording.Of(said.Period), agree ? "agrees" : "differs", text, [told, official], fact.Reports, fact.Independent, fact.Id);
    }

    // What one side exports the other imports: one flow.
    private static string Key(Figure f)
    {
        bool flow = f.Measure is "exports" or "imports" && f.From.Count > 0 && f.To.Count > 0;
        return string.Join('|', flow ? "flow" : f.Measure, string.Join(' ', f.From), string.Join(' ', f.To), string.Join(' ', f.Parties.Order()), f.Commodity?.ToLowerInvariant(), f.Period, f.Unit, f.Rate);
    }
}
