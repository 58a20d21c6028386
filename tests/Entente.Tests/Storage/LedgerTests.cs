using Entente.Benchmarks;
using Entente.Claims;
using Entente.Reconciling;
using Entente.Storage;
using Entente.Tests.Claims;
using Entente.Text;

namespace Entente.Tests.Storage;

/// <summary>What every ledger guarantees: run on SQLite always, on PostgreSQL where its programs are installed.</summary>
public abstract class LedgerTests : IDisposable
{
    private ILedger? open;

    protected abstract string Location { get; }

    protected ILedger Ledger => open ??= Entente.Storage.Ledger.Open(Location);

    public void Dispose()
    {
        open?.Dispose();
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    [LedgerFact]
    public void What_was_added_is_found_again_whole()
    {
        Document report = Samples.Report("A report of many things.", "2024-08-23", "Example Wire", "https://example.org/1", title: "Many things") with { Id = "n1" };
        IReadOnlyList<Claim> claims = Samples.Full();
        Assert.Equal(new LedgerChange(1, claims.Count, 0), Ledger.Add([new ReadReport(report, claims)]));
        Ledger.Reconcile();
        ReportedClaim[] found = [.. Ledger.Claims(new ClaimQuery())];
        string id = ClaimId.OfReport(report);
        Assert.Equal(claims.Select(c => ClaimId.Of(id, c)).Order(), found.Select(c => c.Id).Order());
        Assert.Equal(claims.Select(Json).Order(StringComparer.Ordinal), found.Select(c => Json(c.Claim)).Order(StringComparer.Ordinal));
        Assert.All(found, c => Assert.Equal(Report.Of(report), c.Report));
        Assert.Equal(report.Text, Ledger.TextOf(id));
    }

    [LedgerFact]
    public void Reading_again_changes_nothing()
    {
        ReadReport[] reports = [.. Trade()];
        Ledger.Add(reports);
        Ledger.Reconcile();
        string[] before = Contents();
        Assert.Equal(default, Ledger.Add(reports));
        Ledger.Reconcile();
        Assert.Equal(default, Ledger.Add([.. reports.Reverse()]));
        Ledger.Reconcile();
        Assert.Equal(before, Contents());
    }

    [LedgerFact]
    public void A_report_that_is_read_otherwise_gets_its_new_claims()
    {
        ReadReport[] reports = [.. Trade()];
        Ledger.Add(reports);
        Ledger.Reconcile();
        Claim other = Samples.Figure("imports", "KAZ TJK", 3m);
        Assert.Equal(new LedgerChange(0, 1, reports[0].Claims.Count), Ledger.Add([new ReadReport(reports[0].Document, [other])]));
        Ledger.Reconcile();
        Assert.Contains(Ledger.Claims(new ClaimQuery()), c => c.Claim is Figure { Measure: "imports" });
        Assert.DoesNotContain(Ledger.Claims(new ClaimQuery()), c => c.Report.Id == ClaimId.OfReport(reports[0].Document) && c.Claim is not Figure { Measure: "imports" });
        Ledger.Add(reports);
        Ledger.Reconcile();
        using ILedger fresh = Fresh(reports);
        Assert.Equal(Contents(fresh), Contents());
    }

    [LedgerFact]
    public void The_order_of_reading_does_not_matter()
    {
        ReadReport[] reports = [.. Trade()];
        foreach (ReadReport report in reports)
        {
            Ledger.Add([report]);
            Ledger.Reconcile();
        }
        using ILedger other = Fresh([.. reports.Reverse()]);
        Assert.Equal(Contents(other), Contents());
    }

    [LedgerFact]
    public void Claims_about_one_thing_are_one_fact_with_their_reports_counted()
    {
        Ledger.Add([.. Trade()]);
        Ledger.Reconcile();
        Fact fact = Assert.Single(Ledger.Facts(new FactQuery { Actors = [Samples.Tjk, Samples.Kaz], Kind = "figure" }), f => f.Claims.Count > 1);
        Assert.Equal((2, 2), (fact.Reports, fact.Independent));
        Assert.Equal(fact.Id, Assert.Single(Ledger.Facts(new FactQuery { Actors = [Samples.Tjk, Samples.Kaz], Kind = "figure", MostTold = 1 })).Id);
        Assert.All(fact.Claims, c => Assert.Equal("2023", ((Figure)c.Claim).Period!.ToString()));
        Contradiction contradiction = Assert.Single(Ledger.Contradictions([Samples.Kaz, Samples.Tjk]));
        Assert.Contains("cannot both hold", contradiction.Reason, StringComparison.Ordinal);
        Assert.Empty(Ledger.Contradictions([Samples.Kaz, Samples.Rus]));
    }

    [LedgerTheory]
    [InlineData("KAZ TJK", 7)]
    [InlineData("KAZ", 7)]
    [InlineData("RUS", 1)]
    [InlineData("RUS TJK", 0)]
    [InlineData("", 8)]
    public void Claims_are_found_by_actor_and_pair(string actors, int count)
    {
        Ledger.Add([.. Trade()]);
        Ledger.Reconcile();
        Assert.Equal(count, Ledger.Claims(new ClaimQuery { Actors = Samples.Codes(actors) }).Count());
        Assert.Equal(count, Ledger.Claims(new ClaimQuery { Actors = Samples.Codes(actors), Limit = 100 }).Count());
        Assert.Equal(count, Ledger.Count(Samples.Codes(actors)).Claims.Values.Sum());
    }

    [LedgerFact]
    public void Filters_narrow_what_is_found()
    {
        Ledger.Add([.. Trade()]);
        Ledger.Reconcile();
        int Count(ClaimQuery query)
        {
            int limited = Ledger.Claims(query with { Limit = 50 }).Count();
            Assert.Equal(Ledger.Claims(query).Count(), limited);
            return limited;
        }
        Assert.Equal(3, Count(new ClaimQuery { Kinds = ["figure"] }));
        Assert.Equal(3, Count(new ClaimQuery { Kinds = ["figure"], Actors = [Samples.Kaz] }));
        Assert.Equal(2, Count(new ClaimQuery { Types = ["consult"] }));
        Assert.Equal(2, Count(new ClaimQuery { Statuses = [ClaimStatus.Planned] }));
        Assert.Equal(2, Count(new ClaimQuery { AtLeast = 1_200_000_000m, AtMost = 1_300_000_000m }));
        Assert.Equal(3, Count(new ClaimQuery { Publisher = "wire b" }));
        Assert.Equal(1, Count(new ClaimQuery { Place = "DUSHANBE" }));
        Assert.Equal(1, Count(new ClaimQuery { Place = "DUSHANBE", Actors = [Samples.Tjk] }));
        Assert.Equal(0, Count(new ClaimQuery { Confidence = 0.9 }));
        Assert.Equal(3, Count(new ClaimQuery { Since = new DateOnly(2024, 1, 1) }));
        Assert.Equal(5, Count(new ClaimQuery { Until = new DateOnly(2023, 12, 31) }));
        Assert.Equal(0, Count(new ClaimQuery { Publisher = "wire_b" }));
    }

    [LedgerTheory]
    [InlineData("mutual trade", 2)]
    [InlineData("TRADE", 3)]
    [InlineData("trad*", 3)]
    [InlineData("deliver*", 1)]
    [InlineData("trade OR delivered", 0)]
    [InlineData("\"'*:&|!()", 0)]
    [InlineData("NEAR(trade", 0)]
    public void Words_find_the_quotes_that_hold_them_all(string words, int count)
    {
        Ledger.Add([.. Trade()]);
        Ledger.Reconcile();
        Assert.Equal(count, Ledger.Claims(new ClaimQuery { Words = words, Limit = 50 }).Count());
        Assert.Equal(count, Ledger.Claims(new ClaimQuery { Words = words, Actors = [Samples.Kaz] }).Count());
    }

    [LedgerFact]
    public void Words_find_reports()
    {
        Ledger.Add([.. Trade()]);
        Assert.Equal("Wire B", Assert.Single(Ledger.Search("Ministry quarterly", 5)).Report.Publisher);
        Assert.Empty(Ledger.Search("no-such-word", 5));
    }

    [LedgerFact]
    public void What_a_person_judges_holds_until_it_is_withdrawn()
    {
        Ledger.Add([.. Trade()]);
        Ledger.Reconcile();
        string[] before = Contents();
        Fact joined = Ledger.Facts(new FactQuery { Kind = "figure" }).Single(f => f.Claims.Count == 2);
        (string left, string right) = (joined.Claims[0].Id, joined.Claims[1].Id);
        Ledger.Judge(new Judgement(left, right, Verdict.Different, "anna", "customs and statistics", 1));
        Ledger.Reconcile();
        Assert.DoesNotContain(Ledger.Facts(new FactQuery { Kind = "figure" }), f => f.Claims.Count > 1);
        Assert.Contains(Ledger.Judgements(left), j => j is { Verdict: Verdict.Same, IsByRule: true, WithdrawnAt: not null });
        Assert.True(Ledger.Withdraw(right, left, "anna"));
        Assert.False(Ledger.Withdraw(right, left, "anna"));
        Ledger.Reconcile();
        Assert.Equal(before, Contents());
        Assert.Contains(Ledger.Judgements(left), j => j is { By: "anna", WithdrawnAt: not null });
    }

    [LedgerFact]
    public void A_judgement_needs_two_claims_that_could_be_one()
    {
        Ledger.Add([.. Trade()]);
        Ledger.Reconcile();
        ReportedClaim[] claims = [.. Ledger.Claims(new ClaimQuery { Kinds = ["figure", "event"] })];
        string figure = claims.First(c => c.Claim is Figure).Id, happening = claims.First(c => c.Claim is Event).Id;
        Assert.Throws<ArgumentException>(() => Ledger.Judge(new Judgement(figure, happening, Verdict.Same, "anna", "", 1)));
        Assert.Throws<ArgumentException>(() => Ledger.Judge(new Judgement(figure, figure, Verdict.Same, "anna", "", 1)));
        Assert.Throws<ArgumentException>(() => Ledger.Judge(new Judgement(figure, "0000", Verdict.Different, "anna", "", 1)));
        Assert.Throws<ArgumentException>(() => Ledger.Judge(new Judgement(figure, happening, Verdict.Different, "rule:event", "", 1)));
    }

    [LedgerFact]
    public void Queries_of_others_read_the_views_and_cannot_write()
    {
        Ledger.Add([.. Trade()]);
        Ledger.Reconcile();
        (IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) = Ledger.Query("SELECT parties, count(*) AS n FROM figures GROUP BY parties ORDER BY parties");
        Assert.Equal(["parties", "n"], columns);
        Assert.Equal([["KAZ TJK", 2L], ["TJK KAZ", 1L]], rows.Select(r => r.ToArray()));
        foreach (string view in (string[])["claim_texts", "events", "agreements", "figures", "transfers", "projects", "relations", "offices", "contradictions"])
        {
            Assert.NotEmpty(Ledger.Query($"SELECT * FROM {view}").Columns);
        }
        Assert.ThrowsAny<Exception>(() => Ledger.Query("DELETE FROM claims").Rows.Count());
        Assert.Throws<EntenteException>(() => Ledger.Query("SELECT * FROM no_such_table"));
        Assert.Equal(8, Ledger.Claims(new ClaimQuery()).Count());
    }

    [LedgerFact]
    public void Pages_give_what_one_long_page_gives()
    {
        Ledger.Add([.. Enumerable.Range(0, 9).SelectMany(i => Trade(i))]);
        Ledger.Reconcile();
        ClaimQuery[] queries = [new(), new() { Actors = [Samples.Kaz, Samples.Tjk] }, new() { Actors = [Samples.Kaz], Kinds = ["figure"] }, new() { Words = "trade" }, new() { Publisher = "wire a" }];
        foreach (ClaimQuery query in queries)
        {
            string[] whole = [.. Ledger.Claims(query with { Limit = 1000 }).Select(c => c.Id)];
            Assert.InRange(whole.Length, 8, 1000);
            List<string> pages = [];
            for (string? after = null; ;)
            {
                string[] page = [.. Ledger.Claims(query with { Limit = 7, After = after }).Select(c => c.Id)];
                if (page.Length == 0) break;
                pages.AddRange(page);
                after = page[^1];
            }
            Assert.Equal<string>(whole, pages);
        }
        string[] facts = [.. Ledger.Facts(new FactQuery { Actors = [Samples.Kaz], Limit = 1000 }).Select(f => f.Id)];
        string[] two = [.. Ledger.Facts(new FactQuery { Actors = [Samples.Kaz], Limit = 3 }).Select(f => f.Id), .. Ledger.Facts(new FactQuery { Actors = [Samples.Kaz], Limit = 1000, After = facts[2] }).Select(f => f.Id)];
        Assert.Equal<string>(facts, two);
        Assert.Throws<ArgumentException>(() => Ledger.Claims(new ClaimQuery { Limit = 5, After = "nothing" }).Count());
        Assert.Throws<ArgumentException>(() => Ledger.Facts(new FactQuery { Limit = 5, After = "nothing" }));
    }

    [LedgerFact]
    public void What_is_opened_for_reading_sees_what_others_write_and_cannot_write_itself()
    {
        Ledger.Add([.. Trade()]);
        Ledger.Reconcile();
        using ILedger reader = Entente.Storage.Ledger.OpenForReading(Location);
        // PostgreSQL counts what is written to other databases of the server too, and other tests write there: now and then nobody does between two looks.
        Assert.Contains(Enumerable.Range(0, 100), _ => reader.Version == reader.Version);
        string version = reader.Version;
        int before = reader.Claims(new ClaimQuery { Limit = 1000 }).Count();
        Ledger.Add([.. Trade(5)]);
        Ledger.Reconcile();
        Assert.NotEqual(version, reader.Version);
        Assert.True(reader.Claims(new ClaimQuery { Limit = 1000 }).Count() > before);
        Assert.Throws<EntenteException>(() => reader.Add([.. Trade(6)]));
    }

    [LedgerFact]
    public void A_question_that_takes_too_long_ends()
    {
        Ledger.Add([.. Enumerable.Range(0, 100).SelectMany(i => Trade(i))]);
        Ledger.Reconcile();
        using ILedger reader = Entente.Storage.Ledger.OpenForReading(Location);
        reader.LimitTime(TimeSpan.FromMilliseconds(1));
        Assert.ThrowsAny<System.Data.Common.DbException>(() =>
        {
            for (int i = 0; i < 100; i++) _ = reader.AllFacts("figure").Count() + reader.Claims(new ClaimQuery { AtLeast = 5_000_000_000m, Confidence = 0.999, Limit = 100 }).Count();
        });
        reader.LimitTime(TimeSpan.FromSeconds(20));
        Assert.NotEmpty(reader.Claims(new ClaimQuery { Limit = 10 }));
    }

    // Enough topics for many rounds, which one thread compares while another writes.
    [LedgerFact]
    public void Comparing_many_topics_gives_line_by_line_what_comparing_all_claims_at_once_in_memory_gives()
    {
        ReadReport[] reports = [.. new ClaimGenerator(3).Reports(9_000)];
        foreach (ReadReport[] batch in reports.Chunk(150)) Ledger.Add(batch);
        Ledger.Reconcile();
        ReportedClaim[] claims = [.. Ledger.Claims(new ClaimQuery())];
        Reconciliation whole = Reconciler.Reconcile(claims, []);
        Assert.Equal(whole.Facts.Select(Line).Order(StringComparer.Ordinal), ClaimNames.Kinds.SelectMany(Ledger.AllFacts).Select(Line).Order(StringComparer.Ordinal));
        Assert.Equal(
            whole.Judgements.Select(j => $"{j.Left} {j.Right} {j.Verdict} {j.By} {j.Reason} {j.Score}".ToLowerInvariant()).Order(StringComparer.Ordinal),
            Ledger.Query("SELECT left_id, right_id, verdict, made_by, reason, score FROM judgements").Rows.Select(r => string.Join(' ', r).ToLowerInvariant()).Order(StringComparer.Ordinal));
        Assert.Equal(
            claims.SelectMany(c => Scope.Keys(c.Claim).Select(k => $"{k.A} {k.B} {Scope.Kind(c.Claim.Kind)}")).GroupBy(k => k).Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal),
            Ledger.Query("SELECT a, b, kind, claims FROM scope_counts WHERE claims <> 0 AND kind < 7").Rows.Select(r => string.Join(' ', r)).Order(StringComparer.Ordinal));
    }

