using Entente.Claims;
using Entente.Reconciling;
using Entente.Tests.Claims;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace Entente.Tests.Reconciling;

public sealed class ReconcilerTests(ITestOutputHelper output)
{
    [Fact]
    public void Reports_of_one_thing_are_joined_and_of_two_things_kept_apart()
    {
        int right = 0, wrong = 0, missed = 0;
        var cases = JoiningCases.Read();
        Assert.True(cases.Count >= 60, $"{cases.Count} cases");
        foreach ((string name, IReadOnlyList<(ReportedClaim Claim, int Fact)> claims) in cases)
        {
            Reconciliation result = Reconciler.Reconcile(claims.Select(c => c.Claim), []);
            Dictionary<string, string> factOf = result.Facts.SelectMany(f => f.Claims.Select(c => (c.Id, f.Id))).ToDictionary(p => p.Item1, p => p.Item2);
            for (int i = 0; i < claims.Count; i++)
            {
                for (int j = i + 1; j < claims.Count; j++)
                {
                    bool same = claims[i].Fact == claims[j].Fact, joined = factOf[claims[i].Claim.Id] == factOf[claims[j].Claim.Id];
                    if (same && joined) right++;
                    else if (joined) wrong++;
                    else if (same) missed++;
                    if (same != joined) output.WriteLine($"{name}: claims {i + 1} and {j + 1} {(joined ? "joined" : "apart")}");
                }
            }
        }
        double precision = (double)right / (right + wrong), recall = (double)right / (right + missed);
        output.WriteLine($"pairwise precision {precision:0.000}, recall {recall:0.000}");
        Assert.True(precision >= 0.95 && recall >= 0.85, $"precision {precision:0.000}, recall {recall:0.000}");
    }

