using Entente.Claims;
using Entente.Tests.Claims;
using Entente.Text;

namespace Entente.Tests.Storage;

/// <summary>What persons correct holds however often a report is read.</summary>
public sealed class CorrectionTests : IDisposable
{
    private const string Words = "Trade reached $2 billion. A treaty was signed.";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("entente-corrections-");
    private readonly ILedger ledger;
    private readonly ReadReport report;

    public CorrectionTests()
    {
        ledger = Entente.Storage.Ledger.Open(Path.Combine(folder.FullName, "entente.db"));
        Document document = Samples.Report(Words, "2025-05-06", "Example Wire");
        report = new ReadReport(document, [Trade(2_000_000_000m), Samples.Agreement("treaty", "allied relations", "KAZ TJK") with { Evidence = [Evidence.At(document, new TextSpan(26, 45))] }]);
        ledger.Add([report]);
        ledger.Reconcile();
    }

    public void Dispose()
    {
        ledger.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_claim_that_was_marked_wrong_stays_away_when_its_report_is_read_again()
    {
        Correction made = ledger.Correct(new Correction(Id, report.Claims[1], null, "ana", "a statement, no treaty"));
        Assert.NotNull(made.MadeAt);
        ledger.Reconcile();
        Assert.Equal(["figure"], Kinds());
        ledger.Add([report]);
        ledger.Reconcile();
        Assert.Equal(["figure"], Kinds());
        Assert.Empty(ledger.Facts(new FactQuery { Kind = "agreement" }));
    }

    [Fact]
    public void A_claim_that_was_mended_is_there_as_it_was_mended()
    {
        ledger.Correct(new Correction(Id, report.Claims[0], Trade(2_200_000_000m), "ana", ""));
        ledger.Add([report]);
        // A later version that finds nothing there does not lose it.
        ledger.Add([report with { Claims = [report.Claims[1]] }]);
        ledger.Reconcile();
        Assert.Equal(2_200_000_000m, Assert.IsType<Figure>(Assert.Single(ledger.Claims(new ClaimQuery { Kinds = ["figure"] })).Claim).Value);
    }

    [Fact]
    public void What_was_taken_back_stands_as_it_was_read()
    {
        Correction made = ledger.Correct(new Correction(Id, report.Claims[0], Trade(1m), "ana", ""));
        Assert.True(ledger.WithdrawCorrection(made.Number));
        Assert.False(ledger.WithdrawCorrection(made.Number));
        ledger.Reconcile();
        Assert.Equal(2_000_000_000m, Assert.IsType<Figure>(Assert.Single(ledger.Claims(new ClaimQuery { Kinds = ["figure"] })).Claim).Value);
        Assert.NotNull(Assert.Single(ledger.Corrections(Id)).WithdrawnAt);
    }

    // Programs of version 4 made the table for corrections when they first needed it.
    [Theory]
    [InlineData("")]
    [InlineData("DROP TABLE corrections;")]
    public void A_ledger_of_version_4_gets_the_table_of_corrections_and_keeps_what_is_in_it(string before)
    {
        ledger.Correct(new Correction(Id, report.Claims[1], null, "ana", "a statement, no treaty"));
        ledger.Dispose();
        using (Microsoft.Data.Sqlite.SqliteConnection old = new($"Data Source={ledger.Location};Pooling=false"))
        {
            old.Open();
            using Microsoft.Data.Sqlite.SqliteCommand command = old.CreateCommand();
            command.CommandText = before + "PRAGMA user_version = 4";
            command.ExecuteNonQuery();
        }
        using ILedger forward = Entente.Storage.Ledger.Open(ledger.Location);
        Assert.Equal(before.Length == 0 ? 1 : 0, forward.Corrections().Count);
        forward.Correct(new Correction(Id, report.Claims[0], null, "ben", ""));
        Assert.Equal("ben", forward.Corrections(Id)[^1].By);
    }

    [Fact]
    public void Corrects_only_what_a_report_says_and_quotes_only_what_stands_there()
    {
        Assert.Throws<ArgumentException>(() => ledger.Correct(new Correction(Id, Trade(7m), null, "ana", "")));
        Assert.Throws<ArgumentException>(() => ledger.Correct(new Correction(Id, report.Claims[0], null, " ", "")));
        Assert.Throws<ArgumentException>(() => ledger.Correct(new Correction(Id, report.Claims[0], Trade(7m) with { Evidence = Samples.Says("other words") }, "ana", "")));
    }

    [Fact]
    public void Counts_pairs_and_months()
    {
        PairActivity pair = Assert.Single(ledger.Pairs(null, 10));
        Assert.Equal(("KAZ", "TJK", 2L), (pair.First.ToString(), pair.Second.ToString(), pair.Claims));
        Assert.Equal(pair, Assert.Single(ledger.Pairs(Samples.Tjk, 10)));
        Assert.Equal(2, ledger.Months([Samples.Kaz, Samples.Tjk]).Sum(m => m.Claims));
        Assert.Equal(2, ledger.Months([Samples.Kaz, Samples.Tjk], new DateOnly(2025, 5, 31)).Sum(m => m.Claims));
        Assert.Empty(ledger.Months([Samples.Kaz, Samples.Tjk], new DateOnly(2025, 6, 1)));
        Assert.Equal(Id, Assert.Single(ledger.Reports(5)).Id);
        Assert.Null(ledger.FindReport("none"));
    }

    private string Id => ClaimId.OfReport(report.Document);

    private string[] Kinds() => [.. ledger.Claims(new ClaimQuery { Report = Id }).Select(c => c.Claim.Kind)];

    private static Figure Trade(decimal value) => new()
    {
        Status = ClaimStatus.Happened,
        Evidence = Samples.Says("Trade reached $2 billion"),
        Measure = "trade_turnover",
        Parties = [Samples.Kaz, Samples.Tjk],
        Value = value,
        Unit = "USD",
    };
}
