using System.Buffers;
using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>
/// Splits a text into paragraphs. Line breaks inside a paragraph that was wrapped by hand are seen through: a line goes on in the next
/// one if the next begins with a small letter, or, in a text that shows such wrapping, if the next word would not have fitted.
/// </summary>
internal static class ParagraphSplitter
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\u2028\u2029\u0085\f\v");

    // Wrapped by hand means lines of up to this length; mail and typescript use 65 to 80, exports of web pages up to about 130.
    private const int WidestWrap = 140;

    public static List<Paragraph> Split(string text)
    {
        List<TextSpan> lines = [];
        List<bool> afterBlank = [];
        bool blank = true;
        for (int at = 0; at < text.Length;)
        {
            int end = text.AsSpan(at).IndexOfAny(LineEnds);
            end = end < 0 ? text.Length : at + end;
            TextSpan line = Trim(text, at, end);
            if (line.IsEmpty)
            {
                blank = true;
            }
            else
            {
                lines.Add(line);
                afterBlank.Add(blank);
                blank = false;
            }
            at = end < text.Length && text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
        int width = WrapWidth(text, lines, afterBlank);
        // Where empty lines part the paragraphs, two lines without one between belong together once the text has begun.
        bool spaced = lines.Count > 4 && afterBlank.Count(b => b) * 10 > lines.Count * 4;
        bool begun = false;
        List<Paragraph> paragraphs = [];
        for (int i = 0; i < lines.Count;)
        {
            int first = i++;
            while (i < lines.Count && !afterBlank[i] && (GoesOn(text, lines[i - 1], lines[i], width) || (spaced && begun && BreaksOff(text, lines[i - 1], lines[i])))) i++;
            begun |= lines[i - 1].End - lines[first].Start > 120 && EndsSentence(text, lines[i - 1]);
            paragraphs.Add(new Paragraph(lines[first].Cover(lines[i - 1]), afterBlank[first]));
        }
        return paragraphs;
    }

    /// <summary>The span without the white space and control characters at its ends.</summary>
    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u200E' or '\u200F';

    /// <summary>The width at which the text was wrapped, or 0 where it shows no wrapping: at least two lines must break off before a small letter.</summary>
    private static int WrapWidth(string text, List<TextSpan> lines, List<bool> afterBlank)
    {
        List<int> broken = [];
        for (int i = 1; i < lines.Count; i++)
        {
            if (afterBlank[i] || lines[i - 1].Length > WidestWrap || lines[i - 1].Length < 30) continue;
            if (!char.IsLower(text[lines[i].Start]) || EndsSentence(text, lines[i - 1])) continue;
            broken.Add(lines[i - 1].Length);
        }
        // Three in four lines are not longer: single lines of another width (a name that was put in later) do not widen the rest.
        broken.Sort();
        return broken.Count >= 2 ? broken[broken.Count * 3 / 4] : 0;
    }

    private static bool GoesOn(string text, TextSpan line, TextSpan next, int width)
    {
        if (line.Length > WidestWrap * 2) return false;
        char first = text[next.Start], last = text[line.End - 1];
        bool ends = EndsSentence(text, line);
        if (!ends && line.Length >= 25 && (char.IsLower(first) || last == ',') && !LooksLikeList(text, line)) return true;
        if (!ends && line.Length >= 25 && EndsOpen(text, line) && !LooksLikeList(text, line)) return true;
        if (width == 0 || line.Length > WidestWrap || line.Length < width / 2) return false;
        if (char.IsLetterOrDigit(first) || first is '"' or '\'' or '“' or '‘' or '(' or '$' or '€' or '£' or '«')
        {
            int word = text.AsSpan(next.Start, next.Length).IndexOfAny(" \t");
            if (word < 0) word = next.Length;
            // Long hyphenated words are broken by some programs, so a few characters are given away.
            return line.Length + 1 + word > width - (ends ? 0 : 8);
        }
        return !ends && first is '–' or '—' && line.Length > width / 2;
    }

    /// <summary>Whether the line ends with a word that cannot be the last of anything.</summary>
    private static bool EndsOpen(string text, TextSpan line)
    {
        ReadOnlySpan<char> s = text.AsSpan(line.Start, line.Length);
        return s[(s.LastIndexOf(' ') + 1)..] is "of" or "the" or "and" or "a" or "an" or "to" or "in" or "for" or "with" or "by" or "from" or "at" or "on" or "that" or "which" or "as" or "between" or "than" or "or" or "its" or "their";
    }

    /// <summary>Whether a line is running text that stops in the middle of a sentence, and the next one ends it.</summary>
    private static bool BreaksOff(string text, TextSpan line, TextSpan next) =>
        line.Length is >= 60 and <= WidestWrap * 2 && !EndsSentence(text, line) && EndsSentence(text, next) && text[line.End - 1] != ':' && char.IsLetterOrDigit(text[next.Start])
        && text.AsSpan(line.Start, line.Length).Count(' ') >= 9 && !LooksLikeList(text, line);

    // "a | b | c" and "a   b   c" are bars of links, whatever follows.
    private static bool LooksLikeList(string text, TextSpan line)
    {
        ReadOnlySpan<char> s = text.AsSpan(line.Start, line.Length);
        return s.IndexOfAny("|»›▸") >= 0 || s.IndexOf("   ", StringComparison.Ordinal) >= 0;
    }

    /// <summary>Whether the line ends like a sentence: with a full stop, question mark or exclamation mark, closing quotes allowed after it.</summary>
    public static bool EndsSentence(string text, TextSpan line)
    {
        int end = line.End;
        while (end > line.Start && text[end - 1] is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or ' ' or '\u00A0' or '“') end--;
        return end > line.Start && text[end - 1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '۔' or '؟';
    }
}
