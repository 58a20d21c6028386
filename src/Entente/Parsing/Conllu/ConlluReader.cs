using System.Globalization;
using System.Text;
using Entente.Text;

namespace Entente.Parsing.Conllu;

/// <summary>Reads CoNLL-U, sentence by sentence. Empty nodes (8.1) and enhanced dependencies are passed over.</summary>
public static class ConlluReader
{
    /// <summary>The sentences of a file, in order.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="EntenteException">A line is not CoNLL-U.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader, string file)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<string> comments = [];
        List<string[]> rows = [];
        for (int line = 1; ; line++)
        {
            string? text = reader.ReadLine();
            if (string.IsNullOrWhiteSpace(text))
            {
                if (rows.Count > 0)
                {
                    yield return Sentence(comments, rows, file, line);
                    comments = [];
                    rows = [];
                }
                if (text is null) yield break;
            }
            else if (text[0] == '#' && rows.Count == 0)
            {
                comments.Add(text);
            }
            else
            {
                string[] cells = text.Split('\t');
                if (cells.Length != 10) throw new EntenteException($"{file}, line {line}: {cells.Length} columns where CoNLL-U has 10.");
                rows.Add(cells);
            }
        }
    }

    private static ConlluSentence Sentence(List<string> comments, List<string[]> rows, string file, int line)
    {
        StringBuilder text = new();
        List<Token> tokens = [];
        int multiwordEnd = 0, multiwordLength = 0, partStart = 0, spanEnd = 0;
        bool multiwordSpace = true;
        foreach (string[] cells in rows)
        {
            string id = cells[0];
            if (id.Contains('.', StringComparison.Ordinal)) continue;
            int dash = id.IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                int from = Number(id.AsSpan(0, dash), file, line), to = Number(id.AsSpan(dash + 1), file, line);
                if (from != tokens.Count + 1 || to <= from) throw new EntenteException($"{file}, before line {line}: the range {id} stands before word {tokens.Count + 1}.");
                multiwordEnd = to;
                multiwordLength = to - from + 1;
                multiwordSpace = !HasNoSpace(cells[9]);
                partStart = text.Length;
                text.Append(cells[1]);
                spanEnd = text.Length;
                continue;
            }
            int number = Number(id, file, line);
            if (number != tokens.Count + 1) throw new EntenteException($"{file}, before line {line}: word {id} follows word {tokens.Count}.");
            bool part = number <= multiwordEnd, last = number == multiwordEnd;
            bool space = part ? last && multiwordSpace : !HasNoSpace(cells[9]);
            int start;
            int end;
            if (part)
            {
                // The words of a multiword token share its characters out; where theirs are other characters, the last takes what is left.
                start = partStart;
                end = last ? spanEnd : Math.Min(spanEnd, start + cells[1].Length);
                partStart = end;
            }
            else
            {
                start = text.Length;
                text.Append(cells[1]);
                end = text.Length;
            }
            tokens.Add(new Token
            {
                Index = tokens.Count,
                Form = cells[1],
                Span = new TextSpan(start, end),
                Lemma = cells[2],
                Upos = cells[3],
                Xpos = cells[4],
                Feats = cells[5],
                Head = cells[6] == "_" ? 0 : Number(cells[6], file, line),
                Deprel = cells[7],
                SpaceAfter = space,
                MultiwordLength = multiwordLength,
                EntityTag = Entity(cells[9]),
            });
            multiwordLength = 0;
            if (space) text.Append(' ');
        }
        if (tokens.Count == 0 || multiwordEnd > tokens.Count) throw new EntenteException($"{file}, before line {line}: a sentence without all of its words.");
        if (tokens.Find(t => t.Head > tokens.Count) is { } lost) throw new EntenteException($"{file}, before line {line}: word {lost.Index + 1} has the head {lost.Head} in a sentence of {tokens.Count}.");
        return new ConlluSentence(comments, text.ToString().TrimEnd(' '), new Sentence(tokens));
    }

    private static bool HasNoSpace(string misc) => misc.Contains("SpaceAfter=No", StringComparison.Ordinal);

    private static string Entity(string misc)
    {
        const string key = "NER=";
        int at = misc.StartsWith(key, StringComparison.Ordinal) ? 0 : misc.IndexOf('|' + key, StringComparison.Ordinal) is var found and >= 0 ? found + 1 : -1;
        if (at < 0) return "O";
        int end = misc.IndexOf('|', at);
        return end < 0 ? misc[(at + key.Length)..] : misc[(at + key.Length)..end];
    }

    private static int Number(ReadOnlySpan<char> text, string file, int line) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw new EntenteException($"{file}, before line {line}: '{text}' is no number of a word.");
}
