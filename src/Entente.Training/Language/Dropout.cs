using Entente.Numerics;
using Entente.Parsing.Neural;

namespace Entente.Training.Language;

/// <summary>
/// Factors that cut units at random, the same units for every word of a sentence (Gal and Ghahramani 2016), and make up for it in the rest.
/// </summary>
internal static class Dropout
{
    /// <summary>Zeros with the given chance, else 1 / (1 - chance).</summary>
    public static void Fill(Span<float> factors, float chance, SplitMix random)
    {
        if (chance <= 0)
        {
            factors.Fill(1);
            return;
        }
        float kept = 1 / (1 - chance);
        for (int i = 0; i < factors.Length; i++) factors[i] = random.NextFloat() < chance ? 0 : kept;
    }

    /// <summary>Multiplies each time-major row by its sentence's factors; sentences are in sorted order.</summary>
    public static void ApplyTimeMajor(SentenceLayout layout, ReadOnlySpan<float> factors, Span<float> rows, int columns)
    {
        for (int t = 0; t < layout.Steps; t++)
        {
            for (int s = 0; s < layout.Active[t]; s++)
                Functions.Multiply(factors.Slice(s * columns, columns), rows.Slice((layout.Offset[t] + s) * columns, columns));
        }
    }

    /// <summary>Multiplies each sentence-major row by its sentence's factors; sentences are in the order given.</summary>
    public static void ApplySentenceMajor(SentenceLayout layout, ReadOnlySpan<float> factors, Span<float> rows, int columns)
    {
        for (int s = 0; s < layout.Sentences; s++)
        {
            for (int w = layout.Start[s]; w < layout.Start[s] + layout.Lengths[s]; w++)
                Functions.Multiply(factors.Slice(s * columns, columns), rows.Slice(w * columns, columns));
        }
    }
}
