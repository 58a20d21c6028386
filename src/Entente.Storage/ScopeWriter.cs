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

    private const int Kinds = 8;

    private readonly List<ClaimRow> claims = [];
    private readonly List<FactRow> facts = [];
    private readonly List<ContradictionRow> contradictions = [];
    private readonly Dictionary<(string A, string B), (long Claims, long Facts)[]> counts = [];
    private readonly List<object?[]> goneClaims = [], goneFacts = [], goneContradictions = [];
    private (string A, string B) last;
    private (long Claims, long Facts)[]? ofLast;
    private bool isSorted;

    /// <summary>The rows under which a claim is found; for several threads.</summary>
    public static void Rows(long key, long report, ReportedClaim reported, List<ClaimRow> rows)
    {
        Claim claim = reported.Claim;
        long day = ClaimRows.Day(ClaimSlots.When(claim), reported.Report), kind = Scope.Kind(claim.Kind);
        string? type = ClaimSlots.Type(claim)?.ToLowerInvariant();
        foreach ((string a, string b) in Scope.Keys(claim)) rows.Add(new ClaimRow(a, b, day, key, kind, (long)claim.Status, report, type));
    }

    public void Add(IEnumerable<ClaimRow> rows) => claims.AddRange(rows);

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
        foreach ((string a, string b) in Scope.Keys(actors)) facts.Add(new FactRow(a, b, kind, day, key, promised ? 1 : 0));
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
        ofLast = null;
        isSorted = false;
    }

    /// <summary>Puts what was added in order and counts it, so that <see cref="Flush"/> need not; touches no database, so another thread may do it.</summary>
    public void Sort()
    {
        claims.Sort(static (x, y) => Compare(x.A, y.A, x.B, y.B, x.Day, y.Day, x.Claim, y.Claim));
        facts.Sort(static (x, y) => Compare(x.A, y.A, x.B, y.B, (x.Kind << 32) + x.Day, (y.Kind << 32) + y.Day, x.Fact, y.Fact));
        contradictions.Sort(static (x, y) => Compare(x.A, y.A, x.B, y.B, x.Day, y.Day, x.Judgement, y.Judgement));
        foreach (ClaimRow row in claims) Count(row.A, row.B, row.Kind, 1, 0);
        foreach (FactRow row in facts) Count(row.A, row.B, row.Kind, 0, 1);
        isSorted = true;
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
        if (!isSorted) Sort();
        database.ExecuteMany("DELETE FROM claim_scope WHERE a = @p0 AND b = @p1 AND day = @p2 AND claim = @p3", goneClaims);
        database.ExecuteMany("DELETE FROM fact_scope WHERE a = @p0 AND b = @p1 AND kind = @p2 AND day = @p3 AND fact = @p4", goneFacts);
        database.ExecuteMany("DELETE FROM contradiction_scope WHERE a = @p0 AND b = @p1 AND day = @p2 AND judgement = @p3", goneContradictions);
        database.Insert(Table.ClaimScope, claims, static (row, c) =>
        {
            Place(row, c.A, c.B, c.Day, c.Claim, c.Kind, c.Status, c.Report);
            row.Text(c.Type);
        });
        database.Insert(Table.FactScope, facts, static (row, f) => Place(row, f.A, f.B, f.Kind, f.Day, f.Fact, f.Promised));
        database.Insert(Table.ContradictionScope, contradictions, static (row, c) => Place(row, c.A, c.B, c.Day, c.Judgement));
    }

    /// <summary>The second half: the counts. From here on no other writer counts until the end of the transaction.</summary>
    public void WriteCounts()
    {
        if (!isSorted) Sort();
        List<CountRow> changed = [];
        foreach (var ((a, b), kinds) in counts.OrderBy(c => c.Key.A, StringComparer.Ordinal).ThenBy(c => c.Key.B, StringComparer.Ordinal))
        {
            for (int kind = 0; kind < Kinds; kind++)
            {
                if (kinds[kind] != default) changed.Add(new CountRow(a, b, kind, kinds[kind].Claims, kinds[kind].Facts));
            }
        }
        database.TakeTurn();
        database.Merge(
            Table.ScopeCounts,
            changed,
            static (row, c) => Place(row, c.A, c.B, c.Kind, c.Claims, c.Facts),
            "ON CONFLICT (a, b, kind) DO UPDATE SET claims = scope_counts.claims + excluded.claims, facts = scope_counts.facts + excluded.facts");
        Clear();
    }

    private static void Place(IRow row, string a, string b, params ReadOnlySpan<long> numbers)
    {
        row.Text(a);
        row.Text(b);
        foreach (long number in numbers) row.Integer(number);
    }

    // Rows come in order: most are counted where the last one was.
    private void Count(string a, string b, long kind, long claims, long facts)
    {
        if (ofLast is null || last.A != a || last.B != b)
        {
            last = (a, b);
            if (!counts.TryGetValue(last, out ofLast)) counts.Add(last, ofLast = new (long, long)[Kinds]);
        }
        ofLast[kind].Claims += claims;
        ofLast[kind].Facts += facts;
    }

    private static int Compare(string a, string otherA, string b, string otherB, long x, long otherX, long y, long otherY)
    {
        int order = string.CompareOrdinal(a, otherA);
        if (order == 0) order = string.CompareOrdinal(b, otherB);
        if (order == 0) order = x.CompareTo(otherX);
        return order != 0 ? order : y.CompareTo(otherY);
    }

    /// <summary>A row of claim_scope.</summary>
    internal readonly record struct ClaimRow(string A, string B, long Day, long Claim, long Kind, long Status, long Report, string? Type);

    private readonly record struct FactRow(string A, string B, long Kind, long Day, long Fact, long Promised);

    private readonly record struct ContradictionRow(string A, string B, long Day, long Judgement);

    private readonly record struct CountRow(string A, string B, long Kind, long Claims, long Facts);
}
