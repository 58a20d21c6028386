using Entente.Claims;
using Entente.Web.Hosting;

namespace Entente.Web.Api;

/// <summary>/facts.json: what the claims of all reports were joined to, the latest first.</summary>
internal sealed class FactsJson : IApiFile
{
    private const int Most = 200, MostQuotes = 20;

    public string Route => "/facts.json";

    public string Summary => "Facts: the claims of all reports about one thing, joined, with how many reports and independent origins tell it. The latest first.";

    public string ContentType => "application/json";

    public IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("actor", "A state or organisation that takes part, by code or name; twice for a pair") { Many = true },
        new("kind", "Only this kind") { Words = ClaimNames.Kinds },
        new("promised", "Only what was announced before it was: true") { Type = "boolean" },
        new("claims", "Claims of each at most, 1 to 20; 2 if not given") { Type = "integer" },
        .. ClaimParameters.Paging(Most),
    ];

    public Rendered Answer(PageRequest request)
    {
        ClaimParameters.Known(request, Parameters);
        int limit = ClaimParameters.Limit(request, 50, Most);
        string? kind = request.Query("kind");
        if (kind is not null && !ClaimNames.Kinds.Contains(kind)) throw PageException.Bad($"kind={kind}: there are {string.Join(", ", ClaimNames.Kinds)}.");
        FactQuery query = new()
        {
            Actors = ClaimParameters.Actors(request, request.Queries("actor")),
            Kind = kind,
            OnlyPromised = request.Query("promised") is "true" or "1",
            ClaimsEach = request.Number("claims", 1, MostQuotes, 2),
            Limit = limit + 1,
            After = request.Query("after"),
        };
        return Lists.Page(request, Lists.Ask(() => request.Ledger.Facts(query)), limit, f => f.Id, Lists.Write);
    }
}
