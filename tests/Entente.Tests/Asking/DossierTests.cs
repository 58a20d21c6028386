using Entente.Asking;
using Entente.Claims;
using Entente.Gazetteers;
using Entente.Storage;
using Entente.Tests.Claims;

namespace Entente.Tests.Asking;

public sealed class DossierTests : IDisposable
{
    private static readonly ActorNames Names = new(DataFiles.BuiltIn);

    private readonly string folder = Directory.CreateTempSubdirectory("entente-dossier-").FullName;
    private readonly ILedger ledger;

    public DossierTests()
    {
        ledger = Ledger.Open(Path.Combine(folder, "l.db"));
        ledger.Add(
        [
            new ReadReport(
                Samples.Report("one", "2024-02-01", "Wire A", "https://a.example/1"),
                [
                    Samples.Figure("trade_turnover", "KAZ TJK", 1_100_000_000m, "2022", quote: "trade in 2022"),
                    Samples.Figure("trade_turnover", "KAZ TJK", 1_200_000_000m, "2023", change: 7.4m, quote: "trade \u001b[31mgrew\nby 7.4%"),
                    Samples.Figure("trade_turnover", "KAZ TJK", 2_000_000_000m, status: ClaimStatus.Planned, due: "2025", quote: "raise it to $2 billion"),
                    Samples.Transfer("KAZ", "TJK", "heating oil", 15000, "t", "2024-03-12", value: 5_650_000, terms: "aid", quote: "<script>alert(1)</script> & oil"),
                    Samples.Event(EventType.Consult, "TJK", "KAZ", "2024-05-10", ClaimStatus.Planned, "will pay a visit", "visit"),
                    Samples.Agreement("treaty", "allied relations", "KAZ TJK", "2024-08-22", quote: "*signed* a [treaty](javascript:x)"),
                    Samples.Office("Emomali Rahmon", "president", "TJK"),
                ]),
            new ReadReport(Samples.Report("two", "2024-05-11", "Wire B", "javascript:alert(1)"), [Samples.Event(EventType.Consult, "TJK", "KAZ", "2024-05-10", format: "visit", place: "Astana", quote: "arrived")]),
        ]);
        ledger.Reconcile();
    }

    public void Dispose()
    {
        ledger.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Text_says_what_matters_in_human_numbers_with_quotes_and_sources()
    {
        string text = TextDossier.Render(Dossier("KAZ", "TJK"));
        Assert.StartsWith("Kazakhstan and Tajikistan\n2 reports from 2 publishers · 2024-02-01 to 2024-05-11 · 7 claims · 6 facts\n", text, StringComparison.Ordinal);
        Assert.Contains("trade turnover: $1.2 billion, +7.4 %", text, StringComparison.Ordinal);
        Assert.Contains("15,000 t of heating oil, worth $5.65 million, Kazakhstan → Tajikistan (aid)", text, StringComparison.Ordinal);
        Assert.Contains("2024-08-22  treaty: allied relations", text, StringComparison.Ordinal);
        Assert.Contains("— Wire A, 2024-02-01, https://a.example/1", text, StringComparison.Ordinal);
        Assert.Contains("Emomali Rahmon, president of Tajikistan", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Nothing_that_a_report_says_steers_a_terminal_or_becomes_markup()
    {
        Dossier dossier = Dossier("KAZ", "TJK");
        Assert.DoesNotContain('\u001b', TextDossier.Render(dossier));
        string html = HtmlDossier.Render(dossier);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("\\*signed\\* a \\[treaty\\]", MarkdownDossier.Render(dossier), StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_says_what_came_of_it()
    {
        Enquiry enquiry = new(ledger, Names, new DateOnly(2024, 6, 1));
        IReadOnlyList<Promise> now = enquiry.Promises(Samples.Codes("KAZ TJK"));
        Assert.Equal(PromiseState.Kept, now.Single(p => p.Fact.Kind == "event").State);
        Assert.Equal("arrived", now.Single(p => p.Fact.Kind == "event").Outcome!.Claim.Evidence[0].Quote);
        Assert.Equal(PromiseState.Open, now.Single(p => p.Fact.Kind == "figure").State);
        Promise later = new Enquiry(ledger, Names, new DateOnly(2026, 1, 1)).Promises(Samples.Codes("KAZ TJK")).Single(p => p.Fact.Kind == "figure");
        Assert.Equal(PromiseState.Partly, later.State);
        Assert.Equal(1_200_000_000m, ((Figure)later.Outcome!.Claim).Value);
    }

    [Fact]
    public void A_page_without_reports_says_so()
    {
        string text = TextDossier.Render(Dossier("FRA"));
        Assert.Contains("No report in this ledger", text, StringComparison.Ordinal);
        Assert.Contains("No report in this ledger", HtmlDossier.Render(Dossier("FRA")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KAZ", "KAZ")]
    [InlineData("kazakhstan", "KAZ")]
    [InlineData("European Union", "IGO:EU")]
    [InlineData("EU", "IGO:EU")]
    [InlineData("igo:sco", "IGO:SCO")]
    [InlineData("Atlantis", null)]
    public void Actors_are_found_by_code_and_name(string typed, string? code) => Assert.Equal(code, Names.Find(typed)?.ToString());

    private Dossier Dossier(params string[] about) => new Enquiry(ledger, Names, new DateOnly(2024, 6, 1)).Dossier([.. about.Select(a => new ActorCode(a))]);
}
