using System.Globalization;
using System.Net;
using System.Text;
using Entente.Claims;

namespace Entente.Asking;

/// <summary>A dossier as one HTML file that needs nothing else: styles inside, charts as inline SVG, no script. Every text is encoded.</summary>
public static class HtmlDossier
{
    private const int MostCharts = 4;

    // Light and dark by what the reader's system prefers; a column of contents beside the text where there is room, a row above it on a phone.
    private const string Style = """
        :root{color-scheme:light dark;--ink:#17212b;--soft:#566372;--line:#dfe3e6;--paper:#faf9f6;--card:#fff;--said:#6d9fb6;--official:#1d5570;--aim:#a86a12;--bad:#a5362a;--good:#2a7549;--link:#1d5f80}
        @media(prefers-color-scheme:dark){:root{--ink:#e7eaee;--soft:#a2adb9;--line:#2d3640;--paper:#11161b;--card:#181e25;--said:#4d7e96;--official:#8cc7e2;--aim:#e3b15a;--bad:#f08f80;--good:#79cb99;--link:#8cc7e2}}
        *{box-sizing:border-box}html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
        body{margin:0;color:var(--ink);background:var(--paper);font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
        .page{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:0 3rem;max-width:72rem;margin:0 auto;padding:2.5rem 1.5rem 5rem}
        header{grid-column:1/-1;margin-bottom:1.6rem}.kicker{margin:0;color:var(--soft);font-size:.78rem;letter-spacing:.12em;text-transform:uppercase}
        h1,h2,h3,blockquote{font-family:'Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif}
        h1{font-size:clamp(1.9rem,5vw,2.9rem);line-height:1.12;margin:.15rem 0 .5rem;font-weight:600}.sum{margin:0;color:var(--soft)}
        .tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.2rem,1fr));gap:.7rem;margin:1.4rem 0 0;padding:0}
        .tiles>div{display:flex;flex-direction:column-reverse;justify-content:flex-end;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.65rem .8rem}
        .tiles dt{color:var(--soft);font-size:.85rem}.tiles dd{margin:0;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}.tiles small{display:block;font-size:.78rem;color:var(--aim)}
        nav{position:sticky;top:1.5rem;align-self:start;font-size:.92rem}nav a{display:block;padding:.22rem 0 .22rem .8rem;border-left:2px solid var(--line);color:var(--soft);text-decoration:none}nav a:hover{color:var(--link);border-color:var(--link)}
        a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
        section{margin-bottom:2.8rem}h2{font-size:1.35rem;margin:0 0 .8rem;padding-bottom:.35rem;border-bottom:1px solid var(--line);scroll-margin-top:1rem}
        .facts{margin:0}.fact{display:grid;grid-template-columns:8.2rem minmax(0,1fr);gap:0 1.1rem;padding:.8rem 0;border-top:1px solid var(--line)}.fact:first-child{border-top:0}.fact dt{color:var(--soft);font-size:.92rem;font-variant-numeric:tabular-nums;padding-top:.05rem}.fact dd{margin:0;overflow-wrap:anywhere}
        .tag{display:inline-block;font-size:.7rem;font-weight:600;letter-spacing:.05em;text-transform:uppercase;padding:.02rem .45rem;border:1px solid currentColor;border-radius:1rem;color:var(--aim);margin-right:.5rem;vertical-align:.08em}.bad{color:var(--bad)}.good{color:var(--good)}
        blockquote{margin:.45rem 0 0;padding-left:.9rem;border-left:2px solid var(--line);font-size:.98rem}.src{display:block;font:.82rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:var(--soft)}.src a{color:inherit}.many{color:var(--soft);font-size:.85rem}
        figure{margin:0 0 1.4rem;padding:1rem 1.1rem .7rem;background:var(--card);border:1px solid var(--line);border-radius:.5rem}figcaption{font-weight:600;font-size:.92rem;margin-bottom:.5rem}figcaption::first-letter{text-transform:uppercase}
        svg{display:block;width:100%;height:auto}svg text{font:13px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;fill:var(--ink)}svg .dim{fill:var(--soft)}svg .axis{stroke:var(--line);stroke-width:1.5}svg .grid{stroke:var(--line);stroke-dasharray:2 4}
        .said{fill:var(--said)}.official{fill:var(--official)}.aim{fill:none;stroke:var(--aim);stroke-width:1.6;stroke-dasharray:5 3}.dot{fill:var(--official);fill-opacity:.75;stroke:var(--card)}.dot.ahead{fill:var(--card);stroke:var(--aim);stroke-width:1.6}.dot.bad{fill:var(--bad)}
        footer{grid-column:2;color:var(--soft);font-size:.82rem;border-top:1px solid var(--line);padding-top:.8rem}
        @media(max-width:52rem){.page{display:block;padding:1.4rem 1rem 3rem}nav{position:static;display:flex;gap:.4rem;overflow-x:auto;margin:0 -1rem 1.6rem;padding:.1rem 1rem .5rem}nav a{white-space:nowrap;border:1px solid var(--line);border-radius:1rem;padding:.15rem .8rem}}
        @media(max-width:34rem){.fact{grid-template-columns:1fr}.fact dt:empty{display:none}.tiles{grid-template-columns:repeat(auto-fill,minmax(6.6rem,1fr));gap:.5rem}figure{padding:.7rem .6rem .4rem}.chart{overflow-x:auto}.chart svg{min-width:32rem}}
        @media print{.page{display:block;max-width:none;padding:0}nav{display:none}.fact,figure{break-inside:avoid}}
        """;

