using Entente.Claims;

namespace Entente.Storage;

/// <summary>
/// Keeps what is found by actor and pair, and the counts of it, in step with claims, facts and contradictions. What is added is written by
/// <see cref="Flush"/>, in the order of the keys, so that most of a page is written once.
/// </summary>
internal sealed class ScopeWriter(Database database)
{
    /// <summary>The number under which contradictions are counted, after the kinds.</summary>
    public const long Contradiction = 7;

    private readonly List<ClaimRow> claims = [];
    private readonly List<FactRow> facts = [];
    private readonly List<ContradictionRow> contradictions = [];
    private readonly Dictionary<(string A, string B, long Kind), (long Claims, long Facts)> counts = [];
    private readonly List<object?[]> goneClaims = [], goneFacts = [], goneContradictions = [];

    public void Add(long key, long report, ReportedClaim reported)
    {
        Claim claim = reported.Claim;
        long day = ClaimRows.Day(ClaimSlots.When(claim), reported.Report), kind = Scope.Kind(claim.Kind);
        string? type = ClaimSlots.Type(claim)?.ToLowerInvariant();
        foreach ((string a, string b) in Scope.Keys(claim))
        {
            claims.Add(new ClaimRow(a, b, day, key, kind, (long)claim.Status, report, type));
            Count(a, b, kind, 1, 0);
        }
    }

    public void Remove(long key, ReportedClaim reported)
    {
        long day = ClaimRows.Day(ClaimSlots.When(reported.Claim), reported.Report), kind = Scope.Kind(reported.Claim.Kind);
        foreach ((string a, string b) in Scope.Keys(reported.Claim))
        {
            goneClaims.Add([a, b, day, key]);
            Count(a, b, kind, -1, 0);
        }
    }

    public void Add(long key, IReadOnlyList<ActorCode> actors, long kind, long day, bool promised)
    {
        foreach ((string a, string b) in Scope.Keys(actors))
        {
            facts.Add(new FactRow(a, b, kind, day, key, promised ? 1 : 0));
            Count(a, b, kind, 0, 1);
        }
    }

    public void Remove(long key, IReadOnlyList<ActorCode> actors, long kind, long day)
    {
        foreach ((string a, string b) in Scope.Keys(actors))
        {
            goneFacts.Add([a, b, kind, day, key]);
            Count(a, b, kind, 0, -1);
        }
    }

    public void AddContradiction(long key, IReadOnlyList<ActorCode> actors, long day)
    {
        foreach ((string a, string b) in Scope.Keys(actors))
        {
            contradictions.Add(new ContradictionRow(a, b, day, key));
            Count(a, b, Contradiction, 1, 0);
        }
    }

    public void RemoveContradiction(long key, IReadOnlyList<ActorCode> actors, long day)
    {
        foreach ((string a, string b) in Scope.Keys(actors))
        {
            goneContradictions.Add([a, b, day, key]);
            Count(a, b, Contradiction, -1, 0);
        }
    }

    /// <summary>Writes it all; must run in the transaction in which claims, facts or judgements are written, as its end: the counts are everybody's.</summary>
    public void Flush()
    {
        WriteRows();
        WriteCounts();
    }

    /// <summary>The first half of it: rows that are nobody else's.</summary>
    public void WriteRows()
    {
        database.ExecuteMany("DELETE FROM claim_scope WHERE a = @p0 AND b = @p1 AND day = @p2 AND claim = @p3", goneClaims);
        database.ExecuteMany("DELETE FROM fact_scope WHERE a = @p0 AND b = @p1 AND kind = @p2 AND day = @p3 AND fact = @p4", goneFacts);
        database.ExecuteMany("DELETE FROM contradiction_scope WHERE a = @p0 AND b = @p1 AND day = @p2 AND judgement = @p3", goneContradictions);
        claims.Sort(static (x, y) => Compare(x.A, y.A, x.B, y.B, x.Day, y.Day, x.Claim, y.Claim));
        database.Insert(Table.ClaimScope, claims, static (row, c) =>
        {
            row.Text(c.A);
            row.Text(c.B);
            row.Integer(c.Day);
            row.Integer(c.Claim);
            row.Integer(c.Kind);
            row.Integer(c.Status);
            row.Integer(c.Report);
            row.Text(c.Type);
        });
        facts.Sort(static (x, y) => Compare(x.A, y.A, x.B, y.B, (x.Kind << 32) + x.Day, (y.Kind << 32) + y.Day, x.Fact, y.Fact));
        database.Insert(Table.FactScope, facts, static (row, f) =>
        {
            row.Text(f.A);
            row.Text(f.B);
            row.Integer(f.Kind);
            row.Integer(f.Day);
            row.Integer(f.Fact);
            row.Integer(f.Promised);
        });
        contradictions.Sort(static (x, y) => Compare(x.A, y.A, x.B, y.B, x.Day, y.Day, x.Judgement, y.Judgement));
        database.Insert(Table.ContradictionScope, contradictions, static (row, c) =>
        {
            row.Text(c.A);
            row.Text(c.B);
            row.Integer(c.Day);
            row.Integer(c.Judgement);
        });
    }

    /// <summary>Forgets what was not written, because its transaction failed.</summary>
    public void Clear()
    {
        claims.Clear();
        facts.Clear();
        contradictions.Clear();
        counts.Clear();
        goneClaims.Clear();
        goneFacts.Clear();
        goneContradictions.Clear();
    }

    /// <summary>The second half: the counts. From here on no other writer counts until the end of the transaction.</summary>
    public void WriteCounts()
    {
        database.TakeTurn();
        var changed = counts.Where(c => c.Value != default).OrderBy(c => c.Key.A, StringComparer.Ordinal).ThenBy(c => c.Key.B, StringComparer.Ordinal).ThenBy(c => c.Key.Kind).ToArray();
        foreach (var chunk in changed.Chunk(database.RowsOfStatement))
        {
            object?[] values = [.. chunk.SelectMany(c => new object?[] { c.Key.A, c.Key.B, c.Key.Kind, c.Value.Claims, c.Value.Facts })];
            string rows = string.Join(',', Enumerable.Range(0, chunk.Length).Select(i => $"({Database.Names(i * 5, 5)})"));
            database.Execute(
                $"INSERT INTO scope_counts (a, b, kind, claims, facts) VALUES {rows} ON CONFLICT (a, b, kind) DO UPDATE SET claims = scope_counts.claims + excluded.claims, facts = scope_counts.facts + excluded.facts",
                values);
        }
        Clear();
    }

    private void Count(string a, string b, long kind, long claims, long facts)
    {
        (long Claims, long Facts) before = counts.GetValueOrDefault((a, b, kind));
        counts[(a, b, kind)] = (before.Claims + claims, before.Facts + facts);
    }

    private static int Compare(string a, string otherA, string b, string otherB, long x, long otherX, long y, long otherY)
    {
        int order = string.CompareOrdinal(a, otherA);
        if (order == 0) order = string.CompareOrdinal(b, otherB);
        if (order == 0) order = x.CompareTo(otherX);
        return order != 0 ? order : y.CompareTo(otherY);
    }

    private readonly record struct ClaimRow(string A, string B, long Day, long Claim, long Kind, long Status, long Report, string? Type);

    private readonly record struct FactRow(string A, string B, long Kind, long Day, long Fact, long Promised);

    private readonly record struct ContradictionRow(string A, string B, long Day, long Judgement);
}
