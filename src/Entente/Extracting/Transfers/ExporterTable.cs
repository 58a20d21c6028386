using Entente.Claims;
using Entente.Gazetteers;

namespace Entente.Extracting.Transfers;

/// <summary>data/exporters.tsv: who of two sells goods where the words do not say it.</summary>
internal sealed class ExporterTable
{
    private readonly List<(HashSet<string> Goods, List<ActorCode> States)> rows = [];

    /// <summary>Reads the table.</summary>
    public ExporterTable(DataFiles data)
    {
        foreach (DataRow row in data.Read("exporters"))
            rows.Add((new HashSet<string>(row.List("goods"), StringComparer.Ordinal), [.. row.List("states").Select(s => new ActorCode(s))]));
    }

    /// <summary>Which of two parties sells such goods as a rule; null where neither or nothing is known.</summary>
    public ActorCode? Seller(string? goods, string? kind, ActorCode a, ActorCode b)
    {
        foreach ((HashSet<string> names, List<ActorCode> states) in rows)
        {
            if (!(goods is not null && names.Contains(goods.ToLowerInvariant())) && !(kind is not null && names.Contains("=" + kind))) continue;
            int first = states.IndexOf(a), second = states.IndexOf(b);
            if (first < 0 && second < 0) return null;
            return second < 0 || (first >= 0 && first < second) ? a : b;
        }
        return null;
    }
}
