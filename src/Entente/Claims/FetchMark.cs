namespace Entente.Claims;

/// <summary>What a server said of an address when it was last read whole, with which it can be asked whether anything changed since.</summary>
/// <param name="Address">The address as it was named.</param>
/// <param name="ETag">The server's mark of that version, as it sent it.</param>
/// <param name="Modified">The moment of its last change, as the server sent it.</param>
public sealed record FetchMark(string Address, string? ETag, string? Modified);
