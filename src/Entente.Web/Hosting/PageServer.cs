using System.Text;
using System.Text.Json;
using Entente.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Hosting;

/// <summary>Serves every <see cref="IPage"/> of this assembly, as HTML and as JSON.</summary>
internal sealed class PageServer(Site site)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The pages of this assembly, in the order of their routes.</summary>
    public static IReadOnlyList<IPage> Pages { get; } =
    [
        .. typeof(IPage).Assembly.GetTypes().Where(t => t.IsClass && !t.IsAbstract && typeof(IPage).IsAssignableFrom(t))
            .Select(t => (IPage)Activator.CreateInstance(t)!).OrderBy(p => p.Route, StringComparer.Ordinal),
    ];

    /// <summary>The route of a page's JSON.</summary>
    public static string JsonRoute(IPage page) => (page.Route == "/" ? "/index" : page.Route) + ".json";

    /// <summary>Maps both routes of every page, and the assets.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (IPage page in Pages)
        {
            routes.MapMethods(page.Route, ["GET", "HEAD"], context => Serve(page, context, WantsJson(context.Request)));
            routes.MapMethods(JsonRoute(page), ["GET", "HEAD"], context => Serve(page, context, json: true));
        }
        routes.MapMethods("/assets/{file}", ["GET", "HEAD"], ServeAsset);
    }

    private static bool WantsJson(HttpRequest request)
    {
        string accept = request.Headers.Accept.ToString();
        int json = accept.IndexOf("application/json", StringComparison.OrdinalIgnoreCase), html = accept.IndexOf("text/html", StringComparison.OrdinalIgnoreCase);
        return json >= 0 && (html < 0 || json < html);
    }

    private Task Serve(IPage page, HttpContext context, bool json) => site.Answers.Serve(context, json ? "json" : "html", request => Answer(page, request, json));

    private static Rendered? Answer(IPage page, PageRequest request, bool json)
    {
        switch (page.Answer(request))
        {
            case PageAnswer.Elsewhere elsewhere:
                request.Context.Response.Redirect(json ? elsewhere.Address + ".json" : elsewhere.Address);
                return null;
            case PageAnswer.Shown shown when json:
                return new Rendered("application/json; charset=utf-8", Json(shown.Json));
            case PageAnswer.Shown shown:
                return new Rendered("text/html; charset=utf-8", Utf8.GetBytes(Layout.Page(request, shown.Head, shown.Html)));
            default:
                throw new InvalidOperationException($"{page.GetType().Name} gave no answer.");
        }
    }

    /// <summary>The bytes of one JSON value and a line feed.</summary>
    public static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions)) write(writer);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private Task ServeAsset(HttpContext context)
    {
        if (site.Assets.Find(context.Request.RouteValues["file"] as string ?? "") is not { } asset) return Problems.Write(context, site, 404, "Not found", "There is no such file.", json: false);
        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return new Rendered(asset.ContentType, asset.Bytes).Send(context);
    }
}
