namespace Entente.Claims;

/// <summary>How much a ledger holds of two actors together.</summary>
/// <param name="First">One actor, the first by its code.</param>
/// <param name="Second">The other.</param>
/// <param name="Claims">Claims of both.</param>
/// <param name="Last">The latest day that one of them is about.</param>
public sealed record PairActivity(ActorCode First, ActorCode Second, long Claims, DateOnly Last);
