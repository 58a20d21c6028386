using Entente.Claims;
using Entente.Web.Hosting;

namespace Entente.Web.Api;

/// <summary>/claims.atom: a search as a feed.</summary>
internal sealed class ClaimsFeed : IApiFile
{
    public string Route => "/claims.atom";

    public string Summary => "A search as an Atom feed, to be followed in a reader: what was reported last comes first.";

    public string ContentType => "application/atom+xml";

    public IReadOnlyList<Parameter> Parameters { get; } = ClaimParameters.Filters;

    public Rendered Answer(PageRequest request)
    {
        ClaimParameters.Known(request, Parameters);
        ClaimQuery query = ClaimParameters.Query(request);
        string title = string.Join(", ", ((string?[])[query.Words, query.Actors.Count > 0 ? request.Site.Words.List(query.Actors) : null, .. query.Kinds, .. query.Types]).OfType<string>());
        return AtomFeed.Of(request, title.Length == 0 ? "All claims" : title, "/search" + request.Context.Request.QueryString.ToUriComponent(), query);
    }
}
