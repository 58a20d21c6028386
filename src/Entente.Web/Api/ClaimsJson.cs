using Entente.Asking;
using Entente.Web.Hosting;

namespace Entente.Web.Api;

/// <summary>/claims.json: claims by words and filters, the latest first.</summary>
internal sealed class ClaimsJson : IApiFile
{
    private const int Most = 500;

    public string Route => "/claims.json";

    public string Summary => "Claims by words and filters, the latest first: each with its report and the quotes that say it.";

    public string ContentType => "application/json";

    public IReadOnlyList<Parameter> Parameters { get; } = [.. ClaimParameters.Filters, .. ClaimParameters.Paging(Most)];

    public Rendered Answer(PageRequest request)
    {
        ClaimParameters.Known(request, Parameters);
        int limit = ClaimParameters.Limit(request, 50, Most);
        return Lists.Page(request, Lists.Claims(request, ClaimParameters.Query(request), limit), limit, c => c.Id, ReportedClaimJson.Write);
    }
}
