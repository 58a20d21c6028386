namespace Entente.Parsing.Neural;

/// <summary>What the network sees of a word: rows of its tables of vectors.</summary>
/// <param name="Word">Row of the word, 0 if it is not known.</param>
/// <param name="Static">Row of the word in the static vectors, 0 if it has none.</param>
/// <param name="Prefix3">Row of its first three characters.</param>
/// <param name="Prefix2">Row of its first two.</param>
/// <param name="Suffix2">Row of its last two.</param>
/// <param name="Suffix3">Row of its last three.</param>
/// <param name="Suffix4">Row of its last four.</param>
/// <param name="Shape">Row of its shape: which kinds of characters follow each other.</param>
internal readonly record struct WordFeatures(int Word, int Static, int Prefix3, int Prefix2, int Suffix2, int Suffix3, int Suffix4, int Shape)
{
    /// <summary>Number of beginnings and endings.</summary>
    public const int Affixes = 5;

    /// <summary>Characters of a word that count; the rest of a longer one is not looked at.</summary>
    public const int MaxLength = 48;

    /// <summary>The features of a form.</summary>
    public static WordFeatures Of(ReadOnlySpan<char> form, Vocabulary words, Vocabulary statics, NetworkOptions options)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        ReadOnlySpan<char> key = Normalize(form, buffer);
        int buckets = options.AffixBuckets;
        return new WordFeatures(
            words.Find(key),
            statics.Find(key),
            Bucket(key[..Math.Min(3, key.Length)], 1, key.Length <= 3, buckets),
            Bucket(key[..Math.Min(2, key.Length)], 2, key.Length <= 2, buckets),
            Bucket(key[Math.Max(0, key.Length - 2)..], 3, key.Length <= 2, buckets),
            Bucket(key[Math.Max(0, key.Length - 3)..], 4, key.Length <= 3, buckets),
            Bucket(key[Math.Max(0, key.Length - 4)..], 5, key.Length <= 4, buckets),
            Shapes(form, options.ShapeBuckets));
    }

    /// <summary>The word as the vocabulary has it: lower case, every digit 0, typographic quotes and dashes plain.</summary>
    public static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> form, Span<char> buffer)
    {
        int length = Math.Min(form.Length, Math.Min(buffer.Length, MaxLength));
        for (int i = 0; i < length; i++)
        {
            char c = form[i];
            buffer[i] = c switch
            {
                >= 'a' and <= 'z' => c,
                >= 'A' and <= 'Z' => (char)(c | 0x20),
                >= '0' and <= '9' => '0',
                '’' or '‘' or 'ʼ' => '\'',
                '“' or '”' => '"',
                '–' or '—' => '-',
                _ => char.ToLowerInvariant(c),
            };
        }
        return buffer[..length];
    }

    private static int Bucket(ReadOnlySpan<char> affix, uint kind, bool isWhole, int buckets)
    {
        unchecked
        {
            uint hash = (2166136261u ^ kind) * 16777619u;
            if (isWhole) hash = (hash ^ 0xFFFFu) * 16777619u;
            foreach (char c in affix) hash = (hash ^ c) * 16777619u;
            hash ^= hash >> 15;
            return (int)(hash % (uint)buckets);
        }
    }

    /// <summary>Kinds of characters in order; a kind counts at most twice in a row, the whole at most eight.</summary>
    private static int Shapes(ReadOnlySpan<char> form, int buckets)
    {
        unchecked
        {
            uint hash = 2166136261u;
            char last = '\0';
            int run = 0, used = 0;
            foreach (char c in form[..Math.Min(form.Length, MaxLength)])
            {
                char kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? 'd' : char.IsLetter(c) ? 'l' : c < 128 ? c : '~';
                run = kind == last ? run + 1 : 1;
                last = kind;
                if (run > 2 || used == 8) continue;
                hash = (hash ^ kind) * 16777619u;
                used++;
            }
            hash ^= hash >> 15;
            return (int)(hash % (uint)buckets);
        }
    }
}
