using Entente.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Entente.Web.Api;

/// <summary>The description of the API (OpenAPI), at /openapi.json: made of what pages and files say of themselves, so that it cannot lag behind them.</summary>
internal static class Description
{
    private const string Document = "v1";

    /// <summary>Where it is.</summary>
    public const string Path = "/openapi.json";

    /// <summary>Adds what makes it.</summary>
    public static void Add(IServiceCollection services) => services.AddOpenApi(Document, options => options.AddDocumentTransformer((document, _, _) =>
    {
        Fill(document);
        return Task.CompletedTask;
    }));

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi(Path);

    private static void Fill(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Entente",
            Version = "1",
            Description = "What reports say about relations between states, with the words that say it. All of it only reads. An answer carries an ETag that holds until the ledger changes; "
                + "what cannot be answered comes as problem details (RFC 9457). Lists have 'next', and a Link header with the same.",
        };
        document.Servers = [];
        document.Tags = new HashSet<OpenApiTag>();
        document.Components = new OpenApiComponents { Schemas = Schemas.All() };
        document.Paths = [];
        foreach (IPage page in PageServer.Pages) Add(document, PageServer.JsonRoute(page), page.Summary, "application/json", page.Parameters, new OpenApiSchema { Type = JsonSchemaType.Object });
        foreach (IApiFile file in ApiServer.Files) Add(document, file.Route, file.Summary, file.ContentType, file.Parameters, Schemas.Of(file, document));
    }

    private static void Add(OpenApiDocument document, string route, string summary, string type, IReadOnlyList<Parameter> parameters, IOpenApiSchema answer)
    {
        List<IOpenApiParameter> all = [.. InRoute(route)];
        all.AddRange(parameters.Select(p => new OpenApiParameter
        {
            Name = p.Name,
            In = ParameterLocation.Query,
            Description = p.Summary,
            Schema = p.Many ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Schemas.Of(p) } : Schemas.Of(p),
            Explode = p.Many,
        }));
        OpenApiOperation operation = new()
        {
            OperationId = Name(route),
            Summary = summary,
            Parameters = all,
            Responses = new OpenApiResponses
            {
                ["200"] = new OpenApiResponse { Description = "Found", Content = new Dictionary<string, OpenApiMediaType> { [type] = new() { Schema = answer } } },
                ["304"] = new OpenApiResponse { Description = "Not changed since the ETag that was sent" },
                ["default"] = new OpenApiResponse
                {
                    Description = "Cannot be answered",
                    Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", document) } },
                },
            },
        };
        document.Paths.Add(route, new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } });
    }

    private static IEnumerable<OpenApiParameter> InRoute(string route)
    {
        for (int at = route.IndexOf('{', StringComparison.Ordinal); at >= 0; at = route.IndexOf('{', at + 1))
        {
            yield return new OpenApiParameter
            {
                Name = route[(at + 1)..route.IndexOf('}', at)],
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
    }

    // "/pair/{a}/{b}.csv" is pair_csv.
    private static string Name(string route) =>
        string.Join('_', route.Split('/', '.').Where(part => part.Length > 0 && !part.StartsWith('{')));
}
