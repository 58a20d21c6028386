using System.Globalization;
using System.Text;

namespace Entente.Cli.Scoring;

/// <summary>Compares the confidence of claims with the share of them that were right, band by band.</summary>
internal static class Calibration
{
    private static readonly double[] Bounds = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

    /// <summary>A table as the documentation shows it, with what a cut at each band would keep, and the expected calibration error.</summary>
    /// <param name="claims">Confidence of each claim, and whether it was right.</param>
    /// <param name="gold">How many claims gold holds.</param>
    public static string Table(IReadOnlyList<(string Kind, double Confidence, bool Right)> claims, int gold)
    {
        StringBuilder table = new();
        table.Append("| confidence | claims | mean confidence | right | cut here: right | cut here: found |\n| --- | --- | --- | --- | --- | --- |\n");
        for (int band = Bounds.Length - 2; band >= 0; band--)
        {
            (string Kind, double Confidence, bool Right)[] inside = [.. claims.Where(c => c.Confidence >= Bounds[band] && c.Confidence < Bounds[band + 1])];
            (string Kind, double Confidence, bool Right)[] above = [.. claims.Where(c => c.Confidence >= Bounds[band])];
            if (inside.Length == 0) continue;
            string name = band == Bounds.Length - 2 ? "0.90 and more" : band == 0 ? "below 0.30" : string.Create(CultureInfo.InvariantCulture, $"{Bounds[band]:0.00} to {Bounds[band + 1] - 0.01:0.00}");
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {inside.Length} | {inside.Average(c => c.Confidence):0.00} | {Share(inside):0.00} | {Share(above):0.00} | {(gold == 0 ? 0 : (double)above.Count(c => c.Right) / gold):0.00} |\n");
        }
        table.Append(CultureInfo.InvariantCulture, $"\nexpected calibration error {Error(claims):0.000} of {claims.Count} claims;");
        foreach (IGrouping<string, (string Kind, double Confidence, bool Right)> kind in claims.GroupBy(c => c.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            table.Append(CultureInfo.InvariantCulture, $" {kind.Key} {kind.Average(c => c.Confidence):0.00} said, {Share([.. kind]):0.00} right;");
        table.Length--;
        return table.Append('\n').ToString();
    }

    /// <summary>The mean distance between confidence and share of right claims, over ten bands, weighted by their claims.</summary>
    public static double Error(IReadOnlyList<(string Kind, double Confidence, bool Right)> claims) =>
        claims.Count == 0 ? 0 : claims.GroupBy(c => Math.Min(9, (int)(c.Confidence * 10))).Sum(band => Math.Abs(band.Average(c => c.Confidence) - Share([.. band])) * band.Count()) / claims.Count;

    private static double Share((string Kind, double Confidence, bool Right)[] claims) => claims.Length == 0 ? 0 : (double)claims.Count(c => c.Right) / claims.Length;
}
