using System.Text;

namespace Entente.Web.Writing;

/// <summary>
/// Markup that is ready to be written. It is made of literals of this program alone, with everything between them escaped, so there is no way
/// to make markup of text that was read. The default value is nothing.
/// </summary>
internal readonly struct Html
{
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>Nothing.</summary>
    public static Html None => default;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(markup);

    /// <summary>The markup of an interpolated string: <c>Html.Of($"&lt;b&gt;{text}&lt;/b&gt;")</c>.</summary>
    public static Html Of(HtmlLiteral markup) => new(markup.Take());

    /// <summary>What a writer was told.</summary>
    public static Html Of(Action<HtmlWriter> write)
    {
        HtmlWriter writer = new();
        write(writer);
        return new Html(writer.ToString());
    }

    /// <summary>Text, escaped.</summary>
    public static Html Text(string? text)
    {
        StringBuilder builder = new();
        Escaping.Append(builder, text);
        return new Html(builder.ToString());
    }

    /// <summary>All of them, with something between.</summary>
    public static Html Join(string between, IEnumerable<Html> all)
    {
        string separator = Text(between).ToString();
        return new Html(string.Join(separator, all.Select(h => h.markup)));
    }

    /// <inheritdoc/>
    public override string ToString() => markup ?? "";
}
