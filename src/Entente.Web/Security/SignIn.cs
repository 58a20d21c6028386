using System.Security.Cryptography;
using System.Text;
using Entente.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Security;

/// <summary>How the token is shown: by a program in a header, by a browser once in a form, after which a cookie stands for it until the server ends.</summary>
internal sealed class SignIn(string? token)
{
    /// <summary>Where the form is.</summary>
    public const string Path = "/sign-in";

    private const string Cookie = "entente-key";
    private const string Scheme = "Bearer ";

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Whether the request has the token in its header.</summary>
    public bool ShowsToken(HttpRequest request) =>
        token is not null && request.Headers.Authorization.ToString() is { } shown && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && Defence.Same(shown[Scheme.Length..].Trim(), token);

    /// <summary>Whether the browser signed in.</summary>
    public bool IsSignedIn(HttpRequest request) => token is not null && request.Cookies[Cookie] is { } shown && Defence.Same(shown, Mark(token));

    /// <summary>Maps the form, where there is a token.</summary>
    public void Map(IEndpointRouteBuilder routes, Site site)
    {
        if (token is null || !site.Options.AllowChanges) return;
        routes.MapMethods(Path, ["GET", "HEAD"], context => Show(context, site, 200, null));
        routes.MapPost(Path, async context =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (form["key"].ToString() is not { Length: > 0 } shown || !Defence.Same(shown.Trim(), token))
            {
                await Show(context, site, 403, "That is not the token.");
                return;
            }
            context.Response.Cookies.Append(Cookie, Mark(token), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", Secure = context.Request.IsHttps });
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = "/";
        });
    }

    private static Task Show(HttpContext context, Site site, int status, string? wrong)
    {
        string page = Layout.Page(site, context, new PageHead("Sign in"), html =>
        {
            html.Add($"<header class=\"head\"><h1>Sign in</h1><p class=\"lede\">Changes need the token that the server was started with.</p></header>\n");
            if (wrong is not null) html.Add($"<p role=\"alert\">{wrong}</p>\n");
            html.Add($"""
                <form method="post" action="{Path}"><input type="hidden" name="{ChangeGuard.Field}" value="{site.Guard.Token(context)}">
                <p><label for="key">Token</label> <input id="key" name="key" type="password" autocomplete="current-password" required> <button type="submit">Sign in</button></p></form>

                """);
        });
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return new Rendered("text/html; charset=utf-8", Encoding.UTF8.GetBytes(page)).Send(context);
    }

    private string Mark(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(secret)));
}