    [LedgerFact]
    public void What_readers_count_in_one_walk_is_what_is_counted_by_looking_up()
    {
        Ledger.Add([.. new ClaimGenerator(4).Reports(2_000)]);
        using ILedger walking = Entente.Storage.Ledger.OpenForReading(Location, new LedgerCache { MostLookedUp = 0 });
        string[] scopes = [.. Ledger.Query("SELECT DISTINCT a || ' ' || b FROM scope_counts WHERE a <> ''").Rows.Select(r => (string)r[0]!)];
        Assert.True(scopes.Length > 100, $"{scopes.Length} actors and pairs");
        foreach (IReadOnlyList<ActorCode> about in scopes.Select(Samples.Codes))
        {
            LedgerCounts looked = Ledger.Count(about), walked = walking.Count(about);
            Assert.Equal((looked.Reports, looked.Publishers, looked.First, looked.Last), (walked.Reports, walked.Publishers, walked.First, walked.Last));
            Assert.Equal(Ledger.Months(about), walking.Months(about));
        }
    }

    [LedgerFact]
    public void Comparing_after_each_of_many_reports_gives_what_comparing_at_the_end_gives()
    {
        ReadReport[] reports = [.. new ClaimGenerator(5).Reports(3_000)];
        foreach (ReadReport[] batch in reports.Chunk(50))
        {
            Ledger.Add(batch);
            Ledger.Reconcile();
        }
        using ILedger fresh = Fresh(reports);
        Assert.Equal(Contents(fresh), Contents());
    }

