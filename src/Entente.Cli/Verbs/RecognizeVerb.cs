using System.CommandLine;
using Entente.Cli.Inputs;
using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Reading;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Cli.Verbs;

/// <summary><c>entente recognize</c>: documents in, one JSON object a document out, with what its words name: money, percentages, measures, numbers, dates, actors.</summary>
internal sealed class RecognizeVerb : IVerb
{
    private readonly Argument<string[]> inputs = CommonOptions.Inputs("A file, a folder, a URL, or - for standard input");
    private readonly Option<bool> jsonl = new("--jsonl") { Description = "Print one JSON object a document, in the order of the input; there is no other form yet" };
    private readonly Option<int> jobs = CommonOptions.Jobs();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("recognize", "Print what words name: money, percentages, measures, numbers, dates and actors, with their values") { inputs, jsonl, jobs, data };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(inputs), parsed.GetValue(jobs), parsed.GetValue(data), surroundings));
        return command;
    }

    private static int Run(string[] inputs, int jobs, string? folder, Surroundings surroundings)
    {
        DataFiles files = new(folder);
        using InputReader reader = new(new Reader(files), surroundings);
        Parser parser = new();
        Recognizer recognizer = new(files);
        Resolver resolver = new(files);
        int code = ExitCode.Done;
        IEnumerable<string> lines = InOrder.Select(reader.Read(inputs), jobs > 0 ? jobs : Environment.ProcessorCount, result =>
            result.Document is { } document ? MentionJson.Line(resolver.Resolve(recognizer.Recognize(parser.Parse(Whole(document))))) : "!" + result.Skipped);
        foreach (string line in lines)
        {
            if (line[0] != '!')
            {
                surroundings.Out.WriteLine(line);
                continue;
            }
            surroundings.Complain(line[1..]);
            code = ExitCode.Unread;
        }
        return code;
    }

    // Every line of the text, furniture too: what words name is asked of all of them.
    private static Document Whole(Document document)
    {
        string text = document.Text;
        List<Block> blocks = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) blocks.Add(new Block(new TextSpan(start, end), BlockKind.Paragraph));
            start = end + 1;
        }
        return document with { Blocks = blocks };
    }
}
