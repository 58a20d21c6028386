using Entente.Text;

namespace Entente.Recognizing;

/// <summary>What a time expression says about the interval that it names.</summary>
public enum TimeFunction
{
    /// <summary>In, on, during it.</summary>
    At,

    /// <summary>From it on: "since 2006".</summary>
    Since,

    /// <summary>Up to it: "until 2044".</summary>
    Until,

    /// <summary>At the latest then: "by 2030".</summary>
    By,
}

/// <summary>Words that name a time. The resolver anchors it; see <c>ResolvedDocument.Times</c>.</summary>
public abstract record TimeExpression : Mention
{
    /// <summary>What is said about the interval.</summary>
    public TimeFunction Function { get; init; } = TimeFunction.At;

    /// <summary>Whether it is a range that words put together: "from 2014 to 2018", "between March and May".</summary>
    public bool IsRange { get; init; }

    /// <summary>Where the second of two dates stands that a dash or "and" joins ("1956-1960", "28 and 29 August"); else null.</summary>
    public TextSpan? SecondSpan { get; init; }
}
