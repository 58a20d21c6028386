using System.CommandLine;
using System.Text;
using Entente.Parsing;
using Entente.Parsing.Conllu;
using Entente.Text;

namespace Entente.Cli.Verbs;

/// <summary><c>entente parse</c>: one paragraph a line of text in, CoNLL-U out.</summary>
internal sealed class ParseVerb : IVerb
{
    // Paragraphs are parsed in batches of about this many characters: memory stays bounded, and short paragraphs share the work.
    private const int BatchLength = 1 << 16;

    private readonly Argument<string[]> inputs = CommonOptions.Inputs("A text file with one paragraph a line, a folder of such files, or - for standard input");
    private readonly Option<string> tokens = new("--tokens")
    {
        Description = "What the input is: text, or conllu to keep the words and sentences of a CoNLL-U file",
        HelpName = "text|conllu",
        DefaultValueFactory = _ => "text",
    };

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        tokens.AcceptOnlyFromAmong("text", "conllu");
        Command command = new("parse", "Print sentences, words, tags and dependencies as CoNLL-U") { inputs, tokens };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(inputs), parsed.GetRequiredValue(tokens) == "conllu", surroundings));
        return command;
    }

    private static int Run(string[] inputs, bool conllu, Surroundings surroundings)
    {
        Parser parser = new();
        ConlluWriter writer = new(surroundings.Out);
        int code = ExitCode.Done;
        foreach (string input in inputs.SelectMany(Files))
        {
            try
            {
                using TextReader reader = surroundings.OpenText(input);
                if (conllu) ParseConllu(parser, reader, input, writer);
                else ParseText(parser, reader, input, writer);
            }
            catch (Exception error) when (error is EntenteException or IOException or UnauthorizedAccessException)
            {
                surroundings.Complain(error.Message);
                code = ExitCode.Unread;
            }
        }
        return code;
    }

    private static IEnumerable<string> Files(string input) =>
        Directory.Exists(input) ? Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [input];

    private static void ParseText(Parser parser, TextReader reader, string source, ConlluWriter writer)
    {
        StringBuilder text = new();
        List<Block> blocks = [];
        while (true)
        {
            string? line = reader.ReadLine();
            if (blocks.Count > 0 && (line is null || text.Length + line.Length > BatchLength))
            {
                writer.Write(parser.Parse(new Document { Source = source, Text = text.ToString(), Blocks = blocks }));
                text.Clear();
                blocks = [];
            }
            if (line is null) return;
            if (string.IsNullOrWhiteSpace(line)) continue;
            blocks.Add(new Block(new TextSpan(text.Length, text.Length + line.Length), BlockKind.Paragraph));
            text.Append(line).Append('\n');
        }
    }

    private static void ParseConllu(Parser parser, TextReader reader, string source, ConlluWriter writer)
    {
        List<ConlluSentence> batch = [];
        int length = 0;
        foreach (ConlluSentence sentence in ConlluReader.Read(reader, source))
        {
            batch.Add(sentence);
            length += sentence.Text.Length;
            if (length < BatchLength) continue;
            WriteBatch(parser, batch, source, writer);
            batch.Clear();
            length = 0;
        }
        WriteBatch(parser, batch, source, writer);
    }

    // The spans of a sentence read from CoNLL-U count in its own text, and the parser does not touch them: one document can hold them all.
    private static void WriteBatch(Parser parser, List<ConlluSentence> batch, string source, ConlluWriter writer)
    {
        Document document = new() { Source = source, Text = "", Blocks = [] };
        IReadOnlyList<Sentence> parsed = parser.Parse(document, [.. batch.Select(s => s.Sentence)]).Sentences;
        for (int i = 0; i < batch.Count; i++) writer.Write(parsed[i], batch[i].Text, batch[i].Comments);
    }
}
