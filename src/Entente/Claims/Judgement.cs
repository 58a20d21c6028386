namespace Entente.Claims;

/// <summary>What was decided about two claims.</summary>
public enum Verdict
{
    /// <summary>They are about the same thing.</summary>
    Same,

    /// <summary>They are about two things.</summary>
    Different,

    /// <summary>They cannot both hold.</summary>
    Contradicts,

    /// <summary>It was looked at and could not be decided.</summary>
    Unsure,
}

/// <summary>A decision about two claims: whether they are about the same thing, and who or what decided. Withdrawn, not deleted.</summary>
/// <param name="Left">Id of a claim.</param>
/// <param name="Right">Id of another claim; of what a report's own sums contradict, another of the same report.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="By">The rule ("rule:event") or the name of the person.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="Score">How sure, 0 to 1.</param>
public sealed record Judgement(string Left, string Right, Verdict Verdict, string By, string Reason, double Score)
{
    /// <summary>The start of <see cref="By"/> where no person decided.</summary>
    public const string RulePrefix = "rule:";

    /// <summary>When it was made, as the ledger has it; null before it is kept.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>When it was withdrawn, or null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Whether a rule decided and not a person.</summary>
    public bool IsByRule => By.StartsWith(RulePrefix, StringComparison.Ordinal);

    /// <summary>Whether it says that a claim is wrong: the report does not say it.</summary>
    public bool IsWrong => Verdict == Verdict.Different && Left == Right;
}
