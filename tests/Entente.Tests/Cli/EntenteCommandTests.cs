using Entente.Cli;

namespace Entente.Tests.Cli;

public sealed class EntenteCommandTests
{
    [Fact]
    public void Help_names_the_verbs_and_exits_with_0()
    {
        CommandRun run = CommandRun.Of("", "--help");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("entente [command]", run.Out, StringComparison.Ordinal);
        Assert.Contains("read <INPUT>", run.Out, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("read")]
    [InlineData("read", "-", "--no-such-option")]
    [InlineData("read", "-", "--jobs", "0")]
    [InlineData("read", "-", "--jobs", "many")]
    [InlineData]
    public void Wrong_usage_exits_with_1_and_says_so_on_standard_error_only(params string[] args)
    {
        CommandRun run = CommandRun.Of("", args);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.EndsWith("--help'\n", run.Error, StringComparison.Ordinal);
        Assert.All(run.Error.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("entente: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_verb_is_called_as_its_file_is()
    {
        Surroundings nowhere = new() { Input = Stream.Null, Out = TextWriter.Null, Error = TextWriter.Null };
        Assert.All(EntenteCommand.Verbs(), verb => Assert.Equal(verb.GetType().Name.ToUpperInvariant(), verb.Build(nowhere).Name.ToUpperInvariant() + "VERB"));
    }

    [Fact]
    public void A_complaint_is_one_line()
    {
        StringWriter error = new() { NewLine = "\n" };
        new Surroundings { Input = Stream.Null, Out = TextWriter.Null, Error = error }.Complain("first\r\nsecond\n");
        Assert.Equal("entente: first second\n", error.ToString());
    }
}
