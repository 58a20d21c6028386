using Entente.Claims;
using Entente.Reconciling;

namespace Entente.Storage;

/// <summary>Reads all claims of some topics, with what the ledger holds of them already, and compares the claims. Writes nothing.</summary>
internal sealed class TopicComparer(Database database, ClaimLoader loader)
{
    /// <summary>Compares all claims of topics.</summary>
    public Compared Compare(long[] topics)
    {
        string list = Database.In(topics);
        Dictionary<string, Head> heads = new(StringComparer.Ordinal);
        HashSet<long> withWords = [];
        foreach ((string id, string kind, Head head) in database.Read(
            $"SELECT id, kind, claim, topic FROM claims WHERE topic IN ({list})", row => (row.GetString(0), row.GetString(1), new Head(row.GetInt64(2), row.GetInt64(3)))))
        {
            heads[id] = head;
            if (Reconciler.ReadsWords(kind)) withWords.Add(head.Key);
        }
        Dictionary<string, Kept> facts = new(StringComparer.Ordinal);
        foreach ((string id, Kept kept) in database.Read(
            $"SELECT id, fact, digest, kind, day, actors FROM facts WHERE topic IN ({list})",
            row => (row.GetString(0), new Kept(row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetInt64(4), row.GetString(5)))))
        {
            facts[id] = kept;
        }
        Dictionary<(string, string, Verdict, string, string), Standing> judgements = [];
        foreach (((string, string, Verdict, string, string) about, Standing standing) in database.Read(
            $"SELECT left_id, right_id, verdict, made_by, reason, judgement, actors, day FROM judgements WHERE topic IN ({list}) AND withdrawn_at IS NULL AND made_by LIKE 'rule:%' AND made_by <> 'rule:arithmetic'",
            row => ((row.GetString(0), row.GetString(1), Verdicts.Of(row.GetString(2)), row.GetString(3), row.GetString(4)), new Standing(row.GetInt64(5), row.IsDBNull(6) ? null : row.GetString(6), row.GetInt64(7)))))
        {
            judgements[about] = standing;
        }
        List<Judgement> given = database.Read(
            $"SELECT left_id, right_id, verdict, made_by, reason, score FROM judgements WHERE topic IN ({list}) AND withdrawn_at IS NULL AND made_by NOT LIKE 'rule:%'",
            row => new Judgement(row.GetString(0), row.GetString(1), Verdicts.Of(row.GetString(2)), row.GetString(3), row.GetString(4), row.GetDouble(5)));
        List<(long Key, ReportedClaim Claim)> claims = loader.Load([.. heads.Values.Select(h => h.Key).Order()], withWords);
        Reconciliation now = Reconciler.Reconcile(claims.Select(c => (heads[c.Claim.Id].Topic, c.Claim)), given);
        return new Compared(claims.ToDictionary(c => c.Claim.Id, c => c.Claim, StringComparer.Ordinal), heads, facts, judgements, now);
    }

    /// <summary>Where a claim stands.</summary>
    internal readonly record struct Head(long Key, long Topic);

    /// <summary>A fact that is there.</summary>
    internal readonly record struct Kept(long Key, long Digest, string Kind, long Day, string Actors);

    /// <summary>A judgement of a rule that stands.</summary>
    internal readonly record struct Standing(long Key, string? Actors, long Day);

    /// <summary>What there was of some topics, and what came of comparing.</summary>
    /// <param name="Claims">All claims by id, without quotes and mentions where no rule reads them.</param>
    /// <param name="Heads">Where they stand.</param>
    /// <param name="Facts">The facts that are there, by id.</param>
    /// <param name="Judgements">The judgements of rules that stand.</param>
    /// <param name="Now">What came of comparing.</param>
    internal sealed record Compared(
        Dictionary<string, ReportedClaim> Claims, Dictionary<string, Head> Heads, Dictionary<string, Kept> Facts, Dictionary<(string, string, Verdict, string, string), Standing> Judgements, Reconciliation Now);
}