    [LedgerFact]
    public void Two_at_once_give_what_one_after_the_other_gives()
    {
        ReadReport[] reports = [.. Enumerable.Range(0, 40).SelectMany(i => Trade(i))];
        _ = Ledger;
        string location = Location;
        Parallel.For(0, 4, part =>
        {
            using ILedger mine = Entente.Storage.Ledger.Open(location);
            foreach (ReadReport[] some in reports.Where((_, i) => i % 4 == part || i % 3 == part).Chunk(3))
            {
                mine.Add(some);
                mine.Reconcile();
            }
        });
        using ILedger fresh = Fresh(reports);
        Assert.Equal(Contents(fresh), Contents());
    }

    [LedgerFact]
    public void What_several_read_again_with_another_head_is_as_each_read_it_last()
    {
        ReadReport[] reports = [.. Enumerable.Range(0, 20).SelectMany(i => Trade(i))];
        _ = Ledger;
        string location = Location;
        Parallel.For(0, 4, part =>
        {
            using ILedger mine = Entente.Storage.Ledger.Open(location);
            foreach (ReadReport[] some in reports.Where((_, i) => i % 4 == part).Chunk(4))
            {
                mine.Add([.. some.Select(r => r with { Document = r.Document with { Publisher = "Old Wire", Published = PartialDate.TryParse("2021-05-05") }, Claims = [.. r.Claims.Take(1)] })]);
                mine.Reconcile();
                mine.Add(some);
                mine.Reconcile();
            }
        });
        using ILedger fresh = Fresh(reports);
        Assert.Equal(Contents(fresh), Contents());
    }