    [Fact]
    public void The_order_of_claims_does_not_matter()
    {
        ReportedClaim[] claims = [.. JoiningCases.Read().SelectMany(c => c.Claims).Select(c => c.Claim)];
        string expected = Told(Reconciler.Reconcile(claims, []));
        Gen<ReportedClaim[]> orders = Gen.Shuffle(claims);
        Prop.ForAll(orders.ToArbitrary(), order => Told(Reconciler.Reconcile(order, [])) == expected).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Random_claims_make_the_same_facts_in_any_order_and_each_claim_is_in_one()
    {
        Gen<ReportedClaim> claim =
            from kind in Gen.Choose(0, 3)
            from day in Gen.Choose(1, 28)
            from published in Gen.Choose(1, 28)
            from report in Gen.Choose(0, 8)
            from place in Gen.Elements<string?>(null, "Dushanbe", "Dushanbeh", "Astana")
            from value in Gen.Elements(1.2m, 1.23m, 1.25m, 1.3m, 2m)
            select Of(kind, day, published, report, place, value);
        Gen<(ReportedClaim[], ReportedClaim[])> pairs =
            from claims in claim.ListOf()
            let distinct = claims.DistinctBy(c => c.Id).ToArray()
            from shuffled in Gen.Shuffle(distinct)
            select (distinct, shuffled);
        Prop.ForAll(pairs.ToArbitrary(), pair =>
        {
            Reconciliation a = Reconciler.Reconcile(pair.Item1, []), b = Reconciler.Reconcile(pair.Item2, []);
            return Told(a) == Told(b) && a.Facts.SelectMany(f => f.Claims).Select(c => c.Id).Order().SequenceEqual(pair.Item1.Select(c => c.Id).Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Copies_of_one_text_and_reports_of_one_publisher_are_one_voice()
    {
        ReportedClaim Said(string text, string publisher, string url) => In(Samples.Relation("border", "KAZ TJK"), Report.Of(Samples.Report(text, "2024-01-01", publisher, url)));
        Fact fact = Assert.Single(Reconciler.Reconcile([Said("a", "X", "http://x/1"), Said("b", "X", "http://x/2"), Said("a", "Y", "http://y/1"), Said("c", "Z", "http://z/1")], []).Facts);
        Assert.Equal((4, 2), (fact.Reports, fact.Independent));
    }

    [Fact]
    public void Two_claims_of_one_report_are_two_things()
    {
        Report report = Report.Of(Samples.Report("r", "2024-01-01"));
        Reconciliation result = Reconciler.Reconcile(
            [In(Samples.Event(EventType.Consult, "KAZ", "TJK", "2024-01-01"), report), In(Samples.Event(EventType.Consult, "KAZ", "TJK", "2024-01-01", quote: "and again"), report)], []);
        Assert.Equal(2, result.Facts.Count);
    }

    [Fact]
    public void A_denial_is_kept_beside_what_it_denies()
    {
        Reconciliation result = Reconciler.Reconcile(
            [Said("2024-01-02", Samples.Event(EventType.Assault, "RUS", "UZB", "2024-01-01")), Said("2024-01-03", Samples.Event(EventType.Assault, "RUS", "UZB", "2024-01-01", ClaimStatus.Denied, speaker: "Moscow"))], []);
        Assert.True(Assert.Single(result.Facts).IsDisputed);
        Assert.Contains(result.Judgements, j => j is { Verdict: Verdict.Contradicts, By: "rule:denial" });
    }

    [Theory]
    [InlineData(1.2, "=", 1.25, "=", false)]
    [InlineData(1.2, "=", 1.5, "=", true)]
    [InlineData(1.2, "~", 1.3, "=", false)]
    [InlineData(1.2, ">", 1.5, "=", false)]
    [InlineData(1.2, "<", 1.5, "=", true)]
    [InlineData(1.2, "<", 1.5, ">", true)]
    [InlineData(1.2, ">", 1.5, "<", false)]
    [InlineData(2, "=", 3, "=", true)]
    [InlineData(100, "=", 101, "=", false)]
    public void Values_that_cannot_both_hold_contradict_each_other(double left, string leftComparator, double right, string rightComparator, bool contradict)
    {
        Claim Trade(double value, string comparator) => Samples.Figure("trade_turnover", "KAZ TJK", (decimal)value * 1_000_000_000m, "2023", comparator: comparator);
        Reconciliation result = Reconciler.Reconcile([Said("2024-01-02", Trade(left, leftComparator)), Said("2024-01-03", Trade(right, rightComparator))], []);
        Assert.Equal(contradict, result.Judgements.Any(j => j.Verdict == Verdict.Contradicts));
    }

    [Theory]
    [InlineData(1.2, 2.0, 100, true)]
    [InlineData(1.2, 2.4, 100, false)]
    [InlineData(1.1, 1.2, 7.4, false)]
    [InlineData(1.0, 1.2, 7.4, true)]
    [InlineData(4.0, 3.0, -25, false)]
    [InlineData(4.0, 3.5, -25, true)]
    public void Growth_that_does_not_lead_from_one_year_to_the_next_is_found(double before, double now, double change, bool found)
    {
        Report report = Report.Of(Samples.Report("r", "2024-01-01"));
        Reconciliation result = Reconciler.Reconcile(
            [
                In(Samples.Figure("trade_turnover", "KAZ TJK", (decimal)before * 1_000_000_000m, "2022", quote: "then"), report),
                In(Samples.Figure("trade_turnover", "KAZ TJK", (decimal)now * 1_000_000_000m, "2023", change: (decimal)change, quote: "now"), report),
            ], []);
        Assert.Equal(found, result.Judgements.Any(j => j.By == "rule:arithmetic"));
    }

    [Theory]
    [InlineData(20, 100, 15, true)]
    [InlineData(20, 100, 20, false)]
    [InlineData(1.5, 10.2, 15, false)]
    public void A_share_and_a_total_that_give_another_part_are_found(double part, double whole, double share, bool found)
    {
        Report report = Report.Of(Samples.Report("r", "2024-01-01"));
        Reconciliation result = Reconciler.Reconcile(
            [
                In(Samples.Figure("trade_turnover", "KAZ RUS", (decimal)part * 1_000_000_000m, "2023", quote: "trade with Russia"), report),
                In(Samples.Figure("trade_turnover", "KAZ", (decimal)whole * 1_000_000_000m, "2023", quote: "all trade"), report),
                In(Samples.Figure("share", "KAZ RUS", (decimal)share, "2023", unit: "percent", quote: "its share"), report),
            ], []);
        Assert.Equal(found, result.Judgements.Any(j => j.By == "rule:arithmetic"));
    }

    [Fact]
    public void Doubling_that_does_not_double_is_found_where_no_year_is_told()
    {
        Report report = Report.Of(Samples.Report("r", "2024-01-01"));
        Judgement judgement = Assert.Single(Reconciler.Reconcile(
            [
                In(Samples.Figure("trade_turnover", "KAZ TJK", 1_200_000_000m, quote: "from $1.2 billion"), report),
                In(Samples.Figure("trade_turnover", "KAZ TJK", 2_000_000_000m, change: 100, quote: "doubled to $2 billion"), report),
            ], []).Judgements, j => j.Verdict == Verdict.Contradicts);
        Assert.Equal("$1.2 billion and +100 % give $2.4 billion, not $2 billion", judgement.Reason);
    }

    [Fact]
    public void Of_many_values_each_contradicts_the_one_that_most_reports_tell()
    {
        Claim Trade(decimal value) => Samples.Figure("trade_turnover", "KAZ TJK", value * 1_000_000_000m, "2023");
        ReportedClaim[] claims = [.. new[] { 1.2m, 1.2m, 1.2m, 2m, 3m, 3m, 4m }.Select((v, i) => Said("2024-01-02", Trade(v), $"report {i}"))];
        Judgement[] found = [.. Reconciler.Reconcile(claims, []).Judgements.Where(j => j.Verdict == Verdict.Contradicts)];
        Assert.Equal(3, found.Length);
        Assert.All(found, j => Assert.Contains(1_200_000_000m, claims.Where(c => c.Id == j.Left || c.Id == j.Right).Select(c => ((Figure)c.Claim).Value)));
    }

    [Theory]
    [InlineData(3.0, 1.0, 5.0, true)]
    [InlineData(3.0, 1.0, 4.0, false)]
    public void Exports_and_imports_that_do_not_make_the_turnover_are_found(double exports, double imports, double turnover, bool found)
    {
        Report report = Report.Of(Samples.Report("r", "2024-01-01"));
        Figure Flow(string measure, ActorCode from, ActorCode to, double value) => Samples.Figure(measure, "", (decimal)value * 1_000_000m, "2023", quote: measure) with { From = [from], To = [to] };
        Reconciliation result = Reconciler.Reconcile(
            [
                In(Flow("exports", Samples.Kaz, Samples.Tjk, exports), report),
                In(Flow("imports", Samples.Tjk, Samples.Kaz, imports), report),
                In(Samples.Figure("trade_turnover", "KAZ TJK", (decimal)turnover * 1_000_000m, "2023", quote: "turnover"), report),
            ], []);
        Assert.Equal(found, result.Judgements.Any(j => j.By == "rule:arithmetic"));
    }

    [Theory]
    [InlineData("2024-01-01 2024-03-01", "2024-02-01", true)]
    [InlineData("2024-01-01 2024-03-01", "2024-04-01", false)]
    [InlineData("2024-01-01", "2024-01-01", true)]
    [InlineData("2024-01-01 2024-02-01", "2024-02-01 2024-03-01", false)]
    public void Two_holders_of_one_office_contradict_each_other_unless_one_follows_the_other(string first, string second, bool contradict)
    {
        IEnumerable<ReportedClaim> claims = first.Split(' ').Select(d => Said(d, Samples.Office("Anna Ardova", "foreign minister", "KAZ"), d + "a"))
            .Concat(second.Split(' ').Select(d => Said(d, Samples.Office("Boris Belov", "minister of foreign affairs", "KAZ"), d + "b")));
        Assert.Equal(contradict, Reconciler.Reconcile(claims, []).Judgements.Any(j => j.Verdict == Verdict.Contradicts));
    }

    [Fact]
    public void Persons_decide_before_rules()
    {
        ReportedClaim a = Said("2024-01-02", Samples.Figure("trade_turnover", "KAZ TJK", 1.2m, "2023")), b = Said("2024-01-03", Samples.Figure("trade_turnover", "KAZ TJK", 1.2m, "2023"));
        ReportedClaim c = Said("2024-01-04", Samples.Figure("trade_turnover", "KAZ TJK", 9m, "2021"));
        Assert.Equal(2, Reconciler.Reconcile([a, b], [new Judgement(a.Id, b.Id, Verdict.Different, "anna", "", 1)]).Facts.Count);
        Assert.Single(Reconciler.Reconcile([a, b, c], [new Judgement(c.Id, a.Id, Verdict.Same, "anna", "", 1)]).Facts);
    }

    private static ReportedClaim Said(string published, Claim claim, string? text = null) => In(claim, Report.Of(Samples.Report(text ?? published, published, "P" + (text ?? published))));

    private static ReportedClaim In(Claim claim, Report report) => new(ClaimId.Of(report.Id, claim), report, claim);

    private static ReportedClaim Of(int kind, int day, int published, int report, string? place, decimal value)
    {
        string date = $"2024-02-{day:00}", came = $"2024-02-{published:00}";
        Claim claim = kind switch
        {
            0 => Samples.Event(EventType.Consult, "KAZ", "TJK", date, format: "meeting", place: place),
            1 => Samples.Event(EventType.Consult, "KAZ", "TJK", null, published % 2 == 0 ? ClaimStatus.Planned : ClaimStatus.Happened, place: place),
            2 => Samples.Figure("trade_turnover", "KAZ TJK", value * 1_000_000_000m, day % 3 == 0 ? null : "2023", change: day % 2 == 0 ? 7 : null),
            _ => Samples.Office(day % 2 == 0 ? "Anna Ardova" : "Boris Belov", "president", "KAZ"),
        };
        return In(claim, Report.Of(Samples.Report("r" + report, came, "P" + (report % 4), "http://x/" + report)));
    }

    private static string Told(Reconciliation result) => string.Join('\n',
        result.Facts.Select(f => $"{f.Id} {f.Status} {f.When} {f.Reports} {f.Independent} {f.IsDisputed} {f.WasPromised}: {string.Join(' ', f.Claims.Select(c => c.Id))}")
            .Concat(result.Judgements.Select(j => $"{j.Left} {j.Verdict} {j.Right} {j.By} {j.Reason} {j.Score}")));
}
