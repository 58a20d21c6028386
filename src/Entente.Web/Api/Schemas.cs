using System.Text.Json.Nodes;
using Entente.Claims;
using Entente.Web.Hosting;
using Microsoft.OpenApi;

namespace Entente.Web.Api;

/// <summary>The shapes that answers share, as JSON Schema. What a claim of each kind has is told in docs/claims.md.</summary>
internal static class Schemas
{
    /// <summary>All that have names.</summary>
    public static IDictionary<string, IOpenApiSchema> All() => new Dictionary<string, IOpenApiSchema>
    {
        ["Problem"] = Object("What is wrong (RFC 9457)", ("type", Text()), ("title", Text()), ("status", Number(JsonSchemaType.Integer)), ("detail", Text()), ("instance", Text())),
        ["Report"] = Object(
            "A report that was read", ("id", Text()), ("source", Text()), ("title", Nullable()), ("publisher", Nullable()), ("url", Nullable()), ("published", Nullable()), ("language", Text())),
        ["Claim"] = Object(
            "What one report says; besides these it has the fields of its kind (docs/claims.md)", ("id", Text()), ("kind", OneOf(ClaimNames.Kinds)), ("status", OneOf(ClaimNames.AllStatuses)), ("confidence", Number(JsonSchemaType.Number)),
            ("evidence", new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = Object("Characters of the report's text, counted in UTF-16 code units, and the text there", ("start", Number(JsonSchemaType.Integer)), ("end", Number(JsonSchemaType.Integer)), ("quote", Text())),
            })),
    };

    /// <summary>What a file answers with.</summary>
    public static IOpenApiSchema Of(IApiFile file, OpenApiDocument document)
    {
        if (file.ContentType != "application/json") return Text();
        OpenApiSchema claim = Object("A claim with its report", ("report", new OpenApiSchemaReference("Report", document)), ("claim", new OpenApiSchemaReference("Claim", document)));
        OpenApiSchema item = file is not FactsJson
            ? claim
            : Object(
                "A fact with its claims", ("id", Text()), ("kind", OneOf(ClaimNames.Kinds)), ("status", OneOf(ClaimNames.AllStatuses)), ("when", Nullable()), ("reports", Number(JsonSchemaType.Integer)),
                ("independent", Number(JsonSchemaType.Integer)), ("disputed", new OpenApiSchema { Type = JsonSchemaType.Boolean }), ("promised", new OpenApiSchema { Type = JsonSchemaType.Boolean }),
                ("claims", new OpenApiSchema { Type = JsonSchemaType.Array, Items = claim }));
        return Object("One page of a list", ("items", new OpenApiSchema { Type = JsonSchemaType.Array, Items = item }), ("next", Nullable()));
    }

    /// <summary>What a parameter may be.</summary>
    public static OpenApiSchema Of(Parameter parameter) => new()
    {
        Type = parameter.Type switch
        {
            "integer" => JsonSchemaType.Integer,
            "number" => JsonSchemaType.Number,
            "boolean" => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        },
        Format = parameter.Format,
        Enum = parameter.Words.Count == 0 ? null : [.. parameter.Words.Select(w => (JsonNode)JsonValue.Create(w)!)],
    };

    private static OpenApiSchema Object(string description, params (string Name, IOpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Properties = properties.ToDictionary(p => p.Name, p => p.Schema),
        Required = properties.Select(p => p.Name).ToHashSet(),
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Nullable() => new() { Type = JsonSchemaType.String | JsonSchemaType.Null };

    private static OpenApiSchema Number(JsonSchemaType type) => new() { Type = type };

    private static OpenApiSchema OneOf(IReadOnlyList<string> words) => new() { Type = JsonSchemaType.String, Enum = [.. words.Select(w => (JsonNode)JsonValue.Create(w)!)] };
}
