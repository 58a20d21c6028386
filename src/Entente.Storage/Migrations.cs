using Entente.Claims;

namespace Entente.Storage;

/// <summary>What a new version of the schema needs of the rows that are there already, beyond what its script does.</summary>
internal static class Migrations
{
    private const int Chunk = 500;

    /// <summary>Version 2: the tables in which claims, facts and contradictions are found by actor.</summary>
    public static void To2(Database database)
    {
        ClaimLoader loader = new(database);
        ScopeWriter scope = new(database);
        for (long after = 0; ;)
        {
            List<(long Claim, long Report)> keys = database.Read("SELECT claim, report FROM claims WHERE claim > @p0 ORDER BY claim LIMIT @p1", row => (row.GetInt64(0), row.GetInt64(1)), after, (long)Chunk);
            List<ScopeWriter.ClaimRow> rows = [];
            foreach (((long key, ReportedClaim claim), (_, long report)) in loader.Load([.. keys.Select(k => k.Claim)]).Zip(keys)) ScopeWriter.Rows(key, report, claim, rows);
            scope.Add(rows);
            scope.Flush();
            if (keys.Count < Chunk) break;
            after = keys[^1].Claim;
        }
        for (long after = long.MinValue; ;)
        {
            List<(long Fact, string Kind, long Day, bool Promised)> facts = database.Read(
                "SELECT fact, kind, day, promised FROM facts WHERE fact > @p0 ORDER BY fact LIMIT @p1", row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3) == 1), after, (long)Chunk);
            ILookup<long, ActorCode> actors = database.Read(
                $"SELECT f.fact, a.actor FROM fact_claims f JOIN claim_actors a ON a.claim = f.claim WHERE f.fact IN ({Database.In(facts.Select(f => f.Fact))})", row => (row.GetInt64(0), row.GetString(1)))
                .ToLookup(p => p.Item1, p => new ActorCode(p.Item2));
            foreach ((long fact, string kind, long day, bool promised) in facts)
            {
                ActorCode[] of = [.. actors[fact].Distinct().Order()];
                database.Execute("UPDATE facts SET actors = @p0 WHERE fact = @p1", FactKeeper.Joined(of), fact);
                scope.Add(fact, of, Scope.Kind(kind), day, promised);
            }
            scope.Flush();
            if (facts.Count < Chunk) break;
            after = facts[^1].Fact;
        }
        foreach ((long judgement, string actors, string? left, string? right) in database.Read(
            """
            SELECT j.judgement, j.actors, (SELECT r.published FROM claims c JOIN reports r ON r.report = c.report WHERE c.id = j.left_id),
                (SELECT r.published FROM claims c JOIN reports r ON r.report = c.report WHERE c.id = j.right_id)
            FROM judgements j WHERE j.verdict = 'contradicts' AND j.withdrawn_at IS NULL AND j.actors IS NOT NULL
            """,
            row => (row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3))))
        {
            long day = Math.Max(ClaimRows.Day(Text.PartialDate.TryParse(left)), ClaimRows.Day(Text.PartialDate.TryParse(right)));
            database.Execute("UPDATE judgements SET day = @p0 WHERE judgement = @p1", day, judgement);
            scope.AddContradiction(judgement, FactKeeper.Codes(actors), day);
        }
        scope.Flush();
    }
}
