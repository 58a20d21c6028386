namespace Entente.Fleet.Messages;

/// <summary>One document on its way: what kind of message it is, its bytes, and the words that logs name it by.</summary>
/// <param name="Kind"><see cref="DocumentMessage.Kind"/> or <see cref="RecordPointer.Kind"/>.</param>
/// <param name="Id">Made from its content.</param>
/// <param name="Source">Path or address.</param>
/// <param name="Body">The bytes.</param>
internal sealed record FleetMessage(string Kind, string Id, string Source, byte[] Body);
