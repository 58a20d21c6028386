using System.Globalization;
using System.Text;
using Entente.Claims;

namespace Entente.Asking;

/// <summary>A dossier in Markdown (CommonMark with tables). Nothing that a report says is taken for markup.</summary>
public static class MarkdownDossier
{
    /// <summary>The page, lines ended by LF.</summary>
    public static string Render(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        StringBuilder page = new();
        page.Append("# ").Append(Escape(dossier.Title)).Append("\n\n").Append(Escape(TextDossier.Summary(dossier))).Append('\n');
        IReadOnlyList<DossierSummary> rows = DossierSummary.Of(dossier);
        if (rows.Count > 0)
        {
            page.Append("\n| what | facts | |\n| --- | ---: | --- |\n");
            foreach (DossierSummary row in rows) page.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Count:#,##0} | {Escape(row.Note)} |\n");
        }
        if (dossier.Sections.Count == 0) page.Append("\nNo report in this ledger says anything about this.\n");
        foreach (DossierSection section in dossier.Sections)
        {
            page.Append("\n## ").Append(section.Title).Append("\n\n");
            if (section.Title.StartsWith("Trade", StringComparison.Ordinal))
            {
                foreach (Series series in dossier.Series.Take(3)) Table(page, series);
            }
            foreach (DossierLine line in section.Lines) Line(page, line);
            if (section.More > 0) page.Append("\n… and ").Append(section.More.ToString(CultureInfo.InvariantCulture)).Append(" more\n");
        }
        return page.ToString();
    }

    private static void Line(StringBuilder page, DossierLine line)
    {
        page.Append("- ");
        if (line.When.Length > 0) page.Append("**").Append(Escape(line.When)).Append("** ");
        if (line.Tag.Length > 0) page.Append('*').Append(Escape(line.Tag)).Append("* ");
        page.Append(Escape(line.Text));
        if (line.Reports > 1) page.Append(CultureInfo.InvariantCulture, $" ({line.Reports} reports)");
        page.Append('\n');
        foreach (ReportedClaim claim in line.Claims)
        {
            page.Append("  > “").Append(Escape(Wording.Quote(claim.Claim))).Append("” — ");
            if (claim.Claim.Speaker is { } speaker) page.Append(Escape(Wording.Clean(speaker))).Append(", in ");
            page.Append(Escape(Wording.Of(claim.Report))).Append("\n  >\n");
        }
        if (line.Claims.Count > 0) page.Length -= "  >\n".Length;
    }

    private static void Table(StringBuilder page, Series series)
    {
        page.Append("| ").Append(Cell(series.Title)).Append(" | |\n| --- | ---: |\n");
        foreach (SeriesPoint point in series.Points)
        {
            page.Append("| ").Append(Cell(point.Label)).Append(point.IsTarget ? " (target)" : point.Official is { } publisher ? $" ({Escape(publisher)})" : "").Append(" | ").Append(Cell(AmountText.Of(point.Value, series.Unit))).Append(" |\n");
        }
        page.Append('\n');
    }

    private static string Cell(string text) => Escape(text);

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&' or '!') escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
