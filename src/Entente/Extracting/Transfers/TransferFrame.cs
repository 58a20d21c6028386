using Entente.Claims;

namespace Entente.Extracting.Transfers;

/// <summary>A line of data/transfers.tsv.</summary>
/// <param name="Lemma">The predicate, with its particle.</param>
/// <param name="Pos">V or N.</param>
/// <param name="TakesGoods">Whether it moves goods.</param>
/// <param name="TakesMoney">Whether it moves money.</param>
/// <param name="TakesThings">Whether it moves whatever is counted.</param>
/// <param name="From">Slots of the giver, the best first.</param>
/// <param name="To">Slots of the receiver, the best first.</param>
/// <param name="Goods">Slots of what is moved, the best first.</param>
/// <param name="Terms">Terms that the predicate alone implies.</param>
/// <param name="Status">Of what it speaks of, where that is not its own: "pledged" planned.</param>
internal sealed record TransferFrame(
    string Lemma, char Pos, bool TakesGoods, bool TakesMoney, bool TakesThings, IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<string> Goods, string? Terms, ClaimStatus? Status)
{
    /// <summary>Whether its subject is what moves: "gas flows to".</summary>
    public bool IsMotion => Goods is ["subj"];

    /// <summary>Whether the owner of the noun gives, not receives: "Kazakh exports", against "Kazakh imports".</summary>
    public bool OwnerGives => From.Contains("poss") || From.Contains("subj");
}
