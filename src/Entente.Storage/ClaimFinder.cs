using System.Data.Common;
using System.Globalization;
using Entente.Claims;
using Entente.Text;

namespace Entente.Storage;

/// <summary>Finds claims and facts. Everything of an actor or pair goes through claim_scope; words go through the index of words.</summary>
internal sealed class ClaimFinder(Database database, ClaimLoader loader)
{
    private const int Chunk = 500;
    // The kinds that have a value or a quantity.
    private static readonly string[] WithAmounts = ["agreement", "figure", "transfer"];

    private const int FewReports = 500;
    private const int FewAmounts = 2000;

    /// <summary>The claims of a query, streamed.</summary>
    public IEnumerable<ReportedClaim> Claims(ClaimQuery query)
    {
        if (query.After is not null && query.Limit is null) throw new ArgumentException("To go on behind a claim, say how many there are to a page.", nameof(query));
        if (query.Limit is null && query.Words is null) return Stream(query);
        return loader.Load(Keys(query, null)).Select(c => c.Claim);
    }

    /// <summary>Claims by their ids, in the order of the ids given.</summary>
    public IReadOnlyList<ReportedClaim> ByIds(IReadOnlyList<string> ids)
    {
        List<long> keys = [];
        foreach (string[] chunk in ids.Chunk(Chunk))
        {
            Dictionary<string, long> found = database.Read($"SELECT id, claim FROM claims WHERE id IN ({Database.Names(0, chunk.Length)})", row => (row.GetString(0), row.GetInt64(1)), chunk)
                .ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
            keys.AddRange(chunk.Where(found.ContainsKey).Select(id => found[id]));
        }
        return [.. loader.Load(keys).Select(c => c.Claim)];
    }

    /// <summary>The facts of a query, the latest first.</summary>
    public IReadOnlyList<Fact> Facts(FactQuery query)
    {
        List<long> facts;
        if (query.Ids.Count > 0) facts = FactKeys("SELECT fact FROM facts WHERE id IN ({0})", query.Ids);
        else if (query.Claims.Count > 0) facts = FactKeys("SELECT DISTINCT fc.fact FROM claims c JOIN fact_claims fc ON fc.claim = c.claim WHERE c.id IN ({0})", query.Claims);
        else
        {
            (string a, string b) = Scope.Key(query.Actors);
            string further = query.OnlyPromised ? " AND promised = 1" : "";
            if (query.After is not null)
            {
                List<(long Key, long Day)> last = database.Read("SELECT fact, day FROM facts WHERE id = @p0", row => (row.GetInt64(0), row.GetInt64(1)), query.After);
                if (last.Count == 0) throw NotThere("fact", query.After);
                further += string.Create(CultureInfo.InvariantCulture, $" AND (day, fact) < ({last[0].Day}, {last[0].Key})");
            }
            // Each kind lies in order by itself: of each as many as are asked for, then the latest of these.
            IEnumerable<long> kinds = query.Kind is null ? Enumerable.Range(0, ClaimNames.Kinds.Count).Select(k => (long)k) : [Scope.Kind(query.Kind)];
            string each = string.Join(" UNION ALL ", kinds.Select(k =>
                $"SELECT fact, day FROM (SELECT fact, day FROM fact_scope WHERE a = @p0 AND b = @p1 AND kind = {k.ToString(CultureInfo.InvariantCulture)}{further} ORDER BY day DESC, fact DESC LIMIT @p2) k{k.ToString(CultureInfo.InvariantCulture)}"));
            facts = database.Read($"SELECT fact FROM ({each}) f ORDER BY day DESC, fact DESC LIMIT @p2", row => row.GetInt64(0), a, b, (long)query.Limit);
        }
        return Load(facts, query.ClaimsEach, query.MostTold);
    }

    /// <summary>All facts of a kind, a chunk at a time.</summary>
    public IEnumerable<Fact> AllFacts(string kind)
    {
        for (long after = 0; ;)
        {
            List<long> keys = database.Read("SELECT fact FROM facts WHERE kind = @p0 AND fact > @p1 ORDER BY fact LIMIT @p2", row => row.GetInt64(0), kind, after, (long)Chunk);
            foreach (Fact fact in Load(keys, int.MaxValue)) yield return fact;
            if (keys.Count < Chunk) yield break;
            after = keys[^1];
        }
    }