    [LedgerFact]
    public void A_ledger_of_version_1_is_brought_forward_and_says_what_a_new_one_says()
    {
        string old = NewLocation();
        MakeVersion1(old, File.ReadAllText(Repository.Path("tests", "Entente.Tests", "Storage", "ledger-1.sql")));
        string[] before;
        using (ILedger ledger = Entente.Storage.Ledger.Open(old))
        {
            ledger.Reconcile();
            before = Contents(ledger);
            Assert.Equal(2, ledger.Claims(new ClaimQuery { Words = "amounted billion", Limit = 9 }).Count());
            Assert.Contains("$19.8 billion", Assert.Single(ledger.Contradictions(Samples.Codes("CHN KGZ"))).Left.Claim.Evidence[0].Quote + ledger.Contradictions([])[0].Right.Claim.Evidence[0].Quote, StringComparison.Ordinal);
            Assert.Empty(ledger.Query("SELECT 1 FROM claim_texts WHERE official = 1").Rows);
            ReadReport[] reports =
            [
                .. ledger.Claims(new ClaimQuery()).ToList().GroupBy(c => c.Report.Id).Select(g => new ReadReport(
                    new Document { Source = g.First().Report.Source, Text = ledger.TextOf(g.Key)!, Blocks = [], Id = g.First().Report.InputId, Title = g.First().Report.Title, Publisher = g.First().Report.Publisher, Url = g.First().Report.Url, Published = g.First().Report.Published, Language = g.First().Report.Language },
                    [.. g.Select(c => c.Claim)])),
            ];
            using ILedger fresh = Fresh(reports);
            Assert.Equal(Contents(fresh), before);
        }
        using ILedger again = Entente.Storage.Ledger.Open(old);
        Assert.Equal(before, Contents(again));
    }

