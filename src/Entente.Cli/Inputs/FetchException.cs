namespace Entente.Cli.Inputs;

/// <summary>An address could not be fetched; the message says why, in a line.</summary>
internal sealed class FetchException(string message, Exception? inner = null) : Exception(message, inner);
