using System.Text;

namespace Entente.Reading.Encodings;

/// <summary>
/// Guesses the single-byte encoding of bytes that are not UTF-8. Each candidate is scored by how its reading of the bytes above 127 looks:
/// letters inside words of one script speak for it; capitals after small letters, signs and controls against it.
/// </summary>
internal static class CharsetGuess
{
    // In order of likelihood among news: the first of equals wins.
    private static readonly int[] Candidates = [1252, 1251, 20866, 1254, 1250, 1256, 866, 1253];

    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, 1 << 15)];
        Encoding best = Charsets.Page(1252);
        double bestScore = double.MinValue;
        foreach (int page in Candidates)
        {
            Encoding encoding = Charsets.Page(page);
            double score = Score(encoding.GetString(sample));
            if (score <= bestScore) continue;
            bestScore = score;
            best = encoding;
        }
        return best;
    }

    private static double Score(string text)
    {
        double score = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80) continue;
            char before = i > 0 ? text[i - 1] : ' ', after = i + 1 < text.Length ? text[i + 1] : ' ';
            if (char.IsControl(c) || c == '\uFFFD')
            {
                score -= 4;
            }
            else if (char.IsLetter(c))
            {
                bool inside = char.IsLetter(before) || char.IsLetter(after);
                bool sameScript = (!char.IsLetter(before) || Script(before) == Script(c) || Script(c) == 0) && (!char.IsLetter(after) || Script(after) == Script(c) || Script(c) == 0);
                score += !sameScript ? -2 : inside ? 1 : 0;
                // A capital in the middle of a word, or capitals throughout, is what the wrong Cyrillic page gives.
                if (char.IsUpper(c) && char.IsLower(before)) score -= 2;
                if (char.IsUpper(c)) score -= 0.4;
                // Runs of accented Latin letters are Cyrillic read as Latin.
                if (Script(c) == 0 && before >= 0x80 && char.IsLetter(before) && Script(before) == 0) score -= 2.5;
                score += Frequent(c);
            }
            else
            {
                score += c is '“' or '”' or '’' or '‘' or '–' or '—' or '…' or '«' or '»' or '•' or '€' or '\u00A0' or '№' or '©' or '°' ? 0.3 : -1;
            }
        }
        return score;
    }

    // 0 Latin, 1 Cyrillic, 2 Arabic, 3 Greek, 4 other.
    private static int Script(char c) => c < 0x250 ? 0 : c is >= '\u0400' and < '\u0530' ? 1 : c is >= '\u0600' and < '\u0700' ? 2 : c is >= '\u0370' and < '\u0400' ? 3 : 4;

    // The commonest letters of Russian, Turkish, French, German, Spanish break ties between pages that all give letters.
    private static double Frequent(char c) => "оеаинтсрвл".Contains(c, StringComparison.Ordinal) ? 0.5 : "éèàçüöäñóáíığşİ".Contains(c, StringComparison.Ordinal) ? 0.3 : 0;
}
