using Entente.Web.Writing;

namespace Entente.Tests.Web;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload=\"x", "&quot; onload=&quot;x")]
    [InlineData("a & b's `c`", "a &amp; b&#39;s &#96;c&#96;")]
    [InlineData("Астана 中文 😀", "Астана 中文 😀")]
    public void Escapes_what_stands_in_a_hole(string text, string expected)
    {
        HtmlWriter page = new();
        page.Add($"<p title=\"{text}\">{text}</p>");
        Assert.Equal($"<p title=\"{expected}\">{expected}</p>", page.ToString());
    }

    [Fact]
    public void Shows_a_mark_where_a_character_would_steer_the_line() => Assert.Equal("a\ufffdb\ufffdc", Html.Text("a\u202eb\0c").ToString());

    [Fact]
    public void Keeps_markup_that_is_ready() => Assert.Equal("<p><b>a&amp;b</b></p>", Html.Of($"<p>{Html.Of($"<b>{"a&b"}</b>")}</p>").ToString());
}
