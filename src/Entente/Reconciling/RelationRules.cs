using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>A standing relation of one type between the same parties is one fact, however often it is told.</summary>
internal sealed class RelationRules : KindRules
{
    public static readonly RelationRules Instance = new();

    public override string Name => "relation";

    public override bool ReadsWords => true;

    public override string Topic(ReportedClaim claim) => $"relation|{((Relation)claim.Claim).Type}|{ActorsOf(claim.Claim)}";

    public override int Detail(Claim claim) => ((Relation)claim).Since is { } since ? since.Day is not null ? 3 : 2 : 0;

    public override Likeness? Compare(Entry a, Entry b)
    {
        Relation x = (Relation)a.Claim, y = (Relation)b.Claim;
        if (x.Type is "trading_partner_rank" or "membership" or "observer" && x.Parties.Count > 0 && y.Parties.Count > 0 && x.Parties[0] != y.Parties[0]) return null;
        if (x.Type == "other" && Words.Overlap(a.Quote, b.Quote) < 0.5) return null;
        return new Likeness(0.95, "same relation and parties");
    }

    public override ClaimStatus StatusOf(IReadOnlyList<Entry> claims) => Latest.Status(claims);
}
