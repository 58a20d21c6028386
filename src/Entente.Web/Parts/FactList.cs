using Entente.Asking;
using Entente.Claims;
using Entente.Web.Writing;

namespace Entente.Web.Parts;

/// <summary>Facts as a list: when, what, and the words that say it.</summary>
internal static class FactList
{
    private const int Open = 8;

    /// <summary>The lines of a section; those after the first eight are folded in.</summary>
    public static void Write(HtmlWriter page, IReadOnlyList<DossierLine> lines, long more, string? moreAt)
    {
        page.Add($"<ol class=\"facts cols\">\n");
        foreach (DossierLine line in lines.Take(Open)) Line(page, line);
        page.Add($"</ol>\n");
        if (lines.Count > Open)
        {
            page.Add($"<details class=\"rest\"><summary>{Links.Count(lines.Count - Open, "more", "more")}</summary><ol class=\"facts cols\">\n");
            foreach (DossierLine line in lines.Skip(Open)) Line(page, line);
            page.Add($"</ol></details>\n");
        }
        if (more > 0) page.Add($"<p class=\"quiet\">{(moreAt is null ? Html.Of($"And {more:#,##0} more in the ledger.") : Html.Of($"<a href=\"{moreAt}\">All of them</a>: {more:#,##0} more in the ledger."))}</p>\n");
    }

    /// <summary>One line.</summary>
    public static void Line(HtmlWriter page, DossierLine line)
    {
        string kind = line.Claims.Count > 0 ? line.Claims[0].Claim.Kind : "event";
        page.Add($"<li class=\"fact k-{kind}\"{(line.Fact is null ? Html.None : Html.Of($" id=\"f-{line.Fact}\""))}>{(When(line) is { Length: > 0 } when ? Html.Of($"<span class=\"when\">{when}</span>") : Html.Of($"<span class=\"when told\">{Reported(line)}</span>"))}<div>\n<p class=\"said\" dir=\"auto\">{Said(line)}</p>\n");
        if (line.Claims.Count > 0) page.Add(Quotes.Block(line.Claims[0]));
        if (line.Claims.Count > 1)
        {
            page.Add($"<details class=\"also\"><summary>{(line.Reports > 1 ? $"Told by {Links.Count(line.Reports, "report")}{(line.Independent < line.Reports ? $", {Links.Count(line.Independent, "independent source")}" : "")}" : "More words")}</summary>\n");
            foreach (ReportedClaim claim in line.Claims.Skip(1)) page.Add(Quotes.Block(claim));
            page.Add($"</details>\n");
        }
        else if (line.Reports > 1) page.Add($"<p class=\"quiet\">Told by {Links.Count(line.Reports, "report")}.</p>\n");
        page.Add($"</div></li>\n");
    }

    /// <summary>A chip that says where something stands; nothing for nothing.</summary>
    public static Html Tag(string tag) => tag.Length == 0 ? Html.None : Html.Of($" <span class=\"tag {tag.Replace(' ', '-')}\">{tag}</span>");

    /// <summary>A statement as a link to its claim; the code of an event stands apart.</summary>
    public static Html Said(DossierLine line)
    {
        string text = line.Text;
        Html code = Html.None;
        int bracket = text.LastIndexOf(" [", StringComparison.Ordinal);
        if (bracket > 0 && text.EndsWith(']') && ClaimNames.Type(text[(bracket + 2)..^1]) is not null)
        {
            code = Html.Of($" <abbr class=\"code\" title=\"Type of event in PLOVER\">{text[(bracket + 2)..^1]}</abbr>");
            text = text[..bracket];
        }
        text = text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        Html link = line.Claims.Count > 0 ? Html.Of($"<a href=\"{Links.Claim(line.Claims[0].Id)}\">{text}</a>") : Html.Text(text);
        return Html.Of($"{link}{Tag(line.Tag)}{code}");
    }

    private static string When(DossierLine line)
    {
        if (line.When.StartsWith("due ", StringComparison.Ordinal)) return "due " + (Text.PartialDate.TryParse(line.When.AsSpan(4)) is { } due ? Dates.Of(due) : line.When[4..]);
        return line.When.Length > 0 && line.Claims.Count > 0 && ClaimSlots.When(line.Claims[0].Claim) is { } when ? Dates.Of(when) : line.When;
    }

    // Where no claim says when it was, the day of the report helps to place it, and is called by its name.
    private static string Reported(DossierLine line) => line.Claims.Count > 0 && line.Claims[0].Report.Published is { } day ? "reported " + Dates.Of(day) : "";
}
