using Entente.Cli;

namespace Entente.Tests.Cli;

public sealed class ParseVerbTests
{
    [Fact]
    public void A_line_is_a_paragraph_and_sentences_are_numbered_through()
    {
        CommandRun run = CommandRun.Of("The ministers met. They agreed.\n\nThe talks go on.\n", "parse", "-");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(
            ["# newpar id = p1", "# sent_id = 1", "# text = The ministers met.", "# sent_id = 2", "# text = They agreed.", "# newpar id = p2", "# sent_id = 3", "# text = The talks go on."],
            run.Out.Split('\n').Where(l => l.StartsWith('#')));
    }

    [Fact]
    public void Words_and_comments_of_a_CoNLL_U_file_stay_as_they_are()
    {
        const string input = "# sent_id = x-1\n# text = Nice , Bob's\n1\tNice\t_\t_\t_\t_\t_\t_\t_\t_\n2\t,\t_\t_\t_\t_\t_\t_\t_\t_\n3-4\tBob's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\tBob\t_\t_\t_\t_\t_\t_\t_\t_\n4\t's\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
        CommandRun run = CommandRun.Of(input, "parse", "--tokens", "conllu", "-");
        string[] lines = run.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(["# sent_id = x-1", "# text = Nice , Bob's"], lines[..2]);
        Assert.Equal(["1\tNice", "2\t,", "3-4\tBob's", "3\tBob", "4\t's"], lines[2..].Select(l => string.Join('\t', l.Split('\t')[..2])));
        Assert.Single(lines, l => l.Split('\t') is { Length: 10 } cells && cells[6] == "0");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_and_the_rest_is_parsed()
    {
        CommandRun run = CommandRun.Of("It rains.\n", "parse", "no-such-file.txt", "-");
        Assert.Equal(ExitCode.Unread, run.ExitCode);
        Assert.Equal("entente: " + Messages.NoSuchFile("no-such-file.txt") + "\n", run.Error);
        Assert.Contains("# text = It rains.", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \n")]
    [InlineData("\0\u0001\n")]
    public void Nothing_to_read_prints_nothing(string input)
    {
        CommandRun run = CommandRun.Of(input, "parse", "-");
        Assert.Equal((ExitCode.Done, "", ""), (run.ExitCode, run.Out, run.Error));
    }
}
