using Entente.Web.Hosting;

namespace Entente.Web.Api;

/// <summary>/gold.zip: what was corrected, as gold.</summary>
internal sealed class GoldFile : IApiFile
{
    public string Route => "/gold.zip";

    public string Summary => "The reports that somebody corrected, with the claims that stand, as a gold panel for entente score.";

    public string ContentType => "application/zip";

    public IReadOnlyList<Parameter> Parameters { get; } = [];

    public Rendered Answer(PageRequest request) => new("application/zip", GoldArchive.Make(request.Ledger)) { SaveAs = "gold.zip" };
}
