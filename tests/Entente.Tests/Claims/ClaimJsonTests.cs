using System.Text;
using System.Text.Json;
using Entente.Claims;
using Entente.Text;

namespace Entente.Tests.Claims;

public sealed class ClaimJsonTests
{
    [Fact]
    public void What_was_written_reads_back_equal()
    {
        foreach (Claim claim in Samples.Full())
        {
            string json = Json(claim);
            using JsonDocument parsed = JsonDocument.Parse(json);
            Claim back = ClaimJson.Read(parsed.RootElement);
            Assert.Equal(json, Json(back));
            Assert.Equal(claim.GetType(), back.GetType());
        }
    }

    [Fact]
    public void Fields_are_those_of_the_contract()
    {
        Document report = Samples.Report("Kazakhstan delivered 15,000 tons of heating oil.", "2024-03-13", "Example Wire") with { Id = "a7" };
        Claim claim = Samples.Transfer("KAZ", "TJK", "heating oil", 15000.0m, "t", "2024-03-12", value: 5650000, terms: "aid", quote: "Kazakhstan delivered");
        string id = ClaimId.Of(ClaimId.OfReport(report), claim);
        Assert.Equal(
            """{"source":"report.txt","id":"a7","title":null,"publisher":"Example Wire","url":null,"published":"2024-03-13","language":"en","claims":[{"id":"ID","kind":"transfer","status":"happened","from":"KAZ","to":"TJK","commodity":"heating oil","quantity":15000,"unit":"t","value":5650000,"currency":"USD","period":"2024-03-12","terms":"aid","confidence":0.5,"evidence":[{"start":0,"end":20,"quote":"Kazakhstan delivered"}]}]}""".Replace("ID", id, StringComparison.Ordinal),
            ClaimJson.Line(report, [claim]));
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16, 3, 10)]
    [InlineData(OffsetUnit.CodePoints, 2, 9)]
    [InlineData(OffsetUnit.Utf8, 5, 13)]
    public void Offsets_count_what_was_asked_for(OffsetUnit unit, int start, int end)
    {
        string text = "😀 Türkiye signed";
        Document report = Samples.Report(text);
        Claim claim = Samples.Office("A B", "president", "TUR") with { Evidence = [Evidence.At(report, new TextSpan(3, 10))] };
        using JsonDocument line = JsonDocument.Parse(ClaimJson.Line(report, [claim], withText: true, unit));
        JsonElement evidence = line.RootElement.GetProperty("claims")[0].GetProperty("evidence")[0];
        Assert.Equal((start, end), (evidence.GetProperty("start").GetInt32(), evidence.GetProperty("end").GetInt32()));
        string printed = line.RootElement.GetProperty("text").GetString()!;
        string found = unit switch
        {
            OffsetUnit.Utf16 => printed[start..end],
            OffsetUnit.CodePoints => string.Concat(printed.EnumerateRunes().Skip(start).Take(end - start)),
            _ => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(printed)[start..end]),
        };
        Assert.Equal("Türkiye", found);
        Assert.Equal("Türkiye", evidence.GetProperty("quote").GetString());
    }

    [Theory]
    [InlineData("""{"status":"happened"}""", "kind")]
    [InlineData("""{"kind":"treaty","status":"happened"}""", "treaty")]
    [InlineData("""{"kind":"event","type":"DANCE","status":"happened"}""", "DANCE")]
    [InlineData("""{"kind":"event","type":"AID","status":"done"}""", "done")]
    [InlineData("""{"kind":"event","type":"AID","status":"happened","source":["Kazakhstan"]}""", "source")]
    [InlineData("""{"kind":"event","type":"AID","status":"happened","date":"12 March"}""", "12 March")]
    [InlineData("""{"kind":"figure","measure":"exports","status":"happened","value":"much"}""", "much")]
    [InlineData("""{"kind":"office","person":"A","office":"b","status":"ongoing","evidence":[{"start":5,"end":1}]}""", "5 to 1")]
    public void A_claim_that_does_not_follow_the_contract_is_named(string json, string named)
    {
        using JsonDocument parsed = JsonDocument.Parse(json);
        FormatException error = Assert.Throws<FormatException>(() => ClaimJson.Read(parsed.RootElement));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_depends_on_what_is_said_and_where_and_not_on_how_sure_it_is()
    {
        string report = ClaimId.OfReport(Samples.Report("text"));
        Claim claim = Samples.Figure("exports", "KAZ TJK", 1.2m);
        string id = ClaimId.Of(report, claim);
        Assert.Equal(20, id.Length);
        Assert.Equal(id, ClaimId.Of(report, claim with { Confidence = 0.9 }));
        Assert.Equal(id, ClaimId.Of(report, ((Figure)claim) with { Value = 1.20m }));
        Assert.NotEqual(id, ClaimId.Of(report, claim with { Status = ClaimStatus.Denied }));
        Assert.NotEqual(id, ClaimId.Of(report, claim with { Evidence = Samples.Says("the trade", 5) }));
        Assert.NotEqual(id, ClaimId.Of(ClaimId.OfReport(Samples.Report("text", url: "https://example.org/a")), claim));
    }

    [Fact]
    public void A_report_is_known_by_its_text_and_address_and_not_by_its_path()
    {
        Assert.Equal(ClaimId.OfReport(Samples.Report("a b", source: "x.txt")), ClaimId.OfReport(Samples.Report("a b", source: "y.txt")));
        Assert.NotEqual(ClaimId.OfReport(Samples.Report("a b", publisher: "X")), ClaimId.OfReport(Samples.Report("a b", publisher: "Y")));
    }

    private static string Json(Claim claim)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions)) ClaimJson.Write(writer, claim, "x");
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
