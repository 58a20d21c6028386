using Entente.Claims;
using Entente.Text;

namespace Entente.Asking;

/// <summary>What came of a promise.</summary>
public enum PromiseState
{
    /// <summary>It is not due yet, or has no date.</summary>
    Open,

    /// <summary>A report says that it was done, or the target was reached.</summary>
    Kept,

    /// <summary>Some of it was done.</summary>
    Partly,

    /// <summary>Its date has passed and no report says that it was done.</summary>
    Overdue,

    /// <summary>A report says that it will not be done.</summary>
    CalledOff,
}

/// <summary>Something that was planned or proposed, and what later reports say came of it.</summary>
/// <param name="Fact">The fact with the claim that announced it.</param>
/// <param name="Announced">The claim that announced it first.</param>
/// <param name="Due">By when, if a report says.</param>
/// <param name="State">What came of it.</param>
/// <param name="Outcome">The claim that shows it, if there is one.</param>
public sealed record Promise(Fact Fact, ReportedClaim Announced, PartialDate? Due, PromiseState State, ReportedClaim? Outcome);
