using Entente.Gazetteers;
using Entente.Reading.Dates;
using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>
/// Finds the report in a text that was saved or pasted with what stood around it: which paragraphs speak, what is furniture and why,
/// title, publisher, author, day of publication and dateline. The text itself is never changed.
/// </summary>
internal sealed class PlainTextReader
{
    // Days from a dateline to the publication of its report.
    private const int LatestPublication = 3;

    private readonly Furniture furniture;
    private readonly DateScanner dates;
    private readonly DatelineReader datelines;
    private readonly HeaderReader headers;

    public PlainTextReader(DataFiles data, DateScanner dates)
    {
        this.dates = dates;
        furniture = new Furniture(data);
        datelines = new DatelineReader(dates);
        headers = new HeaderReader(furniture, dates);
    }

    /// <summary>Reads a whole text.</summary>
    public TextReport Read(string text)
    {
        List<Paragraph> paragraphs = ParagraphSplitter.Split(text);
        Line[] lines = new Line[paragraphs.Count];
        for (int i = 0; i < lines.Length; i++) lines[i] = new Line(text, paragraphs[i]);
        int bodyStart = LineClassifier.BodyStart(lines);
        Header header = headers.Read(text, lines, bodyStart);
        MarkDatelines(text, lines, header);
        new LineClassifier(furniture, dates).Classify(text, lines, header);
        MarkRepeats(lines);
        MarkTail(lines);
        (FoundDay? published, FoundDay? updated) = new PublicationDay(dates).Find(text, lines, header);
        return Collect(text, lines, header, published, updated);
    }

    /// <summary>The dateline stands at the head of one of the first paragraphs that speak.</summary>
    private void MarkDatelines(string text, Line[] lines, Header header)
    {
        int tried = 0;
        for (int i = header.TitleIndex + 1; i < lines.Length && tried < 4; i++)
        {
            Line line = lines[i];
            if (i < header.BodyStart && line.Words > 12 && !line.IsProse) continue;
            if (line.IsProse || i <= header.BodyStart) tried += line.IsProse ? 1 : 0;
            if (furniture.Match(line.Text) is not null || HeaderReader.IsByline(line.Text)) continue;
            if (datelines.Read(text, line.Span) is not { } dateline) continue;
            // A line in capitals by itself is a dateline only if it has a date or agency, or is a short name right before the text.
            if (dateline.FillsParagraph && dateline.Date is null && dateline.Agency is null && !(i + 1 < lines.Length && lines[i + 1].IsProse && line.Words <= 3 && header.TitleIndex >= 0)) continue;
            if (dateline.FillsParagraph && (i == header.TitleIndex || line.Words > 9)) continue;
            header.Dateline = dateline;
            header.DatelineIndex = i;
            line.Dateline = dateline;
            return;
        }
    }

    private static void MarkRepeats(Line[] lines)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> earlier = [];
        foreach (Line line in lines)
        {
            if (line.Cut is not null || line.Kind == BlockKind.Title) continue;
            string folded = Furniture.Fold(line.Text);
            if (folded.Length < 12) continue;
            // A paragraph that begins as an earlier one does and breaks off, at a full stop or not, is the same paragraph once more.
            bool repeated = !seen.Add(folded) || (folded.Length >= 60 && earlier.Exists(e => e.StartsWith(folded, StringComparison.Ordinal)));
            if (repeated) line.Cut = "repeated paragraph";
            else if (line.IsProse && earlier.Count < 2000) earlier.Add(folded);
        }
    }

    /// <summary>After the last paragraph that speaks, lines that are no sentences are what a page ends with.</summary>
    private static void MarkTail(Line[] lines)
    {
        int last = Array.FindLastIndex(lines, l => l.Cut is null && (l.IsProse || l.Kind == BlockKind.ListItem));
        for (int i = last + 1; i < lines.Length; i++)
        {
            if (lines[i].Cut is null && lines[i].Kind != BlockKind.Title && last >= 0) lines[i].Cut = "page tail";
        }
    }

    private static TextReport Collect(string text, Line[] lines, Header header, FoundDay? published, FoundDay? updated)
    {
        List<Block> blocks = [];
        List<Cut> cuts = [];
        foreach (Line line in lines)
        {
            TextSpan span = line.Span;
            if (line.Cut is not null)
            {
                cuts.Add(new Cut(span, line.Cut));
                continue;
            }
            if (line.Dateline is { } dateline)
            {
                cuts.Add(new Cut(ParagraphSplitter.Trim(text, dateline.Span.Start, dateline.Span.End), "dateline"));
                if (dateline.FillsParagraph) continue;
                span = ParagraphSplitter.Trim(text, dateline.Span.End, span.End);
            }
            if (line.SpeaksFrom > span.Start)
            {
                // A bullet is no loss worth a line; a label ("LIVE") is.
                if (line.Kind != BlockKind.ListItem) cuts.Add(new Cut(ParagraphSplitter.Trim(text, span.Start, line.SpeaksFrom), "section"));
                span = new TextSpan(line.SpeaksFrom, span.End);
            }
            if (!span.IsEmpty) blocks.Add(new Block(span, line.Kind));
        }
        string? publisher = header.Publisher ?? PublisherOf(header.Dateline?.Agency);
        return new TextReport(blocks, cuts)
        {
            Title = header.Title,
            Publisher = publisher,
            Author = header.Author,
            Published = published?.Day,
            Updated = updated?.Day,
            DatelinePlace = header.Dateline?.Place,
            DatelineDay = DatelineDay(header.Dateline?.Date, published?.Day),
            Origins = new Origins
            {
                Title = header.Title is null ? null : "line above the text",
                Publisher = publisher is null ? null : header.Publisher is null ? "agency of the dateline" : header.PublisherWhere ?? "masthead",
                Author = header.Author is null ? null : "byline",
                Published = published?.Where,
                Updated = updated?.Where,
            },
        };
    }

    // A report is published on the day of its dateline or soon after it; the dateline need not say the year.
    private static PartialDate? DatelineDay(FoundDate? date, PartialDate? published)
    {
        if (date is not { Day: > 0 } written || published is not { Day: not null } shown) return null;
        for (int year = shown.Year; year >= shown.Year - 1; year--)
        {
            if (written.Year > 0 && written.Year != year || PartialDate.TryCreate(year, written.Month, written.Day) is not { } day) continue;
            if (shown.FirstDay.DayNumber - day.FirstDay.DayNumber is > 0 and <= LatestPublication) return day;
        }
        return null;
    }

    /// <summary>"MENAFN- Trend News Agency": who passed a report on stands before who made it.</summary>
    private static string? PublisherOf(string? agency)
    {
        if (agency is null || agency.Contains("translation", StringComparison.OrdinalIgnoreCase)) return null;
        int dash = agency.LastIndexOf("- ", StringComparison.Ordinal);
        return dash > 0 ? agency[(dash + 2)..].Trim() : agency;
    }
}
