namespace Entente.Storage;

/// <summary>What a column holds, the same in both databases.</summary>
internal enum ColumnType
{
    Integer,
    Real,
    Text,
}

/// <summary>A table that rows are written to in bulk: its columns, in order.</summary>
internal sealed class Table
{
    /// <param name="name">Its name.</param>
    /// <param name="columns">Names; "#" before a whole number, "~" before a real one, nothing before text.</param>
    public Table(string name, params string[] columns)
    {
        Name = name;
        Types = [.. columns.Select(c => c[0] == '#' ? ColumnType.Integer : c[0] == '~' ? ColumnType.Real : ColumnType.Text)];
        Columns = [.. columns.Select(c => c.TrimStart('#', '~'))];
    }

    public string Name { get; }

    public string[] Columns { get; }

    public ColumnType[] Types { get; }

    public static readonly Table Reports = new("reports", "#report", "id", "source", "input_id", "title", "publisher", "author", "url", "published", "language", "text_id", "read_at", "text");

    public static readonly Table Claims = new(
        "claims", "#claim", "id", "#report", "kind", "status", "speaker", "~confidence", "#topic", "first_day", "last_day", "type", "subject", "date", "period", "rate", "since",
        "until", "due", "place", "format", "mode", "contexts", "cameo", "#count", "~quantity", "~value", "unit", "currency", "comparator", "~change_pct", "commodity", "via",
        "terms", "sector", "capacity", "cost", "person", "office");

    public static readonly Table ClaimActors = new("claim_actors", "#claim", "#place", "role", "actor");

    public static readonly Table Evidence = new("evidence", "#evidence", "#claim", "#span_start", "#span_end", "quote");

    public static readonly Table Mentions = new("mentions", "#claim", "#place", "actor", "name", "office", "role", "#span_start", "#span_end");

    public static readonly Table Facts = new("facts", "#fact", "id", "#topic", "kind", "status", "happens", "#day", "#claims", "#reports", "#independent", "#disputed", "#promised", "#digest", "actors");

    public static readonly Table FactClaims = new("fact_claims", "#claim", "#fact", "#rank");

    public static readonly Table ClaimScope = new("claim_scope", "a", "b", "#day", "#claim", "#kind", "#status", "#report", "type");

    public static readonly Table FactScope = new("fact_scope", "a", "b", "#kind", "#day", "#fact", "#promised");

    public static readonly Table ContradictionScope = new("contradiction_scope", "a", "b", "#day", "#judgement");

    public static readonly Table ScopeCounts = new("scope_counts", "a", "b", "#kind", "#claims", "#facts");

    public static readonly Table Pending = new("pending", "#topic");

    public static readonly Table Statistics = new("statistics", "#report");

    public static readonly Table Judgements = new("judgements", "#judgement", "left_id", "right_id", "#topic", "verdict", "made_by", "reason", "actors", "~score", "made_at", "withdrawn_at", "#day");
}