    /// <summary>Gives a parameter its name.</summary>
    public static void Name(DbCommand command, string name, object value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = "@" + name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private List<Fact> Load(List<long> keys, int claimsEach, int? mostTold = null)
    {
        Dictionary<long, (string Id, ClaimStatus Status, DateRange? When, int Reports, int Independent, bool Disputed, bool Promised)> heads = [];
        Dictionary<long, List<long>> members = [];
        foreach (long[] chunk in keys.Chunk(Chunk))
        {
            string list = Database.In(chunk);
            foreach (var row in database.Read(
                $"SELECT fact, id, status, happens, reports, independent, disputed, promised FROM facts WHERE fact IN ({list})",
                row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7))))
            {
                heads[row.Item1] = (row.Item2, ClaimNames.Status(row.Item3) ?? default, DateRange.TryParse(row.Item4), (int)row.Item5, (int)row.Item6, row.Item7 == 1, row.Item8 == 1);
            }
        }
        // Chosen before their claims are read, which cost ten times as much.
        if (mostTold is { } most)
        {
            keys = [.. keys.Where(heads.ContainsKey).OrderByDescending(k => heads[k].Reports).ThenByDescending(k => heads[k].When?.End ?? default).ThenBy(k => heads[k].Id, StringComparer.Ordinal).Take(most)];
        }
        foreach (long[] chunk in keys.Chunk(Chunk))
        {
            string list = Database.In(chunk);
            foreach ((long fact, long claim) in database.Read(
                $"SELECT fact, claim FROM fact_claims WHERE fact IN ({list}) AND rank < {claimsEach.ToString(CultureInfo.InvariantCulture)} ORDER BY fact, rank", row => (row.GetInt64(0), row.GetInt64(1))))
            {
                if (!members.TryGetValue(fact, out List<long>? claims)) members.Add(fact, claims = []);
                claims.Add(claim);
            }
        }
        Dictionary<long, ReportedClaim> loaded = loader.Load([.. members.Values.SelectMany(m => m).Order()]).ToDictionary(c => c.Key, c => c.Claim);
        List<Fact> facts = [];
        foreach (long key in keys)
        {
            if (!heads.TryGetValue(key, out var head)) continue;
            ReportedClaim[] claims = [.. members[key].Where(loaded.ContainsKey).Select(c => loaded[c])];
            // Another process may be taking it out.
            if (claims.Length == 0) continue;
            facts.Add(new Fact { Id = head.Id, Claims = claims, Status = head.Status, Reports = head.Reports, Independent = head.Independent, When = head.When, IsDisputed = head.Disputed, WasPromised = head.Promised });
        }
        return facts;
    }

    private List<long> FactKeys(string sql, IReadOnlyList<string> ids)
    {
        List<long> keys = [];
        foreach (string[] chunk in ids.Chunk(Chunk))
        {
            keys.AddRange(database.Read(string.Format(CultureInfo.InvariantCulture, sql, Database.Names(0, chunk.Length)), row => row.GetInt64(0), chunk));
        }
        return [.. keys.Distinct()];
    }

    // The key of the claim that a page ended with, and the day that it stands under.
    private (long Key, long Day) Place(string id)
    {
        List<long> keys = database.Read("SELECT claim FROM claims WHERE id = @p0", row => row.GetInt64(0), id);
        if (keys.Count == 0) throw NotThere("claim", id);
        ReportedClaim claim = loader.Load(keys)[0].Claim;
        return (keys[0], ClaimRows.Day(ClaimSlots.When(claim.Claim), claim.Report));
    }

    private static ArgumentException NotThere(string what, string id) => new($"There is no {what} {id} to go on behind; begin with the first page.");

    // All claims that fit, a chunk at a time in the order of their keys: nothing is held but the chunk.
    private IEnumerable<ReportedClaim> Stream(ClaimQuery query)
    {
        for (long after = 0; ;)
        {
            List<long> keys = Keys(query with { Limit = Chunk }, after);
            foreach ((long _, ReportedClaim claim) in loader.Load(keys)) yield return claim;
            if (keys.Count < Chunk) yield break;
            after = keys[^1];
        }
    }

    // Three ways in: by the index of words; by the claims' own keys where few are asked for, or all in turn; else by actor and day.
    private List<long> Keys(ClaimQuery query, long? after)
    {
        Conditions where = new();
        string from, order, claim = "c.claim";
        (long Key, long Day)? behind = query.After is null ? null : Place(query.After);
        // Few reports of a publisher: through them. Many: on the way through the days they are met soon.
        string[]? publishers = query.Publisher is null ? null : Publishers(query.Publisher);
        List<long>? reports = publishers is null ? null : database.Read(
            $"SELECT report FROM reports WHERE lower(publisher) IN ({Database.Names(1, publishers.Length)}) LIMIT @p0", row => row.GetInt64(0), [(long)FewReports + 1, .. publishers]);
        bool few = reports is { Count: <= FewReports };
        // A bound that few numbers pass is a way in of its own.
        bool rare = query.Actors.Count == 0 && query.Words is null && !few && (query.AtLeast ?? query.AtMost) is { } bound && database.Number(
            $"SELECT count(*) FROM (SELECT 1 FROM claims WHERE coalesce(value, quantity) IS NOT NULL AND coalesce(value, quantity) {(query.AtLeast is null ? "<=" : ">=")} @p0 LIMIT @p1) f", (double)bound, (long)FewAmounts + 1) <= FewAmounts;
        if (query.Words is not null)
        {
            // The last written first, as many as are asked for: a common word has too many hits to sort.
            (string words, string match, order) = database.EvidenceWith(query.Words);
            where.Set("words", database.WordsQuery(query.Words));
            where.Add(match);
            // The quotes of a claim have numbers without a gap.
            if (behind is { } last) where.Add($"{order.Split(' ')[0]} < (SELECT min(evidence) FROM evidence WHERE claim = {where.Value(last.Key)})");
            from = $"{words} JOIN claims c ON c.claim = e.claim";
            Slots(query, where);
        }
        else if (few || rare || query.Ids.Count > 0 || query.Report is not null || (query.Place is not null && query.Actors.Count == 0) || (after is not null && query.Actors.Count == 0))
        {
            from = "claims c";
            order = "coalesce(c.first_day, '') DESC, c.claim DESC";
            if (behind is { } last) where.Add($"(coalesce(c.first_day, ''), c.claim) < (SELECT coalesce(l.first_day, ''), l.claim FROM claims l WHERE l.claim = {where.Value(last.Key)})");
            Slots(query, where);
        }
        else
        {
            (string a, string b) = Scope.Key(query.Actors);
            from = "claim_scope s" + (NeedsClaim(query) ? " JOIN claims c ON c.claim = s.claim" : "");
            claim = "s.claim";
            order = "s.day DESC, s.claim DESC";
            if (behind is { } last) where.Add($"(s.day, s.claim) < ({where.Value(last.Day)}, {where.Value(last.Key)})");
            where.Add($"s.a = {where.Value(a)} AND s.b = {where.Value(b)}");
            if (query.Kinds.Count > 0) where.Add($"s.kind IN ({Database.In(query.Kinds.Select(Scope.Kind))})");
            else if (query.AtLeast is not null || query.AtMost is not null) where.Add($"s.kind IN ({Database.In(WithAmounts.Select(Scope.Kind))})");
            if (query.Statuses.Count > 0) where.Add($"s.status IN ({Database.In(query.Statuses.Select(s => (long)s))})");
            if (query.Publisher is not null) where.Add($"s.report IN (SELECT report FROM reports WHERE lower(publisher) IN ({where.Values(publishers!)}))");
            if (query.Until is { } latest) where.Add($"s.day <= {where.Value((latest.Year * 10000L) + (latest.Month * 100L) + latest.Day)}");
            if (query.Types.Count > 0) where.Add($"s.type IN ({where.Values(query.Types.Select(t => t.ToLowerInvariant()))})");
        }
        if (few) where.Add($"c.report IN ({Database.In(reports!)})");
        else if (query.Publisher is not null && from.Contains(" c", StringComparison.Ordinal) && !from.StartsWith("claim_scope", StringComparison.Ordinal))
        {
            where.Add($"c.report IN (SELECT report FROM reports WHERE lower(publisher) IN ({where.Values(publishers!)}))");
        }
        Rest(query, where);
        if (after is { } key)
        {
            where.Add($"{claim} > {where.Value(key)}");
            order = claim;
        }
        // A claim with two quotes that hold the words comes twice.
        long limit = query.Limit ?? int.MaxValue, rows = query.Words is null ? limit : Math.Min(limit * 4, int.MaxValue);
        using DbCommand command = database.Command($"SELECT {claim} FROM {from} WHERE {where} ORDER BY {order} LIMIT {rows.ToString(CultureInfo.InvariantCulture)}");
        foreach ((string name, object value) in where.Parameters) Name(command, name, value);
        using DbDataReader reader = command.ExecuteReader();
        List<long> keys = [];
        HashSet<long> seen = [];
        while (keys.Count < limit && reader.Read())
        {
            if (seen.Add(reader.GetInt64(0))) keys.Add(reader.GetInt64(0));
        }
        return keys;
    }

    // The publishers whose name holds the words, in lower case: the names one after the other through their index, not the reports of each.
    private string[] Publishers(string words) => [.. database.Read(
        """
        WITH RECURSIVE names (name) AS (
            SELECT min(lower(publisher)) FROM reports
            UNION ALL
            SELECT (SELECT min(lower(publisher)) FROM reports WHERE lower(publisher) > names.name) FROM names WHERE names.name IS NOT NULL
        )
        SELECT name FROM names WHERE name LIKE @p0 ESCAPE '!'
        """,
        row => row.GetString(0), "%" + Like(words.ToLowerInvariant()) + "%")];

    private static bool NeedsClaim(ClaimQuery query) =>
        query.Since is not null || query.Until is not null || query.Place is not null || query.AtLeast is not null || query.AtMost is not null || query.Confidence is not null;

    private static void Slots(ClaimQuery query, Conditions where)
    {
        where.Add("c.claim > 0");
        foreach (ActorCode actor in query.Actors) where.Add($"EXISTS (SELECT 1 FROM claim_actors ca WHERE ca.claim = c.claim AND ca.actor = {where.Value(actor.ToString())})");
        if (query.Kinds.Count > 0) where.Add($"c.kind IN ({where.Values(query.Kinds)})");
        if (query.Statuses.Count > 0) where.Add($"c.status IN ({where.Values(query.Statuses.Select(ClaimNames.Of))})");
        if (query.Types.Count > 0) where.Add($"lower(coalesce(c.type, c.commodity, c.sector, c.office)) IN ({where.Values(query.Types.Select(t => t.ToLowerInvariant()))})");
    }

    private static void Rest(ClaimQuery query, Conditions where)
    {
        if (query.Ids.Count > 0) where.Add($"c.id IN ({where.Values(query.Ids)})");
        if (query.Report is not null) where.Add($"c.report = (SELECT report FROM reports WHERE id = {where.Value(query.Report)})");
        if (query.Since is { } since) where.Add($"coalesce(c.last_day, (SELECT r.published FROM reports r WHERE r.report = c.report)) >= {where.Value(Iso(since))}");
        if (query.Until is { } until) where.Add($"coalesce(c.first_day, (SELECT r.published FROM reports r WHERE r.report = c.report)) <= {where.Value(Iso(until))}");
        if (query.Place is not null) where.Add($"c.place IS NOT NULL AND lower(c.place) = {where.Value(query.Place.ToLowerInvariant())}");
        if (query.AtLeast is { } least) where.Add($"coalesce(c.value, c.quantity) IS NOT NULL AND coalesce(c.value, c.quantity) >= {where.Value((double)least)}");
        if (query.AtMost is { } most) where.Add($"coalesce(c.value, c.quantity) IS NOT NULL AND coalesce(c.value, c.quantity) <= {where.Value((double)most)}");
        if (query.Confidence is { } confidence) where.Add($"c.confidence >= {where.Value(confidence)}");
    }

    /// <summary>What follows WHERE, with the values of its parameters: no text of a query ever becomes SQL.</summary>
    private sealed class Conditions
    {
        private readonly List<string> conditions = [];

        public List<(string Name, object Value)> Parameters { get; } = [];

        public void Add(string condition) => conditions.Add(condition);

        public void Set(string name, object value) => Parameters.Add((name, value));

        public string Value(object value)
        {
            string name = "v" + Parameters.Count.ToString(CultureInfo.InvariantCulture);
            Parameters.Add((name, value));
            return "@" + name;
        }

        public string Values(IEnumerable<string> values) => string.Join(',', values.Select(Value));

        public override string ToString() => string.Join(" AND ", conditions);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Without what LIKE takes for more than itself.
    private static string Like(string text) => text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
