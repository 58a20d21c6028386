using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Entente.Asking;
using Entente.Asking.Exports;
using Entente.Claims;
using Entente.Gazetteers;
using Entente.Reconciling;
using Entente.Tests.Claims;

namespace Entente.Tests.Asking;

/// <summary>Each export is read by a parser written for the test from the format's own list of columns.</summary>
public sealed class ExportTests
{
    private static readonly ActorNames Names = new(DataFiles.BuiltIn);

    private static readonly Report Wire = Report.Of(Samples.Report("text", "2024-08-23", "Example\tWire", "https://example.org/1", title: "A title, \"quoted\""));

    [Fact]
    public void Polecat_has_forty_columns_a_header_and_None_for_nothing()
    {
        string[][] rows = Tabs(w => TabFormats.Polecat(w, Facts(), Names, "1.0"), 40);
        Assert.Equal("Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code", string.Join(", ", rows[0][..6]));
        string[] visit = rows.Skip(1).Single(r => r[2] == "CONSULT");
        Assert.Equal(("2024-08-22", "VERBAL COOPERATION", "Kazakhstan", "KAZ", "705", "Tajikistan", "TJK", "702"), (visit[1], visit[5], visit[7], visit[8], visit[9], visit[15], visit[16], visit[17]));
        Assert.Equal(("Dushanbe", "Example Wire", "2024-08-23", "en", "1.0"), (visit[23], visit[33], visit[34], visit[38], visit[39]));
        Assert.All(rows.Skip(1), r => Assert.DoesNotContain("", r));
    }

    [Fact]
    public void Planned_help_is_an_agreement_and_what_is_denied_is_left_out()
    {
        string[][] rows = Tabs(w => TabFormats.Polecat(w, Facts(), Names, "1"), 40);
        Assert.Contains(rows, r => r[2] == "AGREE" && r[8] == "RUS");
        Assert.DoesNotContain(rows, r => r[2] is "AID" or "ASSAULT");
    }

