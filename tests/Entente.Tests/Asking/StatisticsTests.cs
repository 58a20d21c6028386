using Entente.Asking;
using Entente.Asking.Statistics;
using Entente.Claims;
using Entente.Gazetteers;
using Entente.Storage;
using Entente.Tests.Claims;

namespace Entente.Tests.Asking;

/// <summary>Files of the shape that the publishers hand out, written for the tests.</summary>
public sealed class StatisticsTests
{
    private static readonly ActorNames Names = new(DataFiles.BuiltIn);

    [Fact]
    public void Comtrade_gives_exports_imports_and_their_sum_without_parts_of_them()
    {
        ReadReport[] reports = Read("comtrade.csv");
        ReadReport pair = reports.Single(r => r.Document.Title == "UN Comtrade: Kazakhstan and Tajikistan, as reported by Kazakhstan");
        Assert.True(pair.IsStatistics);
        Assert.Equal("UN Comtrade", pair.Document.Publisher);
        Assert.Equal(
            ["exports KAZ>TJK 2024 812345678.25 USD ", "exports KAZ>TJK 2024 280450000 USD wheat and meslin", "imports TJK>KAZ 2024 394000000 USD ", "trade_turnover KAZ TJK 2024 1206345678.25 USD "],
            pair.Claims.Select(Told).OrderBy(t => t.Split(' ')[0], StringComparer.Ordinal).ThenByDescending(t => t, StringComparer.Ordinal));
        Figure exports = pair.Claims.OfType<Figure>().First(f => f is { Measure: "exports", Commodity: null });
        Assert.Equal("2024: exports, Kazakhstan → Tajikistan: 812,345,678.25 USD", exports.Evidence[0].Quote);
        Assert.Equal(
            ["2024: exports and imports, Kazakhstan and Tajikistan, together: 1,206,345,678.25 USD", "2024: exports, Kazakhstan → Tajikistan: 812,345,678.25 USD", "2024: imports, Tajikistan → Kazakhstan: 394,000,000 USD"],
            pair.Claims.OfType<Figure>().Single(f => f.Measure == "trade_turnover").Evidence.Select(e => e.Quote));
        Assert.Equal("exports KAZ> 2024 81600000000 USD ", Told(Assert.Single(reports.Single(r => r.Document.Title == "UN Comtrade: Kazakhstan").Claims)));
        Assert.Equal("exports CHN>KGZ 2024-03 1500000000 USD ", Told(Assert.Single(reports.Single(r => r.Document.Title!.Contains("China", StringComparison.Ordinal)).Claims)));
    }

    [Theory]
    [InlineData("comtrade-legacy.csv", "exports TJK>KAZ 2018 250000000 USD |imports KAZ>TJK 2018 600000000 USD |trade_turnover KAZ TJK 2018 850000000 USD ")]
    [InlineData("imts.csv", "exports CHN> 2023 3379000000000 USD |exports CHN>KGZ 2023 19680000000 USD |exports CHN>XKX 2023-11 1250000 USD |imports KGZ>CHN 2023 80000000 USD |trade_turnover CHN KGZ 2023 19760000000 USD ")]
    [InlineData("imts-wide.csv", "exports UZB>AFG 2022 750500000 USD |exports UZB>AFG 2023 860000000 USD ")]
    [InlineData("dots.csv", "exports KGZ>CHN 2019 81000000 USD |imports CHN>KGZ 2019 1735000000 USD |trade_turnover CHN KGZ 2019 1816000000 USD ")]
    [InlineData("worldbank.csv", "aid >TJK 2022 530000000 USD |exports TJK> 2021 2149500000 USD |exports TJK> 2022 2142000000 USD ")]
    public void Each_table_is_known_by_its_header(string file, string figures) =>
        Assert.Equal(figures, string.Join('|', Read(file).SelectMany(r => r.Claims).Select(Told).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("")]
    [InlineData("\"never closed")]
    public void Another_table_is_refused(string text) => Assert.Throws<FormatException>(() => new StatisticsReader(Names, DataFiles.BuiltIn).Read(new StringReader(text), "x.csv"));

    [Fact]
    public void Claims_are_held_against_official_statistics()
    {
        string folder = Directory.CreateTempSubdirectory("entente-statistics-").FullName;
        try
        {
            using ILedger ledger = Ledger.Open(Path.Combine(folder, "l.db"));
            ledger.Add(
            [
                new ReadReport(Samples.Report("one", "2025-02-20", "Wire A", "https://a.example/1"), [Samples.Figure("trade_turnover", "KAZ TJK", 1_200_000_000m, "2024", quote: "trade reached $1.2 billion")]),
                new ReadReport(Samples.Report("two", "2025-02-21", "Wire B", "https://b.example/1"), [Samples.Figure("trade_turnover", "KAZ TJK", 1_500_000_000m, "2024", quote: "trade of $1.5 billion")]),
                .. Read("comtrade.csv"),
            ]);
            ledger.Reconcile();
            ActorCode[] pair = [Samples.Kaz, Samples.Tjk];
            Contradiction contradiction = Assert.Single(ledger.Contradictions(pair));
            Assert.Equal("trade turnover of 2024: official statistics have another value", contradiction.Reason);
            Assert.Equal(["UN Comtrade", "Wire B"], new[] { contradiction.Left.Report.Publisher, contradiction.Right.Report.Publisher }.Order(StringComparer.Ordinal));
            Dossier dossier = new Enquiry(ledger, Names, new DateOnly(2025, 6, 1)).Dossier(pair);
            DossierSection compared = dossier.Sections.Single(s => s.Title == "Reports and official statistics");
            Assert.Equal(["agrees", "differs"], compared.Lines.Select(l => l.Tag).Order(StringComparer.Ordinal));
            Assert.Equal("trade turnover: reports say $1.5 billion (24.3 % more), UN Comtrade $1.206 billion", compared.Lines.Single(l => l.Tag == "differs").Text);
            Assert.Equal(["trade reached $1.2 billion", "2024: exports and imports, Kazakhstan and Tajikistan, together: 1,206,345,678.25 USD"], compared.Lines.Single(l => l.Tag == "agrees").Claims.Select(c => c.Claim.Evidence[0].Quote));
            Assert.Equal(4L, ledger.Query("SELECT count(*) FROM figures WHERE official = 1 AND publisher = 'UN Comtrade' AND title LIKE '%Tajikistan%'").Rows.Single()[0]);
            Assert.Equal(default, ledger.Add(Read("comtrade.csv")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ReadReport[] Read(string file)
    {
        using StreamReader reader = new(Repository.Path("tests", "Entente.Tests", "Asking", "statistics", file));
        return [.. new StatisticsReader(Names, DataFiles.BuiltIn).Read(reader, file)];
    }

    private static string Told(Claim claim)
    {
        Figure f = (Figure)claim;
        string who = f.Parties.Count > 0 ? string.Join(' ', f.Parties.Order()) : $"{string.Join(' ', f.From)}>{string.Join(' ', f.To)}";
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{f.Measure} {who} {f.Period} {f.Value} {f.Unit} {f.Commodity}");
    }
}
