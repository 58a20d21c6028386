using System.Globalization;
using Entente.Claims;

namespace Entente.Asking;

/// <summary>
/// Claims as CSV (RFC 4180: comma, quotation marks where needed, CRLF not used). One table for all kinds, or the columns of one kind. The columns
/// are told in docs/ledger.md and never change without a new version.
/// </summary>
public static class ClaimCsv
{
    private static readonly (string Name, Func<ReportedClaim, string?> Value)[] Head =
    [
        ("id", c => c.Id), ("kind", c => c.Claim.Kind), ("status", c => ClaimNames.Of(c.Claim.Status)),
    ];

    private static readonly (string Name, Func<ReportedClaim, string?> Value)[] Tail =
    [
        ("speaker", c => c.Claim.Speaker), ("confidence", c => c.Claim.Confidence.ToString(CultureInfo.InvariantCulture)),
        ("start", c => c.Claim.Evidence.Count > 0 ? Number(c.Claim.Evidence[0].Span.Start) : null), ("end", c => c.Claim.Evidence.Count > 0 ? Number(c.Claim.Evidence[0].Span.End) : null),
        ("quote", c => c.Claim.Evidence.Count > 0 ? c.Claim.Evidence[0].Quote : null), ("report", c => c.Report.Id), ("title", c => c.Report.Title), ("publisher", c => c.Report.Publisher),
        ("published", c => c.Report.Published?.ToString()), ("url", c => c.Report.Url), ("source_file", c => c.Report.Source),
    ];

    private static readonly Dictionary<string, (string Name, Func<ReportedClaim, string?> Value)[]> Slots = new(StringComparer.Ordinal)
    {
        ["event"] =
        [
            Slot<Event>("type", e => ClaimNames.Of(e.Type)), Slot<Event>("source", e => Codes(e.Source)), Slot<Event>("target", e => Codes(e.Target)), Slot<Event>("date", e => e.Date?.ToString()),
            Slot<Event>("place", e => e.Place), Slot<Event>("format", e => e.Format), Slot<Event>("mode", e => e.Mode), Slot<Event>("contexts", e => e.Contexts.Count == 0 ? null : string.Join(';', e.Contexts)), Slot<Event>("cameo", e => e.Cameo),
        ],
        ["agreement"] =
        [
            Slot<Agreement>("type", a => a.Type), Slot<Agreement>("subject", a => a.Subject), Slot<Agreement>("parties", a => Codes(a.Parties)), Slot<Agreement>("count", a => a.Count is { } n ? Number(n) : null),
            Slot<Agreement>("date", a => a.Date?.ToString()), Slot<Agreement>("until", a => a.Until?.ToString()), Slot<Agreement>("value", a => Number(a.Value)), Slot<Agreement>("currency", a => a.Currency),
        ],
        ["figure"] =
        [
            Slot<Figure>("measure", f => f.Measure), Slot<Figure>("parties", f => Codes(f.Parties)), Slot<Figure>("from", f => Codes(f.From)), Slot<Figure>("to", f => Codes(f.To)), Slot<Figure>("value", f => Number(f.Value)),
            Slot<Figure>("unit", f => f.Unit), Slot<Figure>("comparator", f => f.Comparator), Slot<Figure>("period", f => f.Period?.ToString()), Slot<Figure>("rate", f => f.Rate), Slot<Figure>("change_pct", f => Number(f.ChangePct)),
            Slot<Figure>("commodity", f => f.Commodity), Slot<Figure>("due", f => f.Due?.ToString()),
        ],
        ["transfer"] =
        [
            Slot<Transfer>("from", t => Codes(t.From)), Slot<Transfer>("to", t => Codes(t.To)), Slot<Transfer>("commodity", t => t.Commodity), Slot<Transfer>("quantity", t => Number(t.Quantity)), Slot<Transfer>("unit", t => t.Unit),
            Slot<Transfer>("value", t => Number(t.Value)), Slot<Transfer>("currency", t => t.Currency), Slot<Transfer>("period", t => t.Period?.ToString()), Slot<Transfer>("rate", t => t.Rate), Slot<Transfer>("via", t => t.Via), Slot<Transfer>("terms", t => t.Terms),
        ],
        ["project"] =
        [
            Slot<Project>("name", p => p.Name), Slot<Project>("parties", p => Codes(p.Parties)), Slot<Project>("sector", p => p.Sector), Slot<Project>("capacity", p => p.Capacity), Slot<Project>("cost", p => p.Cost),
        ],
        ["relation"] = [Slot<Relation>("type", r => r.Type), Slot<Relation>("parties", r => Codes(r.Parties)), Slot<Relation>("since", r => r.Since?.ToString())],
        ["office"] = [Slot<Office>("person", o => o.Person), Slot<Office>("office", o => o.Title), Slot<Office>("state", o => o.State?.ToString())],
    };

    /// <summary>The columns of a kind, or of all kinds where it is null.</summary>
    public static IReadOnlyList<string> Columns(string? kind) => [.. Of(kind).Select(c => c.Name)];

    /// <summary>Writes a header and the claims, streamed.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="kind">The kind whose columns it has, or null for all.</param>
    /// <param name="forSpreadsheets">Whether text that a spreadsheet would run as a formula gets an apostrophe before it.</param>
    public static void Write(TextWriter output, IEnumerable<ReportedClaim> claims, string? kind, bool forSpreadsheets = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(claims);
        (string Name, Func<ReportedClaim, string?> Value)[] columns = Of(kind);
        Row(output, columns.Select(c => c.Name));
        foreach (ReportedClaim claim in claims)
        {
            if (kind is null || claim.Claim.Kind == kind) Row(output, columns.Select(c => forSpreadsheets ? Harmless(c.Value(claim)) : c.Value(claim)));
        }
    }

    // Numbers are what they are; of text, what these characters begin is a formula to Excel and its kin.
    private static string? Harmless(string? cell) =>
        cell is { Length: > 0 } && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + cell : cell;

    /// <summary>Writes one row.</summary>
    public static void Row(TextWriter output, IEnumerable<string?> cells)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(cells);
        bool first = true;
        foreach (string? cell in cells)
        {
            if (!first) output.Write(',');
            first = false;
            if (string.IsNullOrEmpty(cell)) continue;
            if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0) output.Write(cell);
            else
            {
                output.Write('"');
                output.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
                output.Write('"');
            }
        }
        output.Write('\n');
    }

    // Of all kinds: each slot once, with the value of whichever kind has it.
    private static (string Name, Func<ReportedClaim, string?> Value)[] Of(string? kind)
    {
        if (kind is not null) return [.. Head, .. Slots[kind], .. Tail];
        IEnumerable<(string, Func<ReportedClaim, string?>)> all = ClaimNames.Kinds.SelectMany(k => Slots[k]).GroupBy(s => s.Name, StringComparer.Ordinal)
            .Select(g => (g.Key, (Func<ReportedClaim, string?>)(c => g.Select(s => s.Value(c)).FirstOrDefault(v => v is not null))));
        return [.. Head, .. all, .. Tail];
    }

    private static (string, Func<ReportedClaim, string?>) Slot<T>(string name, Func<T, string?> value) where T : Claim => (name, c => c.Claim is T claim ? value(claim) : null);

    private static string? Codes(IReadOnlyList<ActorCode> codes) => codes.Count == 0 ? null : string.Join(' ', codes);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);
}
