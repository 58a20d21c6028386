using Entente.Claims;
using Entente.Web.Writing;

namespace Entente.Web.Parts;

/// <summary>
/// The text of a report as it was read, with the words of every claim marked in the colour of its kind. Without script each mark leads to the claim's
/// card beside the text; with it, hovering and the keys n and p walk from claim to claim.
/// </summary>
internal static class MarkedText
{
    // A text of some megabytes would choke a browser; what is cut is said.
    private const int Most = 400_000;

    /// <summary>Writes the text.</summary>
    /// <param name="page">The page.</param>
    /// <param name="text">The text of the report.</param>
    /// <param name="claims">Its claims: what its card is called, and the claim.</param>
    public static void Write(HtmlWriter page, string text, IReadOnlyList<(string Id, Claim Claim)> claims)
    {
        int length = Math.Min(text.Length, Most);
        List<(int Start, int End, int Claim, bool First)> spans = [];
        for (int c = 0; c < claims.Count; c++)
        {
            bool first = true;
            foreach (Evidence evidence in claims[c].Claim.Evidence.OrderBy(e => e.Span.Start))
            {
                int start = Math.Clamp(evidence.Span.Start, 0, length), end = Math.Clamp(evidence.Span.End, start, length);
                if (end == start) continue;
                spans.Add((start, end, c, first));
                first = false;
            }
        }
        // Where marks begin and end; between two of them the same claims hold.
        SortedSet<int> cuts = [0, length, .. spans.SelectMany(s => new[] { s.Start, s.End })];
        for (int i = 0; i < length; i++)
        {
            if (text[i] == '\n') cuts.UnionWith([i, i + 1]);
        }
        var byStart = spans.ToLookup(s => s.Start);
        List<(int Start, int End, int Claim, bool First)> open = [];
        page.Add($"<div class=\"text\" dir=\"auto\">\n");
        bool inside = false;
        int at = 0;
        foreach (int cut in cuts.Skip(1))
        {
            open.RemoveAll(s => s.End <= at);
            open.AddRange(byStart[at]);
            string piece = text[at..cut];
            if (piece == "\n")
            {
                if (inside) page.Add($"</p>\n");
                inside = false;
            }
            else if (piece.Length > 0 && !(piece.AsSpan().Trim().IsEmpty && !inside))
            {
                if (!inside) page.Add($"<p dir=\"auto\">");
                inside = true;
                Piece(page, piece, open, claims, at);
            }
            at = cut;
        }
        if (inside) page.Add($"</p>\n");
        page.Add($"</div>\n");
        if (length < text.Length) page.Add($"<p class=\"quiet\">The text goes on for {text.Length - length:#,##0} characters more, which are not shown.</p>\n");
    }

    private static void Piece(HtmlWriter page, string piece, List<(int Start, int End, int Claim, bool First)> open, IReadOnlyList<(string Id, Claim Claim)> claims, int at)
    {
        if (open.Count == 0)
        {
            page.Text(piece);
            return;
        }
        // The claim with the fewest words gives the colour: it says most about just these.
        var inner = open.MinBy(s => (s.End - s.Start, s.Claim));
        (string id, Claim claim) = claims[inner.Claim];
        bool begins = open.Any(s => s.First && s.Start == at);
        string all = string.Join(' ', open.OrderBy(s => s.End - s.Start).Select(s => claims[s.Claim].Id).Distinct(StringComparer.Ordinal));
        page.Add($"<a class=\"m k-{claim.Kind}{(open.Count > 1 ? " many" : "")}\" href=\"#c-{id}\" data-c=\"{all}\"{(begins ? Html.Of($" id=\"m-{at}\"") : Html.Of($" tabindex=\"-1\""))}>{piece}</a>");
    }
}
