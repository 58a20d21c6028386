using System.Data.Common;
using Entente.Claims;
using Entente.Text;

namespace Entente.Storage;

/// <summary>Reads claims with their reports, evidence and actors, a few hundred at a time.</summary>
internal sealed class ClaimLoader(Database database, LedgerCache? cache = null)
{
    private const int Batch = 500;
    private const int ReportsKept = 20_000;

    private readonly Dictionary<long, Report> reports = [];

    /// <summary>The claims of keys, in the order of the keys; keys that are not there are left out.</summary>
    public List<(long Key, ReportedClaim Claim)> Load(IReadOnlyList<long> keys)
    {
        List<(long, ReportedClaim)> found = new(keys.Count);
        if (cache is null)
        {
            Load(keys, null, found);
            return found;
        }
        Dictionary<long, ReportedClaim> known = [];
        List<long> missing = [];
        foreach (long key in keys)
        {
            if (cache.Claim(key) is { } claim) known[key] = claim;
            else missing.Add(key);
        }
        Load(missing, null, found);
        foreach ((long key, ReportedClaim claim) in found)
        {
            known[key] = claim;
            cache.Keep(key, claim);
        }
        found.Clear();
        foreach (long key in keys)
        {
            if (known.TryGetValue(key, out ReportedClaim? claim)) found.Add((key, claim));
        }
        return found;
    }

    /// <summary>The claims of keys as comparing needs them: quotes and mentions only of those given, which is half of the work.</summary>
    public List<(long Key, ReportedClaim Claim)> Load(IReadOnlyList<long> keys, HashSet<long> withWords)
    {
        List<(long, ReportedClaim)> found = new(keys.Count);
        Load(keys, withWords, found);
        return found;
    }

    /// <summary>What is known of reports, by key.</summary>
    public Dictionary<long, Report> Reports(IReadOnlyCollection<long> keys)
    {
        if (reports.Count > ReportsKept) reports.Clear();
        long[] missing = [.. keys.Where(k => !reports.ContainsKey(k)).Distinct()];
        for (int i = 0; i < missing.Length; i += Batch)
        {
            foreach ((long key, Report report) in database.Read(
                $"SELECT report, id, source, input_id, title, publisher, url, published, language, text_id, EXISTS (SELECT 1 FROM statistics s WHERE s.report = reports.report) FROM reports WHERE report IN ({Database.In(missing.Skip(i).Take(Batch))})",
                row => (row.GetInt64(0), new Report
                {
                    Id = row.GetString(1),
                    Source = row.GetString(2),
                    InputId = Text(row, 3),
                    Title = Text(row, 4),
                    Publisher = Text(row, 5),
                    Url = Text(row, 6),
                    Published = PartialDate.TryParse(Text(row, 7)),
                    Language = row.GetString(8),
                    TextId = row.GetString(9),
                    IsStatistics = row.GetBoolean(10),
                })))
            {
                reports[key] = report;
            }
        }
        return reports;
    }

    /// <summary>Forgets what was read of reports, after some of them changed.</summary>
    public void Forget() => reports.Clear();

    private void Load(IReadOnlyList<long> keys, HashSet<long>? withWords, List<(long, ReportedClaim)> found)
    {
        for (int i = 0; i < keys.Count; i += Batch) LoadBatch([.. keys.Skip(i).Take(Batch)], withWords, found);
    }

    private void LoadBatch(long[] keys, HashSet<long>? withWords, List<(long, ReportedClaim)> found)
    {
        string list = Database.In(keys), told = withWords is null ? list : Database.In(keys.Where(withWords.Contains));
        Dictionary<long, List<(string Role, ActorCode Actor)>> actors = Group(
            $"SELECT claim, role, actor FROM claim_actors WHERE claim IN ({list}) ORDER BY claim, place", row => (row.GetString(1), new ActorCode(row.GetString(2))));
        Dictionary<long, List<Evidence>> evidence = Group(
            $"SELECT claim, span_start, span_end, quote FROM evidence WHERE claim IN ({told}) ORDER BY claim, evidence",
            row => new Evidence(new TextSpan((int)row.GetInt64(1), (int)row.GetInt64(2)), row.GetString(3)));
        Dictionary<long, List<ActorMention>> mentions = Group(
            $"SELECT claim, actor, name, office, role, span_start, span_end FROM mentions WHERE claim IN ({told}) ORDER BY claim, place",
            row => new ActorMention(row.GetString(1).Length == 0 ? default : new ActorCode(row.GetString(1)), Text(row, 2), Text(row, 3), Text(row, 4), new TextSpan((int)row.GetInt64(5), (int)row.GetInt64(6))));
        Dictionary<long, (string Id, long Report, Claim Claim)> claims = [];
        foreach ((long key, string id, long report, Claim claim) in database.Read(
            $"SELECT {ClaimRows.Select} FROM claims c WHERE c.claim IN ({list})",
            row =>
            {
                long key = row.GetInt64(0);
                return (key, row.GetString(1), row.GetInt64(2), ClaimRows.FromRow(row, Of(actors, key), Of(evidence, key), Of(mentions, key)));
            }))
        {
            claims[key] = (id, report, claim);
        }
        Dictionary<long, Report> known = Reports([.. claims.Values.Select(c => c.Report)]);
        foreach (long key in keys)
        {
            if (claims.TryGetValue(key, out (string Id, long Report, Claim Claim) claim)) found.Add((key, new ReportedClaim(claim.Id, known[claim.Report], claim.Claim)));
        }
    }

    private Dictionary<long, List<T>> Group<T>(string sql, Func<DbDataReader, T> item)
    {
        Dictionary<long, List<T>> groups = [];
        foreach ((long key, T value) in database.Read(sql, row => (row.GetInt64(0), item(row))))
        {
            if (!groups.TryGetValue(key, out List<T>? list)) groups.Add(key, list = []);
            list.Add(value);
        }
        return groups;
    }

    private static List<T> Of<T>(Dictionary<long, List<T>> groups, long key) => groups.TryGetValue(key, out List<T>? list) ? list : [];

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
