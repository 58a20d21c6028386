using System.Globalization;
using Entente.Claims;

namespace Entente.Extracting.Calibrating;

/// <summary>What of a claim tells how likely it is right: its kind, how sure its extractor was, how often it was told, which slots are filled.</summary>
public static class ClaimFeatures
{
    /// <summary>The features of a claim by name, those of data/confidence.tsv. The claim's confidence must be its extractor's own.</summary>
    public static IReadOnlyList<(string Name, double Value)> Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        List<(string, double)> features = [("all", 1), (claim.Kind, 1)];
        double own = Math.Clamp(claim.Confidence, 0.02, 0.98);
        features.Add((claim.Kind + ": extractor", Math.Log(own / (1 - own))));
        void Add(bool holds, string name)
        {
            if (holds) features.Add((claim.Kind + ": " + name, 1));
        }
        Add(claim.Status is ClaimStatus.Planned, "planned");
        Add(claim.Status is ClaimStatus.Proposed, "proposed");
        Add(claim.Status is ClaimStatus.Denied, "denied");
        Add(claim.Evidence.Count > 1, "told again");
        Add(claim.Speaker is not null, "speaker");
        switch (claim)
        {
            case Event happening:
                Add(true, happening.Type.ToString().ToLowerInvariant());
                Add(happening.Source.Count == 0 || happening.Target.Count == 0, "one side");
                Add(happening.Date is null, "no date");
                Add(happening.Place is not null, "place");
                break;
            case Agreement agreement:
                Add(agreement.Subject is null && agreement.Count is null, "no subject");
                Add(agreement.Count is not null, "counted");
                Add(agreement.Date is null, "no date");
                Add(agreement.Parties.Count > 2, "many parties");
                break;
            case Figure figure:
                Add(true, figure.Measure);
                Add(figure.Value is null, "change alone");
                Add(figure.Period is null && figure.Due is null && figure.Rate is null, "no period");
                break;
            case Transfer transfer:
                Add(transfer.Quantity is null && transfer.Value is null, "no amount");
                Add(transfer.From.Count == 0 || transfer.To.Count == 0, "one side");
                Add(transfer.Commodity == "money", "money");
                break;
            case Project project:
                Add(project.Parties.Count > 2, "many parties");
                Add(project.Name.Any(char.IsUpper), "name");
                break;
            case Relation relation:
                Add(true, relation.Type);
                Add(relation.Since is not null, "since");
                break;
            case Office office:
                Add(office.State is null, "no state");
                Add(!office.Person.Contains(' ', StringComparison.Ordinal), "one name");
                break;
        }
        return features;
    }

    /// <summary>A probability for a sum of weights.</summary>
    public static double Probability(double sum) => 1 / (1 + Math.Exp(-sum));

    /// <summary>Two decimals, never sure either way.</summary>
    public static double Rounded(double probability) => double.Parse(Math.Clamp(probability, 0.02, 0.98).ToString("0.00", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
