using Entente.Web.Writing;

namespace Entente.Web.Parts;

/// <summary>Links to the page before and the page after.</summary>
internal static class Pager
{
    /// <summary>Writes them, where there is one.</summary>
    public static void Write(HtmlWriter page, int at, bool more, Func<int, string> address)
    {
        if (at == 1 && !more) return;
        page.Add($"<nav class=\"pager\" aria-label=\"Pages\">");
        if (at > 1) page.Add($"<a rel=\"prev\" href=\"{address(at - 1)}\">Before</a> ");
        page.Add($"<span>Page {at}</span>");
        if (more) page.Add($" <a rel=\"next\" href=\"{address(at + 1)}\">Next</a>");
        page.Add($"</nav>\n");
    }
}
