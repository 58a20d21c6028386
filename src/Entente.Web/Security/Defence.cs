using System.Net;
using System.Security.Cryptography;
using System.Text;
using Entente.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Security;

/// <summary>
/// What every request must pass before any page sees it: a name that is ours, not too many, and, to change something, leave to change, a page of ours
/// that it comes from, and the token where there is one. docs/security.md tells why.
/// </summary>
internal sealed class Defence : IDisposable
{
    private const int LongestTarget = 4096;

    private readonly Site site;
    private readonly HashSet<string> hosts;
    private readonly RateLimits limits;

    public Defence(Site site)
    {
        this.site = site;
        limits = new RateLimits(site.Options);
        hosts = new HashSet<string>(["localhost", site.Options.Address, .. site.Options.Hosts], StringComparer.OrdinalIgnoreCase);
        SignIn = new SignIn(site.Options.Token);
    }

    /// <summary>How a browser shows the token.</summary>
    public SignIn SignIn { get; }

    /// <summary>Closes it.</summary>
    public void Dispose() => limits.Dispose();

    /// <summary>Lets the request pass, or answers it.</summary>
    public async Task Guard(HttpContext context, RequestDelegate next)
    {
        (int Status, string Title, string Detail)? no = Refusal(context) ?? (IsChange(context) ? await RefusalOfChange(context) : null);
        if (no is not { } refusal)
        {
            await next(context);
            return;
        }
        if (refusal.Status is 429) context.Response.Headers.RetryAfter = "10";
        if (refusal.Status is 401) context.Response.Headers.WWWAuthenticate = "Bearer";
        string accept = context.Request.Headers.Accept.ToString();
        await Problems.Write(context, site, refusal.Status, refusal.Title, refusal.Detail, json: !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsChange(HttpContext context) => !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method));

    private (int, string, string)? Refusal(HttpContext context)
    {
        // A name of somebody else that was made to lead here (DNS rebinding): the browser would take his page for ours.
        string host = context.Request.Host.Host;
        if (!hosts.Contains(host) && !IPAddress.TryParse(host.Trim('[', ']'), out _))
        {
            return (421, "Not this server", "This server does not go by that name. Whoever runs it can give it the name with --host.");
        }
        if ((context.Request.Path.Value?.Length ?? 0) + (context.Request.QueryString.Value?.Length ?? 0) > LongestTarget) return (414, "Too long", "The address is too long.");
        if (context.Request.Path.Value is { } path && path.Any(char.IsControl)) return (400, "Cannot be asked so", "The address holds characters that cannot stand there.");
        return limits.Take(context, IsChange(context)) ? null : (429, "Too many requests", "Too many requests came from where you are. Wait some seconds.");
    }

    private async Task<(int, string, string)?> RefusalOfChange(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!site.Options.AllowChanges) return (403, "Read only", "Nothing can be changed here: the server was not started with --allow-changes.");
        if (!HttpMethods.IsPost(request.Method)) return (405, "Not a method of ours", "Changes are sent with POST.");
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } from && from is not ("same-origin" or "none")) return (403, "From another site", "A page of another site sent this.");
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !SameOrigin(origin, request)) return (403, "From another site", "A page of another site sent this.");
        bool bearer = SignIn.ShowsToken(request);
        bool signingIn = request.Path == SignIn.Path;
        bool here = context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote);
        if (site.Options.Token is null && !here) return (403, "Only from this machine", "Without a token, changes are taken from this machine alone.");
        if (site.Options.Token is not null && !bearer && !signingIn && !SignIn.IsSignedIn(request)) return (401, "Who are you?", $"Changes need the token: sign in at {SignIn.Path}, or send it as 'Authorization: Bearer'.");
        // Without the token a program is told from another site's page by the form's own token, or by a type that such a page cannot send unasked.
        if (request.HasFormContentType)
        {
            if (bearer) return null;
            IFormCollection form;
            try
            {
                form = await request.ReadFormAsync(context.RequestAborted);
            }
            catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
            {
                return (error is BadHttpRequestException { StatusCode: 413 } ? 413 : 400, "Not a form", "The form is too large, or cannot be read.");
            }
            return site.Guard.Holds(context, form[ChangeGuard.Field]) ? null : (403, "The page is too old", "This form is of a page that was made before the server started, or without its cookie. Go back, load it anew and send it again.");
        }
        string type = request.ContentType?.Split(';')[0].Trim() ?? "";
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) ? null : (415, "Not a type of ours", "Send a form, or application/json.");
    }

    private static bool SameOrigin(string origin, HttpRequest request) =>
        // Not by the scheme: a server in front may speak HTTPS for this one.
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && string.Equals(uri.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase) && (request.Host.Port is not { } port || port == uri.Port);

    /// <summary>Whether two secrets are alike, in a time that tells nothing.</summary>
    internal static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(left)), SHA256.HashData(Encoding.UTF8.GetBytes(right)));
}
