namespace Entente.Recognizing.Times;

/// <summary>A time read from pieces.</summary>
/// <param name="Start">Index of its first piece.</param>
/// <param name="End">Index after its last piece.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Function">What the words before it say of it.</param>
/// <param name="SecondStart">Where a dash or "and" joins two dates, the first piece of the second; else 0.</param>
internal readonly record struct TimeRead(int Start, int End, TimeMeaning Meaning, TimeFunction Function = TimeFunction.At, int SecondStart = 0);
