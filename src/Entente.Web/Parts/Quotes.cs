using Entente.Asking;
using Entente.Claims;
using Entente.Web.Writing;

namespace Entente.Web.Parts;

/// <summary>The words of reports, and where they stand.</summary>
internal static class Quotes
{
    /// <summary>A quote with its source below it.</summary>
    public static Html Block(ReportedClaim claim, int longest = 400) => Html.Of($"""
        <blockquote><p dir="auto">{Wording.Quote(claim.Claim, longest)}</p><footer>{Speaker(claim.Claim)}{Source(claim.Report)} <a class="see" href="{Links.Document(claim.Report.Id, claim.Id)}">in its report<span class="unseen">: {Title(claim.Report)}</span></a></footer></blockquote>

        """);

    /// <summary>Publisher and day.</summary>
    public static Html Source(Report report) => Html.Of($"<cite dir=\"auto\">{Publisher(report)}</cite>{(report.Published is { } day ? Html.Of($", <time datetime=\"{day}\">{Dates.Of(day)}</time>") : Html.None)}{(IsOfficial(report) ? Html.Of($" <span class=\"tag official\">official</span>") : Html.None)}");

    /// <summary>Who published it, or where it came from.</summary>
    public static string Publisher(Report report)
    {
        string origin = report.Origin == report.Source ? File(report) : report.Origin;
        return Wording.Clean(origin) is { Length: > 0 } name ? name : "source not named";
    }

    /// <summary>The headline, or what stands for it.</summary>
    public static string Title(Report report) => Wording.Clean(report.Title ?? "") is { Length: > 0 } title ? title : Wording.Clean(File(report));

    /// <summary>Whether it is a table of official statistics.</summary>
    public static bool IsOfficial(Report report) => report.IsStatistics;

    // Of a file its name is enough: the folders of whoever read it are nobody's business.
    private static string File(Report report) => report.Source.Contains("://", StringComparison.Ordinal) ? report.Source : Path.GetFileName(report.Source.TrimEnd('/', '\\'));

    private static Html Speaker(Claim claim) => claim.Speaker is { Length: > 0 } speaker ? Html.Of($"<span class=\"speaker\" dir=\"auto\">{Wording.Clean(speaker)}</span>, in ") : Html.None;
}
