using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>A paragraph while it is being judged: its text, its shape, and, in the end, what it is. Lives for one reading only.</summary>
internal sealed class Line
{
    public Line(string text, Paragraph paragraph)
    {
        Span = paragraph.Span;
        AfterBlank = paragraph.AfterBlank;
        Text = paragraph.Span.In(text);
        bool inside = false;
        foreach (char c in Text)
        {
            bool blank = char.IsWhiteSpace(c);
            if (!blank && !inside) Words++;
            inside = !blank;
            if (char.IsLetter(c)) Letters++;
            if (char.IsLower(c)) Lower++;
        }
        EndsSentence = ParagraphSplitter.EndsSentence(text, paragraph.Span);
        // A sentence, or long enough to be one that lost its stop; a script without blanks between words counts letters.
        IsProse = (EndsSentence && (Words >= 5 || Letters >= 20) && Lower * 2 >= Letters) || Words >= 22
            || (EndsSentence && Letters >= 12 && Lower == 0 && Words <= 3 && Letters > 0 && !char.IsAscii(Text[0]));
    }

    public TextSpan Span { get; }

    public string Text { get; }

    public bool AfterBlank { get; }

    public int Words { get; }

    public int Letters { get; }

    public int Lower { get; }

    public bool EndsSentence { get; }

    /// <summary>Whether it reads as running text.</summary>
    public bool IsProse { get; }

    /// <summary>Why it is furniture; null where it speaks.</summary>
    public string? Cut { get; set; }

    public BlockKind Kind { get; set; }

    public Dateline? Dateline { get; set; }

    /// <summary>Where its own words begin, after a bullet or a section label.</summary>
    public int SpeaksFrom { get; set; }
}
