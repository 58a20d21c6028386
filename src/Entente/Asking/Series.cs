using Entente.Claims;
using Entente.Text;

namespace Entente.Asking;

/// <summary>One measure over time, from all reports.</summary>
/// <param name="Title">What is measured: "trade turnover", "exports, Kazakhstan → Tajikistan".</param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Unit">Unit of all values.</param>
/// <param name="Points">By period, then by fact.</param>
public sealed record Series(string Title, string Measure, string Unit, IReadOnlyList<SeriesPoint> Points);

/// <summary>One value of a series.</summary>
/// <param name="Label">Period, or "by 2030" of a target.</param>
/// <param name="Order">What points are ordered by.</param>
/// <param name="Value">In units of the series.</param>
/// <param name="IsTarget">Whether it is aimed at.</param>
/// <param name="Fact">Where it is from.</param>
/// <param name="Official">Who publishes it, where it is from official statistics; else null.</param>
public sealed record SeriesPoint(string Label, PartialDate? Order, decimal Value, bool IsTarget, Fact Fact, string? Official = null);
