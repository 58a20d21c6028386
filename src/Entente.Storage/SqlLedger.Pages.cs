using System.Globalization;
using Entente.Claims;
using Entente.Text;

namespace Entente.Storage;

/// <summary>What the pages ask besides: lists of reports and pairs, counts by month, corrections.</summary>
internal sealed partial class SqlLedger
{
    private readonly CorrectionKeeper corrections;

    public Report? FindReport(string report)
    {
        long key = database.Number("SELECT report FROM reports WHERE id = @p0", report);
        return key == 0 ? null : loader.Reports([key]).GetValueOrDefault(key);
    }

    public IReadOnlyList<Report> Reports(int limit, int offset = 0)
    {
        List<long> keys = database.Read("SELECT report FROM reports ORDER BY published DESC, report DESC LIMIT @p0 OFFSET @p1", row => row.GetInt64(0), (long)limit, (long)offset);
        Dictionary<long, Report> found = loader.Reports(keys);
        return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
    }

    public IReadOnlyList<PairActivity> Pairs(ActorCode? actor, int limit)
    {
        // The counts are kept, a row a pair and kind; kind 7, contradictions, is no claim. The latest day is looked up for those that are given.
        string counts = "SELECT a, b, sum(claims) AS n FROM scope_counts WHERE kind < 7";
        List<(string A, string B, long Claims)> rows;
        if (actor is not { } one)
        {
            rows = database.Read($"{counts} AND b <> '' GROUP BY a, b HAVING sum(claims) > 0 ORDER BY n DESC, a, b LIMIT @p0", Count, (long)limit);
        }
        else
        {
            // Pairs stand under their first code: those before it are looked up one by one, by the index.
            rows = database.Read($"{counts} AND a = @p0 AND b <> '' GROUP BY a, b", Count, one.ToString());
            string[] before = [.. database.Read("SELECT DISTINCT a FROM scope_counts WHERE b = '' AND a < @p0", row => row.GetString(0), one.ToString())];
            foreach (string[] chunk in before.Chunk(400))
            {
                object?[] values = [one.ToString(), .. chunk];
                rows.AddRange(database.Read($"{counts} AND b = @p0 AND a IN ({Database.Names(1, chunk.Length)}) GROUP BY a, b", Count, values));
            }
        }
        return
        [
            .. rows.Where(r => r.Claims > 0).OrderByDescending(r => r.Claims).ThenBy(r => r.A, StringComparer.Ordinal).ThenBy(r => r.B, StringComparer.Ordinal).Take(limit)
                .Select(r => new PairActivity(new ActorCode(r.A), new ActorCode(r.B), r.Claims, Day(database.Number("SELECT max(day) FROM claim_scope WHERE a = @p0 AND b = @p1", r.A, r.B)))),
        ];
    }

    public IReadOnlyList<MonthCount> Months(IReadOnlyList<ActorCode> actors, DateOnly? since = null)
    {
        (string a, string b) = Scope.Key(actors);
        if (since is null && IsLarge(database.Number("SELECT coalesce(sum(claims), 0) FROM scope_counts WHERE a = @p0 AND b = @p1 AND kind < 7", a, b))) return Walk(a, b).Months;
        long first = since is { } day ? (day.Year * 10000L) + (day.Month * 100L) : 0;
        return Once(string.Create(CultureInfo.InvariantCulture, $"months {a} {b} {first}"), () => ScopeWalk.Counts(database.Read(
            "SELECT day / 100, kind, count(*) FROM claim_scope WHERE a = @p0 AND b = @p1 AND day >= @p2 GROUP BY day / 100, kind ORDER BY day / 100, kind",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), a, b, first)));
    }

    public IReadOnlyList<Correction> Corrections(string? report = null) => corrections.Of(report);

    public Correction Correct(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        if (string.IsNullOrWhiteSpace(correction.By)) throw new ArgumentException("A correction has somebody who makes it.", nameof(correction));
        string was = ClaimId.Of(correction.Report, correction.Was);
        ReadReport read = Again(correction.Report) ?? throw new ArgumentException($"There is no report {correction.Report} in {Location}.", nameof(correction));
        if (!read.Claims.Any(c => ClaimId.Of(correction.Report, c) == was)) throw new ArgumentException($"The report {correction.Report} makes no claim {was}.", nameof(correction));
        foreach (Evidence words in correction.Now?.Evidence ?? [])
        {
            // A quote that does not stand where it says would make the ledger lie.
            if (words.Span.End > read.Document.Text.Length || words.Span.In(read.Document.Text) != words.Quote) throw new ArgumentException($"The quote at {words.Span.Start} is not in the text there.", nameof(correction));
        }
        loader.Forget();
        return Guarded(() => database.Write(() =>
        {
            Correction kept = corrections.Add(correction);
            writer.Add([read]);
            return kept;
        }));
    }

    public bool WithdrawCorrection(long number)
    {
        if (corrections.Of(null).FirstOrDefault(c => c.Number == number && c.WithdrawnAt is null) is not { } correction || Again(correction.Report) is not { } read) return false;
        string? now = correction.Now is { } mended ? ClaimId.Of(correction.Report, mended) : null;
        Claim[] claims = [.. read.Claims.Where(c => ClaimId.Of(correction.Report, c) != now), correction.Was];
        loader.Forget();
        return Guarded(() => database.Write(() =>
        {
            bool withdrawn = corrections.Withdraw(number);
            writer.Add([read with { Claims = claims }]);
            return withdrawn;
        }));
    }

    // A report as it would be read again, with the claims that stand.
    private ReadReport? Again(string report)
    {
        if (FindReport(report) is not { } known || TextOf(report) is not { } text) return null;
        Document document = new()
        {
            Source = known.Source,
            Id = known.InputId,
            Text = text,
            Blocks = text.Length == 0 ? [] : [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)],
            Title = known.Title,
            Publisher = known.Publisher,
            Url = known.Url,
            Published = known.Published,
            Language = known.Language,
        };
        return new ReadReport(document, [.. finder.Claims(new ClaimQuery { Report = report }).Select(c => c.Claim)], known.IsStatistics);
    }

    private static (string A, string B, long Claims) Count(System.Data.Common.DbDataReader row) => (row.GetString(0), row.GetString(1), Convert.ToInt64(row.GetValue(2), CultureInfo.InvariantCulture));

    private static DateOnly Day(long day) =>
        DateOnly.TryParseExact(day.ToString("00000000", CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : new DateOnly((int)Math.Clamp(day / 10000, 1, 9999), 1, 1);
}
