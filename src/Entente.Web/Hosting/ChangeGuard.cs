using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Hosting;

/// <summary>
/// Decides whether a request may change something: another site's page must not be able to make a browser send it. A form carries a token that
/// matches the browser's cookie, which other sites can neither read nor, as it is strict, have sent.
/// </summary>
internal sealed class ChangeGuard
{
    /// <summary>Name of the form's field.</summary>
    public const string Field = "_token";
    private const string Cookie = "entente-form";

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The token for forms of this page; sets the cookie that it belongs to.</summary>
    public string Token(HttpContext context)
    {
        context.Items[Answers.Personal] = true;
        string? seed = context.Request.Cookies[Cookie];
        if (seed is not { Length: 32 } || !seed.All(char.IsAsciiHexDigitLower))
        {
            seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            context.Response.Cookies.Append(Cookie, seed, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", Secure = context.Request.IsHttps });
        }
        return Of(seed);
    }

    /// <summary>Whether a form was made by a page of ours, for this browser.</summary>
    public bool Holds(HttpContext context, string? token) =>
        context.Request.Cookies[Cookie] is { Length: 32 } seed && token is { Length: 64 }
        && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Of(seed)), System.Text.Encoding.ASCII.GetBytes(token));

    private string Of(string seed) => Convert.ToHexStringLower(HMACSHA256.HashData(key, System.Text.Encoding.ASCII.GetBytes(seed)));
}
