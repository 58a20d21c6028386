using System.Text.Json;
using Entente.Web.Writing;

namespace Entente.Web.Hosting;

/// <summary>
/// A page: a folder below Pages/ with a class that implements this, found by its type. It has a constructor without parameters and keeps nothing.
/// It is served as HTML at its route and as JSON at its route with ".json" (or with <c>Accept: application/json</c>); both from one model.
/// </summary>
internal interface IPage
{
    /// <summary>The route, as ASP.NET Core writes it: <c>/pair/{a}/{b}</c>; "/" has its twin at /index.json.</summary>
    string Route { get; }

    /// <summary>What it is about in a line, for the description of the API.</summary>
    string Summary { get; }

    /// <summary>What may stand after the question mark, for the description of the API.</summary>
    IReadOnlyList<Parameter> Parameters => [];

    /// <summary>Answers a request.</summary>
    /// <exception cref="PageException">There is no such thing, or it cannot be asked so.</exception>
    PageAnswer Answer(PageRequest request);
}

/// <summary>What a page shows, as HTML and as JSON.</summary>
internal abstract record PageAnswer
{
    /// <summary>The page that shows a model.</summary>
    public static PageAnswer Of(PageHead head, Action<HtmlWriter> html, Action<Utf8JsonWriter> json) => new Shown(head, html, json);

    /// <summary>Another address shows it.</summary>
    public static PageAnswer At(string address) => new Elsewhere(address);

    /// <summary>A page.</summary>
    /// <param name="Head">Its title and place.</param>
    /// <param name="Html">Writes what stands in main.</param>
    /// <param name="Json">Writes one JSON value.</param>
    internal sealed record Shown(PageHead Head, Action<HtmlWriter> Html, Action<Utf8JsonWriter> Json) : PageAnswer;

    /// <summary>A redirect to a path of this site; ".json" is put to it by who answers, where JSON was asked for.</summary>
    internal sealed record Elsewhere(string Address) : PageAnswer;
}

/// <summary>What stands around a page.</summary>
/// <param name="Title">The title, without the name of the site.</param>
internal sealed record PageHead(string Title)
{
    /// <summary>Which entry of the menu it belongs to: "/", "/search", "/check", "/add", "/about".</summary>
    public string Section { get; init; } = "";

    /// <summary>A sentence about it.</summary>
    public string? Description { get; init; }

    /// <summary>Feeds of it: title and path.</summary>
    public IReadOnlyList<(string Title, string Path)> Feeds { get; init; } = [];
}

/// <summary>A request that cannot be answered; shown in one shape by <see cref="Problems"/>.</summary>
internal sealed class PageException(int status, string title, string detail) : Exception(detail)
{
    /// <summary>The status of HTTP.</summary>
    public int Status => status;

    /// <summary>What is wrong, in two or three words.</summary>
    public string Title => title;

    /// <summary>There is no such thing.</summary>
    public static PageException NotFound(string detail) => new(404, "Not found", detail);

    /// <summary>It cannot be asked so.</summary>
    public static PageException Bad(string detail) => new(400, "Cannot be asked so", detail);
}
