using System.Data.Common;
using System.Globalization;
using Entente.Claims;
using Entente.Text;

namespace Entente.Storage;

/// <summary>Claims as rows and back. Reader and writer stand in one file, and a test reads back what was written.</summary>
internal static class ClaimRows
{
    private static readonly Dictionary<string, int> Ordinal = Table.Claims.Columns.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);

    /// <summary>The columns of a claim c, in the order that <see cref="FromRow"/> reads them.</summary>
    public static string Select { get; } = string.Join(", ", Table.Claims.Columns.Select(c => "c." + c));

    /// <summary>The row of a claim.</summary>
    public static object?[] ToRow(long key, long report, ReportedClaim reported, long topic)
    {
        Claim claim = reported.Claim;
        object?[] row = new object?[Table.Claims.Columns.Length];
        void Set(string column, object? value) => row[Ordinal[column]] = value;
        (string? first, string? last) = Days(ClaimSlots.When(claim));
        Set("claim", key);
        Set("id", reported.Id);
        Set("report", report);
        Set("kind", claim.Kind);
        Set("status", ClaimNames.Of(claim.Status));
        Set("speaker", claim.Speaker);
        Set("confidence", claim.Confidence);
        Set("topic", topic);
        Set("first_day", first);
        Set("last_day", last);
        switch (claim)
        {
            case Event e:
                Set("type", ClaimNames.Of(e.Type));
                Set("date", e.Date?.ToString());
                Set("place", e.Place);
                Set("format", e.Format);
                Set("mode", e.Mode);
                Set("contexts", e.Contexts.Count == 0 ? null : string.Join(';', e.Contexts));
                Set("cameo", e.Cameo);
                break;
            case Agreement a:
                Set("type", a.Type);
                Set("subject", a.Subject);
                Set("date", a.Date?.ToString());
                Set("until", a.Until?.ToString());
                Set("count", (long?)a.Count);
                Set("value", (double?)a.Value);
                Set("currency", a.Currency);
                break;
            case Figure f:
                Set("type", f.Measure);
                Set("value", (double?)f.Value);
                Set("unit", f.Unit);
                Set("comparator", f.Comparator);
                Set("period", f.Period?.ToString());
                Set("rate", f.Rate);
                Set("change_pct", (double?)f.ChangePct);
                Set("commodity", f.Commodity);
                Set("due", f.Due?.ToString());
                break;
            case Transfer t:
                Set("commodity", t.Commodity);
                Set("quantity", (double?)t.Quantity);
                Set("unit", t.Unit);
                Set("value", (double?)t.Value);
                Set("currency", t.Currency);
                Set("period", t.Period?.ToString());
                Set("rate", t.Rate);
                Set("via", t.Via);
                Set("terms", t.Terms);
                break;
            case Project p:
                Set("subject", p.Name);
                Set("sector", p.Sector);
                Set("capacity", p.Capacity);
                Set("cost", p.Cost);
                break;
            case Relation r:
                Set("type", r.Type);
                Set("since", r.Since?.ToString());
                break;
            case Office o:
                Set("person", o.Person);
                Set("office", o.Title);
                break;
            default: throw new ArgumentException($"The kind {claim.Kind} has no row.", nameof(reported));
        }
        return row;
    }

    /// <summary>The claim of a row, without evidence and actors, which lie in other tables.</summary>
    public static Claim FromRow(DbDataReader row, IReadOnlyList<(string Role, ActorCode Actor)> actors, IReadOnlyList<Evidence> evidence, IReadOnlyList<ActorMention> mentions)
    {
        string? Text(string column) => row.IsDBNull(Ordinal[column]) ? null : row.GetString(Ordinal[column]);
        decimal? Number(string column) => row.IsDBNull(Ordinal[column]) ? null : ToDecimal(row.GetDouble(Ordinal[column]));
        DateRange? Range(string column) => DateRange.TryParse(Text(column));
        PartialDate? Date(string column) => PartialDate.TryParse(Text(column));
        IReadOnlyList<ActorCode> With(string role) => [.. actors.Where(a => a.Role == role).Select(a => a.Actor)];
        ClaimStatus status = ClaimNames.Status(Text("status")) ?? default;
        Claim claim = Text("kind") switch
        {
            "event" => new Event
            {
                Status = status,
                Evidence = evidence,
                Type = ClaimNames.Type(Text("type")) ?? default,
                Source = With("source"),
                Target = With("target"),
                Date = Range("date"),
                Place = Text("place"),
                Format = Text("format"),
                Mode = Text("mode"),
                Contexts = Text("contexts")?.Split(';') ?? [],
                Cameo = Text("cameo"),
            },
            "agreement" => new Agreement
            {
                Status = status,
                Evidence = evidence,
                Type = Text("type") ?? "other",
                Subject = Text("subject"),
                Parties = With("party"),
                Count = row.IsDBNull(Ordinal["count"]) ? null : (int)row.GetInt64(Ordinal["count"]),
                Date = Range("date"),
                Until = Date("until"),
                Value = Number("value"),
                Currency = Text("currency"),
            },
            "figure" => new Figure
            {
                Status = status,
                Evidence = evidence,
                Measure = Text("type") ?? "other",
                Parties = With("party"),
                From = With("from"),
                To = With("to"),
                Value = Number("value"),
                Unit = Text("unit"),
                Comparator = Text("comparator"),
                Period = Range("period"),
                Rate = Text("rate"),
                ChangePct = Number("change_pct"),
                Commodity = Text("commodity"),
                Due = Date("due"),
            },
            "transfer" => new Transfer
            {
                Status = status,
                Evidence = evidence,
                From = With("from"),
                To = With("to"),
                Commodity = Text("commodity"),
                Quantity = Number("quantity"),
                Unit = Text("unit"),
                Value = Number("value"),
                Currency = Text("currency"),
                Period = Range("period"),
                Rate = Text("rate"),
                Via = Text("via"),
                Terms = Text("terms"),
            },
            "project" => new Project { Status = status, Evidence = evidence, Name = Text("subject") ?? "", Parties = With("party"), Sector = Text("sector"), Capacity = Text("capacity"), Cost = Text("cost") },
            "relation" => new Relation { Status = status, Evidence = evidence, Type = Text("type") ?? "other", Parties = With("party"), Since = Date("since") },
            "office" => new Office { Status = status, Evidence = evidence, Person = Text("person") ?? "", Title = Text("office") ?? "", State = With("state") is [ActorCode state, ..] ? state : null },
            { } kind => throw new EntenteException($"The ledger holds a claim of the kind '{kind}', which this program does not know."),
            null => throw new EntenteException("The ledger holds a claim without a kind."),
        };
        return claim with { Speaker = Text("speaker"), Confidence = row.GetDouble(Ordinal["confidence"]), Actors = mentions };
    }

    /// <summary>First and last day of a range in ISO 8601; null where it is open.</summary>
    public static (string? First, string? Last) Days(DateRange? range) =>
        (range?.Start?.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), range?.End?.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The day that a claim is listed under: the first day of what it is about, else the day of publication; 20240312, or 0 for none.</summary>
    public static long Day(DateRange? when, Report report) => Day(when is null ? report.Published : when.Start ?? when.End);

    /// <summary>A date as a number: 20240312, 20240300 of a month, 0 for none.</summary>
    public static long Day(PartialDate? date) => date is { } d ? (d.Year * 10000L) + ((d.Month ?? 0) * 100L) + (d.Day ?? 0) : 0;

    // Beyond what a decimal holds only a hand-edited file can go.
    private static decimal ToDecimal(double value) => value is > -7e28 and < 7e28 ? (decimal)value : 0;
}
