using Entente.Asking;
using Entente.Claims;
using Entente.Gazetteers;
using Entente.Storage;
using Entente.Tests.Claims;

namespace Entente.Tests.Asking;

/// <summary>What came of promises, each told by the reports of an analyst's day.</summary>
public sealed class PromiseTests : IDisposable
{
    private static readonly ActorNames Names = new(DataFiles.BuiltIn);

    private readonly string folder = Directory.CreateTempSubdirectory("entente-promises-").FullName;
    private readonly List<ReadReport> reports = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("2024-03-01", PromiseState.Open)]
    [InlineData("2024-07-01", PromiseState.Overdue)]
    public void A_promise_of_which_nothing_is_heard_is_open_until_its_date_and_overdue_then(string today, PromiseState state)
    {
        Report("2024-02-01", Samples.Event(EventType.Consult, "KAZ", "TJK", "2024-06-10", ClaimStatus.Planned, "will pay a visit on 10 June", "visit"));
        Assert.Equal((state, null), Outcome(today));
    }

    [Fact]
    public void A_day_that_was_over_when_it_was_told_is_no_date_of_a_promise()
    {
        Report("2024-11-05", Samples.Transfer("KAZ", "TJK", "food", 5000, "t", "2023-11", ClaimStatus.Planned, quote: "5,000 tons pledged last November"));
        Assert.Equal((PromiseState.Open, null), Outcome("2025-07-01"));
    }

    [Fact]
    public void A_visit_that_was_paid_is_kept_and_the_report_of_it_is_shown()
    {
        Report("2024-06-01", Samples.Event(EventType.Consult, "KAZ", "TJK", "2024-06-10", ClaimStatus.Planned, "will pay a visit on 10 June", "visit"));
        Report("2024-06-11", Samples.Event(EventType.Consult, "KAZ", "TJK", "2024-06-10", format: "visit", place: "Dushanbe", quote: "arrived in Dushanbe"));
        Assert.Equal((PromiseState.Kept, "arrived in Dushanbe"), Outcome("2024-07-01"));
    }

    [Theory]
    [InlineData("2024-06-10")]
    [InlineData(null)]
    public void A_visit_that_will_not_take_place_is_called_off(string? date)
    {
        Report("2024-05-01", Samples.Event(EventType.Consult, "KAZ", "TJK", "2024-06-10", ClaimStatus.Planned, "will pay a visit on 10 June", "visit"));
        Report("2024-06-05", Samples.Event(EventType.Consult, "KAZ", "TJK", date, ClaimStatus.Denied, "the visit will not take place", "visit"));
        Assert.Equal((PromiseState.CalledOff, "the visit will not take place"), Outcome("2024-07-01"));
    }

    [Theory]
    [InlineData(15000, PromiseState.Kept)]
    [InlineData(14000, PromiseState.Kept)]
    [InlineData(6000, PromiseState.Partly)]
    public void Goods_that_came_are_held_against_goods_that_were_promised(int tons, PromiseState state)
    {
        Report("2024-02-01", Samples.Transfer("KAZ", "TJK", "heating oil", 15000, "t", "2024-05", ClaimStatus.Planned, quote: "will deliver 15,000 tons"));
        Report("2024-05-21", Samples.Transfer("KAZ", "TJK", "heating oil", tons, "t", "2024-05-20", quote: "the cargo arrived"));
        Assert.Equal((state, "the cargo arrived"), Outcome("2024-07-01"));
    }

    [Fact]
    public void Goods_that_came_before_they_were_promised_keep_nothing()
    {
        Report("2024-01-21", Samples.Transfer("KAZ", "TJK", "heating oil", 15000, "t", "2024-01-20", quote: "the cargo arrived"));
        Report("2024-02-01", Samples.Transfer("KAZ", "TJK", "heating oil", 9000, "t", "2024-05", ClaimStatus.Planned, quote: "will deliver more"));
        Assert.Equal((PromiseState.Overdue, null), Outcome("2024-07-01"));
    }

    [Theory]
    [InlineData(2.0, "2025-03-01", PromiseState.Kept)]
    [InlineData(1.3, "2024-12-01", PromiseState.Open)]
    [InlineData(1.3, "2025-03-01", PromiseState.Partly)]
    [InlineData(0.7, "2025-03-01", PromiseState.Overdue)]
    public void A_target_is_held_against_the_figures_after_it(double reached, string today, PromiseState state)
    {
        Report("2023-06-01", Samples.Figure("trade_turnover", "KAZ TJK", 2_000_000_000m, status: ClaimStatus.Planned, due: "2024", quote: "raise trade to $2 billion by 2024"));
        Report("2024-11-01", Samples.Figure("trade_turnover", "KAZ TJK", (decimal)reached * 1_000_000_000m, "2023", quote: "trade of last year"));
        Assert.Equal((state, "trade of last year"), Outcome(today));
    }

    [Fact]
    public void Only_what_is_overdue_is_shown_where_that_is_asked()
    {
        Report("2024-02-01", Samples.Event(EventType.Consult, "KAZ", "TJK", "2024-06-10", ClaimStatus.Planned, "will pay a visit", "visit"), Samples.Agreement("treaty", "border water", "KAZ TJK", "2030", ClaimStatus.Planned, quote: "a treaty by 2030"));
        using (ILedger ledger = Open())
        {
        }
        string text = Cli.CommandRun.Of("", "promises", "KAZ", "TJK", "--overdue", "--as-of", "2025-01-01", "--ledger", Path.Combine(folder, "l.db")).Out;
        Assert.Contains("will pay a visit", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a treaty by 2030", text, StringComparison.Ordinal);
    }

    private void Report(string published, params Claim[] claims) =>
        reports.Add(new ReadReport(Samples.Report($"Report {reports.Count} of {published}.", published, "Wire " + reports.Count, $"https://wire.example/{reports.Count}"), claims));

    private (PromiseState State, string? Outcome) Outcome(string today)
    {
        using ILedger ledger = Open();
        Promise promise = Assert.Single(new Enquiry(ledger, Names, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Promises([Samples.Kaz, Samples.Tjk]));
        return (promise.State, promise.Outcome?.Claim.Evidence[0].Quote);
    }

    private ILedger Open()
    {
        ILedger ledger = Ledger.Open(Path.Combine(folder, "l.db"));
        ledger.Add(reports);
        ledger.Reconcile();
        return ledger;
    }
}
