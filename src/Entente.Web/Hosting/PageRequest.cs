using Entente.Asking;
using Entente.Claims;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Hosting;

/// <summary>One request for a page: what was asked, and the ledger to answer it from.</summary>
internal sealed class PageRequest(Site site, HttpContext context, ILedger ledger, string version = "")
{
    private const int LongestValue = 400;

    public Site Site => site;

    public HttpContext Context => context;

    public ILedger Ledger => ledger;

    /// <summary>The version of the ledger that was seen before it was asked.</summary>
    public string Version => version;

    /// <summary>The answer is for this request alone.</summary>
    public void DoNotKeep() => context.Items[Answers.Personal] = true;

    /// <summary>Questions to the ledger, on the site's day.</summary>
    public Enquiry Enquiry { get; } = new(ledger, site.Names, site.Today);

    /// <summary>A part of the address; empty where the route has none of the name.</summary>
    public string Route(string name) => context.Request.RouteValues[name] as string ?? "";

    /// <summary>A value after the question mark, without white space around it; null where there is none or it is empty.</summary>
    public string? Query(string name)
    {
        string value = Clean((string?)context.Request.Query[name] ?? "");
        return value.Length == 0 ? null : value;
    }

    /// <summary>All values of one name after the question mark.</summary>
    public IReadOnlyList<string> Queries(string name) => [.. context.Request.Query[name].OfType<string>().Select(Clean).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Take(40)];

    /// <summary>A whole number after the question mark, brought between two bounds.</summary>
    public int Number(string name, int least, int most, int otherwise) => int.TryParse(Query(name), out int value) ? Math.Clamp(value, least, most) : otherwise;

    /// <summary>Whether this page may offer changes.</summary>
    public bool MayChange => site.Options.AllowChanges;

    // Without controls: nobody writes them, and a NUL ends a pattern in SQLite.
    private static string Clean(string value)
    {
        string clean = value.Any(char.IsControl) ? string.Concat(value.Where(c => !char.IsControl(c))) : value;
        clean = clean.Trim();
        return clean.Length > LongestValue ? clean[..LongestValue] : clean;
    }
}
