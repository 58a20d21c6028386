using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Gazetteers;
using Entente.Text;

namespace Entente.Asking.Statistics;

/// <summary>
/// Reads tables of official statistics, as their publishers hand them out in CSV, as reports with figures: UN Comtrade, IMF trade by partner (IMTS, DOTS)
/// and the World Bank's indicators. One report holds what one office says about one partner, a line a number; where it says both exports and
/// imports of a period, their sum is the turnover.
/// </summary>
public sealed class StatisticsReader
{
    private static readonly StatisticsTable[] Tables = [new ComtradeTable(), new ImfTable(), new WorldBankTable()];

    // The World Bank's files begin with lines about the file.
    private const int LinesBeforeHeader = 10;

    private readonly ActorNames names;
    private readonly StatisticsNames statistics;

    /// <summary>A reader that knows the names of states and the tables "statistics/names" and "statistics/indicators".</summary>
    public StatisticsReader(ActorNames names, DataFiles data)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(data);
        this.names = names;
        statistics = new StatisticsNames(names, data);
    }

    /// <summary>What a file holds, in the order of reporters, partners and periods.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="source">Its path, for the reports.</param>
    /// <exception cref="FormatException">No header that is known stands in the first lines.</exception>
    public IReadOnlyList<ReadReport> Read(TextReader reader, string source)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(source);
        StatisticsTable? table = null;
        string[] header = [];
        Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
        int line = 0;
        // The same number twice (a file that was joined from two downloads) counts once.
        HashSet<Observation> observations = [];
        foreach (string[] cells in CsvRows.Read(reader))
        {
            if (table is null)
            {
                if (++line > LinesBeforeHeader) break;
                string[] names = [.. cells.Select(c => c.Trim())];
                table = Array.Find(Tables, t => t.Knows(names));
                if (table is null) continue;
                header = names;
                for (int i = 0; i < header.Length; i++) columns.TryAdd(header[i], i);
                continue;
            }
            observations.UnionWith(table.Observations(new StatisticsTable.Row(columns, header, cells), statistics));
        }
        if (table is null) throw new FormatException("this is no table of statistics that is known: UN Comtrade, IMF IMTS or DOTS, World Bank indicators (see docs/ledger.md)");
        return
        [
            .. observations.GroupBy(o => (o.Reporter, o.Partner)).OrderBy(g => g.Key.Reporter).ThenBy(g => g.Key.Partner?.ToString(), StringComparer.Ordinal)
                .Select(g => Report(table.Publisher, source, g.Key.Reporter, g.Key.Partner, g)),
        ];
    }

    private ReadReport Report(string publisher, string source, ActorCode reporter, ActorCode? partner, IEnumerable<Observation> observations)
    {
        string title = partner is { } with ? $"{publisher}: {names.Of(reporter)} and {names.Of(with)}, as reported by {names.Of(reporter)}" : $"{publisher}: {names.Of(reporter)}";
        StringBuilder text = new(title + "\n");
        List<(Observation Observation, TextSpan Span)> lines = [];
        foreach (Observation o in observations.OrderBy(o => o.Commodity, StringComparer.Ordinal).ThenBy(o => o.Measure, StringComparer.Ordinal).ThenBy(o => o.Period).ThenBy(o => o.Value))
        {
            int start = text.Length;
            text.Append(Line(o));
            lines.Add((o, new TextSpan(start, text.Length)));
            text.Append('\n');
        }
        List<(Observation Exports, Observation Imports, TextSpan[] Spans)> sums = [];
        foreach (var period in lines.ToArray().Where(l => partner is not null && l.Observation is { Commodity: null, Measure: "exports" or "imports" }).GroupBy(l => l.Observation.Period))
        {
            var exports = period.Where(l => l.Observation.Measure == "exports").ToArray();
            var imports = period.Where(l => l.Observation.Measure == "imports").ToArray();
            if (exports.Length != 1 || imports.Length != 1 || exports[0].Observation.Unit != imports[0].Observation.Unit) continue;
            int start = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{period.Key}: exports and imports, {names.Of(reporter)} and {names.Of(partner!.Value)}, together: {exports[0].Observation.Value + imports[0].Observation.Value:#,##0.##} {exports[0].Observation.Unit}");
            sums.Add((exports[0].Observation, imports[0].Observation, [new TextSpan(start, text.Length), exports[0].Span, imports[0].Span]));
            text.Append('\n');
        }
        Document document = new()
        {
            Source = source,
            Text = text.ToString(),
            Blocks = [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)],
            Title = title,
            Publisher = publisher,
        };
        List<Claim> claims = [.. lines.Select(l => Figure(l.Observation, document, l.Span))];
        claims.AddRange(sums.Select(s => Turnover(reporter, partner!.Value, s.Exports, s.Imports, s.Spans, document)));
        return new ReadReport(document, claims, IsStatistics: true);
    }

    private static Figure Figure(Observation o, Document document, TextSpan span) => new()
    {
        Status = ClaimStatus.Happened,
        Evidence = [Evidence.At(document, span)],
        Confidence = 1,
        Measure = o.Measure,
        Parties = o.Side == "party" ? [o.Reporter] : [],
        From = o.From,
        To = o.To,
        Value = o.Value,
        Unit = o.Unit,
        Comparator = "=",
        Period = new DateRange(o.Period),
        Commodity = o.Commodity,
    };

    private static Figure Turnover(ActorCode reporter, ActorCode partner, Observation exports, Observation imports, TextSpan[] spans, Document document) => new()
    {
        Status = ClaimStatus.Happened,
        Evidence = [.. spans.Select(s => Evidence.At(document, s))],
        Confidence = 1,
        Measure = "trade_turnover",
        Parties = [reporter, partner],
        Value = exports.Value + imports.Value,
        Unit = exports.Unit,
        Comparator = "=",
        Period = new DateRange(exports.Period),
    };

    // "2023: exports of wheat, Kazakhstan → Tajikistan: 280,450,000 USD".
    private string Line(Observation o)
    {
        string flow = string.Join(" → ", new[] { Names(o.From), Names(o.To) }.Where(n => n.Length > 0));
        if (o.Side == "party") flow = names.Of(o.Reporter);
        string what = o.Measure.Replace('_', ' ') + (o.Commodity is null ? "" : " of " + o.Commodity);
        return string.Create(CultureInfo.InvariantCulture, $"{o.Period}: {what}, {flow}: {o.Value:#,##0.##} {o.Unit}");
    }

    private string Names(IReadOnlyList<ActorCode> actors) => string.Join(", ", actors.Select(names.Of));
}
