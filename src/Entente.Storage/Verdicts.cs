using Entente.Claims;

namespace Entente.Storage;

/// <summary>Verdicts as the ledger writes them.</summary>
internal static class Verdicts
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Same => "same",
        Verdict.Different => "different",
        Verdict.Contradicts => "contradicts",
        _ => "unsure",
    };

    public static Verdict Of(string text) => text switch
    {
        "same" => Verdict.Same,
        "different" => Verdict.Different,
        "contradicts" => Verdict.Contradicts,
        _ => Verdict.Unsure,
    };
}
