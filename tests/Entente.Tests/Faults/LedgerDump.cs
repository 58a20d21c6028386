using System.Globalization;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Tests.Faults;

/// <summary>All that a ledger holds but keys and times, in one order: two ledgers are the same if these lines are.</summary>
internal static class LedgerDump
{
    private static readonly string[] Queries =
    [
        "SELECT id, source, input_id, title, publisher, url, published, language, text_id, text FROM reports ORDER BY id",
        """
        SELECT t.id, t.kind, t.status, t.speaker, t.confidence, t.report_id, t.quote, t.fact_id, c.topic, c.first_day, c.last_day, c.type, c.subject, c.date, c.period, c.place, c.quantity, c.value,
            c.unit, c.currency, c.change_pct, c.commodity, c.due, c.person, c.office
        FROM claim_texts t JOIN claims c ON c.claim = t.claim ORDER BY t.id
        """,
        "SELECT c.id, a.place, a.role, a.actor FROM claim_actors a JOIN claims c ON c.claim = a.claim ORDER BY c.id, a.place",
        "SELECT c.id, e.span_start, e.span_end, e.quote FROM evidence e JOIN claims c ON c.claim = e.claim ORDER BY c.id, e.span_start, e.span_end",
        "SELECT c.id, m.place, m.actor, m.name, m.office, m.role, m.span_start, m.span_end FROM mentions m JOIN claims c ON c.claim = m.claim ORDER BY c.id, m.place",
        "SELECT f.id, f.kind, f.status, f.happens, f.day, f.claims, f.reports, f.independent, f.disputed, f.promised FROM facts f ORDER BY f.id",
        "SELECT c.id, f.id, x.rank FROM fact_claims x JOIN claims c ON c.claim = x.claim JOIN facts f ON f.fact = x.fact ORDER BY c.id",
        "SELECT c.id, s.a, s.b, s.day FROM claim_scope s JOIN claims c ON c.claim = s.claim ORDER BY c.id, s.a, s.b",
        "SELECT f.id, s.a, s.b, s.kind, s.day, s.promised FROM fact_scope s JOIN facts f ON f.fact = s.fact ORDER BY f.id, s.a, s.b",
        "SELECT a, b, kind, claims, facts FROM scope_counts WHERE claims <> 0 OR facts <> 0 ORDER BY a, b, kind",
        "SELECT left_id, right_id, verdict, made_by, reason, actors FROM judgements WHERE withdrawn_at IS NULL ORDER BY left_id, right_id, verdict, made_by, reason",
        "SELECT count(*) FROM pending",
    ];

    /// <summary>The lines of a ledger.</summary>
    public static IEnumerable<string> Lines(string location)
    {
        using ILedger ledger = Ledger.Open(location, TimeProvider.System, mustExist: true);
        for (int i = 0; i < Queries.Length; i++)
        {
            foreach (IReadOnlyList<object?> row in ledger.Query(Queries[i]).Rows)
            {
                yield return $"{i}: {string.Join('|', row.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)))}";
            }
        }
    }

    /// <summary>Fails with the first line that differs.</summary>
    /// <returns>How many lines there are.</returns>
    public static int AssertSame(string expected, string actual)
    {
        int line = 0;
        using IEnumerator<string> right = Lines(actual).GetEnumerator();
        foreach (string left in Lines(expected))
        {
            line++;
            Assert.True(right.MoveNext(), $"the second ledger ends before line {line}: {left}");
            Assert.Equal(left, right.Current);
        }
        Assert.False(right.MoveNext(), "the second ledger holds more");
        return line;
    }
}
