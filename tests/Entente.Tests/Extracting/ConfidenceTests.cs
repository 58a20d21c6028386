using System.Globalization;
using Entente.Claims;
using Entente.Extracting.Calibrating;
using Entente.Gazetteers;
using Entente.Text;

namespace Entente.Tests.Extracting;

public sealed class ConfidenceTests
{
    private static readonly Relation Plain = new()
    {
        Status = ClaimStatus.Ongoing,
        Evidence = [new Evidence(new TextSpan(0, 4), "text")],
        Confidence = 0.5,
        Type = "border",
        Parties = [new ActorCode("KEN"), new ActorCode("UGA")],
    };

    [Fact]
    public void Names_what_is_filled_and_how_it_stands()
    {
        IEnumerable<string> names = ClaimFeatures.Of(Plain with { Status = ClaimStatus.Planned, Speaker = "the minister", Since = new PartialDate(2020) }).Select(f => f.Name);
        Assert.Equal(["all", "relation", "relation: extractor", "relation: planned", "relation: speaker", "relation: border", "relation: since"], names);
    }

    [Fact]
    public void Gives_the_extractors_estimate_as_log_odds()
    {
        Assert.Equal(0, ClaimFeatures.Of(Plain).Single(f => f.Name == "relation: extractor").Value, 9);
        Assert.True(ClaimFeatures.Of(Plain with { Confidence = 0.9 }).Single(f => f.Name == "relation: extractor").Value > 2);
    }

    [Fact]
    public void Is_never_sure_either_way()
    {
        Assert.Equal(0.98, ClaimFeatures.Rounded(1));
        Assert.Equal(0.02, ClaimFeatures.Rounded(0));
        Assert.Equal(0.73, ClaimFeatures.Rounded(0.7349));
    }

    [Fact]
    public void Knows_a_weight_for_every_kind_of_claim()
    {
        Dictionary<string, double> weights = DataFiles.BuiltIn.Read("confidence").ToDictionary(r => r.Required("feature"), r => double.Parse(r.Required("weight"), CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Assert.Contains("all", weights);
        Assert.All(ClaimNames.Kinds, kind => Assert.Contains(kind, weights));
    }
}
