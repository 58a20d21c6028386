using Entente.Claims;
using Entente.Text;

namespace Entente.Asking;

/// <summary>Puts figures of one measure, direction, goods and unit in a row.</summary>
internal static class SeriesBuilder
{
    // A row of many points is no chart; the latest are kept.
    private const int MostPoints = 24;

    public static IReadOnlyList<Series> Of(IEnumerable<Fact> figures, Wording wording, IReadOnlyList<ActorCode> about)
    {
        List<Series> all = [];
        foreach (var group in figures.Select(f => (Fact: f, Figure: (Figure)f.Best.Claim))
            .Where(f => f.Figure.Value is not null && f.Figure.Unit is not null && f.Figure.Status != ClaimStatus.Denied && f.Figure.Measure is not ("other" or "price" or "rank"))
            .GroupBy(f => (f.Figure.Measure, f.Figure.Unit, Goods: f.Figure.Commodity?.ToLowerInvariant(), From: string.Join(' ', f.Figure.From), To: string.Join(' ', f.Figure.To), Parties: string.Join(' ', f.Figure.Parties.Order()))))
        {
            SeriesPoint[] points = [.. group.Select(f => Point(f.Fact, f.Figure)).OrderBy(p => p.IsTarget).ThenBy(p => p.Order ?? default).ThenBy(p => p.Fact.Id, StringComparer.Ordinal)];
            // Two points that can be compared, or a value and its target.
            if (points.Select(p => p.Label).Distinct().Count() < 2) continue;
            Figure first = group.First().Figure;
            string title = wording.Of(first with { Value = null, ChangePct = null, Due = null, Rate = null, Status = ClaimStatus.Happened }, about);
            all.Add(new Series(title, first.Measure, first.Unit!, [.. points.TakeLast(MostPoints)]));
        }
        return [.. all.OrderBy(s => s.Measure == "trade_turnover" ? 0 : s.Measure is "exports" or "imports" ? 1 : 2).ThenByDescending(s => s.Points.Count).ThenBy(s => s.Title, StringComparer.Ordinal)];
    }

    private static SeriesPoint Point(Fact fact, Figure figure)
    {
        bool target = figure.Status is ClaimStatus.Planned or ClaimStatus.Proposed;
        PartialDate? order = target ? figure.Due ?? figure.Period?.End : figure.Period?.End ?? fact.When?.End;
        string label = target ? figure.Due is { } due ? $"by {due}" : "target" : figure.Period is { } period ? Wording.Of(period) : fact.When is { } when ? $"said {Wording.Of(when)}" : "undated";
        return new SeriesPoint(label, order, figure.Value!.Value, target, fact, fact.Best.Report.IsStatistics ? fact.Best.Report.Publisher : null);
    }
}