    [Theory]
    [InlineData("sqlite-1", "a20cfbbbe085fa90")]
    [InlineData("postgres-1", "cd65e9b0f8289a0c")]
    [InlineData("sqlite-2", "82ffcbf199b2cc5f")]
    [InlineData("postgres-2", "67044479bbef87ed")]
    [InlineData("sqlite-3", "81bb9a5ca7d4bdd2")]
    [InlineData("postgres-3", "ee6c728f78e37d3b")]
    [InlineData("sqlite-4", "d24fe6a0595b48b6")]
    [InlineData("postgres-4", "50ec5e5aab6f50ab")]
    [InlineData("both-5", "9bc8404a36ed9e17")]
    public void A_script_of_a_released_version_never_changes(string script, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Script(script).ReplaceLineEndings("\n"))))[..16]);

    /// <summary>Makes a database as version 1 left it.</summary>
    protected abstract void MakeVersion1(string location, string rows);

    /// <summary>A script of the schema.</summary>
    protected static string Script(string name)
    {
        using StreamReader reader = new(typeof(Entente.Storage.Ledger).Assembly.GetManifestResourceStream($"Schema/{name}.sql")!);
        return reader.ReadToEnd();
    }

    // The lists of actors in the views differ between the databases, and the views are made anew in any case.
    protected static string NoActors(string views) => System.Text.RegularExpressions.Regex.Replace(views, @"AGGREGATE\(\w+\)", "NULL", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));

    /// <summary>Three reports of one pair, and one of another, told apart by a number.</summary>
    internal static IEnumerable<ReadReport> Trade(int n = 0)
    {
        string tail = n == 0 ? "" : $" {n}";
        yield return new ReadReport(
            Samples.Report("Trade grew." + tail, "2024-02-01", "Wire A", $"https://a.example/1{n}"),
            [
                Samples.Figure("trade_turnover", "KAZ TJK", 1_200_000_000m, "2023", quote: "mutual trade"),
                Samples.Event(EventType.Consult, "KAZ", "TJK", "2024-01-31", format: "meeting", place: "Dushanbe", quote: "met in Dushanbe"),
            ]);
        yield return new ReadReport(
            Samples.Report("The ministry gave quarterly figures." + tail, "2024-02-03", "Wire B", $"https://b.example/1{n}"),
            [
                Samples.Figure("trade_turnover", "TJK KAZ", 1_230_000_000m, "2023", quote: "mutual trade turnover"),
                Samples.Event(EventType.Consult, "TJK", "KAZ", "2024-02-01", format: "meeting", quote: "held talks"),
                Samples.Agreement("treaty", "allied relations", "KAZ TJK", "2024", ClaimStatus.Planned, quote: "a treaty is to be signed"),
            ]);
        yield return new ReadReport(
            Samples.Report("Another count." + tail, "2024-03-01", "Wire C", $"https://c.example/1{n}"),
            [
                Samples.Figure("trade_turnover", "KAZ TJK", 1_500_000_000m, "2023", quote: "the trade"),
                Samples.Transfer("KAZ", "TJK", "wheat", 100, "t", "2023", quote: "delivered"),
            ]);
        yield return new ReadReport(
            Samples.Report("Elsewhere." + tail, "2024-03-02", "Wire C", $"https://c.example/2{n}"),
            [Samples.Event(EventType.Aid, "RUS", "UZB", "2023-12-05", ClaimStatus.Planned, quote: "will help")]);
    }

    protected abstract string NewLocation();

    private ILedger Fresh(IReadOnlyList<ReadReport> reports)
    {
        ILedger ledger = Entente.Storage.Ledger.Open(NewLocation());
        ledger.Add(reports);
        ledger.Reconcile();
        return ledger;
    }

    private string[] Contents() => Contents(Ledger);

    /// <summary>All that a ledger says, without when it was said: claims, facts, standing judgements.</summary>
    private static string[] Contents(ILedger ledger)
    {
        IEnumerable<string> facts = ledger.Facts(new FactQuery()).Select(f => "fact " + Line(f));
        IEnumerable<string> claims = ledger.Claims(new ClaimQuery()).Select(c => $"claim {c.Id} {Json(c.Claim)}");
        IEnumerable<string> judgements = ledger.Query("SELECT left_id, right_id, verdict, made_by, reason, score FROM judgements WHERE withdrawn_at IS NULL").Rows.Select(r => "judgement " + string.Join(' ', r));
        IEnumerable<string> found = new[]
        {
            "SELECT s.a, s.b, s.day, s.kind, s.status, s.type, c.id FROM claim_scope s JOIN claims c ON c.claim = s.claim", "SELECT s.a, s.b, s.kind, s.day, s.promised, f.id, f.actors FROM fact_scope s JOIN facts f ON f.fact = s.fact",
            "SELECT s.a, s.b, s.day, j.left_id, j.right_id FROM contradiction_scope s JOIN judgements j ON j.judgement = s.judgement", "SELECT a, b, kind, claims, facts FROM scope_counts WHERE claims <> 0 OR facts <> 0",
        }.SelectMany(sql => ledger.Query(sql).Rows.Select(r => string.Join(' ', r)));
        return [.. facts.Concat(claims).Concat(judgements).Concat(found).Order(StringComparer.Ordinal)];
    }

    private static string Line(Fact f) => $"{f.Id} {f.Status} {f.When} {f.Reports} {f.Independent} {f.IsDisputed} {f.WasPromised}: {string.Join(' ', f.Claims.Select(c => c.Id))}";

    private static string Json(Claim claim) => ClaimJson.Line(Samples.Report("x"), [claim]);
}

