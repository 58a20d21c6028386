using System.Text;
using Entente.Asking;
using Entente.Claims;
using Entente.Web.Hosting;

namespace Entente.Web.Api;

/// <summary>/claims.csv: the same claims as a table.</summary>
internal sealed class ClaimsCsv : IApiFile
{
    /// <summary>Rows of one table at most: some 6 MB.</summary>
    public const int Most = 10_000;

    public string Route => "/claims.csv";

    public string Summary => "Claims by words and filters as a table: the columns of one kind if one is asked for, else those of all. A Link header leads to further rows.";

    public string ContentType => "text/csv";

    public IReadOnlyList<Parameter> Parameters { get; } = [.. ClaimParameters.Filters, .. ClaimParameters.Paging(Most)];

    public Rendered Answer(PageRequest request)
    {
        ClaimParameters.Known(request, Parameters);
        return Table(request, ClaimParameters.Query(request), "claims");
    }

    /// <summary>The table of a query.</summary>
    public static Rendered Table(PageRequest request, ClaimQuery query, string name)
    {
        int limit = ClaimParameters.Limit(request, 1000, Most);
        IReadOnlyList<ReportedClaim> claims = Lists.Claims(request, query, limit);
        using MemoryStream stream = new();
        using (StreamWriter writer = new(stream, new UTF8Encoding(false), leaveOpen: true))
        {
            ClaimCsv.Write(writer, claims.Take(limit), query.Kinds.Count == 1 ? query.Kinds[0] : null, forSpreadsheets: true);
        }
        return new Rendered("text/csv; charset=utf-8", stream.ToArray())
        {
            Next = claims.Count > limit ? ClaimParameters.Next(request, claims[limit - 1].Id) : null,
            SaveAs = name + ".csv",
        };
    }
}
