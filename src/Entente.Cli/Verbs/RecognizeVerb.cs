using System.CommandLine;
using Entente.Cli.Inputs;
using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Reading;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Cli.Verbs;

/// <summary>
/// <c>entente recognize</c>: documents in, one JSON object a document out, with what its words name: money, percentages, measures, numbers, dates.
/// These need no parse; who is named does, and is printed where it is asked for.
/// </summary>
internal sealed class RecognizeVerb : IVerb
{
    private readonly Argument<string[]> inputs = CommonOptions.Inputs("A file, a folder, a URL, or - for standard input");
    private readonly Option<bool> jsonl = new("--jsonl") { Description = "Print one JSON object a document, in the order of the input; there is no other form yet" };
    private readonly Option<bool> actors = new("--actors") { Description = "Print too who is named and what \"both countries\" and \"he\" stand for; this parses the text and takes several times as long" };
    private readonly Option<int> jobs = CommonOptions.Jobs();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("recognize", "Print what words name: money, percentages, measures, numbers and dates, with their values; actors on demand") { inputs, jsonl, actors, jobs, data };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(inputs), parsed.GetValue(actors), parsed.GetValue(jobs), parsed.GetValue(data), surroundings));
        return command;
    }

    private static int Run(string[] inputs, bool withActors, int jobs, string? folder, Surroundings surroundings)
    {
        DataFiles files = new(folder);
        using InputReader reader = new(new Reader(files), surroundings);
        Func<Document, ResolvedDocument> recognize = withActors ? Full(files) : Fast(files);
        int code = ExitCode.Done;
        IEnumerable<string> lines = InOrder.Select(reader.Read(inputs), jobs > 0 ? jobs : Environment.ProcessorCount, result =>
            result.Document is { } document ? MentionJson.Line(recognize(Whole(document))) : "!" + result.Skipped);
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

    private static Func<Document, ResolvedDocument> Full(DataFiles files)
    {
        Parser parser = new();
        Recognizer recognizer = new(files);
        Resolver resolver = new(files);
        return document => resolver.Resolve(recognizer.Recognize(parser.Parse(document)));
    }

    private static Func<Document, ResolvedDocument> Fast(DataFiles files)
    {
        Segmenter segmenter = new();
        Recognizer recognizer = Recognizer.OfQuantities(files);
        Resolver resolver = Resolver.OfTimes(files);
        return document => resolver.Resolve(recognizer.Recognize(segmenter.Segment(document)));
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
