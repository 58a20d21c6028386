using Entente.Recognizing.Pieces;
using Entente.Recognizing.Times;
using Entente.Text;

namespace Entente.Recognizing.Numbers;

/// <summary>Makes mentions of what was read from the pieces of one sentence: finds the tokens that the pieces lie in.</summary>
internal sealed class MentionMaker(PieceList pieces, Sentence sentence, int index)
{
    // Reads come in the order of the text, so the search for a token goes on where the last one ended.
    private int token;

    /// <summary>A quantity as a mention.</summary>
    public Mention Quantity(QuantityRead read, string comparator)
    {
        TextSpan span = pieces.Span(read.Start, read.End);
        TokenRange tokens = TokensOf(span);
        int head = HeadOf(tokens);
        Amount amount = new(read.Value, read.High, comparator);
        TextSpan? high = read.High is null ? null : pieces.Span(read.HighStart, read.End);
        return read.Kind switch
        {
            QuantityKind.Money => new Money { Sentence = index, Tokens = tokens, Head = head, Span = span, Amount = amount, Rate = read.Rate, HighSpan = high, Currency = read.Currency, Options = read.Options, MinorUnit = read.Minor },
            QuantityKind.Percentage => new Percentage { Sentence = index, Tokens = tokens, Head = head, Span = span, Amount = amount, Rate = read.Rate, HighSpan = high },
            QuantityKind.Measurement => new Measurement { Sentence = index, Tokens = tokens, Head = head, Span = span, Amount = amount, Rate = read.Rate, HighSpan = high, Unit = read.Unit! },
            QuantityKind.Multiple => new Multiple { Sentence = index, Tokens = tokens, Head = head, Span = span, Amount = amount },
            _ => new Number { Sentence = index, Tokens = tokens, Head = head, Span = span, Amount = amount, IsOrdinal = read.IsOrdinal },
        };
    }

    /// <summary>A time as a mention.</summary>
    public Mention Time(TimeRead read)
    {
        TextSpan span = pieces.Span(read.Start, read.End);
        TokenRange tokens = TokensOf(span);
        return new TimePhrase { Sentence = index, Tokens = tokens, Head = HeadOf(tokens), Span = span, Function = read.Function, Meaning = read.Meaning, IsRange = read.Meaning is Between && read.SecondStart == 0, SecondSpan = read.SecondStart > 0 ? pieces.Span(read.SecondStart, read.End) : null };
    }

    private TokenRange TokensOf(TextSpan span)
    {
        while (token > 0 && sentence.Tokens[token].Span.End > span.Start) token--;
        while (token + 1 < sentence.Tokens.Count && sentence.Tokens[token].Span.End <= span.Start) token++;
        int end = token + 1;
        while (end < sentence.Tokens.Count && sentence.Tokens[end].Span.Start < span.End) end++;
        return new TokenRange(token, end);
    }

    // The token whose head lies outside; the last of them where the parse is none. "On 18 May President X": what is said to belong to the name after it counts last.
    private int HeadOf(TokenRange tokens)
    {
        int head = -1;
        for (int i = tokens.Start; i < tokens.End; i++)
        {
            if (!tokens.Contains(sentence.Tokens[i].HeadIndex) && (head < 0 || sentence.Tokens[i].Deprel is not ("compound" or "flat"))) head = i;
        }
        return head >= 0 ? head : tokens.End - 1;
    }
}
