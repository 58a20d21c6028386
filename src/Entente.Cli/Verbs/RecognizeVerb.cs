using System.CommandLine;
using Entente.Parsing;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Cli.Verbs;

/// <summary><c>entente recognize</c>: documents in, one JSON object a document out, with what its words name: money, percentages, measures, numbers, dates, actors.</summary>
internal sealed class RecognizeVerb : IVerb
{
    private readonly Argument<string[]> inputs = CommonOptions.Inputs("A JSONL file with a document a line (id, text, published), or - for standard input");
    private readonly Option<bool> jsonl = new("--jsonl") { Description = "The input is JSONL: one document a line" };
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("recognize", "Print what words name: money, percentages, measures, numbers, dates and actors, with their values") { inputs, jsonl, data };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(inputs), parsed.GetValue(data), surroundings));
        return command;
    }

    private static int Run(string[] inputs, string? data, Surroundings surroundings)
    {
        Gazetteers.DataFiles files = new(data);
        Parser parser = new();
        Recognizer recognizer = new(files);
        Resolver resolver = new(files);
        int code = ExitCode.Done;
        foreach (string input in inputs)
        {
            try
            {
                using TextReader reader = surroundings.OpenText(input);
                for (int line = 1; reader.ReadLine() is { } text; line++)
                {
                    if (string.IsNullOrWhiteSpace(text)) continue;
                    if (JsonDocuments.TryRead(text, input, out Document document))
                    {
                        MentionJson.Write(surroundings.Out, resolver.Resolve(recognizer.Recognize(parser.Parse(document))));
                        continue;
                    }
                    surroundings.Complain(Messages.NoDocument(input, line));
                    code = ExitCode.Unread;
                }
            }
            catch (Exception error) when (error is EntenteException or IOException or UnauthorizedAccessException)
            {
                surroundings.Complain(error.Message);
                code = ExitCode.Unread;
            }
        }
        return code;
    }
}
