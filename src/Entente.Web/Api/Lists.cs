using System.Text.Json;
using Entente.Claims;
using Entente.Web.Hosting;

namespace Entente.Web.Api;

/// <summary>What lists share: one page of items, and where the next one is.</summary>
internal static class Lists
{
    /// <summary>{"items": [...], "next": path or null}, and the same path as a Link header.</summary>
    /// <param name="request">The request.</param>
    /// <param name="items">One more than the page has, if there are more.</param>
    /// <param name="limit">Items to a page.</param>
    /// <param name="id">The id of one.</param>
    /// <param name="write">Writes one.</param>
    public static Rendered Page<T>(PageRequest request, IReadOnlyList<T> items, int limit, Func<T, string> id, Action<Utf8JsonWriter, T> write)
    {
        string? next = items.Count > limit ? ClaimParameters.Next(request, id(items[limit - 1])) : null;
        byte[] body = PageServer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (T item in items.Take(limit)) write(json, item);
            json.WriteEndArray();
            json.WriteString("next", next);
            json.WriteEndObject();
        });
        return new Rendered("application/json; charset=utf-8", body) { Next = next };
    }

    /// <summary>Claims of a query, one more than a page has.</summary>
    /// <exception cref="PageException">There is nothing to go on behind.</exception>
    public static IReadOnlyList<ReportedClaim> Claims(PageRequest request, ClaimQuery query, int limit) => Ask(() => request.Ledger.Claims(query with { Limit = limit + 1, After = request.Query("after") }).ToList());

    /// <summary>Asks, and tells a page that is gone.</summary>
    public static T Ask<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (ArgumentException error)
        {
            throw new PageException(410, "The page is gone", error.Message);
        }
    }

    /// <summary>Writes a fact with its claims.</summary>
    public static void Write(Utf8JsonWriter json, Fact fact)
    {
        json.WriteStartObject();
        json.WriteString("id", fact.Id);
        json.WriteString("kind", fact.Kind);
        json.WriteString("status", ClaimNames.Of(fact.Status));
        json.WriteString("when", fact.When?.ToString());
        json.WriteNumber("reports", fact.Reports);
        json.WriteNumber("independent", fact.Independent);
        json.WriteBoolean("disputed", fact.IsDisputed);
        json.WriteBoolean("promised", fact.WasPromised);
        json.WriteStartArray("claims");
        foreach (ReportedClaim claim in fact.Claims) Asking.ReportedClaimJson.Write(json, claim);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
