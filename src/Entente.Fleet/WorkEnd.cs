namespace Entente.Fleet;

/// <summary>Why a worker ended.</summary>
public enum WorkEnd
{
    /// <summary>It was asked to stop, and finished what it held.</summary>
    Stopped,

    /// <summary>The queue was empty.</summary>
    Drained,

    /// <summary>One document took too long.</summary>
    Stuck,
}
