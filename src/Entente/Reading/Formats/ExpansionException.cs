namespace Entente.Reading.Formats;

/// <summary>Packed data gives out more than it may; the message says so in a line.</summary>
internal sealed class ExpansionException(string message) : IOException(message);
