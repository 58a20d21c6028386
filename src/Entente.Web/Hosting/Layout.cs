using Entente.Web.Writing;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Hosting;

/// <summary>What stands around every page: head, menu, search, foot.</summary>
internal static class Layout
{
    private static readonly (string Path, string Name)[] Menu = [("/", "Start"), ("/search", "Search"), ("/check", "Contradictions"), ("/about", "About the data")];

    /// <summary>A whole page.</summary>
    public static string Page(PageRequest request, PageHead head, Action<HtmlWriter> body) => Page(request.Site, request.Context, head, body);

    /// <summary>A whole page.</summary>
    public static string Page(Site site, HttpContext context, PageHead head, Action<HtmlWriter> body)
    {
        HtmlWriter page = new();
        page.Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="same-origin">
            <title>{(head.Title.Length == 0 ? "Entente" : head.Title + " · Entente")}</title>

            """);
        if (head.Description is { } description) page.Add($"<meta name=\"description\" content=\"{description}\">\n");
        page.Add($"<link rel=\"stylesheet\" href=\"{site.Assets.Address("site.css")}\">\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"{site.Assets.Address("icon.svg")}\">\n");
        foreach ((string title, string path) in head.Feeds) page.Add($"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{title}\" href=\"{path}\">\n");
        page.Add($"""
            <script src="{site.Assets.Address("site.js")}" defer></script>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the page</a>
            <header class="mast"><div class="wide">
            <a class="brand" href="/">Entente</a>
            <nav aria-label="Site"><ul>

            """);
        foreach ((string path, string name) in Menu) Entry(page, path, name, head);
        if (site.Options.AllowChanges) Entry(page, "/add", "Add a report", head);
        page.Add($"""
            </ul></nav>
            <form class="find" role="search" action="/search"><label class="unseen" for="find">Search</label><input id="find" name="q" type="search" placeholder="State, pair or words" autocomplete="off"><button type="submit">Search</button></form>
            </div></header>
            <main id="main" class="wide" tabindex="-1">

            """);
        body(page);
        page.Add($"""
            </main>
            <footer class="foot"><div class="wide">
            <p>Every line is what reports say, with the words that say it; none is checked against the world. <a href="/about">Where this comes from</a>.</p>
            <p><a href="{JsonAddress(context)}" rel="alternate" type="application/json">This page as JSON</a></p>
            </div></footer>
            </body>
            </html>

            """);
        return page.ToString();
    }

    private static void Entry(HtmlWriter page, string path, string name, PageHead head) =>
        page.Add($"<li><a href=\"{path}\"{(head.Section == path ? Html.Of($" aria-current=\"page\"") : Html.None)}>{name}</a></li>\n");

    private static string JsonAddress(HttpContext context)
    {
        string path = context.Request.Path.ToUriComponent();
        return (path == "/" ? "/index" : path) + ".json" + context.Request.QueryString.ToUriComponent();
    }
}
