namespace Entente.Cli;

/// <summary>What the command's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>Wrong usage: nothing was begun.</summary>
    public const int Usage = 1;

    /// <summary>Some input could not be read; the rest was done.</summary>
    public const int Unread = 2;
}
