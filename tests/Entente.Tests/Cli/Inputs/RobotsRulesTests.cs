using Entente.Cli.Inputs;

namespace Entente.Tests.Cli.Inputs;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/news", true)]
    [InlineData("User-agent: *\nDisallow: /", "/news", false)]
    [InlineData("User-agent: *\nDisallow:", "/news", true)]
    [InlineData("User-agent: *\nDisallow: /news\nAllow: /news/open", "/news/open/1", true)]
    [InlineData("User-agent: *\nDisallow: /news\nAllow: /news/open", "/news/shut/1", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdfx", true)]
    [InlineData("User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /x", "/news", true)]
    [InlineData("User-agent: entente\nAllow: /\n\nUser-agent: *\nDisallow: /", "/news", true)]
    [InlineData("User-agent: a\nUser-agent: Entente\nDisallow: /news # all of it", "/news", false)]
    public void The_longest_rule_decides(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(robots, "entente").Allows(path));
}
