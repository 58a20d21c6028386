using Entente.Extracting.Propositions;
using Entente.Resolving.Times;
using Entente.Text;

namespace Entente.Extracting.Events;

/// <summary>
/// The dates that stand over paragraphs instead of in their sentences. A heading that is a date stands over the paragraphs up to the next; a live report's
/// entry with a clock time alone is of the day of the one before it.
/// </summary>
internal sealed class HeadingDays
{
    private readonly Dictionary<int, DateRange> days = [];

    /// <summary>The heading dates of a report.</summary>
    public HeadingDays(ExtractionContext context)
    {
        string text = context.Document.Document.Text;
        IReadOnlyList<Block> blocks = context.Document.Document.Blocks;
        DateRange? held = null;
        bool overAll = false;
        int last = -1;
        foreach (SentenceView view in context.Sentences)
        {
            int block = view.Sentence.Block;
            if (block == last || block >= blocks.Count) continue;
            last = block;
            TextSpan span = blocks[block].Span;
            if (view.Times.FirstOrDefault(t => t.IsLabel && t.Value is { Start: not null, End: not null }) is { } time)
            {
                held = time.Value;
                overAll = DateLabel.After(text, time.Expression.Span.End, span.End) >= span.End;
            }
            else if (!(overAll && blocks[block].Kind != BlockKind.Heading) && !DateLabel.BeginsWithClock(text, span))
            {
                (held, overAll) = (null, false);
            }
            if (held is not null) days[block] = held;
        }
    }

    /// <summary>The date over the paragraph of a sentence, or null.</summary>
    public DateRange? Of(SentenceView view) => days.GetValueOrDefault(view.Sentence.Block);
}
