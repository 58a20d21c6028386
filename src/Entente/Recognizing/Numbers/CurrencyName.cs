namespace Entente.Recognizing.Numbers;

/// <summary>A word or symbol for a currency.</summary>
/// <param name="Code">ISO 4217, or null where several currencies share the name.</param>
/// <param name="Minor">"cent", "pence" ..., where the word names a hundredth of the currency; else null.</param>
/// <param name="Factor">1; more where the word has a scale in it: MUSD.</param>
/// <param name="StandsBefore">Whether it may stand before its amount: $, USD, Rs.</param>
/// <param name="StandsAfter">Whether it may stand after its amount.</param>
internal sealed record CurrencyName(string? Code, string? Minor, decimal Factor, bool StandsBefore, bool StandsAfter)
{
    /// <summary>All currencies that the word may mean, where there are several.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}
