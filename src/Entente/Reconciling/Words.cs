using System.Globalization;
using System.Text;

namespace Entente.Reconciling;

/// <summary>How alike two texts of a few words are: letters without marks, lower case, plural s off, words without content left out.</summary>
internal static class Words
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "of", "and", "in", "on", "for", "to", "with", "between", "it", "its", "their", "at", "by", "from", "joint", "new", "was", "were", "is",
        "are", "be", "been", "has", "have", "had", "will", "would", "that", "this", "which", "as", "he", "she", "they", "said", "s",
    };

    // Words that tell nothing apart where they stand alone in the subject of an instrument or the name of a project.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "cooperation", "bilateral", "mutual", "project", "agreement", "treaty", "memorandum", "declaration", "statement", "protocol", "contract", "programme", "program",
        "plan", "roadmap", "relation", "development", "plant", "pipeline", "railway", "railroad", "line", "corridor", "fund", "zone", "construction", "station", "centre",
        "center", "port", "bridge", "road", "venture", "power", "hydropower", "international", "national", "state", "republic",
    };

    /// <summary>Letters and digits of a text without marks, lower case, words apart by one space.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        StringBuilder folded = new(text.Length);
        foreach (char c in Ascii.IsValid(text) ? text : Decomposed(text))
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’' or 'ʻ' or 'ʼ') continue;
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    /// <summary>The words with content, each once, in order of the alphabet.</summary>
    public static string[] Content(string? text)
    {
        string folded = Fold(text);
        if (folded.Length == 0) return [];
        SortedSet<string> words = new(StringComparer.Ordinal);
        foreach (string word in folded.Split(' '))
        {
            if (Empty.Contains(word)) continue;
            words.Add(word.Length > 3 && word[^1] == 's' ? word[..^1] : word);
        }
        return [.. words];
    }

    /// <summary>Shared words over those of the shorter, 0 to 1; 0 where one has none.</summary>
    public static double Overlap(string[] a, string[] b)
    {
        int shared = Shared(a, b, out _);
        return shared == 0 ? 0 : (double)shared / Math.Min(a.Length, b.Length);
    }

    /// <summary>Shared words over all words, 0 to 1.</summary>
    public static double Jaccard(string[] a, string[] b)
    {
        int shared = Shared(a, b, out _);
        return shared == 0 ? 0 : (double)shared / (a.Length + b.Length - shared);
    }

    /// <summary>Whether the two share a word that tells things apart.</summary>
    public static bool ShareTelling(string[] a, string[] b)
    {
        Shared(a, b, out int telling);
        return telling > 0;
    }

    /// <summary>Whether a word tells things apart by itself.</summary>
    public static bool IsTelling(string word) => !Generic.Contains(word);

    /// <summary>
    /// Whether two names may be two spellings of one: at most a quarter of the letters differ (Khujand, Khujant; Mirziyoyev, Mirziyaev), and
    /// the first letter does not, or only as transliterations do (Kassym, Qassym; Jeyhun, Ceyhun).
    /// </summary>
    public static bool SameSpelling(string a, string b)
    {
        if (a == b) return true;
        if (a.Length < 4 || b.Length < 4) return false;
        if (a[0] != b[0] && !("kqc".Contains(a[0], StringComparison.Ordinal) && "kqc".Contains(b[0], StringComparison.Ordinal))
            && !("jczd".Contains(a[0], StringComparison.Ordinal) && "jczd".Contains(b[0], StringComparison.Ordinal))) return false;
        int longest = Math.Max(a.Length, b.Length);
        return Distance(a, b, longest / 4) <= longest / 4;
    }

    private static int Shared(string[] a, string[] b, out int telling)
    {
        int shared = 0, i = 0, j = 0;
        telling = 0;
        while (i < a.Length && j < b.Length)
        {
            int order = string.CompareOrdinal(a[i], b[j]);
            if (order == 0)
            {
                shared++;
                if (IsTelling(a[i])) telling++;
                i++;
                j++;
            }
            else if (order < 0) i++;
            else j++;
        }
        return shared;
    }

    // Levenshtein over two rows; gives up once it is certain to pass the limit.
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        int[] before = new int[b.Length + 1], row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) before[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(before[j], row[j - 1]) + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                least = Math.Min(least, row[j]);
            }
            if (least > limit) return limit + 1;
            (before, row) = (row, before);
        }
        return before[b.Length];
    }

    // Without ICU data (InvariantGlobalization) Normalize works all the same: the tables of decomposition are in the runtime.
    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate: the text is taken as it is.
            return text;
        }
    }
}
