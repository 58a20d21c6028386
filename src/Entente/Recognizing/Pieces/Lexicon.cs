namespace Entente.Recognizing.Pieces;

/// <summary>All words that the grammars of quantities and times know. Filled while the finders are built, then only read.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, Word> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    /// <summary>A lexicon with the words of number and calendar; names of units and currencies are added by their tables.</summary>
    public Lexicon()
    {
        bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
        NumberWords.AddTo(this);
        CalendarWords.AddTo(this);
        foreach (Word word in words.Values)
        {
            if (word.Small is not null || word.Rank is not null || word.Denominator is not null || word.Month > 0 || word.Weekday > 0 || word.Unit != CalendarUnit.None) word.Opens = Opening.Always;
        }
    }

    /// <summary>Marks a word as one that a quantity or time may begin with.</summary>
    public void Open(string text, Opening opening = Opening.Always)
    {
        Word word = Add(text);
        if (opening > word.Opens) word.Opens = opening;
    }

    /// <summary>The word, new or known.</summary>
    public Word Add(string text)
    {
        string key = text.ToLowerInvariant();
        if (!words.TryGetValue(key, out Word? word)) words[key] = word = new Word(key);
        return word;
    }

    /// <summary>The word of these letters, whatever their case, or null.</summary>
    public Word? Find(ReadOnlySpan<char> letters) => bySpan.TryGetValue(letters, out Word? word) ? word : null;
}