public sealed class SqliteLedgerTests : LedgerTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("entente-ledger-").FullName;
    private int files;

    protected override string Location => Path.Combine(folder, "ledger.db");

    protected override string NewLocation() => Path.Combine(folder, $"other{++files}.db");

    protected override void MakeVersion1(string location, string rows)
    {
        using Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={location};Pooling=false");
        connection.Open();
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = Script("sqlite-1") + NoActors(File.ReadAllText(Repository.Path("tests", "Entente.Tests", "Storage", "views-1.sql"))) + rows + "INSERT INTO evidence_words (evidence_words) VALUES ('rebuild'); INSERT INTO report_words (report_words) VALUES ('rebuild'); PRAGMA user_version = 1; PRAGMA application_id = 1162761285";
        command.ExecuteNonQuery();
    }

    [Fact]
    public void Another_programs_file_is_left_alone()
    {
        string text = Path.Combine(folder, "notes.txt"), foreign = Path.Combine(folder, "foreign.db");
        File.WriteAllText(text, string.Concat(Enumerable.Repeat("These are notes and no database. ", 100)));
        Assert.Contains("no SQLite file", Assert.Throws<EntenteException>(() => Entente.Storage.Ledger.Open(text)).Message, StringComparison.Ordinal);
        using (Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={foreign};Pooling=false"))
        {
            connection.Open();
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE mine (x)";
            command.ExecuteNonQuery();
        }
        Assert.Contains("another program", Assert.Throws<EntenteException>(() => Entente.Storage.Ledger.Open(foreign)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_ledger_is_not_touched()
    {
        Ledger.Add([.. Trade()]);
        using (Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={Location};Pooling=false"))
        {
            connection.Open();
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            command.ExecuteNonQuery();
        }
        string message = Assert.Throws<EntenteException>(() => Entente.Storage.Ledger.Open(Location)).Message;
        Assert.Contains("999", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_that_must_be_there_is_not_made()
    {
        string path = Path.Combine(folder, "none.db");
        Assert.Contains("entente read", Assert.Throws<EntenteException>(() => Entente.Storage.Ledger.Open(path, mustExist: true)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) Directory.Delete(folder, recursive: true);
    }
}

[Collection(PostgresTests.Name)]
public sealed class PostgresLedgerTests(PostgresServer server) : LedgerTests
{
    // Topics that are in hand, with what they hold of locks, as a program leaves them that stopped in the middle.
    private const string TakeAll = "SELECT pg_advisory_xact_lock_shared(1162761285); DELETE FROM pending";

    [LedgerFact]
    public async Task Topics_in_the_hand_of_a_program_that_dies_are_compared_by_the_next()
    {
        Ledger.Add([.. Trade()]);
        Task compared;
        using (Npgsql.NpgsqlConnection other = Connect(Location))
        {
            Begin(other, TakeAll);
            compared = Task.Run(() => Ledger.Reconcile());
            Assert.NotSame(compared, await Task.WhenAny(compared, Task.Delay(500)));
        }
        await compared.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.NotEmpty(Ledger.Facts(new FactQuery { Kind = "figure" }));
    }

    [LedgerFact]
    public void Who_adds_waits_neither_for_others_that_add_nor_for_topics_of_others()
    {
        Ledger.Add([.. Trade().Take(3)]);
        using Npgsql.NpgsqlConnection other = Connect(Location);
        Begin(other, TakeAll);
        Ledger.LimitTime(TimeSpan.FromSeconds(20));
        Assert.Equal(1, Ledger.Add([.. Trade().Skip(3)]).Reports);
    }

    [LedgerFact]
    public void Who_judges_waits_for_all_who_add()
    {
        Ledger.Add([.. Trade()]);
        string claim = Ledger.Claims(new ClaimQuery()).First().Id;
        using Npgsql.NpgsqlConnection other = Connect(Location);
        Begin(other, "SELECT pg_advisory_xact_lock_shared(1162761285)");
        Ledger.LimitTime(TimeSpan.FromMilliseconds(300));
        Assert.Throws<EntenteException>(() => Ledger.Judge(new Judgement(claim, claim, Verdict.Different, "a reader", "not said", 1)));
    }

    private static Npgsql.NpgsqlConnection Connect(string location)
    {
        Uri address = new(location);
        Npgsql.NpgsqlConnection connection = new($"Host={address.Host};Port={address.Port};Database={address.AbsolutePath.TrimStart('/')};Username={address.UserInfo.Split(':')[0]};Pooling=false");
        connection.Open();
        return connection;
    }

    private static void Begin(Npgsql.NpgsqlConnection connection, string sql)
    {
        connection.BeginTransaction();
        using Npgsql.NpgsqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }

    protected override void MakeVersion1(string location, string rows)
    {
        using Npgsql.NpgsqlConnection connection = Connect(location);
        using Npgsql.NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = Script("postgres-1") + NoActors(File.ReadAllText(Repository.Path("tests", "Entente.Tests", "Storage", "views-1.sql"))) + rows + "CREATE TABLE entente_schema (version bigint NOT NULL); INSERT INTO entente_schema (version) VALUES (1);";
        command.ExecuteNonQuery();
    }

    private string? location;

    protected override string Location => location ??= NewLocation();

    protected override string NewLocation()
    {
        Assert.True(server.Works, server.WhyNot);
        return server.NewDatabase();
    }
}
