namespace Entente.Recognizing.Times;

/// <summary>A time expression with what its words say.</summary>
internal sealed record TimePhrase : TimeExpression
{
    /// <summary>What the words say.</summary>
    public required TimeMeaning Meaning { get; init; }
}
