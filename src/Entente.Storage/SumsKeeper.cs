using System.Globalization;
using Entente.Claims;
using Entente.Reconciling;

namespace Entente.Storage;

/// <summary>Keeps what does not come out inside single reports in step with them.</summary>
internal sealed class SumsKeeper(Database database, ScopeWriter scope, TimeProvider clock)
{
    private const string By = Judgement.RulePrefix + "arithmetic";

    private readonly List<(Judgement Judgement, ReportedClaim Left, ActorCode[] Actors, long Day)> found = [];

    /// <summary>Begins a batch.</summary>
    public void Begin() => found.Clear();

    /// <summary>Keeps what does not come out in a report; must be called before claims of it are deleted.</summary>
    /// <param name="sums">What <see cref="Reconciler.Sums"/> says of it.</param>
    /// <param name="claims">Its claims by their ids, as they were read now.</param>
    /// <param name="report">Its head.</param>
    /// <param name="key">Its key, or null where it is new.</param>
    public void Check(IReadOnlyList<Judgement> sums, IReadOnlyDictionary<string, Claim> claims, Report report, long? key)
    {
        Dictionary<(string, string, string), (long Key, string Actors, long Day)> standing = [];
        if (key is { } known)
        {
            foreach (var row in database.Read(
                "SELECT left_id, right_id, reason, judgement, actors, day FROM judgements WHERE withdrawn_at IS NULL AND made_by = @p1 AND left_id IN (SELECT id FROM claims WHERE report = @p0)",
                row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.IsDBNull(4) ? "" : row.GetString(4), row.GetInt64(5)), known, By))
            {
                standing[(row.Item1, row.Item2, row.Item3)] = (row.Item4, row.Item5, row.Item6);
            }
        }
        foreach (Judgement j in sums)
        {
            ReportedClaim left = new(j.Left, report, claims[j.Left]);
            long day = FactKeeper.Latest(left, left);
            if (standing.TryGetValue((j.Left, j.Right, j.Reason), out var before) && before.Day == day && standing.Remove((j.Left, j.Right, j.Reason))) continue;
            ActorCode[] actors = [.. ClaimSlots.Distinct(left.Claim).Concat(ClaimSlots.Distinct(claims[j.Right])).Distinct().Order()];
            found.Add((j, left, actors, day));
        }
        foreach ((long judgement, string actors, long day) in standing.Values)
        {
            database.Execute("UPDATE judgements SET withdrawn_at = @p1 WHERE judgement = @p0", judgement, Now());
            scope.RemoveContradiction(judgement, FactKeeper.Codes(actors), day);
        }
    }

    /// <summary>Writes what was found; the scope is flushed by whoever owns it.</summary>
    public void End()
    {
        if (found.Count == 0) return;
        Keys keys = database.Reserve(Table.Judgements, found.Count);
        string now = Now();
        List<object?[]> rows = new(found.Count);
        foreach ((Judgement j, ReportedClaim left, ActorCode[] actors, long day) in found)
        {
            long key = keys.Next();
            scope.AddContradiction(key, actors, day);
            rows.Add([key, j.Left, j.Right, Reconciler.Topic(left), Verdicts.Of(j.Verdict), j.By, j.Reason, FactKeeper.Joined(actors), j.Score, now, null, day]);
        }
        database.Insert(Table.Judgements, rows);
    }

    private string Now() => clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
