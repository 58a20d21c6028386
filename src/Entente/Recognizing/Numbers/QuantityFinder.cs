using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Recognizing.Pieces;
using Entente.Recognizing.Times;
using Entente.Text;

namespace Entente.Recognizing.Numbers;

/// <summary>
/// Finds numbers, money, percentages, multiples, measurements, and times too: a sentence is cut into pieces once, and what is a date is no
/// number. It needs no parse: only the sentences' spans, and heads where there are any.
/// </summary>
internal sealed class QuantityFinder : IMentionFinder
{
    private readonly Lexicon lexicon = new();
    private readonly QuantityReader quantities;
    private readonly TimeReader times;
    private readonly ComparatorTable comparators;

    /// <summary>A finder with these lists.</summary>
    public QuantityFinder(DataFiles data)
    {
        quantities = new QuantityReader(data, lexicon);
        comparators = new ComparatorTable(data, lexicon);
        times = new TimeReader(data, lexicon);
    }

    /// <inheritdoc/>
    public IEnumerable<Mention> Find(ParsedDocument document)
    {
        List<Mention> found = [];
        for (int i = 0; i < document.Sentences.Count; i++) Find(document.Document.Text, document.Sentences[i], i, found);
        return found;
    }

    private void Find(string text, Sentence sentence, int index, List<Mention> found)
    {
        PieceList pieces = new(text, sentence.Span, lexicon);
        MentionMaker maker = new(pieces, sentence, index);
        for (int at = 0; at < pieces.Count;)
        {
            if (!MayOpen(pieces, at))
            {
                at++;
                continue;
            }
            IReadOnlyList<TimeRead> time = times.Read(pieces, at);
            // A dash before a date is no minus.
            bool isDash = pieces.IsSymbol(at, '-') && pieces.IsNumeral(at + 1) && pieces[at + 1].Length >= 4 && times.Read(pieces, at + 1).Count > 0;
            QuantityRead? quantity = isDash ? null : quantities.Read(pieces, at);
            int timeEnd = time.Count > 0 ? time[^1].End : -1;
            if (timeEnd > 0 && (quantity is null || quantity.Kind == QuantityKind.Number || quantity.End <= timeEnd))
            {
                foreach (TimeRead read in time) found.Add(maker.Time(read));
                at = timeEnd;
            }
            else if (quantity is not null)
            {
                if (quantity.Kind != QuantityKind.Number || IsNumber(pieces, quantity)) found.Add(maker.Quantity(quantity, comparators.Around(pieces, quantity.Start, quantity.End)));
                at = quantity.End;
            }
            else
            {
                at++;
            }
        }
    }

    private static bool MayOpen(PieceList pieces, int at)
    {
        ref readonly Piece piece = ref pieces[at];
        if (piece.Kind == PieceKind.Numeral) return true;
        if (piece.Kind == PieceKind.Symbol) return piece.Symbol is not ('\0' or ',' or '.' or '"' or '(' or ')' or ':' or ';' or '?' or '!');
        if (piece.Word is not { Opens: not Opening.None and var opening }) return false;
        if (opening == Opening.Always) return true;
        ref readonly Piece next = ref pieces[at + 1];
        if (next.Kind == PieceKind.Numeral || next.Symbol is '\'' or '-') return true;
        return next.Word is { } word && (word.Opens != Opening.None || word.Scale is not null || word.Text is "full" or "very" or "work" or "workweek" or "working");
    }

    private static bool IsNumber(PieceList pieces, QuantityRead read)
    {
        if (pieces.Is(read.Start, "one") && read.End == read.Start + 1)
        {
            // "the one", "which one", "a new one": a pronoun.
            if (pieces.Is(read.Start - 1, "the", "this", "that") || pieces.Is(read.Start - 1, "which", "any", "every") || pieces.Is(read.Start - 1, "no", "each", "another")
                || pieces.Is(read.Start - 1, "new", "previous", "last") || pieces.Is(read.Start - 1, "next", "some") || pieces.Is(read.End, "another")) return false;
        }
        if (!pieces.IsNumeral(read.Start)) return true;
        // 5G, 3D: a name. 4:3, 18:00: a ratio, a time of day.
        if (pieces.IsGlued(read.End) && pieces[read.End].Kind == PieceKind.Word && !read.IsOrdinal) return false;
        if (pieces.IsSymbol(read.End, ':') && pieces.IsGlued(read.End) && pieces.IsNumeral(read.End + 1) && pieces.IsGlued(read.End + 1)) return false;
        return !(pieces.IsSymbol(read.Start - 1, ':') && pieces.IsGlued(read.Start) && pieces.IsGlued(read.Start - 1) && pieces.IsNumeral(read.Start - 2));
    }
}
