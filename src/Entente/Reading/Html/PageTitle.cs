using Entente.Reading.PlainText;

namespace Entente.Reading.Html;

/// <summary>The headline of a page without the name of the site that pages add to it.</summary>
internal static class PageTitle
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " \u2013 ", ": "];

    /// <summary>From the title element, what the page tells others, and its headings; null if it has none.</summary>
    public static (string? Title, string? Where) Of(PageMetadata meta, string? heading, string? site)
    {
        (string? told, string? where) = meta.Named("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title");
        if (told is null && meta.LdHeadline is not null) (told, where) = (meta.LdHeadline, "JSON-LD headline");
        string? element = meta.TitleElement;
        // A heading that the title repeats is the headline itself.
        if (heading is not null && heading.Length >= 8 && (Begins(element, heading) || Begins(told, heading))) return (heading, "heading");
        string? best = told ?? element;
        if (best is null) return (heading, heading is null ? null : "heading");
        return (WithoutSite(best, site, element), told is null ? "title element" : where);
    }

    private static bool Begins(string? whole, string part) =>
        whole is not null && Furniture.Fold(whole).Contains(Furniture.Fold(part), StringComparison.Ordinal);

    private static string WithoutSite(string title, string? site, string? element)
    {
        foreach (string separator in Separators)
        {
            int at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at < 8) continue;
            string tail = title[(at + separator.Length)..].Trim();
            bool named = site is not null && (Furniture.Fold(tail).Contains(Furniture.Fold(site), StringComparison.Ordinal) || Furniture.Fold(site).Contains(Furniture.Fold(tail), StringComparison.Ordinal));
            // In the title element alone, a short end after a bar is the site.
            bool bar = ReferenceEquals(title, element) && separator is " | " or " :: " or " » " && tail.Split(' ').Length <= 5;
            if (named || bar) return WithoutSite(title[..at].Trim(), site, ReferenceEquals(title, element) ? null : element);
        }
        return title.Trim();
    }
}
