using System.Globalization;

namespace Entente.Asking;

/// <summary>How much a dossier holds of each sort, for the table at its head.</summary>
/// <param name="Name">What is counted: "agreements".</param>
/// <param name="Count">How many facts.</param>
/// <param name="Note">What of them is worth saying at once: "2 overdue"; empty where nothing is.</param>
/// <param name="Section">Title of the section that shows them, or null where none does.</param>
public sealed record DossierSummary(string Name, long Count, string Note, string? Section)
{
    private static readonly (string Kind, string Name, string Section)[] Kinds =
    [
        ("agreement", "agreements", "Agreements"), ("figure", "figures", "Trade and other figures"), ("transfer", "transfers", "Transfers"), ("event", "events", "Events"),
        ("project", "projects", "Projects"), ("relation", "relations", "Relations"),
    ];

    /// <summary>The rows of the table; what there is nothing of is left out.</summary>
    public static IReadOnlyList<DossierSummary> Of(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        List<DossierSummary> rows = [];
        foreach ((string kind, string name, string section) in Kinds)
        {
            long count = dossier.Counts.Facts.GetValueOrDefault(kind);
            if (count > 0) rows.Add(new DossierSummary(name, count, "", dossier.Sections.Any(s => s.Title == section) ? section : null));
        }
        foreach (DossierSection section in dossier.Sections)
        {
            long count = section.Lines.Count + section.More;
            switch (section.Title)
            {
                case "Promises": rows.Add(new DossierSummary("promises", count, Noted(section, "overdue", "kept"), section.Title)); break;
                case "Reports and official statistics": rows.Add(new DossierSummary("figures checked", count, Noted(section, "differs", "agrees"), section.Title)); break;
                case "Contradictions": rows.Add(new DossierSummary("contradictions", count, "", section.Title)); break;
                default: break;
            }
        }
        return rows;
    }

    private static string Noted(DossierSection section, params ReadOnlySpan<string> tags)
    {
        List<string> notes = [];
        foreach (string tag in tags)
        {
            int count = section.Lines.Count(l => l.Tag == tag);
            if (count > 0) notes.Add($"{count.ToString(CultureInfo.InvariantCulture)} {tag}");
        }
        return string.Join(", ", notes);
    }
}
