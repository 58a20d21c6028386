using Entente.Claims;
using Entente.Web.Hosting;

namespace Entente.Web.Api;

/// <summary>/pair/{a}/{b}.atom: what is reported about a pair, as a feed.</summary>
internal sealed class PairFeed : IApiFile
{
    public string Route => "/pair/{a}/{b}.atom";

    public string Summary => "What is reported about a pair as an Atom feed, to be followed in a reader: what was reported last comes first.";

    public string ContentType => "application/atom+xml";

    public IReadOnlyList<Parameter> Parameters { get; } = [];

    public Rendered Answer(PageRequest request)
    {
        IReadOnlyList<ActorCode> pair = PairCsv.Pair(request);
        return AtomFeed.Of(request, request.Site.Words.List(pair), $"/pair/{Uri.EscapeDataString(pair[0].ToString())}/{Uri.EscapeDataString(pair[1].ToString())}", new ClaimQuery { Actors = pair });
    }
}
