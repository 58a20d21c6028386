using Entente.Claims;

namespace Entente.Fleet.Working;

/// <summary>What came of a delivery: reports for the ledger, and why it is a dead letter, if it is one.</summary>
internal sealed record Understood(Delivery Delivery, IReadOnlyList<ReadReport> Reports, string? Trouble);
