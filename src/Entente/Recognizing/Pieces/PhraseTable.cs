using Entente.Text;

namespace Entente.Recognizing.Pieces;

/// <summary>Phrases of one or more pieces, each with what it stands for; the longest that fits wins.</summary>
internal sealed class PhraseTable<T>(Lexicon lexicon)
{
    private readonly Dictionary<string, List<Entry>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Entry>> bySymbol = [];

    private sealed record Entry(PieceList Pieces, bool IsExact, T Value);

    /// <summary>Adds a phrase.</summary>
    /// <param name="phrase">As it is written; full stops in it may be missing in the text.</param>
    /// <param name="value">What it stands for.</param>
    /// <param name="isExact">Whether capitals and small letters must be the same: MW, not mw.</param>
    /// <param name="opens">Whether a quantity or time may begin with it.</param>
    public void Add(string phrase, T value, bool isExact = false, bool opens = false)
    {
        foreach (string word in phrase.Split(' ', '-', '/', '$'))
        {
            AddLetters(word);
            foreach (string part in word.Split('.')) AddLetters(part);
        }
        PieceList pieces = new(phrase, new TextSpan(0, phrase.Length), lexicon);
        if (opens && pieces.Word(0) is { } opener) opener.Opens = Opening.Always;
        Entry entry = new(pieces, isExact, value);
        List<Entry>? list;
        if (pieces.Word(0) is { } first)
        {
            if (!byWord.TryGetValue(first.Text, out list)) byWord[first.Text] = list = [];
        }
        else if (!bySymbol.TryGetValue(pieces[0].Symbol, out list))
        {
            bySymbol[pieces[0].Symbol] = list = [];
        }
        int at = list.Count;
        while (at > 0 && list[at - 1].Pieces.Count < pieces.Count) at--;
        list.Insert(at, entry);
    }

    /// <summary>The longest phrase that begins at a piece.</summary>
    /// <param name="pieces">The text.</param>
    /// <param name="at">Index of its first piece.</param>
    /// <param name="end">Index after its last piece.</param>
    /// <param name="value">What it stands for.</param>
    public bool TryMatch(PieceList pieces, int at, out int end, out T value)
    {
        Piece piece = pieces[at];
        List<Entry>? list = null;
        if (piece.Word is { } word) byWord.TryGetValue(word.Text, out list);
        else if (piece.Symbol != '\0') bySymbol.TryGetValue(piece.Symbol, out list);
        if (list is not null)
        {
            foreach (Entry entry in list)
            {
                end = Match(entry, pieces, at);
                if (end < 0) continue;
                value = entry.Value;
                return true;
            }
        }
        end = -1;
        value = default!;
        return false;
    }

    private static int Match(Entry entry, PieceList pieces, int at)
    {
        PieceList wanted = entry.Pieces;
        for (int i = 0; i < wanted.Count; i++, at++)
        {
            if (wanted.IsSymbol(i, '.'))
            {
                if (!pieces.IsSymbol(at, '.')) at--;
                continue;
            }
            // A full stop or hyphen that only the text has: "cu. m", "square-kilometre".
            if (i > 0 && !pieces.IsSymbol(at, wanted[i].Symbol) && ((pieces.IsSymbol(at, '.') && pieces.IsGlued(at)) || (pieces.IsSymbol(at, '-') && wanted[i].Word is not null))) at++;
            bool same = wanted[i].Word is { } word ? ReferenceEquals(pieces.Word(at), word)
                : wanted[i].Kind == PieceKind.Numeral ? pieces.IsNumeral(at) && pieces[at].Value == wanted[i].Value && pieces.IsGlued(at) == wanted[i].Glued
                : wanted[i].Symbol != '\0' && pieces.IsSymbol(at, wanted[i].Symbol);
            if (!same || (entry.IsExact && !pieces.Form(at).SequenceEqual(wanted.Form(i)))) return -1;
        }
        return at;
    }

    private void AddLetters(string text)
    {
        string letters = text;
        foreach (char c in text)
        {
            if (IsLetter(c)) continue;
            letters = string.Concat(text.Where(IsLetter));
            break;
        }
        if (letters.Length > 0) lexicon.Add(letters);
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
