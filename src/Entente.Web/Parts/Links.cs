using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Web.Writing;

namespace Entente.Web.Parts;

/// <summary>Addresses of pages, and links to what lies outside.</summary>
internal static class Links
{
    /// <summary>The page of a state or organisation.</summary>
    public static string Actor(ActorCode actor) => actor.IsState ? $"/state/{actor}" : $"/organisation/{Uri.EscapeDataString(actor.ToString()[4..])}";

    /// <summary>The page of a pair, whatever the order.</summary>
    public static string Pair(ActorCode a, ActorCode b) => a.CompareTo(b) <= 0 ? $"/pair/{Part(a)}/{Part(b)}" : $"/pair/{Part(b)}/{Part(a)}";

    /// <summary>The page of a claim.</summary>
    public static string Claim(string id) => $"/claim/{Uri.EscapeDataString(id)}";

    /// <summary>The page of a report, at a claim where one is given.</summary>
    public static string Document(string report, string? claim = null) => $"/document/{Uri.EscapeDataString(report)}{(claim is null ? "" : "#c-" + Uri.EscapeDataString(claim))}";

    /// <summary>The page of a project.</summary>
    public static string Project(string fact) => $"/project/{Uri.EscapeDataString(fact)}";

    /// <summary>A path with values after a question mark; empty ones are left out.</summary>
    public static string With(string path, IEnumerable<(string Name, string? Value)> values)
    {
        StringBuilder address = new(path);
        char sign = '?';
        foreach ((string name, string? value) in values)
        {
            if (string.IsNullOrEmpty(value)) continue;
            address.Append(sign).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            sign = '&';
        }
        return address.ToString();
    }

    /// <summary>A link to a report's own address, where a browser can fetch it: never javascript: or a file of this machine.</summary>
    public static Html Outside(string? address, Html text) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? Html.Of($"<a class=\"out\" rel=\"noreferrer noopener\" href=\"{uri.AbsoluteUri}\">{text}</a>")
            : text;

    /// <summary>A count with its word: "1 report", "1,204 reports".</summary>
    public static string Count(long count, string thing, string? several = null) => count.ToString("#,##0", CultureInfo.InvariantCulture) + " " + (count == 1 ? thing : several ?? thing + "s");

    private static string Part(ActorCode actor) => actor.IsState ? actor.ToString() : "IGO:" + Uri.EscapeDataString(actor.ToString()[4..]);
}
