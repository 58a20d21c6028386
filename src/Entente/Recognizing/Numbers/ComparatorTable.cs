using Entente.Gazetteers;
using Entente.Recognizing.Pieces;

namespace Entente.Recognizing.Numbers;

/// <summary>The words that say how exact a number is, from data/comparators.tsv.</summary>
internal sealed class ComparatorTable
{
    private const int LongestPhrase = 5;

    private readonly PhraseTable<string> before;
    private readonly PhraseTable<string> after;

    /// <summary>The table, with its words added to a lexicon.</summary>
    public ComparatorTable(DataFiles data, Lexicon lexicon)
    {
        before = new PhraseTable<string>(lexicon);
        after = new PhraseTable<string>(lexicon);
        foreach (DataRow row in data.Read("comparators")) (row.Required("place") == "after" ? after : before).Add(row.Required("phrase"), row.Required("comparator"));
    }

    /// <summary>What the words around an amount say of its exactness; "=" if nothing.</summary>
    /// <param name="pieces">The text.</param>
    /// <param name="start">Index of the amount's first piece.</param>
    /// <param name="end">Index after its last piece.</param>
    public string Around(PieceList pieces, int start, int end)
    {
        for (int length = Math.Min(LongestPhrase, start); length > 0; length--)
        {
            if (Ends(pieces, start - length, start, out string comparator)) return comparator;
            // "more than the 5", "over a 5": an article between.
            if (pieces.Is(start - 1, "a", "the", "an") && Ends(pieces, start - length, start - 1, out comparator)) return comparator;
        }
        return after.TryMatch(pieces, end, out _, out string following) ? following : "=";
    }

    private bool Ends(PieceList pieces, int at, int start, out string comparator) =>
        before.TryMatch(pieces, at, out int end, out comparator) && end == start && (pieces.Word(at) is not null || !pieces.IsGlued(at));
}
