namespace Entente.Asking;

/// <summary>How much of a dossier is shown.</summary>
public sealed record DossierOptions
{
    /// <summary>Lines of each section at most; 40 if not set.</summary>
    public int LinesEach { get; init; } = 40;

    /// <summary>Quotes of each line at most; 2 if not set.</summary>
    public int QuotesEach { get; init; } = 2;
}
