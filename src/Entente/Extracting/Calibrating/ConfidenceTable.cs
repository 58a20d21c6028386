using System.Globalization;
using Entente.Claims;
using Entente.Gazetteers;

namespace Entente.Extracting.Calibrating;

/// <summary>data/confidence.tsv: what each feature of a claim is worth, in log-odds, learnt from gold by <c>entente score --fit</c>.</summary>
internal sealed class ConfidenceTable
{
    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);

    /// <summary>Reads the table.</summary>
    public ConfidenceTable(DataFiles data)
    {
        foreach (DataRow row in data.Read("confidence"))
        {
            weights[row.Required("feature")] = double.TryParse(row.Required("weight"), NumberStyles.Float, CultureInfo.InvariantCulture, out double weight)
                ? weight
                : throw new EntenteException($"{row.File}, line {row.Line}: '{row["weight"]}' is no number.");
        }
    }

    /// <summary>The claim with the share of claims like it that were right.</summary>
    public Claim Weigh(Claim claim)
    {
        double sum = 0;
        foreach ((string name, double value) in ClaimFeatures.Of(claim)) sum += weights.GetValueOrDefault(name) * value;
        return claim with { Confidence = ClaimFeatures.Rounded(ClaimFeatures.Probability(sum)) };
    }
}
