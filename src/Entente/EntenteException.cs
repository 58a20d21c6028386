namespace Entente;

/// <summary>A broken file, model or database. The message names it and the cure.</summary>
public sealed class EntenteException : Exception
{
    /// <summary>An error with the message given.</summary>
    public EntenteException(string message) : base(message)
    {
    }

    /// <summary>An error with the message given, caused by another.</summary>
    public EntenteException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>An error without a message; for serializers only.</summary>
    public EntenteException()
    {
    }
}
