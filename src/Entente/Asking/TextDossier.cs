using System.Globalization;
using System.Text;
using Entente.Claims;

namespace Entente.Asking;

/// <summary>A dossier for a terminal or a plain text file.</summary>
public static class TextDossier
{
    private const string Bold = "\u001b[1m", Dim = "\u001b[2m", Red = "\u001b[31m", Yellow = "\u001b[33m", Green = "\u001b[32m", Plain = "\u001b[0m";
    private const int BarWidth = 36;
    private const int MostDate = 18;

    /// <summary>The page, lines ended by LF.</summary>
    /// <param name="dossier">The page's content.</param>
    /// <param name="width">Columns to fill, at least 50.</param>
    /// <param name="colour">Whether a terminal shows it.</param>
    public static string Render(Dossier dossier, int width = 100, bool colour = false)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        Page page = new(Math.Max(50, width), colour);
        page.Line(page.Styled(Bold, dossier.Title));
        page.Line(page.Styled(Dim, Summary(dossier)));
        string held = string.Join(" · ", DossierSummary.Of(dossier).Select(r => $"{r.Count.ToString("#,##0", CultureInfo.InvariantCulture)} {Counted(r)}{(r.Note.Length > 0 ? $" ({r.Note})" : "")}"));
        if (held.Length > 0) page.Wrapped("", page.Styled(Dim, held), 0);
        if (dossier.Sections.Count == 0) page.Line("").Line("No report in this ledger says anything about this.");
        bool charted = false;
        foreach (DossierSection section in dossier.Sections)
        {
            page.Line("").Line(page.Styled(Bold, section.Title.ToUpperInvariant()));
            if (section.Title.StartsWith("Trade", StringComparison.Ordinal))
            {
                foreach (Series series in dossier.Series.Take(3)) Chart(page, series);
                charted = true;
            }
            Lines(page, section);
        }
        if (!charted)
        {
            foreach (Series series in dossier.Series.Take(3)) Chart(page, series);
        }
        return page.ToString();
    }

    /// <summary>Lines alone, as <c>entente promises</c> and <c>entente check</c> print them.</summary>
    public static string Render(DossierSection section, int width = 100, bool colour = false)
    {
        ArgumentNullException.ThrowIfNull(section);
        Page page = new(Math.Max(50, width), colour);
        Lines(page, section);
        return page.ToString();
    }

    /// <summary>How much there is, in a line.</summary>
    public static string Summary(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        LedgerCounts counts = dossier.Counts;
        string days = counts.First is null ? "" : counts.First.Equals(counts.Last) ? $" · {counts.First}" : $" · {counts.First} to {counts.Last}";
        return $"{Many(counts.Reports, "report")}{(counts.Publishers > 0 ? " from " + Many(counts.Publishers, "publisher") : "")}{days} · {Many(counts.Claims.Values.Sum(), "claim")} · {Many(counts.Facts.Values.Sum(), "fact")}";
    }

    private static void Lines(Page page, DossierSection section)
    {
        int date = Math.Min(section.Lines.Max(l => l.When.Length), MostDate), indent = date == 0 ? 2 : date + 4;
        foreach (DossierLine line in section.Lines)
        {
            string tag = line.Tag.Length == 0 ? "" : page.Styled(TagStyle(line.Tag), line.Tag) + "  ";
            string reports = line.Reports > 1 ? page.Styled(Dim, $"  ({line.Reports} reports{(line.Independent < line.Reports ? $", {line.Independent} independent" : "")})") : "";
            string start = date == 0 ? "  " : "  " + line.When.PadRight(date) + "  ";
            page.Wrapped(start, tag + line.Text + reports, indent + 2);
            foreach (ReportedClaim claim in line.Claims)
            {
                string quote = Wording.Quote(claim.Claim), source = Wording.Of(claim.Report);
                string speaker = claim.Claim.Speaker is { } who ? Wording.Clean(who) + ": " : "";
                page.Wrapped(new string(' ', indent + 2), page.Styled(Dim, $"{speaker}“{quote}” — {source}"), indent + 3);
            }
        }
        if (section.More > 0) page.Line(page.Styled(Dim, $"  … and {section.More.ToString(CultureInfo.InvariantCulture)} more"));
    }

    private static void Chart(Page page, Series series)
    {
        page.Line("  " + page.Styled(Bold, series.Title));
        decimal most = Math.Max(series.Points.Max(p => Math.Abs(p.Value)), 0.000001m);
        int label = series.Points.Max(p => p.Label.Length), value = series.Points.Max(p => AmountText.Of(p.Value, series.Unit).Length);
        foreach (SeriesPoint point in series.Points)
        {
            int length = (int)Math.Max(1, Math.Round(Math.Abs(point.Value) / most * BarWidth));
            string bar = new(point.IsTarget ? '░' : '█', length);
            page.Line($"    {point.Label.PadRight(label)}  {AmountText.Of(point.Value, series.Unit).PadLeft(value)}  {page.Styled(point.IsTarget ? Yellow : Green, bar)}{(point.IsTarget ? " target" : point.Official is { } publisher ? $" {publisher}" : "")}");
        }
        page.Line("");
    }

    private static string TagStyle(string tag) => tag switch
    {
        "denied" or "overdue" or "disputed" or "called off" or "differs" => Red,
        "kept" or "agrees" => Green,
        _ => Yellow,
    };

    // Of "figures checked" there is one "figure checked".
    private static string Counted(DossierSummary row) => row.Count != 1 ? row.Name : row.Name.Replace("s ", " ", StringComparison.Ordinal).TrimEnd('s');

    private static string Many(long count, string thing) => $"{count.ToString("#,##0", CultureInfo.InvariantCulture)} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>Text under construction, with lines broken between words.</summary>
    private sealed class Page(int width, bool colour)
    {
        private readonly StringBuilder text = new();

        public string Styled(string style, string words) => colour && words.Length > 0 ? style + words + Plain : words;

        public Page Line(string line)
        {
            text.Append(line.TrimEnd()).Append('\n');
            return this;
        }

        // Styles take no room; what is styled stays styled over a break, as a terminal carries it on.
        public void Wrapped(string start, string line, int indent)
        {
            StringBuilder row = new(start);
            int column = Shown(start);
            bool first = true;
            foreach (string word in line.Split(' '))
            {
                int length = Shown(word);
                if (!first && column + 1 + length > width)
                {
                    text.Append(row.ToString().TrimEnd()).Append('\n');
                    row.Clear().Append(' ', indent).Append(word);
                    column = indent + length;
                    continue;
                }
                if (!first)
                {
                    row.Append(' ');
                    column++;
                }
                row.Append(word);
                column += length;
                first = false;
            }
            text.Append(row.ToString().TrimEnd()).Append('\n');
        }

        public override string ToString() => text.ToString();

        private static int Shown(string styled)
        {
            int count = 0;
            for (int i = 0; i < styled.Length; i++)
            {
                if (styled[i] == '\u001b') i = styled.IndexOf('m', i);
                else if (!char.IsLowSurrogate(styled[i])) count++;
            }
            return count;
        }
    }
}