    /// <summary>The page.</summary>
    public static string Render(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        StringBuilder page = new();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>").Append(Encode(dossier.Title)).Append(" · dossier</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<div class=\"page\">\n<header>\n<p class=\"kicker\">Dossier</p>\n<h1>");
        page.Append(Encode(dossier.Title)).Append("</h1>\n<p class=\"sum\">").Append(Encode(TextDossier.Summary(dossier))).Append("</p>\n");
        Tiles(page, dossier);
        page.Append("</header>\n");
        if (dossier.Sections.Count > 0)
        {
            page.Append("<nav aria-label=\"Sections\">\n");
            foreach (DossierSection section in dossier.Sections) page.Append("<a href=\"#").Append(Id(section.Title)).Append("\">").Append(Encode(section.Title)).Append("</a>\n");
            page.Append("</nav>\n");
        }
        page.Append("<main>\n");
        if (dossier.Sections.Count == 0) page.Append("<p>No report in this ledger says anything about this.</p>\n");
        if (TimelineChart.Svg(dossier) is { } timeline) page.Append("<section aria-label=\"Timeline\">\n<figure>\n<figcaption>timeline</figcaption>\n<div class=\"chart\">\n").Append(timeline).Append("</div>\n</figure>\n</section>\n");
        foreach (DossierSection section in dossier.Sections) Section(page, dossier, section);
        page.Append("</main>\n<footer>Every line is what reports say, with their words; none is more than that.</footer>\n</div>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Tiles(StringBuilder page, Dossier dossier)
    {
        IReadOnlyList<DossierSummary> rows = DossierSummary.Of(dossier);
        if (rows.Count == 0) return;
        page.Append("<dl class=\"tiles\">\n");
        foreach (DossierSummary row in rows)
        {
            string name = row.Section is null ? Encode(row.Name) : $"<a href=\"#{Id(row.Section)}\">{Encode(row.Name)}</a>";
            page.Append(CultureInfo.InvariantCulture, $"<div><dt>{name}{(row.Note.Length > 0 ? $"<small>{Encode(row.Note)}</small>" : "")}</dt><dd>{row.Count:#,##0}</dd></div>\n");
        }
        page.Append("</dl>\n");
    }

    private static void Section(StringBuilder page, Dossier dossier, DossierSection section)
    {
        string id = Id(section.Title);
        page.Append("<section aria-labelledby=\"").Append(id).Append("\">\n<h2 id=\"").Append(id).Append("\">").Append(Encode(section.Title)).Append("</h2>\n");
        if (section.Title.StartsWith("Trade", StringComparison.Ordinal))
        {
            foreach (Series series in dossier.Series.Take(MostCharts)) page.Append("<figure>\n<figcaption>").Append(Encode(series.Title)).Append("</figcaption>\n<div class=\"chart\">\n").Append(BarChart.Svg(series)).Append("</div>\n</figure>\n");
        }
        page.Append("<dl class=\"facts\">\n");
        foreach (DossierLine line in section.Lines) Line(page, line);
        page.Append("</dl>\n");
        if (section.More > 0) page.Append("<p class=\"sum\">… and ").Append(section.More.ToString("#,##0", CultureInfo.InvariantCulture)).Append(" more</p>\n");
        page.Append("</section>\n");
    }

    private static void Line(StringBuilder page, DossierLine line)
    {
        page.Append("<div class=\"fact\"><dt>").Append(Encode(line.When)).Append("</dt><dd>");
        if (line.Tag.Length > 0)
        {
            string style = line.Tag switch { "denied" or "overdue" or "disputed" or "called off" or "differs" => " bad", "kept" or "agrees" => " good", _ => "" };
            page.Append("<span class=\"tag").Append(style).Append("\">").Append(Encode(line.Tag)).Append("</span>");
        }
        page.Append(Encode(line.Text));
        if (line.Reports > 1) page.Append(CultureInfo.InvariantCulture, $" <span class=\"many\">({line.Reports} reports{(line.Independent < line.Reports ? $", {line.Independent} independent" : "")})</span>");
        foreach (ReportedClaim claim in line.Claims)
        {
            page.Append("<blockquote>“").Append(Encode(Wording.Quote(claim.Claim, 400))).Append("”<span class=\"src\">");
            if (claim.Claim.Speaker is { } speaker) page.Append(Encode(Wording.Clean(speaker))).Append(", in ");
            Source(page, claim.Report);
            page.Append("</span></blockquote>");
        }
        page.Append("</dd></div>\n");
    }

    private static void Source(StringBuilder page, Report report)
    {
        // A table of statistics is titled with its publisher.
        string? publisher = report is { Publisher: { } p, Title: { } t } && t.StartsWith(p, StringComparison.Ordinal) ? null : report.Publisher;
        string words = Wording.Clean(string.Join(", ", new[] { publisher, report.Title, report.Published?.ToString() }.Where(p => !string.IsNullOrEmpty(p))));
        if (words.Length == 0) words = Wording.Clean(report.Source);
        // Only what a browser fetches is made a link: never javascript: or a file of this machine.
        bool link = Uri.TryCreate(report.Url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        if (link) page.Append("<a rel=\"noreferrer noopener\" href=\"").Append(Encode(address!.AbsoluteUri)).Append("\">").Append(Encode(words)).Append("</a>");
        else page.Append(Encode(words));
    }

    private static string Id(string title) => title.ToLowerInvariant().Replace(' ', '-');

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
