namespace Entente.Recognizing.Numbers;

/// <summary>A number read from pieces.</summary>
/// <param name="Start">Index of its first piece.</param>
/// <param name="End">Index after its last piece.</param>
/// <param name="Value">The number.</param>
/// <param name="IsInWords">Whether no digit is in it.</param>
/// <param name="IsOrdinal">"third", "21st".</param>
/// <param name="Scale">What its words such as "million" multiply by; 1 if there is none.</param>
internal readonly record struct NumberRead(int Start, int End, decimal Value, bool IsInWords, bool IsOrdinal = false, decimal Scale = 1);