    [Fact]
    public void Gdelt_events_have_61_columns()
    {
        string[][] rows = Tabs(w => TabFormats.GdeltEvents(w, Facts(), Names, new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero)), 61);
        string[] visit = rows.Single(r => r[26] == "042");
        Assert.Equal(("20240822", "202408", "2024", "2024.7178"), (visit[1], visit[2], visit[3], visit[4]));
        Assert.Equal(("KAZGOV", "KAZAKHSTAN", "KAZ", "GOV"), (visit[5], visit[6], visit[7], visit[12]));
        Assert.Equal(("TJKGOV", "TAJIKISTAN", "TJK"), (visit[15], visit[16], visit[17]));
        Assert.Equal(("042", "042", "04", "1", "1"), (visit[26], visit[27], visit[28], visit[29], visit[30]));
        Assert.Equal(("1", "20250102030405", "https://example.org/1"), (visit[31], visit[59], visit[60]));
        Assert.Equal(rows.Length, rows.Select(r => long.Parse(r[0], CultureInfo.InvariantCulture)).Distinct().Count());
    }

    [Fact]
    public void Gdelt_mentions_have_16_columns_and_point_at_events()
    {
        string[] events = [.. Tabs(w => TabFormats.GdeltEvents(w, Facts(), Names, default), 61).Select(r => r[0])];
        string[][] rows = Tabs(w => TabFormats.GdeltMentions(w, Facts()), 16);
        Assert.All(rows, r => Assert.Contains(r[0], events));
        Assert.Contains(rows, r => r[1] == "20240822000000" && r[2] == "20240823000000" && r[3] == "1" && r[5] == "https://example.org/1" && r[11] == "50");
    }

    [Fact]
    public void Phoenix_has_26_columns_and_one_line_a_day_pair_and_code()
    {
        string[][] rows = Tabs(w => TabFormats.Phoenix(w, [.. Facts(), .. Facts()], "1"), 26);
        string[] visit = Assert.Single(rows, r => r[13] == "042");
        Assert.Equal(("20240822", "2024", "08", "22", "KAZGOV", "KAZ", "GOV", "TJKGOV"), (visit[1], visit[2], visit[3], visit[4], visit[5], visit[6], visit[7], visit[9]));
        Assert.Equal(("04", "1"), (visit[14], visit[15]));
    }

    [Fact]
    public void Icews_has_20_columns_and_both_sides_of_a_visit()
    {
        string[][] rows = Tabs(w => TabFormats.Icews(w, Facts(), Names), 20);
        Assert.Equal(TabFormats.IcewsColumns, rows[0]);
        Assert.Equal(["Kazakhstan", "Tajikistan"], rows.Where(r => r[6] == "042").Select(r => r[4]).Order());
        Assert.Single(rows.Where(r => r[6] == "042").Select(r => (r[0], r[1])).Distinct());
    }

    [Fact]
    public void Plover_records_have_the_manuals_fields()
    {
        StringWriter output = new();
        PloverJson.Write(output, Facts(), Names, "1");
        JsonElement[] records = [.. output.ToString().TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement)];
        JsonElement visit = records.Single(r => r.GetProperty("event")[0].GetString() == "CONSULT");
        Assert.Equal("2024-08-22", visit.GetProperty("date").GetString());
        Assert.Equal("KAZ", visit.GetProperty("actor")[0].GetProperty("code").GetString());
        Assert.Equal("TJK", visit.GetProperty("recipient")[0].GetProperty("code").GetString());
        Assert.Equal(1, visit.GetProperty("quad_code").GetInt32());
        Assert.Equal("paid a visit", visit.GetProperty("event_text")[0].GetString());
        Assert.Equal(12, visit.GetProperty("text_info").GetProperty("end").GetInt32());
        Assert.Equal("https://example.org/1", visit.GetProperty("cite_info").GetProperty("url").GetString());
    }

    [Fact]
    public void Transfers_are_iati_activities()
    {
        StringWriter output = new();
        IatiXml.Write(output, Facts(), new Wording(Names), Names, default);
        XElement activity = Assert.Single(XDocument.Parse(output.ToString()).Root!.Elements("iati-activity"));
        Assert.Equal("TJ", activity.Element("recipient-country")!.Attribute("code")!.Value);
        Assert.Equal(["1:Kazakhstan", "4:Tajikistan"], activity.Elements("participating-org").Select(o => o.Attribute("role")!.Value + ":" + o.Element("narrative")!.Value));
        XElement transaction = activity.Element("transaction")!;
        Assert.Equal(("3", "2024-03-12", "USD", "5650000"), (transaction.Element("transaction-type")!.Attribute("code")!.Value, transaction.Element("transaction-date")!.Attribute("iso-date")!.Value, transaction.Element("value")!.Attribute("currency")!.Value, transaction.Element("value")!.Value));
    }

    [Fact]
    public void Offices_are_followthemoney_entities_that_refer_to_each_other()
    {
        StringWriter output = new();
        FollowTheMoney.Write(output, Facts(), Names);
        Dictionary<string, JsonElement> entities = output.ToString().TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToDictionary(e => e.GetProperty("schema").GetString()!);
        Assert.Equal(["Occupancy", "Person", "Position"], entities.Keys.Order());
        JsonElement occupancy = entities["Occupancy"].GetProperty("properties");
        Assert.Equal(entities["Person"].GetProperty("id").GetString(), occupancy.GetProperty("holder")[0].GetString());
        Assert.Equal(entities["Position"].GetProperty("id").GetString(), occupancy.GetProperty("post")[0].GetString());
        Assert.Equal("tj", entities["Person"].GetProperty("properties").GetProperty("country")[0].GetString());
    }

    [Fact]
    public void Csv_reads_back_with_its_columns()
    {
        ReportedClaim[] claims = [.. Facts().SelectMany(f => f.Claims)];
        foreach (string? kind in ClaimNames.Kinds.Append(null))
        {
            StringWriter output = new();
            ClaimCsv.Write(output, claims, kind);
            List<string[]> rows = Csv(output.ToString());
            Assert.Equal(ClaimCsv.Columns(kind), rows[0]);
            Assert.All(rows, r => Assert.Equal(rows[0].Length, r.Length));
            Assert.Equal(claims.Count(c => kind is null || c.Claim.Kind == kind), rows.Count - 1);
            int title = Array.IndexOf(rows[0], "title");
            Assert.All(rows.Skip(1), r => Assert.Equal("A title, \"quoted\"", r[title]));
        }
    }

    private static IReadOnlyList<Fact> Facts()
    {
        Claim[] claims =
        [
            Samples.Event(EventType.Consult, "KAZ", "TJK", "2024-08-22", format: "visit", place: "Dushanbe", quote: "paid a visit"),
            Samples.Event(EventType.Aid, "RUS", "TJK IGO:EU", null, ClaimStatus.Planned, quote: "will help"),
            Samples.Event(EventType.Assault, "RUS", "UZB", "2024-01-01", ClaimStatus.Denied),
            Samples.Transfer("KAZ", "TJK", "heating oil", 15000, "t", "2024-03-12", value: 5650000, terms: "aid"),
            Samples.Transfer("RUS", "TJK", "gas", 1, "t", "2024", ClaimStatus.Denied),
            Samples.Office("Emomali Rahmon", "president", "TJK"),
        ];
        return Reconciler.Reconcile(claims.Select(c => new ReportedClaim(ClaimId.Of(Wire.Id, c), Wire, c)), []).Facts;
    }

    private static string[][] Tabs(Action<TextWriter> write, int columns)
    {
        StringWriter output = new();
        write(output);
        string[] lines = output.ToString().Split('\n');
        Assert.Equal("", lines[^1]);
        string[][] rows = [.. lines[..^1].Select(l => l.Split('\t'))];
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(columns, r.Length));
        return rows;
    }

    // RFC 4180, in a dozen lines.
    private static List<string[]> Csv(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        System.Text.StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
            else cell.Append(c);
        }
        return rows;
    }
}
