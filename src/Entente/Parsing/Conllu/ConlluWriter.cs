using System.Globalization;
using Entente.Text;

namespace Entente.Parsing.Conllu;

/// <summary>Writes CoNLL-U. Entity tags stand in the last column as NER=B-ORG; words outside of names have none.</summary>
public sealed class ConlluWriter(TextWriter writer)
{
    private int sentences;
    private int paragraphs;

    /// <summary>Writes the sentences of a document, each block as a paragraph; sentences are numbered on from those written before.</summary>
    public void Write(ParsedDocument parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        int block = -1;
        foreach (Sentence sentence in parsed.Sentences)
        {
            if (sentence.Block != block)
            {
                block = sentence.Block;
                writer.Write("# newpar id = p");
                WriteNumber(++paragraphs);
                writer.Write('\n');
            }
            writer.Write("# sent_id = ");
            WriteNumber(++sentences);
            writer.Write('\n');
            WriteText(parsed.Document.Text.AsSpan(sentence.Span.Start, sentence.Span.Length));
            WriteTokens(sentence, parsed.Document.Text);
        }
    }

    /// <summary>Writes a sentence under comments of its own.</summary>
    /// <param name="sentence">Its words; their spans lie in <paramref name="text"/>.</param>
    /// <param name="text">The text of the sentence.</param>
    /// <param name="comments">Comment lines with their "#".</param>
    public void Write(Sentence sentence, string text, IReadOnlyList<string> comments)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(comments);
        foreach (string comment in comments)
        {
            writer.Write(comment);
            writer.Write('\n');
        }
        WriteTokens(sentence, text);
    }

    // White space of any kind is one space in a comment: a line break would end it.
    private void WriteText(ReadOnlySpan<char> text)
    {
        writer.Write("# text = ");
        while (text.Length > 0)
        {
            int plain = 0;
            while (plain < text.Length && (text[plain] == ' ' || !(char.IsWhiteSpace(text[plain]) || char.IsControl(text[plain])))) plain++;
            writer.Write(text[..plain]);
            int white = plain;
            while (white < text.Length && (char.IsWhiteSpace(text[white]) || char.IsControl(text[white]))) white++;
            if (white > plain && white < text.Length) writer.Write(' ');
            text = text[white..];
        }
        writer.Write('\n');
    }

    private void WriteTokens(Sentence sentence, string text)
    {
        int multiwordEnd = 0;
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            Token token = sentence.Tokens[i];
            if (token.MultiwordLength > 1)
            {
                multiwordEnd = i + token.MultiwordLength;
                Token last = sentence.Tokens[multiwordEnd - 1];
                WriteNumber(i + 1);
                writer.Write('-');
                WriteNumber(multiwordEnd);
                writer.Write('\t');
                writer.Write(text.AsSpan(token.Span.Start, last.Span.End - token.Span.Start));
                writer.Write(last.SpaceAfter ? "\t_\t_\t_\t_\t_\t_\t_\t_\n" : "\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n");
            }
            WriteNumber(i + 1);
            Cell(token.Form);
            Cell(token.Lemma);
            Cell(token.Upos);
            Cell(token.Xpos);
            Cell(token.Feats);
            writer.Write('\t');
            WriteNumber(token.Head);
            Cell(token.Deprel);
            Cell("_");
            bool named = token.EntityTag != "O", glued = !token.SpaceAfter && i >= multiwordEnd;
            writer.Write('\t');
            if (named)
            {
                writer.Write("NER=");
                writer.Write(token.EntityTag);
                if (glued) writer.Write('|');
            }
            writer.Write(glued ? "SpaceAfter=No\n" : named ? "\n" : "_\n");
        }
        writer.Write('\n');
    }

    private void Cell(string value)
    {
        writer.Write('\t');
        writer.Write(value);
    }

    private void WriteNumber(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
    }
}
