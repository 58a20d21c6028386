namespace Entente.Cli;

/// <summary>The user asked for what cannot be; found by a verb after the command line was parsed. One line, with the way out.</summary>
internal sealed class UsageException(string message) : Exception(message);
