using Entente.Claims;
using Entente.Web.Hosting;

namespace Entente.Web.Api;

/// <summary>/pair/{a}/{b}.csv: all claims about a pair as a table.</summary>
internal sealed class PairCsv : IApiFile
{
    public string Route => "/pair/{a}/{b}.csv";

    public string Summary => "Claims about a pair as a table, the latest first.";

    public string ContentType => "text/csv";

    public IReadOnlyList<Parameter> Parameters { get; } = [.. ClaimParameters.Filters.Where(p => p.Name != "actor"), .. ClaimParameters.Paging(ClaimsCsv.Most)];

    public Rendered Answer(PageRequest request)
    {
        ClaimParameters.Known(request, Parameters);
        IReadOnlyList<ActorCode> pair = Pair(request);
        return ClaimsCsv.Table(request, ClaimParameters.Query(request) with { Actors = pair }, string.Join('-', pair.Select(a => a.ToString().Replace(':', '-'))));
    }

    /// <summary>The pair of a route.</summary>
    public static IReadOnlyList<ActorCode> Pair(PageRequest request)
    {
        IReadOnlyList<ActorCode> pair = ClaimParameters.Actors(request, [request.Route("a"), request.Route("b")]);
        return pair.Count == 2 ? pair : throw PageException.NotFound("A pair is two.");
    }
}
