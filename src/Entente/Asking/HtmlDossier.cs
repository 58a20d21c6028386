using System.Globalization;
using System.Net;
using System.Text;
using Entente.Claims;

namespace Entente.Asking;

/// <summary>A dossier as one HTML file that needs nothing else: styles inside, charts as inline SVG, no script. Every text is encoded.</summary>
public static class HtmlDossier
{
    private const string Style = """
        :root{--ink:#1c2430;--soft:#5c6775;--line:#dfe3e8;--bar:#2f6f8f;--aim:#d9a441;--paper:#fff;--bad:#a33a2c;--good:#2e7d4f}
        @media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#9aa5b1;--line:#323a45;--bar:#5fa8cc;--aim:#e0b45c;--paper:#14181d;--bad:#e07a6b;--good:#6cc08b}}
        *{box-sizing:border-box}body{margin:0 auto;max-width:58rem;padding:2rem 1.2rem 4rem;font:16px/1.55 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper)}
        h1{font-size:2rem;margin:0}h2{font-size:1.15rem;margin:2.4rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:1.2rem 0 .3rem}
        .sum,.src,figcaption{color:var(--soft)}nav{margin:1rem 0;font-size:.9rem}nav a{margin-right:1rem}a{color:inherit}
        dl{margin:0}.fact{display:grid;grid-template-columns:9.5rem 1fr;gap:0 1rem;padding:.55rem 0;border-bottom:1px dotted var(--line)}.fact dt{color:var(--soft);font-variant-numeric:tabular-nums}.fact dd{margin:0}
        .tag{font:600 .72rem/1.4 system-ui,sans-serif;letter-spacing:.03em;text-transform:uppercase;padding:.05rem .4rem;border:1px solid currentColor;border-radius:.2rem;color:var(--aim);margin-right:.4rem}
        .bad{color:var(--bad)}.good{color:var(--good)}blockquote{margin:.3rem 0 0;padding-left:.8rem;border-left:3px solid var(--line);font-size:.93rem}.src{font-size:.85rem}
        figure{margin:1rem 0}svg{width:100%;height:auto;max-width:46rem}svg text{font:12px system-ui,sans-serif;fill:var(--ink)}
        @media(max-width:36rem){.fact{grid-template-columns:1fr}}@media print{body{max-width:none}nav{display:none}}
        """;

    /// <summary>The page.</summary>
    public static string Render(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        StringBuilder page = new();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>").Append(Encode(dossier.Title)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<header>\n<h1>");
        page.Append(Encode(dossier.Title)).Append("</h1>\n<p class=\"sum\">").Append(Encode(TextDossier.Summary(dossier))).Append("</p>\n</header>\n");
        if (dossier.Sections.Count == 0) page.Append("<p>No report in this ledger says anything about this.</p>\n");
        else
        {
            page.Append("<nav aria-label=\"Sections\">");
            foreach (DossierSection section in dossier.Sections) page.Append("<a href=\"#").Append(Id(section)).Append("\">").Append(Encode(section.Title)).Append("</a> ");
            page.Append("</nav>\n");
        }
        foreach (DossierSection section in dossier.Sections) Section(page, dossier, section);
        page.Append("</body>\n</html>\n");
        return page.ToString();
    }

    private static void Section(StringBuilder page, Dossier dossier, DossierSection section)
    {
        page.Append("<section aria-labelledby=\"").Append(Id(section)).Append("\">\n<h2 id=\"").Append(Id(section)).Append("\">").Append(Encode(section.Title)).Append("</h2>\n");
        if (section.Title.StartsWith("Trade", StringComparison.Ordinal))
        {
            foreach (Series series in dossier.Series.Take(4)) page.Append("<figure>\n<figcaption>").Append(Encode(series.Title)).Append("</figcaption>\n").Append(BarChart.Svg(series)).Append("</figure>\n");
        }
        page.Append("<dl>\n");
        foreach (DossierLine line in section.Lines) Line(page, line);
        page.Append("</dl>\n");
        if (section.More > 0) page.Append("<p class=\"sum\">… and ").Append(section.More.ToString(CultureInfo.InvariantCulture)).Append(" more</p>\n");
        page.Append("</section>\n");
    }

    private static void Line(StringBuilder page, DossierLine line)
    {
        page.Append("<div class=\"fact\"><dt>").Append(Encode(line.When)).Append("</dt><dd>");
        if (line.Tag.Length > 0)
        {
            string style = line.Tag switch { "denied" or "overdue" or "disputed" or "called off" => " bad", "kept" => " good", _ => "" };
            page.Append("<span class=\"tag").Append(style).Append("\">").Append(Encode(line.Tag)).Append("</span>");
        }
        page.Append(Encode(line.Text));
        if (line.Reports > 1) page.Append(CultureInfo.InvariantCulture, $" <span class=\"src\">({line.Reports} reports)</span>");
        foreach (ReportedClaim claim in line.Claims)
        {
            page.Append("<blockquote>“").Append(Encode(Wording.Quote(claim.Claim, 400))).Append("”<br><span class=\"src\">");
            if (claim.Claim.Speaker is { } speaker) page.Append(Encode(Wording.Clean(speaker))).Append(", in ");
            Source(page, claim.Report);
            page.Append("</span></blockquote>");
        }
        page.Append("</dd></div>\n");
    }

    private static void Source(StringBuilder page, Report report)
    {
        string words = Wording.Clean(string.Join(", ", new[] { report.Publisher, report.Title, report.Published?.ToString() }.Where(p => !string.IsNullOrEmpty(p))));
        if (words.Length == 0) words = Wording.Clean(report.Source);
        // Only what a browser fetches is made a link: never javascript: or a file of this machine.
        bool link = Uri.TryCreate(report.Url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        if (link) page.Append("<a rel=\"noreferrer noopener\" href=\"").Append(Encode(address!.AbsoluteUri)).Append("\">").Append(Encode(words)).Append("</a>");
        else page.Append(Encode(words));
    }

    private static string Id(DossierSection section) => section.Title.ToLowerInvariant().Replace(' ', '-');

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
